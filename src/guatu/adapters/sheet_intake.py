"""XLSX and XLS ledgers of requirements: every sheet as text, a line a row, cells parted by tabs."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from guatu.adapters.biff_bounds import cells_spanned
from guatu.adapters.compound_files import BrokenContainerError, streams_of
from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_faults import fault
from guatu.adapters.intake_kinds import SHEET, XLS
from guatu.adapters.workbook_bounds import MOST_CELLS
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.reading.ledger_grid import DITTO
from guatu.domain.reading.marks import SourceText

MOST_SHEETS = 50
MOST_ROWS = 20_000
_WORKBOOK = "Workbook"


def read_sheet(raw: bytes, name: str) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Return the tables of a workbook as text, or None with the diagnostic that says why.

    A cell that a merge covers says *ditto* of the cell above; hidden sheets are not read.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        names = [
            one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible
        ]
        if len(names) > MOST_SHEETS:
            return None, (fault("reading.too_many_sheets", name, ("most", MOST_SHEETS)),)
        sheets = [book.get_sheet_by_name(one) for one in names]
    except PasswordError:
        return None, (fault("reading.encrypted", name),)
    except (CalamineError, OSError, ValueError):
        return None, (fault("reading.broken_file", name),)
    if sum(one.total_height for one in sheets) > MOST_ROWS:
        return None, (fault("sheet.too_many_rows", name, ("most", MOST_ROWS)),)
    parts = [part for one in sheets if (part := _text_of(one))]
    text = "\n\n".join(parts)
    if not text:
        return None, (fault("reading.empty", name),)
    if len(text) > MOST_CHARACTERS:
        return None, (fault("reading.too_long", name, ("most", MOST_CHARACTERS)),)
    return SourceText(text=text, media_type=SHEET, pages=len(parts), ledger=True), ()


def read_xls(raw: bytes, name: str) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Return the tables of a workbook of before 2007 as text, as :func:`read_sheet` does."""
    try:
        workbook = streams_of(raw, frozenset((_WORKBOOK,))).get(_WORKBOOK, b"")
    except BrokenContainerError:
        return None, (fault("reading.broken_file", name),)
    if cells_spanned(workbook) > MOST_CELLS:
        return None, (fault("reading.unfolds_too_much", name),)
    source, told = read_sheet(raw, name)
    return (None if source is None else replace(source, media_type=XLS)), told


def _text_of(sheet: CalamineSheet) -> str:
    rows = sheet.to_python(skip_empty_area=False)
    covered = _covered(sheet)
    lines: list[str] = []
    for number, row in enumerate(rows):
        cells = [_words(cell) for cell in row]
        for place, words in enumerate(cells):
            if not words and (number, place) in covered:
                cells[place] = DITTO
        if any(one not in {"", DITTO} for one in cells):
            lines.append("\t".join(_trimmed(cells)))
    return "\n".join(lines)


def _covered(sheet: CalamineSheet) -> frozenset[tuple[int, int]]:
    """Return the cells that a merge covers below its first row."""
    return frozenset(
        (row, column)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if bottom > top and (bottom - top) * (right - left + 1) <= MOST_ROWS
        for row in range(top + 1, bottom + 1)
        for column in range(left, right + 1)
    )


def _trimmed(cells: Sequence[str]) -> list[str]:
    trimmed = list(cells)
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return trimmed


def _words(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split()) if value is not None else ""
