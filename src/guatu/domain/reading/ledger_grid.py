"""A table kept as text: sheets parted by empty lines, a line a row, cells parted by tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.lexicon import Lexicon

_HEAD_ROWS = 12
DITTO = "〃"
"""What is written into a cell that one above it, merged over several rows, covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a table: its words without the blanks around them, and where they stand."""

    words: str
    span: Span


GridRow = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumns:
    """Which column holds what, by its place; None where the table has no such column."""

    head: int
    actions: tuple[int, ...]
    lead: int | None
    helpers: int | None
    deadline: int | None
    issuer: int | None
    leads: bool = False


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


def columns_of(rows: Sequence[GridRow], lexicon: Lexicon) -> GridColumns | None:
    """Return the columns by the row of headings; None for a table without a column of tasks.

    A row of headings names a task and at least one thing more (a unit, a limit).
    """
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        found = _columns(number, row, lexicon)
        if found is not None:
            return found
    return None


def _columns(number: int, row: GridRow, lexicon: Lexicon) -> GridColumns | None:
    names = ["".join(cell.words.split()) for cell in row]
    actions = _places(names, lexicon.ledger_actions)
    lead = _place(names, lexicon.ledger_leads, without=actions)
    helpers = _place(names, lexicon.ledger_helpers, without=actions)
    deadline = _place(names, lexicon.ledger_deadlines, without=actions)
    if not actions or (lead is None and deadline is None):
        return None
    return GridColumns(
        head=number,
        actions=actions,
        lead=lead,
        helpers=helpers,
        deadline=deadline,
        issuer=_place(names, lexicon.ledger_issuers, without=actions),
        leads=lead is not None and "牵头" in names[lead],
    )


def _places(names: Sequence[str], words: Sequence[str]) -> tuple[int, ...]:
    """Return the columns that one of the words names, the most telling word's first."""
    ranked = [
        (words.index(word), place)
        for place, name in enumerate(names)
        for word in [next((one for one in words if _names(name, one)), "")]
        if word
    ]
    return tuple(place for _, place in sorted(ranked))


def _place(names: Sequence[str], words: Sequence[str], *, without: Sequence[int]) -> int | None:
    return next((one for one in _places(names, words) if one not in without), None)


def _names(heading: str, word: str) -> bool:
    bare = heading.strip("*：:（）()")
    return bare == word or (len(word) > 2 and bare.startswith(word) and len(bare) <= len(word) + 8)
