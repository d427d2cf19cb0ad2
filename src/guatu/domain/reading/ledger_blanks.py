"""Blank cells that a merged cell above held before the table was kept as plain rows (CSV, a copy)."""

import re

from guatu.domain.reading.ledger_grid import GridRow
from guatu.domain.reading.ledger_headings import GridColumns

_FEWEST_OWN = 2
_GROUP = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")


def merged_blanks(row: GridRow, columns: GridColumns) -> frozenset[int]:
    """Return the places of a row whose blank stands for the cell above.

    A row without its number goes on with the one above: all that it leaves out holds from there. A unit that
    stands before the tasks stands over all of them down to the next. Elsewhere a blank names nobody.
    """
    words = [cell.words for cell in row]
    filled = [place for place, one in enumerate(words) if any(map(str.isalnum, one))]
    held = [*columns.leads, *columns.units]
    if (len(filled) < _FEWEST_OWN and not set(filled) & set(held)) or any(
        _GROUP.match(words[one]) for one in filled[:1]
    ):
        return frozenset()
    asked = [*columns.tasks, *columns.demands, *columns.problems]
    first = min(asked, default=0)
    if columns.number is not None and columns.number not in filled:
        known = {columns.number, *held, *asked, *columns.helpers, *columns.deadlines}
    else:
        known = {one for one in held if one < first} if set(asked) & set(filled) else set()
    return frozenset(one for one in known if one >= len(words) or not words[one])
