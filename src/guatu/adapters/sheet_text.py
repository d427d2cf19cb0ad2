"""The sheets of a workbook, whichever program wrote them, as the text of a ledger.

Every sheet is a table: a line a row, cells parted by tabs, sheets parted by empty lines.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from guatu.adapters.intake_bounds import MOST_CHARACTERS
from guatu.adapters.intake_faults import Taken, fault
from guatu.adapters.lexicons import load_lexicon
from guatu.adapters.workbook_bounds import MOST_CELLS
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.reading.ledger_grid import DITTO, SHEET_LABEL, grid_row
from guatu.domain.reading.ledger_headings import GridColumns, columns_of
from guatu.domain.reading.marks import SourceText
from guatu.domain.reading.units import is_unit

MOST_SHEETS = 50
MOST_ROWS = 20_000
HEAD_ROWS = 13
LONGEST_TITLE = 60
"""So many rows may stand above a ledger's headings with them, and so long a title's cell may be."""
_MOST_COVERED = 500_000
_NAMED = 5
_LONG = 1e15
_YEAR = re.compile("20\\d\\d")

Corner = tuple[int, int]


class CrowdedSheetError(Exception):
    """A sheet that holds more rows or cells than are taken; ``code`` is what is said of it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True, kw_only=True)
class SheetCells:
    """The cells of one sheet as a reader meets them: only rows that hold words are kept.

    A merge is its upper left and its lower right corner. Raises :class:`CrowdedSheetError`.
    """

    name: str = ""
    hidden: bool = False
    rows: list[tuple[int, list[object]]] = field(default_factory=list)
    merges: list[tuple[Corner, Corner]] = field(default_factory=list)
    _held: int = 0

    def add(self, number: int, cells: Sequence[object], *, times: int = 1) -> None:
        """Keep a row, from the first column on, that comes as often as ``times`` in a row."""
        trimmed = _trimmed(cells)
        if not trimmed:
            return
        if len(self.rows) + times > MOST_ROWS:
            raise CrowdedSheetError("sheet.too_many_rows")
        self._held += len(trimmed) * times
        if self._held > MOST_CELLS:
            raise CrowdedSheetError("reading.unfolds_too_much")
        self.rows.extend((number + more, trimmed) for more in range(times))


def ledger_of(sheets: Iterable[SheetCells], name: str, *, media_type: str) -> Taken:
    """Return the text of the sheets that are shown, or None with the diagnostic that says why.

    A cell that a merge covers says *ditto* of the cell above. Hidden sheets are told and not
    read; hidden rows and columns are read.
    """
    every = list(sheets)
    shown = [one for one in every if not one.hidden]
    if len(shown) > MOST_SHEETS:
        return None, (fault("reading.too_many_sheets", name, ("most", MOST_SHEETS)),)
    if sum(len(one.rows) for one in shown) > MOST_ROWS:
        return None, (fault("sheet.too_many_rows", name, ("most", MOST_ROWS)),)
    parts = [part for one in shown if (part := _text_of(one))]
    text = "\n\n".join(parts)
    told = told_hidden([one.name for one in every if one.hidden and one.rows], name)
    if not text:
        return None, (*told, fault("reading.empty", name))
    if len(text) > MOST_CHARACTERS:
        return None, (fault("reading.too_long", name, ("most", MOST_CHARACTERS)),)
    return SourceText(text=text, media_type=media_type, pages=len(parts), ledger=True), told


def told_hidden(names: Sequence[str], name: str) -> tuple[Diagnostic, ...]:
    """Return the note that names the hidden sheets of a file, which are not read."""
    if not names:
        return ()
    listed = "、".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
    told = Diagnostic(
        code="reading.hidden_sheets",
        severity=Severity.INFO,
        source=name,
        arguments=(("name", name), ("count", len(names)), ("sheets", listed)),
    )
    return (told,)


def named_columns(rows: Iterable[Sequence[object]]) -> GridColumns | None:
    """Return the columns of a ledger whose first rows hold headings that name a task; None of any other table."""
    head = ("\t".join(str(cell) for cell in row) for row in islice(rows, HEAD_ROWS))
    return columns_of(tuple(grid_row(one, 0) for one in head), load_lexicon())


def _text_of(sheet: SheetCells) -> str:
    covered = _covered(sheet)
    lines: list[str] = []
    for number, row in sheet.rows:
        cells = [cell_words(cell) for cell in row]
        for place in sorted(covered.get(number, ())):
            cells.extend([""] * (place + 1 - len(cells)))
            if not cells[place]:
                cells[place] = DITTO
        if any(one not in {"", DITTO} for one in cells):
            lines.append("\t".join(_trimmed(cells)))
    return "\n".join((*_told_by_name(sheet.name, lines), *lines))


def _told_by_name(name: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return a line for the sheet's name where it alone tells the year, or whose tasks these are."""
    top = tuple(grid_row(one, 0) for one in lines[:HEAD_ROWS])
    columns = columns_of(top, load_lexicon())
    if columns is None:
        return ()
    above = "".join(lines[: columns.head])
    tells_year = _YEAR.search(name) and not _YEAR.search(above)
    whose = not columns.leads and not columns.units and name not in above
    if tells_year or (whose and is_unit(name, load_lexicon())):
        return (f"{SHEET_LABEL}{name}",)
    return ()


def _covered(sheet: SheetCells) -> dict[int, set[int]]:
    """Return by their rows the columns that a merge covers below its first row."""
    kept = {number for number, _ in sheet.rows}
    covered: dict[int, set[int]] = {}
    left = _MOST_COVERED
    for (top, first), (bottom, last) in sheet.merges:
        size = (bottom - top) * (last - first + 1)
        left -= size
        if bottom <= top or size > MOST_ROWS or left < 0:
            continue
        for row in range(top + 1, bottom + 1):
            if row in kept:
                covered.setdefault(row, set()).update(range(first, last + 1))
    return covered


def _trimmed(cells: Sequence[Any]) -> list[Any]:
    trimmed = list(cells)
    while trimmed and trimmed[-1] in {"", None}:
        trimmed.pop()
    return trimmed


def cell_words(value: object) -> str:
    """Return what a cell says in one line: a whole number without its point, a day by ISO 8601."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _LONG:
        return str(int(value))
    if isinstance(value, datetime):
        if not (value.hour or value.minute):
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, time):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split()) if value is not None else ""
