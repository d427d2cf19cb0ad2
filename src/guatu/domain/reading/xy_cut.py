"""Which block of a page is read after which: a page is cut along its gutters and above its headlines.

The order of the cuts is the rule (Nagy's recursive XY-cut, with headlines known by their size):
a gutter that no line crosses, else above the first headline, else at the widest blank strip,
else below a headline that stands on top.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from guatu.domain.reading.boxes import BoxedLine
from guatu.domain.reading.column_bands import above_other_columns

HEADING = 1.3
"""Type that many times the body's is a headline's."""

_GUTTER = 0.35
_BLANK = 1.6
_TOUCH = 0.3
_KICKER = 1.2
_LEVEL = 1.2
_ROW_GAP = 3.0
_HEAD_DEPTH = 12.0
_DOWN = 1.8
_SMALL_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that are read one after another, row by row."""

    rows: tuple[tuple[BoxedLine, ...], ...]

    def __post_init__(self) -> None:
        if not self.rows or not all(self.rows):
            raise ValueError("a block has at least one row, and a row at least one line")

    @property
    def left(self) -> float:
        """Where its leftmost line begins."""
        return min(row[0].box.x0 for row in self.rows)

    @property
    def right(self) -> float:
        """Where its rightmost line ends."""
        return max(row[-1].box.x1 for row in self.rows)


def cut_page(lines: Sequence[BoxedLine], *, body: float) -> tuple[Block, ...]:
    """Return the blocks of a page in reading order; every line lies in exactly one.

    ``body`` is the size of the body type in the page's measure.
    """
    found: list[Block] = []
    # A stack instead of recursion: a hostile page may ask for thousands of cuts.
    waiting = [list(lines)] if lines else []
    while waiting:
        region = waiting.pop()
        parts = _cut(region, body)
        if len(parts) == 1:
            found.append(Block(rows=_rows(parts[0])))
        else:
            waiting.extend(reversed(parts))
    return tuple(found)


def _cut(lines: list[BoxedLine], body: float) -> list[list[BoxedLine]]:
    if len(lines) == 1 or all(map(runs_down, lines)):
        return [lines]
    if _one_row(lines):
        return _apart(lines, body)
    heads = _heads(lines, body)
    columns = _columns_of(lines, body)
    if len(columns) > 1:
        strips = _above_a_band_of_headlines(heads, lines, body)
        return strips if len(strips) > 1 else _with_spanning_headlines(columns, body)
    for head in heads:
        parts = _at(lines, min(one.box.y0 for one in head), body)
        if len(parts) > 1 and not _heads_beside(parts[0], head, body):
            return parts
    strips = _parted(lines, _BLANK * body, across=False)
    if len(strips) > 1:
        return strips
    for head in _heads(lines, body, least=_KICKER):
        parts = _at(lines, max(one.box.y1 for one in head), body)
        if len(parts) > 1 and all(one.size > _KICKER * body for one in parts[0]):
            return parts
    return above_other_columns(lines, lambda some: _columns_of(some, body), body=body)


def _heads_beside(above: list[BoxedLine], head: list[BoxedLine], body: float) -> bool:
    """Tell whether all that stands above a head is headlines of what is beside it."""
    left, right = min(one.box.x0 for one in head), max(one.box.x1 for one in head)
    return all(
        one.size > _KICKER * body and (one.box.x1 <= left or one.box.x0 >= right) for one in above
    )


def _columns_of(lines: list[BoxedLine], body: float) -> list[list[BoxedLine]]:
    """Part lines at their gutters; lines that run down beside one another are one heading."""
    columns: list[list[BoxedLine]] = []
    for part in _parted(lines, _GUTTER * body, across=True):
        if columns and all(map(runs_down, (*columns[-1], *part))):
            columns[-1] += part
        else:
            columns.append(part)
    return columns


