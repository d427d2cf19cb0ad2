"""XLSX and XLS ledgers of requirements: every sheet as text, a line a row, cells parted by tabs."""

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from guatu.adapters.biff_bounds import cells_spanned, is_locked
from guatu.adapters.compound_files import BrokenContainerError, streams_of
from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.intake_kinds import SHEET, XLS
from guatu.adapters.sheet_text import (
    MOST_ROWS,
    MOST_SHEETS,
    CrowdedSheetError,
    SheetCells,
    ledger_of,
)
from guatu.adapters.workbook_bounds import MOST_CELLS
from guatu.adapters.workbook_stops import ForeseenFaults

_WORKBOOK = "Workbook"


def read_sheet(raw: bytes, name: str) -> Taken:
    """Return the tables of a workbook as text, or None with the diagnostic that says why."""
    return _read(raw, name, SHEET)


def read_xls(raw: bytes, name: str) -> Taken:
    """Return the tables of a workbook of 1997 to 2003, or of WPS, as :func:`read_sheet` does.

    Older ones do not come so far: the library takes their Chinese for other characters.
    """
    try:
        workbook = streams_of(raw, frozenset((_WORKBOOK,))).get(_WORKBOOK, b"")
    except BrokenContainerError:
        return None, (fault("reading.broken_file", name),)
    if is_locked(workbook):
        return None, (fault("reading.encrypted", name),)
    if cells_spanned(workbook) > MOST_CELLS:
        return None, (fault("reading.unfolds_too_much", name),)
    return _read(raw, name, XLS)


def _read(raw: bytes, name: str, media_type: str) -> Taken:
    try:
        return _told(raw, name, media_type)
    except PasswordError:
        return None, (fault("reading.encrypted", name),)
    except CrowdedSheetError as crowded:
        return None, (fault(crowded.code, name, ("most", MOST_ROWS)),)
    except (CalamineError, OSError, ValueError):
        return None, (fault("reading.broken_file", name),)


def _told(raw: bytes, name: str, media_type: str) -> Taken:
    with ForeseenFaults():
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        held = [
            (place, one.visible is not SheetVisibleEnum.Visible)
            for place, one in enumerate(book.sheets_metadata)
            if one.typ is SheetTypeEnum.WorkSheet
        ]
        if sum(not hidden for _, hidden in held) > MOST_SHEETS:
            return None, (fault("reading.too_many_sheets", name, ("most", MOST_SHEETS)),)
        sheets = [(book.get_sheet_by_index(place), hidden) for place, hidden in held]
        if sum(one.total_height for one, hidden in sheets if not hidden) > MOST_ROWS:
            return None, (fault("sheet.too_many_rows", name, ("most", MOST_ROWS)),)
        cells = [_cells(one, hidden=hidden) for one, hidden in sheets]
    return ledger_of(cells, name, media_type=media_type)


def _cells(sheet: CalamineSheet, *, hidden: bool) -> SheetCells:
    held = SheetCells(name=sheet.name, hidden=hidden)
    if hidden:
        # Whether there is anything in it is all that is told.
        held.rows += [(0, [])] * (sheet.start is not None)
        return held
    held.merges += sheet.merged_cell_ranges or ()
    for number, row in enumerate(sheet.to_python(skip_empty_area=False)):
        held.add(number, row)
    return held
