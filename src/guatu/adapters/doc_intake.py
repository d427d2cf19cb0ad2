"""DOC and WPS: the documents of word processors before 2007, read as DOCX is.

Paragraphs with their printed numbers, tables as rows, heads, feet and notes as furniture; deleted
and hidden words and the codes of fields are not read. What programs before Word 97 wrote is
refused.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from guatu.adapters.compound_files import BrokenContainerError, streams_of
from guatu.adapters.doc_lists import doc_numbering
from guatu.adapters.doc_streams import DocStreams, UnreadableDocError
from guatu.adapters.doc_styles import DocStyles
from guatu.adapters.doc_tables import DocRow, row_of, rows_as_lines
from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_faults import Taken, fault, text_of_lines
from guatu.adapters.intake_kinds import DOC
from guatu.adapters.word_paragraphs import paragraph_line
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.styled import StyledLine

_STREAMS = frozenset(("WordDocument", "0Table", "1Table", "Data"))
_CELL_END, _PAGE_END, _PARAGRAPH_END = 0x07, 0x0C, 0x0D
_ENDS = frozenset((_CELL_END, _PAGE_END, _PARAGRAPH_END))
_IN_TABLE, _ROW_END, _DEFINES_TABLE = 0x2416, 0x2417, 0xD608
_ALIGNS, _ALIGNS_OLD, _RIGHT = 0x2461, 0x2403, 2
_LIST, _LEVEL = 0x460B, 0x260A
_SIZE, _DEFAULT_SIZE = 0x4A43, 20
_FIELD_BEGINS, _FIELD_PARTS, _FIELD_ENDS = "\x13", "\x14", "\x15"
_SIGNS = {"\t": " ", "\x0b": " ", "\x0e": " ", "\xa0": " ", "\x1e": "-"}
_CODES = {
    "broken": "reading.broken_file",
    "old": "reading.old_office",
    "locked": "reading.encrypted",
}


def read_doc(raw: bytes, name: str) -> Taken:
    """Return the text of a DOC or WPS file as read, or None with the diagnostic that says why."""
    try:
        lines = tuple(_Doc(DocStreams(streams_of(raw, _STREAMS))).lines())
    except UnreadableDocError as unread:
        if unread.reason == "long":
            return None, (fault("reading.too_long", name, ("most", MOST_CHARACTERS)),)
        return None, (fault(_CODES[unread.reason], name),)
    except (BrokenContainerError, struct.error, IndexError, ValueError):
        # A torn part shows as whatever its reader stumbles over.
        return None, (fault("reading.broken_file", name),)
    return text_of_lines(lines, name, media_type=DOC)


class _Doc:
    """Walks a document from its heads to its feet."""

    def __init__(self, streams: DocStreams) -> None:
        self._streams = streams
        self._styles = DocStyles(streams.styles())
        self._numbering = doc_numbering(*streams.lists())
        sizes = [
            self._size(start, end)
            for start, end in self._paragraphs(streams.part("text"))
            for _ in range(1 + (end - start) // 20)
            if end > start
        ]
        self._body = median(sizes) if sizes else _DEFAULT_SIZE

    def lines(self) -> Iterator[StyledLine]:
        """Yield the body between what is printed around it, each repeated head once."""
        heads, feet = self._streams.around()
        yield from self._aside(heads)
        yield from self._blocks(self._streams.part("text"))
        yield from self._blocks(self._streams.part("boxes"))
        yield from self._aside([self._streams.part("notes"), self._streams.part("ends")])
        yield from self._aside(feet)

    def _aside(self, parts: Iterable[range]) -> Iterator[StyledLine]:
        told: set[str] = set()
        for start, end in (one for part in parts for one in self._paragraphs(part)):
            words = shown(self._streams.words(start, end)).strip()
            if words and words not in told:
                told.add(words)
                yield StyledLine(words=words, role=LineRole.FURNITURE)

    def _paragraphs(self, part: range) -> Iterator[tuple[int, int]]:
        """Yield the first character and the mark of each paragraph."""
        begins = part.start
        units = self._streams.units
        for place in part:
            if units[place] in _ENDS:
                yield begins, place
                begins = place + 1
        if begins < part.stop:
            yield begins, part.stop - 1

    def _blocks(self, part: range) -> Iterator[StyledLine]:
        rows: list[DocRow] = []
        cells: list[str] = []
        cell: list[str] = []
        for start, mark in self._paragraphs(part):
            style, own = self._streams.paragraph(mark)
            if not _is_set(own, _IN_TABLE):
                yield from _table(rows)
                rows.clear()
                yield self._paragraph(start, mark, style, own)
                continue
            if _is_set(own, _ROW_END):
                rows.append(row_of(cells, own.get(_DEFINES_TABLE, b"")))
                cells, cell = [], []
                continue
            words = shown(self._streams.words(start, mark)).strip()
            cell.append(f"{self._number(style, own) if words else ''}{words}")
            if self._streams.units[mark] == _CELL_END:
                cells.append(" ".join(one for one in cell if one))
                cell = []
        yield from _table(rows)

    def _paragraph(self, start: int, mark: int, style: int, own: Mapping[int, bytes]) -> StyledLine:
        words = shown(self._streams.words(start, mark)).strip()
        if not words:
            return StyledLine(words="")
        aligns = own.get(_ALIGNS) or own.get(_ALIGNS_OLD) or self._styles.paragraph(style, _ALIGNS)
        return paragraph_line(
            words,
            number=self._number(style, own),
            size=self._size(start, mark) / self._body,
            style=self._styles.name(style),
            to_the_right=aligns == bytes((_RIGHT,)),
        )

    def _size(self, start: int, mark: int) -> float:
        """Return the size of the first words in half points, from themselves, else from their style."""
        first = next((at for at in range(start, mark) if not self._streams.unseen[at]), mark)
        said = self._streams.sizes[first]
        if said:
            return float(said)
        style, _ = self._streams.paragraph(mark)
        return float(
            int.from_bytes(self._styles.character(style, _SIZE), "little") or _DEFAULT_SIZE
        )

    def _number(self, style: int, own: Mapping[int, bytes]) -> str:
        """Return the number printed before a paragraph, from itself or from its style."""
        listed = own.get(_LIST) or self._styles.paragraph(style, _LIST)
        level = own.get(_LEVEL) or self._styles.paragraph(style, _LEVEL)
        number = int.from_bytes(listed, "little")
        return self._numbering.words(str(number), int.from_bytes(level, "little")) if number else ""


def _table(rows: list[DocRow]) -> Iterator[StyledLine]:
    for words in rows_as_lines(rows):
        yield StyledLine(words=words)


def _is_set(own: Mapping[int, bytes], code: int) -> bool:
    return own.get(code, b"\0") != b"\0"


def shown(words: str) -> str:
    """Return words as the page shows them: fields by their results, signs that print nothing left out."""
    kept: list[str] = []
    hides: list[bool] = []
    for sign in words:
        if sign == _FIELD_BEGINS:
            hides.append(True)
        elif sign == _FIELD_PARTS and hides:
            hides[-1] = False
        elif sign == _FIELD_ENDS and hides:
            hides.pop()
        elif not any(hides):
            kept.append(_SIGNS.get(sign, sign if sign >= " " else ""))
    return "".join(kept).replace("\x1f", "")