def runs_down(line: BoxedLine) -> bool:
    """Tell whether a line's characters stand below one another."""
    return len(line.words) > 1 and line.box.height > _DOWN * line.box.width


def _heads(lines: list[BoxedLine], body: float, *, least: float = HEADING) -> list[list[BoxedLine]]:
    """Group the lines of larger type that stand upon one another, kicker and all, from the top.

    A group is a head where one of its lines is larger than ``least`` times the body type.
    """
    groups: list[list[BoxedLine]] = []
    for one in sorted(lines, key=lambda line: line.box.y0):
        if one.size <= _KICKER * body:
            continue
        for group in groups:
            if _stands_on(group, one):
                group.append(one)
                break
        else:
            groups.append([one])
    return [group for group in groups if any(one.size > least * body for one in group)]


def _stands_on(group: list[BoxedLine], line: BoxedLine) -> bool:
    """Tell whether a line stands below the last ones of a group, with next to nothing between."""
    return not runs_down(line) and any(
        not runs_down(one)
        and one.box.x0 < line.box.x1
        and line.box.x0 < one.box.x1
        and -one.size < line.box.y0 - one.box.y1 < _LEVEL * min(one.size, line.size)
        for one in group
    )


def _above_a_band_of_headlines(
    heads: list[list[BoxedLine]], lines: list[BoxedLine], body: float
) -> list[list[BoxedLine]]:
    """Part lines above a head that stands in a strip of its own over the whole region.

    Where columns belong to different articles, a headline of one has words of another
    beside it; where nothing stands beside it, it heads everything below.
    """
    slack = _TOUCH * body
    for head in heads:
        top, end = min(one.box.y0 for one in head), max(one.box.y1 for one in head)
        beside = (
            one
            for one in lines
            if one.size <= _KICKER * body and one.box.y0 < end - slack and one.box.y1 > top + slack
        )
        if any(beside):
            continue
        parts = _at(lines, top, body)
        if len(parts) > 1 and any(one.size <= _KICKER * body for one in parts[0]):
            return parts
    return [lines]


def _parted(lines: list[BoxedLine], gap: float, *, across: bool) -> list[list[BoxedLine]]:
    """Part lines at every strip of at least ``gap`` that none touches, left to right or down."""
    ordered = sorted(lines, key=lambda one: one.box.x0 if across else one.box.y0)
    parts: list[list[BoxedLine]] = []
    end = float("-inf")
    for one in ordered:
        start, stop = (one.box.x0, one.box.x1) if across else (one.box.y0, one.box.y1)
        if not parts or start - end > gap:
            parts.append([])
        parts[-1].append(one)
        end = max(end, stop)
    return parts


def _at(lines: list[BoxedLine], height: float, body: float) -> list[list[BoxedLine]]:
    """Part lines at a height where no line stands across; in one piece where one does."""
    slack = _TOUCH * body
    above = [one for one in lines if one.box.y1 <= height + slack and one.box.y0 < height - slack]
    below = [one for one in lines if one.box.y0 >= height - slack]
    if not above or not below or len(above) + len(below) < len(lines):
        return [lines]
    return [above, below]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Columns side by side, and what stands on top of each."""

    columns: list[list[BoxedLine]]
    body: float

    def headed(self, number: int) -> bool:
        """Tell whether a column begins with a headline."""
        ordered = sorted(self.columns[number], key=lambda one: one.box.y0)
        top = takewhile(lambda one: one.size > _KICKER * self.body, ordered)
        return any(one.size > HEADING * self.body for one in top)

    def hang_together(self, members: Sequence[int]) -> bool:
        """Tell whether columns hang under one headline over one of them."""
        heads = [one for one in members if self.headed(one)]
        if len(heads) > 1:
            return False
        if not heads:
            # Columns without a headline stay apart unless a later one brings the headline.
            later = range(members[-1] + 1, len(self.columns))
            heads = [one for one in later if self.headed(one)][:1]
        return bool(heads) and all(one in heads or self._level(heads[0], one) for one in members)

    def _level(self, head: int, number: int) -> bool:
        """Tell whether a column begins level with the first words below another's headline."""
        lines = self.columns[head]
        first = min(one.box.y0 for one in lines)
        top = min(one.box.y0 for one in self.columns[number])
        over = [one for one in lines if one.box.y1 <= top + _TOUCH * self.body]
        # Between the headline and the first words may stand smaller rows: what it adds, who wrote.
        small = sum(one.size <= _KICKER * self.body for one in over)
        below = [one.box.y0 for one in lines if one not in over]
        return (
            bool(below)
            and any(one.size > HEADING * self.body for one in over)
            and small <= _SMALL_ROWS
            and top - first < _HEAD_DEPTH * self.body
            and abs(min(below) - top) < _LEVEL * self.body
        )


