"""DOCX: paragraphs with their printed numbers, tables as rows, heads and feet as furniture.

Tracked deletions, hidden words, comments and field codes are not read; tracked insertions are, as the
page shows them. Pictures in the document are not looked at.
"""

import io
from collections.abc import Iterator
from statistics import median
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from guatu.adapters.intake_faults import TORN_PACKAGE, Taken, fault, text_of_lines
from guatu.adapters.intake_kinds import WORD
from guatu.adapters.word_numbers import numbering_of
from guatu.adapters.word_paragraphs import paragraph_line
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.styled import StyledLine

# A table has at most so many columns.
_MOST_SPANNED = 63
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText"), qn("w:pPr"), _FALLBACK}
)
_SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
_DEFAULT_SIZE = 21.0
_BROKEN = (
    *TORN_PACKAGE,
    PackageNotFoundError,
    etree.XMLSyntaxError,
    AttributeError,
    TypeError,
    IndexError,
)


def read_word(raw: bytes, name: str) -> Taken:
    """Return the text of a DOCX file as read, or None with the diagnostic that says why."""
    try:
        document = docx.Document(io.BytesIO(raw))
        lines = tuple(_Words(document).lines())
    # A broken part shows as whatever its reader stumbles over.
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return text_of_lines(lines, name, media_type=WORD)


class _Words:
    """Walks a document from its head to its foot."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = numbering_of(_part_root(document, RELATIONSHIP_TYPE.NUMBERING))
        self._styles = {one.style_id: one for one in document.styles}
        sizes = [
            self._size(one)
            for one in document.element.body.iter(qn("w:p"))
            for _ in range(1 + len(_text(one)) // 20)
            if _text(one).strip()
        ]
        self._body = median(sizes) if sizes else _DEFAULT_SIZE

    def lines(self) -> Iterator[StyledLine]:
        """Yield heads, body and feet; what repeats on every section is told once."""
        yield from self._around("header")
        yield from self._blocks(self._document.element.body)
        for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
            root = _part_root(self._document, kind)
            for one in root.iter(qn("w:p")) if root is not None else ():
                yield StyledLine(words=_text(one), role=LineRole.FURNITURE)
        yield from self._around("footer")

    def _around(self, place: str) -> Iterator[StyledLine]:
        told: set[str] = set()
        for section in self._document.sections:
            for kind in (place, f"first_page_{place}", f"even_page_{place}"):
                part = getattr(section, kind)
                if part.is_linked_to_previous:
                    continue
                for one in part._element.iter(qn("w:p")):  # noqa: SLF001 its paragraphs leave text boxes out
                    words = _text(one)
                    if words.strip() and words not in told:
                        told.add(words)
                        yield StyledLine(words=words, role=LineRole.FURNITURE)

    def _blocks(self, parent: Any) -> Iterator[StyledLine]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield self._paragraph(child)
                for box in _boxes_in(child):
                    yield from self._blocks(box)
            elif child.tag == qn("w:tbl"):
                yield from self._rows(child)
            elif child.tag not in _SKIPPED and child.tag != qn("w:sectPr"):
                # Content controls, insertions and the like hold paragraphs of their own.
                yield from self._blocks(child)

    def _rows(self, table: Any) -> Iterator[StyledLine]:
        """Yield a table row by row, the cells with a tab between."""
        for row in table.iter(qn("w:tr")):
            if row.getparent() is not table and row.getparent().getparent() is table:
                continue
            cells = [words for cell in row.iterchildren(qn("w:tc")) for words in _cells(cell)]
            yield StyledLine(words="\t".join(cells).rstrip("\t"))

    def _paragraph(self, element: Any) -> StyledLine:
        number = self._number(element)
        words = _text(element).strip()
        if not words:
            return StyledLine(words="")
        return paragraph_line(
            words,
            number=number,
            size=self._size(element) / self._body,
            style=self._style_name(element),
            to_the_right=self._side(element) in {"right", "end"},
        )

    def _side(self, element: Any) -> str:
        """Return the side a paragraph is set to, by itself, else by its style."""
        side = _value(element, "w:pPr/w:jc")
        style = self._styles.get(_value(element, "w:pPr/w:pStyle"))
        while not side and style is not None:
            side = _value(style.element, "w:pPr/w:jc")
            style = style.base_style
        return side

    def _style_name(self, element: Any) -> str:
        style = self._styles.get(_value(element, "w:pPr/w:pStyle"))
        return (style.name or "") if style is not None else ""

    def _size(self, element: Any) -> float:
        """Return the size of the first words in half points, from the run, else its styles."""
        for run in element.iter(qn("w:r")):
            if run.findtext(qn("w:t")):
                size = _value(run, "w:rPr/w:sz")
                if size.isdecimal():
                    return float(size)
                break
        style = self._styles.get(_value(element, "w:pPr/w:pStyle"))
        while style is not None:
            size = _value(style.element, "w:rPr/w:sz")
            if size.isdecimal():
                return float(size)
            style = style.base_style
        return _DEFAULT_SIZE

    def _number(self, element: Any) -> str:
        """Return the number printed before a paragraph, from itself or from its style."""
        listed = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = self._styles.get(_value(element, "w:pPr/w:pStyle"))
        while listed is None and style is not None:
            listed = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            style = style.base_style
        if listed is None:
            return ""
        level = _value(listed, "w:ilvl")
        return self._numbering.words(
            _value(listed, "w:numId"), int(level) if level.isdecimal() else 0
        )


def _cells(cell: Any) -> Iterator[str]:
    """Yield the words of a cell, and an empty one for each column more that it spans."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    words = " ".join(_text(one).replace("\t", " ").strip() for one in cell.iter(qn("w:p")))
    goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
    yield DITTO if goes_on and not words.strip() else words
    spans = _value(cell, "w:tcPr/w:gridSpan")
    yield from [""] * (min(int(spans), _MOST_SPANNED) - 1 if spans.isdecimal() else 0)


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return "" if found is None else (found.get(qn("w:val")) or "")


def _part_root(document: Any, kind: str) -> Any | None:
    """Return the root element of a part that the document names, if it has one."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(relation.target_part.blob, parser)
    return None


def _text(element: Any) -> str:
    """Return the words of a paragraph as its page shows them; text boxes in it are not its words."""
    parts: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag in _SKIPPED or one.tag == qn("w:p") or one.tag == qn("w:txbxContent"):
            continue
        if one.tag == qn("w:r") and _is_hidden(one):
            continue
        if one.tag == qn("w:t"):
            parts.append(one.text or "")
        elif one.tag in _SIGNS:
            parts.append(_SIGNS[one.tag])
        else:
            waiting.extend(reversed(one))
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    found = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return found is not None and found.get(qn("w:val")) not in {"0", "false", "off"}


def _boxes_in(element: Any) -> Iterator[Any]:
    """Yield the text boxes that hang in a paragraph, each once."""
    for box in element.iter(qn("w:txbxContent")):
        inside = [one.tag for one in box.iterancestors()]
        if _FALLBACK not in inside and qn("w:txbxContent") not in inside:
            yield box
