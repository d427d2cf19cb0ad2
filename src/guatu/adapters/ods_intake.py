"""ODS, packed or as one XML file: read as XLSX ledgers are.

Days stand by ISO 8601, all else as the sheet shows it; comments and drawings are not read.
Source: OASIS Open Document Format 1.2, parts 1 (9, tables; 19, attributes of cells) and 3 (packages).
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree

from guatu.adapters.intake_faults import TORN_PACKAGE, Taken, fault
from guatu.adapters.intake_kinds import FLAT_ODS, ODS
from guatu.adapters.odt_styles import named
from guatu.adapters.sheet_elements import ended_elements
from guatu.adapters.sheet_text import MOST_ROWS, CrowdedSheetError, SheetCells, ledger_of

_BROKEN = (*TORN_PACKAGE, etree.XMLSyntaxError)
_TABLE, _ROW, _STYLE = named("table:table"), named("table:table-row"), named("style:style")
_SHEETS = named("office:spreadsheet")
_CELLS = (named("table:table-cell"), named("table:covered-table-cell"))
_P = named("text:p")
_SILENT = frozenset(
    named(one)
    for one in ("office:annotation", "office:annotation-end", "text:ruby-text", "draw:frame")
)
_SIGNS = frozenset(named(one) for one in ("text:s", "text:tab", "text:line-break"))
_MOST_COLUMNS = 16_384
_MOST_NUMBER = 1_048_576


def read_ods(raw: bytes, name: str) -> Taken:
    """Return the tables of an ODS file as text, or None with the diagnostic that says why."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if b":encryption-data" in parts.read("META-INF/manifest.xml"):
                return None, (fault("reading.encrypted", name),)
            content = parts.read("content.xml")
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return _taken(content, name, ODS)


def read_flat_ods(raw: bytes, name: str) -> Taken:
    """Return the tables of an ODS in one XML file, as :func:`read_ods` does."""
    return _taken(raw.strip(), name, FLAT_ODS)


def _taken(content: bytes, name: str, media_type: str) -> Taken:
    try:
        sheets = _Sheets().of(content)
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    except _BROKEN:
        return None, (fault("reading.broken_file", name),)
    return ledger_of(sheets, name, media_type=media_type)


class _Sheets:
    """The tables of a document in order, put together row by row."""

    def __init__(self) -> None:
        self._hidden: set[str] = set()
        self._sheets: list[SheetCells] = []
        self._open = SheetCells()
        self._number = 0

    def of(self, content: bytes) -> list[SheetCells]:
        """Return the sheets of a document's content."""
        for element in ended_elements(content, frozenset((_TABLE, _STYLE)), _ROW):
            if element.tag == _ROW:
                self._add(element)
            elif element.tag == _STYLE:
                shown = element.find(named("style:table-properties"))
                if shown is not None and shown.get(named("table:display")) == "false":
                    self._hidden.add(element.get(named("style:name")) or "")
            elif element.getparent().tag == _SHEETS:
                self._open.name = element.get(named("table:name")) or ""
                self._open.hidden = element.get(named("table:style-name")) in self._hidden
                self._sheets.append(self._open)
                self._open, self._number = SheetCells(), 0
        return self._sheets

    def _add(self, row: Any) -> None:
        times = _count(row, "table:number-rows-repeated", _MOST_NUMBER)
        cells: list[object] = []
        for cell in row.iterchildren(*_CELLS):
            again = _count(cell, "table:number-columns-repeated", _MOST_COLUMNS)
            if len(cells) + again > _MOST_COLUMNS:
                raise ValueError("no sheet has so many columns")
            wide = _count(cell, "table:number-columns-spanned", _MOST_COLUMNS)
            high = _count(cell, "table:number-rows-spanned", _MOST_NUMBER)
            if high > 1:
                corner = (self._number + high - 1, len(cells) + wide - 1)
                self._open.merges.append(((self._number, len(cells)), corner))
            cells.extend([_value(cell)] * again)
        self._open.add(self._number, cells, times=times)
        self._number += times


def _count(element: Any, attribute: str, most: int) -> int:
    stated = element.get(named(attribute)) or "1"
    return max(1, min(int(stated), most)) if stated.isdecimal() and len(stated) < 9 else 1


def _value(cell: Any) -> object:
    """Return a cell's day, else the words that it shows; a value that is shown by nothing stands itself."""
    day = cell.get(named("office:date-value"))
    if cell.get(named("office:value-type")) == "date" and day:
        try:
            return datetime.fromisoformat(day)
        except ValueError:
            pass
    words = " ".join("".join(_said(one)) for one in cell.iterchildren(_P))
    return words.strip() or cell.get(named("office:value")) or ""


def _said(paragraph: Any) -> Iterator[str]:
    """Yield what a paragraph says, without recursion."""
    waiting = [(paragraph, True)]
    while waiting:
        element, opening = waiting.pop()
        if not opening or not isinstance(element.tag, str) or element.tag in _SILENT:
            yield element.tail or ""
            continue
        yield " " if element.tag in _SIGNS else element.text or ""
        if element is not paragraph:
            waiting.append((element, False))
        waiting.extend((child, True) for child in reversed(element))
