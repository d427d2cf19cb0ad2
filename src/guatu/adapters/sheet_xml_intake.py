"""Workbooks in the XML of 2003 (SpreadsheetML), which office systems write as .xml and .xls.

Read as XLSX ledgers are: days by ISO 8601, numbers as they are kept, comments not at all.
Source: XML Spreadsheet Reference, Office 2003 (Workbook, Worksheet, Row, Cell, Data, WorksheetOptions).
"""

import re
from datetime import datetime
from typing import Any

from lxml import etree

from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import SHEET_XML
from guatu.adapters.sheet_elements import ended_elements
from guatu.adapters.sheet_text import MOST_ROWS, CrowdedSheetError, SheetCells, ledger_of

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_SHEET, _ROW, _CELL, _DATA = (f"{_SS}{one}" for one in ("Worksheet", "Row", "Cell", "Data"))
_VISIBLE = f"{_X}WorksheetOptions/{_X}Visible"
_MOST_COLUMNS = 16_384
_MOST_NUMBER = 1_048_576
_NO_SIGN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
"""Signs that no XML may hold and that some programs write into it all the same."""
_NO_DAY = 1900
"""A time of day is kept as one of the last day before 1900."""


def read_sheet_xml(raw: bytes, name: str) -> Taken:
    """Return the tables of a workbook as text, or None with the diagnostic that says why."""
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    content = raw if wide else _NO_SIGN.sub(b"", raw.strip())
    sheets: list[SheetCells] = []
    rows = _Rows()
    try:
        for element in ended_elements(content, frozenset((_SHEET,)), _ROW):
            if element.tag == _ROW:
                rows.add(element)
                continue
            rows.sheet.name = element.get(f"{_SS}Name") or ""
            rows.sheet.hidden = (element.findtext(_VISIBLE) or "").startswith("Sheet")
            sheets.append(rows.sheet)
            rows = _Rows()
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    except (etree.XMLSyntaxError, ValueError):
        return None, (fault("reading.broken_file", name),)
    return ledger_of(sheets, name, media_type=SHEET_XML)


class _Rows:
    """The rows of one sheet as they are met; rows and cells that are left out are counted over."""

    def __init__(self) -> None:
        self.sheet = SheetCells()
        self._next = 0

    def add(self, row: Any) -> None:
        """Keep a row with its merged cells."""
        number = _place(row, "Index", self._next, _MOST_NUMBER)
        cells: list[object] = []
        for cell in row.iterchildren(_CELL):
            place = _place(cell, "Index", len(cells), _MOST_COLUMNS)
            cells.extend([""] * (place - len(cells)))
            wide, high = _more(cell, "MergeAcross"), _more(cell, "MergeDown")
            if high:
                self.sheet.merges.append(((number, place), (number + high, place + wide)))
            data = cell.find(_DATA)
            cells.append("" if data is None else _value(data))
            cells.extend([""] * wide)
            if len(cells) > _MOST_COLUMNS:
                raise ValueError("no sheet has so many columns")
        self.sheet.add(number, cells)
        self._next = number + 1 + _more(row, "Span")


def _place(element: Any, attribute: str, expected: int, most: int) -> int:
    """Return the place that an element names (from 0), else the one behind the last; never one before it."""
    stated = element.get(f"{_SS}{attribute}") or ""
    if not stated.isdecimal():
        return expected
    if len(stated) > 7 or int(stated) > most:
        raise ValueError("no sheet is so large")
    return max(expected, int(stated) - 1)


def _more(element: Any, attribute: str) -> int:
    stated = element.get(f"{_SS}{attribute}") or "0"
    return min(int(stated), _MOST_COLUMNS) if stated.isdecimal() and len(stated) < 8 else 0


def _value(data: Any) -> object:
    words = "".join(data.itertext())
    kind = data.get(f"{_SS}Type")
    try:
        if kind == "Number":
            return float(words) if abs(float(words)) < 1e15 else words
        if kind == "DateTime":
            told = datetime.fromisoformat(words.strip())
            return told if told.year >= _NO_DAY else told.time()
    except ValueError:
        return words
    return bool(words.strip() == "1") if kind == "Boolean" else words
