"""Where columns of one width end and others begin, with nothing between that a cut could follow: boxes below a report."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from guatu.domain.reading.boxes import BoxedLine

Parts = list[list[BoxedLine]]

_FEWEST_LINES, _FILLED, _TYPE = 3, 0.8, 1.2
_FEWEST_BROAD = 2
_LONGEST_HEAD, _BROAD = 8, 10.0


def above_other_columns(
    lines: list[BoxedLine], columns_of: Callable[[list[BoxedLine]], Parts], *, body: float
) -> Parts:
    """Part lines above and below columns of running text where what stands there has columns of its own, or none.

    In one piece where no such place is: a table's ragged columns are none of running text.
    """
    ordered = sorted(lines, key=lambda one: one.box.y0)
    end = float("-inf")
    places: list[int] = []
    for number, one in enumerate(ordered):
        if number and one.box.y0 >= end:
            places.append(number)
        end = max(end, one.box.y1)
    for number in reversed(places):
        above, below = ordered[:number], ordered[number:]
        if _read_down(columns_of(above), body) and _apart(below, columns_of):
            return [above, below]
    return _below_a_head(ordered, places, columns_of, body)


def _below_a_head(
    ordered: list[BoxedLine],
    places: list[int],
    columns_of: Callable[[list[BoxedLine]], Parts],
    body: float,
) -> Parts:
    """Part lines where columns of running text stand below rows that cross them, and above others that do."""
    for first in (one for one in places if one <= _LONGEST_HEAD):
        for last in (len(ordered), *reversed(places)):
            middle, below = ordered[first:last], ordered[last:]
            if last <= first or (below and not _apart(below, columns_of)):
                continue
            columns = columns_of(middle)
            if _read_down(columns, body) and _are_broad(columns, body):
                return [one for one in (ordered[:first], middle, below) if one]
    return [ordered]


def _apart(lines: list[BoxedLine], columns_of: Callable[[list[BoxedLine]], Parts]) -> bool:
    """Tell whether lines below columns stand in columns of their own, or in none: beside one another or not at all."""
    return len(columns_of(lines)) > 1 or _alone(lines)


def _are_broad(columns: Sequence[Sequence[BoxedLine]], body: float) -> bool:
    """Tell whether rows are as long as those of a text are: a table's cells are not."""
    return all(
        median(one.box.width for one in column if one.size <= _TYPE * body) >= _BROAD * body
        for column in columns
    )


def _read_down(columns: Sequence[Sequence[BoxedLine]], body: float) -> bool:
    """Tell whether columns are of running text: rows enough in each, most as wide as it is."""
    if len(columns) < _FEWEST_BROAD:
        return False
    for column in columns:
        width = max(one.box.x1 for one in column) - min(one.box.x0 for one in column)
        told = [one.box.width for one in column if one.size <= _TYPE * body]
        if len(told) < _FEWEST_LINES or median(told) < _FILLED * width:
            return False
    return True


def _alone(lines: Sequence[BoxedLine]) -> bool:
    """Tell whether no line stands beside another."""
    ordered = sorted(lines, key=lambda one: one.box.y0)
    return all(one.box.y1 <= other.box.y0 + one.box.height / 2 for one, other in pairwise(ordered))
