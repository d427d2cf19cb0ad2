"""ODT, packed or as one XML file: read as DOCX is.

Paragraphs with the numbers that lists and headings print, tables as rows, text boxes; heads, feet
and notes as furniture; tracked deletions, hidden words and comments are not read.
Source: OASIS Open Document Format 1.2, parts 1 (texts) and 3 (packages).
"""

import io
import zipfile
from collections.abc import Iterator
from statistics import median
from typing import Any

from lxml import etree

from guatu.adapters.doc_tables import DocRow, rows_as_lines
from guatu.adapters.intake_faults import TORN_PACKAGE, Taken, fault, text_of_lines
from guatu.adapters.intake_kinds import FLAT_ODT, ODT
from guatu.adapters.odt_styles import OUTLINE, OdtCount, OdtStyles, named, take_out_deleted
from guatu.adapters.word_paragraphs import paragraph_line
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.styled import StyledLine

_BROKEN = (*TORN_PACKAGE, etree.XMLSyntaxError, TypeError)
_MOST_SPANNED = 63
_COLUMN = 1000
_P, _H = named("text:p"), named("text:h")
_LIST, _ITEM, _TABLE = named("text:list"), named("text:list-item"), named("table:table")
_CELL, _COVERED = named("table:table-cell"), named("table:covered-table-cell")
_NOTE, _BOX = named("text:note"), named("draw:text-box")
_SKIPPED = frozenset(
    named(one)
    for one in (
        "office:annotation",
        "office:annotation-end",
        "text:tracked-changes",
        "text:ruby-text",
        "text:number",
        "text:index-title-template",
        "text:table-of-content-source",
        "office:forms",
        "svg:title",
        "svg:desc",
        "office:event-listeners",
    )
)
_SIGNS = {named("text:s"): " ", named("text:tab"): " ", named("text:line-break"): " "}
_HIDDEN = (named("text:hidden-text"), named("text:hidden-paragraph"))


