"""A table kept as text: sheets parted by empty lines, a line a row, cells parted by tabs."""

from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span

DITTO = "〃"
"""What is written into a cell that one above it, merged over several rows, covers."""
SHEET_LABEL = "工作表："
"""Stands before the name of a sheet where that tells more than its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a table: its words without the blanks around them, and where they stand."""

    words: str
    span: Span


GridRow = tuple[GridCell, ...]


def grid_sheets(text: str) -> tuple[tuple[GridRow, ...], ...]:
    """Return the sheets of a table with their rows; rows without words are left out."""
    sheets: list[list[GridRow]] = [[]]
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            sheets[-1].append(grid_row(line, offset))
        elif sheets[-1]:
            sheets.append([])
        offset += len(line) + 1
    return tuple(tuple(one) for one in sheets if one)


def grid_row(line: str, offset: int) -> GridRow:
    """Return the cells of a line of text that begins at ``offset``; tabs part them."""
    cells: list[GridCell] = []
    for raw in line.split("\t"):
        words = raw.strip()
        start = offset + (raw.index(words) if words else 0)
        cells.append(GridCell(words=words, span=Span(start=start, end=start + len(words))))
        offset += len(raw) + 1
    return tuple(cells)