def _with_spanning_headlines(columns: list[list[BoxedLine]], body: float) -> list[list[BoxedLine]]:
    """Keep columns together that hang under one short headline over the middle one of them.

    Such a headline crosses no gutter, but its neighbours begin level with the words below it.
    """
    side = _Columns(columns=columns, body=body)
    numbers = range(len(columns))
    if all(map(side.headed, numbers)) or not any(map(side.headed, numbers)):
        return columns
    grouped: list[list[int]] = []
    for number in numbers:
        if grouped and side.hang_together([*grouped[-1], number]):
            grouped[-1].append(number)
        else:
            grouped.append([number])
    if len(grouped) > 1:
        return [[one for number in group for one in columns[number]] for group in grouped]
    everything = [one for column in columns for one in column]
    begins = [min(one.box.y0 for one in columns[i]) for i in numbers if not side.headed(i)]
    parts = _at(everything, min(begins), body)
    if len(parts) > 1 and any(one.size > HEADING * body for one in parts[0]):
        return parts
    heads = [one.box.y1 for one in everything if one.size > HEADING * body]
    first = min(one.box.y0 for one in everything)
    ends = [end for end in sorted(heads) if end - first < _HEAD_DEPTH * body] or heads
    for end in reversed(ends):
        parts = _at(everything, end, body)
        if len(parts) > 1 and all(one.size > _KICKER * body for one in parts[0]):
            return parts
    return columns


def _one_row(lines: list[BoxedLine]) -> bool:
    top = max(one.box.y0 for one in lines)
    bottom = min(one.box.y1 for one in lines)
    lowest = min(one.box.height for one in lines)
    return bottom - top > lowest / 2


def _apart(lines: list[BoxedLine], body: float) -> list[list[BoxedLine]]:
    """Part a single row where the blank between two pieces is too wide for one line."""
    size = max(body, min(one.size for one in lines))
    return _parted(lines, _ROW_GAP * size, across=True)


def _rows(lines: list[BoxedLine]) -> tuple[tuple[BoxedLine, ...], ...]:
    """Group lines that stand beside one another into rows, each from left to right."""
    if all(map(runs_down, lines)):
        return (tuple(sorted(lines, key=_place_in_row)),)
    rows: list[list[BoxedLine]] = []
    for one in sorted(lines, key=lambda line: (line.box.y0 + line.box.y1, line.box.x0)):
        last = rows[-1][0].box if rows else None
        middle = (one.box.y0 + one.box.y1) / 2
        beside = last is not None and last.y0 < middle < last.y1
        if beside and not any(_overlap(one, other) for other in rows[-1]):
            rows[-1].append(one)
        else:
            rows.append([one])
    return tuple(tuple(sorted(row, key=_place_in_row)) for row in rows)


def _place_in_row(line: BoxedLine) -> float:
    """Lines that run down are read from the right, others from the left."""
    return -line.box.x0 if runs_down(line) else line.box.x0


def _overlap(one: BoxedLine, other: BoxedLine) -> bool:
    shared = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > min(one.box.width, other.box.width) / 2
