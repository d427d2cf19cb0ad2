"""Tables drawn with rulings on a page with boxes: which cells they have, and what stands in each.

A ruling is a thin line along the page or across it. Rulings that touch make one table; where
one is missing between two places of the grid, the two are one cell (merged cells). After the
lattice method of Nurminen, *Algorithmic extraction of data in tables in PDF documents* (2013).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guatu.domain.reading.boxes import Box, BoxedLine, Ruling, body_size

_NEAR = 3.0
_USUAL_TYPE = 16.0
"""Lengths here are for type of at most so many points; on a page of pixels they grow with its type."""
_SHORTEST = 8.0
_COVERED = 0.75
_FEWEST_EDGES = 3
_MOST_EDGES = 400
# A map or a drawing has more lines than any table of a paper.
_MOST_RULINGS = 6000
# A frame around articles has few cells and much text in each; a table has many and little.
_MOST_WORDS = 120
_LEAST_FILLED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table: the lines of each cell, top down; a cell without words holds none.

    ``covered`` are the columns where a cell from the row above goes on.
    """

    cells: tuple[tuple[BoxedLine, ...], ...]
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """A table with its place on the page and its rows, from the top."""

    box: Box
    rows: tuple[TableRow, ...]

    @property
    def lines(self) -> tuple[BoxedLine, ...]:
        """All lines that stand in its cells."""
        return tuple(line for row in self.rows for cell in row.cells for line in cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """The edges of a table, and the rulings along each: level or upright, and which edge."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    along: Mapping[tuple[bool, int], Sequence[Ruling]]


def ruled_tables(
    rulings: Sequence[Ruling], lines: Sequence[BoxedLine], page: int
) -> tuple[RuledTable, ...]:
    """Return the tables of a page with the lines that stand in their cells.

    A frame around whole articles, and rulings that part columns of a newspaper, are none.
    """
    found: list[RuledTable] = []
    scale = max(1.0, body_size(tuple(lines)) / _USUAL_TYPE)
    long = [one for one in rulings if one.end - one.start >= _SHORTEST * scale]
    if len(long) > _MOST_RULINGS:
        return ()
    for group in _touching(long, _NEAR * scale):
        grid = _grid(group, _NEAR * scale)
        if grid is None:
            continue
        table = _filled(grid, lines, page)
        if table is not None and _is_table(table):
            found.append(table)
    return tuple(sorted(found, key=lambda one: (one.box.y0, one.box.x0)))


def _touching(rulings: Sequence[Ruling], near: float) -> Iterator[tuple[Ruling, ...]]:
    """Yield the rulings that touch one another, group by group."""
    level = np.array([one.level for one in rulings], dtype=bool)
    at, start, end = (
        np.array([getattr(one, name) for one in rulings]) for name in ("at", "start", "end")
    )
    free = np.ones(len(rulings), dtype=bool)
    for first in range(len(rulings)):
        if not free[first]:
            continue
        free[first] = False
        group = [first]
        for i in group:
            alike = (level == level[i]) & (np.abs(at - at[i]) <= near)
            beside = alike & (start <= end[i] + near) & (end >= start[i] - near)
            crosses = (level != level[i]) & (start - near <= at[i]) & (at[i] <= end + near)
            crosses &= (start[i] - near <= at) & (at <= end[i] + near)
            found = np.flatnonzero(free & (beside | crosses))
            free[found] = False
            group += found.tolist()
        yield tuple(rulings[i] for i in group)


def _grid(group: Sequence[Ruling], near: float) -> _Grid | None:
    xs = _edges([one.at for one in group if not one.level], near)
    ys = _edges([one.at for one in group if one.level], near)
    if not (_FEWEST_EDGES <= len(xs) <= _MOST_EDGES and 2 <= len(ys) <= _MOST_EDGES):
        return None
    along: dict[tuple[bool, int], list[Ruling]] = {}
    for one in group:
        edges = ys if one.level else xs
        place = min(range(len(edges)), key=lambda k: abs(edges[k] - one.at))
        along.setdefault((one.level, place), []).append(one)
    return _Grid(xs=xs, ys=ys, along=along)


def _edges(places: Sequence[float], near: float) -> tuple[float, ...]:
    """Return the places with those that lie close together as one: a border is drawn twice."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > near:
            edges.append(place)
    return tuple(edges)


def _drawn(grid: _Grid, *, level: bool, edge: int, start: float, end: float) -> bool:
    """Tell whether one ruling along an edge covers most of the stretch between two others."""
    along = grid.along.get((level, edge), ())
    covered = max((min(one.end, end) - max(one.start, start) for one in along), default=0.0)
    return covered >= _COVERED * (end - start)


def _filled(grid: _Grid, lines: Sequence[BoxedLine], page: int) -> RuledTable | None:
    """Put each line into its cell; a cell over several rows or columns fills its first place."""
    owner = _owners(grid)
    cells: dict[tuple[int, int], list[BoxedLine]] = {}
    for line in lines:
        place = _place_of(line, grid)
        if place is not None and not line.aside:
            cells.setdefault(owner[place], []).append(line)
    if not cells:
        return None
    rows = tuple(
        TableRow(
            cells=tuple(
                tuple(sorted(cells.get((i, j), ()), key=_reading_order))
                for j in range(len(grid.xs) - 1)
            ),
            covered=frozenset(j for j in range(len(grid.xs) - 1) if owner[i, j][0] < i),
        )
        for i in range(len(grid.ys) - 1)
    )
    box = Box(
        page=page, x0=max(0.0, grid.xs[0]), y0=max(0.0, grid.ys[0]), x1=grid.xs[-1], y1=grid.ys[-1]
    )
    return RuledTable(box=box, rows=tuple(one for one in rows if any(one.cells)))


def _reading_order(line: BoxedLine) -> tuple[float, float]:
    return round((line.box.y0 + line.box.y1) / 2 / max(1.0, line.size)), line.box.x0


def _owners(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place of the grid the place whose cell it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(grid.ys) - 1):
        for j in range(len(grid.xs) - 1):
            top, bottom, left, right = grid.ys[i], grid.ys[i + 1], grid.xs[j], grid.xs[j + 1]
            owner[i, j] = (i, j)
            if j and not _drawn(grid, level=False, edge=j, start=top, end=bottom):
                owner[i, j] = owner[i, j - 1]
            elif i and not _drawn(grid, level=True, edge=i, start=left, end=right):
                owner[i, j] = owner[i - 1, j]
    return owner


def _place_of(line: BoxedLine, grid: _Grid) -> tuple[int, int] | None:
    x, y = (line.box.x0 + line.box.x1) / 2, (line.box.y0 + line.box.y1) / 2
    row = _between(grid.ys, y)
    column = _between(grid.xs, x)
    return None if row is None or column is None else (row, column)


def _between(edges: Sequence[float], value: float) -> int | None:
    for place in range(len(edges) - 1):
        if edges[place] <= value < edges[place + 1]:
            return place
    return None


def _is_table(table: RuledTable) -> bool:
    """Tell whether a grid is a table: most cells filled, none with an article in it.

    One row alone is the head of a table that a page's foot cut off.
    """
    words = [sum(len(line.words) for line in cell) for row in table.rows for cell in row.cells]
    columns = max(sum(1 for cell in row.cells if cell) for row in table.rows)
    filled = sum(1 for one in words if one)
    return (
        columns >= (2 if len(table.rows) > 1 else _FEWEST_EDGES)
        and filled >= _LEAST_FILLED * len(words)
        and sum(words) <= _MOST_WORDS * filled
    )
