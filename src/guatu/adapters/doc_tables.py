"""Tables of a Word 97 to 2003 document: rows whose cells stand where their edges lie.

Source: [MS-DOC] 2.9.326 (TDefTableOperand), 2.9.312 (TCGRF).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guatu.domain.reading.ledger_grid import DITTO

_CELL = 20
_MERGED, _BEGINS_MERGE = 0x20, 0x40
_MOST_COLUMNS = 200
_APART = 40
"""Edges that lie nearer are one, in twentieths of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocRow:
    """A row: the words of its cells, where each begins, which belong to the cell above.

    ``edges`` are in twentieths of a point, one more than there are cells; empty where the row
    does not say.
    """

    cells: tuple[str, ...]
    edges: tuple[int, ...] = ()
    merged: frozenset[int] = frozenset()


def row_of(cells: Sequence[str], definition: bytes) -> DocRow:
    """Return a row from the words of its cells and the operand that defines its table."""
    count = definition[0] if definition else 0
    if count < len(cells) or len(definition) < 1 + 2 * (count + 1):
        return DocRow(cells=tuple(cells))
    edges = struct.unpack_from(f"<{count + 1}h", definition, 1)
    looks = definition[1 + 2 * (count + 1) :]
    merged = frozenset(
        place
        for place in range(min(count, len(looks) // _CELL))
        if looks[_CELL * place] & (_MERGED | _BEGINS_MERGE) == _MERGED
    )
    return DocRow(cells=tuple(cells), edges=edges[: len(cells) + 1], merged=merged)


def rows_as_lines(rows: Sequence[DocRow]) -> Iterator[str]:
    """Yield rows that stand together, cells parted by tabs and each in the column of its left edge.

    Tables may stand together with nothing between: where a row shares few of the edges above it,
    another table begins.
    """
    table: list[DocRow] = []
    within: set[int] = set()
    for row in rows:
        edges = {round(edge / _APART) for edge in row.edges[1:-1]}
        shared = sum(not within.isdisjoint((edge - 1, edge, edge + 1)) for edge in edges)
        if edges and within and 2 * shared < min(len(edges), len(within)):
            yield from _table_lines(table)
            table, within = [], set()
        table.append(row)
        within |= edges
    yield from _table_lines(table)


def _table_lines(rows: Sequence[DocRow]) -> Iterator[str]:
    columns = _columns(rows)
    # Rows that share no edges make a column each: such a table has none.
    placeable = len(columns) <= _MOST_COLUMNS
    for row in rows:
        placed: list[str] = []
        for number, words in enumerate(row.cells):
            if row.edges and placeable:
                column = bisect_right(columns, row.edges[number] + _APART // 2) - 1
                placed += [""] * (column - len(placed))
            placed.append(DITTO if number in row.merged and not words.strip() else words)
        yield "\t".join(placed).rstrip("\t")


def _columns(rows: Sequence[DocRow]) -> list[int]:
    """Return where the columns of a table begin."""
    columns: list[int] = []
    for edge in sorted(edge for row in rows for edge in row.edges[:-1]):
        if not columns or edge - columns[-1] > _APART:
            columns.append(edge)
    return columns
