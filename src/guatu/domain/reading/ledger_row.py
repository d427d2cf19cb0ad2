"""One row of a ledger, with what merged cells above hold for it; and which rows ask for nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guatu.domain.reading.ledger_blanks import merged_blanks
from guatu.domain.reading.ledger_grid import GridCell, GridRow
from guatu.domain.reading.ledger_headings import GridColumns
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.values import Addressee

_TOTAL = re.compile("(?:合|总|小|共)\\s*计(?:[（(].*)?[：:]?$|合计|总计(?!划)|小计")
_NO_ROW = re.compile(
    "(?:备\\s*注|附?注\\d?|说\\s*明|填表说明|填[表报](?:人|单位|时间|日期)?|制表人?|审核人?|审签|复核|联系人|联系电话|单位负责人|主要负责人|负责人|签[字收]人?|交办人|经办人"
    "|(?:牵头|分管|责任|包[抓联保])县?领导)(?:[（(][^（）()]*[）)])?\\s*[：:]"
    "|[^，。；：:\\d]{1,14}[：:]$"
)
_NUMBERED = re.compile("[（(第]?[A-Za-z\u3400-\u9fff]{0,6}[-—]?\\d[^\u3400-\u9fff]*")
_HAN = re.compile("[\u3400-\u9fff]")
_FIRST_CELLS = 3


@dataclass(slots=True, kw_only=True)
class RowsAbove:
    """What rows above hold for those below: cells that merges go on, and the unit of a group.

    ``says_ditto`` tells that the table writes its merges out, so that its blanks mean nothing.
    """

    says_ditto: bool
    cells: dict[int, GridCell] = field(default_factory=dict)
    group: Addressee | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A row with what it takes from the rows above.

    ``carried`` are the places of cells that say *ditto* or leave it unsaid, ``spanning`` those of cells
    that go on below.
    """

    cells: GridRow
    above: dict[int, GridCell]
    carried: frozenset[int]
    columns: GridColumns
    spanning: frozenset[int] = frozenset()

    def cell(self, place: int | None) -> GridCell | None:
        """Return what holds in a column: the row's own cell, or that which a merge covers it with."""
        cell = self._held(place)
        return cell if cell is not None and any(map(str.isalnum, cell.words)) else None

    def words(self, place: int) -> str:
        """Return the words that hold in a column, marks alone (√) among them."""
        cell = self._held(place)
        return cell.words if cell is not None else ""

    def _held(self, place: int | None) -> GridCell | None:
        if place is None or place >= len(self.cells):
            return None
        return self.above.get(place) if place in self.carried else self.cells[place]

    def first(self, places: Sequence[int]) -> int | None:
        """Return the first of some columns that holds anything here."""
        return next((one for one in places if self.cell(one) is not None), None)


def row_of(
    rows: Sequence[GridRow], number: int, columns: GridColumns, above: RowsAbove, lexicon: Lexicon
) -> LedgerRow:
    """Return a row with what holds from above, and keep its own cells for those below."""
    cells = rows[number]
    carried = _held_above(cells, columns, lexicon, above)
    below = rows[number + 1] if number + 1 < len(rows) else ()
    row = LedgerRow(
        cells=cells,
        above=dict(above.cells),
        carried=carried,
        columns=columns,
        spanning=_held_above(below, columns, lexicon, above),
    )
    for place, cell in enumerate(cells):
        if place not in carried:
            above.cells[place] = cell
    return row


def says_ditto(rows: Sequence[GridRow], lexicon: Lexicon) -> bool:
    """Tell whether rows write out which cells one above covers."""
    return any(_dittos(one, lexicon) for one in rows)


def _dittos(cells: GridRow, lexicon: Lexicon) -> frozenset[int]:
    return frozenset(place for place, cell in enumerate(cells) if cell.words in lexicon.ditto_marks)


def _held_above(
    cells: GridRow, columns: GridColumns, lexicon: Lexicon, above: RowsAbove
) -> frozenset[int]:
    """Return the places that say *ditto*, or leave blank what a merged cell above holds."""
    return _dittos(cells, lexicon) if above.says_ditto else merged_blanks(cells, columns)


def is_total(row: LedgerRow) -> bool:
    """Tell whether a row counts the others: 合计, 小计（5项）."""
    filled = [cell.words for cell in row.cells if cell.words][:_FIRST_CELLS]
    return any(_TOTAL.match(one) for one in filled)


def is_note(row: LedgerRow) -> bool:
    """Tell whether a row stands below the table: a note, who filled it in."""
    filled = [cell.words for cell in row.cells if cell.words]
    return bool(filled) and _NO_ROW.match(filled[0]) is not None


def is_group(row: LedgerRow) -> bool:
    """Tell whether a row names what the rows below it are about: it has words and neither unit nor limit."""
    columns = row.columns
    if any(
        row.first(places) is not None
        for places in (
            columns.leads,
            columns.units,
            columns.persons,
            columns.helpers,
            columns.deadlines,
        )
    ):
        return False
    place = columns.number
    number = row.cells[place].words if place is not None and place < len(row.cells) else ""
    if columns.number in row.carried or _NUMBERED.match(number):
        return False
    filled = [
        place
        for place, cell in enumerate(row.cells)
        if place != columns.number and _HAN.search(cell.words)
    ]
    return len(filled) <= 1