def read_odt(raw: bytes, name: str) -> Taken:
    """Return the text of an ODT file as read, or None with the diagnostic that says why."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if b":encryption-data" in parts.read("META-INF/manifest.xml"):
                return None, (fault("reading.encrypted", name),)
            content = _root(parts.read("content.xml"))
            held = set(parts.namelist())
            styles = _root(parts.read("styles.xml")) if "styles.xml" in held else None
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return _taken(content, styles, name, ODT)


def read_flat_odt(raw: bytes, name: str) -> Taken:
    """Return the text of an OpenDocument text in one XML file, as :func:`read_odt` does."""
    try:
        root = _root(raw.strip())
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return _taken(root, root, name, FLAT_ODT)


def _root(raw: bytes) -> Any:
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))


def _taken(content: Any, styles: Any | None, name: str, media_type: str) -> Taken:
    body = content.find(f"{named('office:body')}/{named('office:text')}")
    if body is None:
        return None, (fault("reading.open_document", name),)
    take_out_deleted(content)
    try:
        lines = tuple(_Odt(content, styles).lines(body))
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return text_of_lines(lines, name, media_type=media_type)


class _Odt:
    """Walks a document from its heads to its feet."""

    def __init__(self, content: Any, styles: Any | None) -> None:
        self._masters = () if styles is None else tuple(styles.iter(named("style:master-page")))
        self._styles = OdtStyles([content] if styles is None else [content, styles])
        self._outline = OdtCount(self._styles.levels(OUTLINE))
        self._last: dict[str, OdtCount] = {}
        self._notes: list[str] = []
        self._size = 12.0

    def lines(self, body: Any) -> Iterator[StyledLine]:
        """Yield the body between what is printed around it."""
        sizes = [
            self._size_of(one)
            for one in body.iter(_P, _H)
            for length in (len(self._text(one).strip()),)
            for _ in range(1 + length // 20 if length else 0)
        ]
        self._notes.clear()
        self._size = median(sizes) if sizes else 12.0
        yield from self._around("style:header")
        yield from self._blocks(body)
        for words in self._notes:
            yield StyledLine(words=words, role=LineRole.FURNITURE)
        yield from self._around("style:footer")

    def _around(self, place: str) -> Iterator[StyledLine]:
        told: set[str] = set()
        tags = [named(f"{place}{kind}") for kind in ("", "-left")]
        for one in (part for master in self._masters for part in master.iterchildren(*tags)):
            if one.get(named("style:display")) == "false":
                continue
            for words in (self._text(each).strip() for each in one.iter(_P, _H)):
                if words and words not in told:
                    told.add(words)
                    yield StyledLine(words=words, role=LineRole.FURNITURE)

    def _blocks(self, parent: Any) -> Iterator[StyledLine]:
        for child in parent:
            if child.tag in _SKIPPED or not isinstance(child.tag, str) or self._is_hidden(child):
                continue
            if child.tag in (_P, _H):
                outlined = child.tag == _H and child.get(named("text:is-list-header")) != "true"
                level = child.get(named("text:outline-level")) or "1"
                number = self._outline.words(int(level)) if outlined and level.isdecimal() else ""
                yield from self._paragraph(child, number)
            elif child.tag == _LIST:
                yield from self._list(child, 1, None)
            elif child.tag == _TABLE:
                for words in rows_as_lines(self._rows(child)):
                    yield StyledLine(words=words)
            else:
                # Sections, indexes and frames hold paragraphs of their own.
                yield from self._blocks(child)

    def _list(self, element: Any, level: int, count: OdtCount | None) -> Iterator[StyledLine]:
        if count is None:
            name = element.get(named("text:style-name")) or ""
            goes_on = element.get(named("text:continue-numbering")) == "true"
            goes_on = goes_on or element.get(named("text:continue-list")) is not None
            count = self._last.get(name) if goes_on else None
            count = OdtCount(self._styles.levels(name)) if count is None else count
            self._last[name] = count
        for item in element:
            numbered = item.tag == _ITEM
            for child in item:
                if child.tag == _LIST:
                    yield from self._list(child, level + 1, count)
                elif child.tag in (_P, _H):
                    start = item.get(named("text:start-value"))
                    number = count.words(level, start) if numbered else ""
                    yield from self._paragraph(child, number)
                    numbered = False

    def _paragraph(self, element: Any, number: str) -> Iterator[StyledLine]:
        words = self._text(element).strip()
        style = element.get(named("text:style-name")) or ""
        if words and not self._is_hidden(element):
            yield paragraph_line(
                words,
                number=number,
                size=self._size_of(element) / self._size,
                style="heading 1"
                if element.tag == _H and element.get(named("text:outline-level")) == "1"
                else self._styles.name(style),
                to_the_right=self._styles.to_the_right(style),
            )
        for box in element.iter(_BOX):
            if next(box.iterancestors(_BOX, _P, _H), None) is element:
                yield from self._blocks(box)

    def _rows(self, table: Any) -> list[DocRow]:
        """Return the rows of a table; cells below a merged one are told by their place."""
        rows: list[DocRow] = []
        below: dict[int, list[int]] = {}
        for row in table.iter(named("table:table-row")):
            if next(row.iterancestors(_TABLE)) is table:
                rows.append(self._row(row, below))
        return rows

    def _row(self, row: Any, below: dict[int, list[int]]) -> DocRow:
        """Return a row; ``below`` holds, for each column, the rows that a cell above still covers and its width."""
        cells: list[str] = []
        edges: list[int] = []
        merged: set[int] = set()
        place = covered = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            for _ in range(_number(cell, "table:number-columns-repeated")):
                if cell.tag == _COVERED and covered:
                    covered -= 1
                    place += 1
                    continue
                open_rows, wide = below.get(place, [0, 1])
                if cell.tag == _COVERED and open_rows:
                    merged.add(len(cells))
                    below[place][0] -= 1
                else:
                    wide = _number(cell, "table:number-columns-spanned")
                    below[place] = [_number(cell, "table:number-rows-spanned") - 1, wide]
                edges.append(place * _COLUMN)
                cells.append(self._cell(cell))
                place, covered = place + 1, wide - 1
        edges.append((place + covered) * _COLUMN)
        return DocRow(cells=tuple(cells), edges=tuple(edges), merged=frozenset(merged))

    def _cell(self, cell: Any) -> str:
        paragraphs = (self._text(one).strip() for one in cell.iter(_P, _H))
        return " ".join(one for one in paragraphs if one)

    def _size_of(self, element: Any) -> float:
        """Return the size of a paragraph's first words, in points."""
        style = element.get(named("text:style-name")) or ""
        if not (element.text or "").strip():
            for one in element.iter(named("text:span")):
                if (one.text or "").strip():
                    return self._styles.size(style, one.get(named("text:style-name")) or "")
        return self._styles.size(style)

    def _is_hidden(self, element: Any) -> bool:
        style = element.get(named("text:style-name")) or ""
        family = {_P: "paragraph", _H: "paragraph", named("text:span"): "text"}.get(element.tag, "")
        if element.tag == named("text:section"):
            return bool(element.get(named("text:display")) == "none")
        if any(one.tag == _HIDDEN[1] and _hides(one) for one in element.iterchildren(*_HIDDEN)):
            return True
        return bool(family and style and self._styles.is_hidden(family, style))

    def _text(self, element: Any) -> str:
        """Return the words of a paragraph as its page shows them; boxes and notes are not its words."""
        parts: list[str] = [element.text or ""]
        waiting: list[Any] = list(reversed(element))
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
                continue
            if one.tail:
                waiting.append(one.tail)
            if one.tag in _SKIPPED or not isinstance(one.tag, str) or one.tag in (_BOX, _P, _H):
                continue
            if one.tag == _NOTE:
                self._notes += (self._text(each).strip() for each in one.iter(_P))
            elif one.tag in _SIGNS:
                parts.append(_SIGNS[one.tag])
            elif not (one.tag in _HIDDEN and _hides(one)) and not self._is_hidden(one):
                parts.append(one.text or "")
                waiting.extend(reversed(one))
        return "".join(parts).replace("\n", " ").replace("\t", " ")


def _hides(element: Any) -> bool:
    return bool(element.get(named("text:is-hidden")) != "false")


def _number(element: Any, name: str) -> int:
    said = element.get(named(name)) or "1"
    return max(1, min(int(said), _MOST_SPANNED)) if said.isdecimal() and len(said) < 6 else 1
