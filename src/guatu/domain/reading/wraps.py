"""The rows of a text as they stand, and which of them a column's width broke."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_FEWEST = 8
_SHARE = 0.4
_NARROWEST, _WIDEST = 8, 60
_INDENTED_SHARE = 0.04
_OVERHANG = 3
_WINDOW = 14
_BROKEN = 0.03
# By how much rows of one width may differ from it.
_NEAR = (-1, 0, 1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A stripped row of the text: its place, the empty rows above, its indent in half characters."""

    start: int
    end: int
    gap: int
    indent: int

    @property
    def size(self) -> int:
        """How much of the column it takes, its indent included (in full-width characters)."""
        return self.end - self.start + self.indent // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What all rows of a page share: the width they were broken at, whether paragraphs are indented.

    ``width`` is None for a page whose rows are paragraphs; ``parted`` tells that indents or
    empty rows part the paragraphs, so that nothing else need.
    """

    width: int | None
    indented: bool
    parted: bool


def text_rows(plain: str) -> tuple[Row, ...]:
    """Return the rows of a text that hold a character."""
    rows: list[Row] = []
    offset, gap = 0, 0
    for raw in plain.splitlines(keepends=True):
        solid = raw.strip()
        if solid:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            wide = raw[:indent].count("\u3000")
            rows.append(Row(start=start, end=start + len(solid), gap=gap, indent=indent + wide))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return tuple(rows)


def measure(rows: Sequence[Row]) -> Measure:
    """Return the measure of a page: its width where rows were broken at one."""
    indented_rows = sum(1 for one in rows if 2 <= one.indent <= 8)
    plain_rows = sum(1 for one in rows if one.indent == 0)
    indented = indented_rows >= max(2, len(rows) * _INDENTED_SHARE) and plain_rows > 0
    tight = [a.size for a, b in pairwise(rows) if b.gap == 0 and a.size >= _NARROWEST - 1]
    if len(tight) < _FEWEST or len(tight) < len(rows) * _SHARE:
        return Measure(width=None, indented=indented, parted=False)
    counts = Counter(tight)
    # A width that no row comes near holds nothing.
    near = {size - more for size in counts for more in _NEAR}
    width = max(
        (size for size in sorted(near) if _NARROWEST <= size <= _WIDEST),
        key=lambda size: sum([counts[size + more] for more in _NEAR]),
        default=_NARROWEST,
    )
    held = sum([counts[width + more] for more in _NEAR])
    if held < _FEWEST or held < len(tight) * _SHARE * 1.25:
        return Measure(width=None, indented=indented, parted=False)
    # The narrowest size that is common is the width; marks may hang over it.
    while counts[width] * 4 < max(counts[width + more] for more in (0, 1, 2)):
        width += 1
    parted = indented or sum(1 for one in rows[1:] if one.gap) * 12 >= len(rows)
    return Measure(width=width, indented=indented, parted=parted)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTests:
    """What the words of rows say: whether two stay apart, whether a short one ends what another left open.

    And whether one is of running text, whether one ends a sentence.
    """

    apart: Callable[[Row, Row, Measure], bool]
    closes: Callable[[Row, Row, Row | None], bool]
    reads_on: Callable[[Row], bool]
    ends: Callable[[Row], bool]


def unwrapped(rows: Sequence[Row], page: Measure, tests: RowTests) -> tuple[tuple[Row, ...], ...]:
    """Return the rows grouped into what the width of the column broke apart.

    A page may have columns of several widths: rows that the width of the page leaves alone, or all rows of
    a page without one, are measured by themselves where many stand together.
    """
    groups: list[list[Row]] = []
    alone: list[Row] = []
    for group in _grouped(rows, page, tests):
        if len(group) == 1:
            alone += group
            continue
        groups += _measured_alone(alone, page, tests)
        groups.append(group)
        alone = []
    groups += _measured_alone(alone, page, tests)
    broken = sum(tests.reads_on(one[-1]) and not tests.ends(one[-1]) for one in groups)
    if broken > _BROKEN * len(groups):
        # Where sentences break off between columns the rows of a page are mixed up, and tell little of what they end.
        groups = _grouped(rows, page, replace(tests, closes=lambda *_: False))
    return tuple(map(tuple, groups))


def _measured_alone(rows: Sequence[Row], page: Measure, tests: RowTests) -> list[list[Row]]:
    """Return rows that one width left alone, grouped where stretches of them have a width of their own."""
    groups: list[list[Row]] = []
    start = 0
    while start < len(rows):
        stretch = rows[start : start + _WINDOW]
        own = measure(stretch) if len(stretch) > _FEWEST else page
        stop = start + 1
        if own.width is None or own.width == page.width or not _is_text(stretch, tests):
            groups.append([rows[start]])
        else:
            widest = own.width + max(_OVERHANG, own.width // 3)
            stop = start + _WINDOW
            while stop < len(rows) and own.width // 3 <= rows[stop].size <= widest:
                stop += 1
            stretch = rows[start:stop]
            told = _grouped(stretch, own, tests) if _in_order(stretch, own, tests) else None
            groups += told or [[one] for one in stretch]
        start = stop
    return groups


def _in_order(rows: Sequence[Row], page: Measure, tests: RowTests) -> bool:
    """Tell whether short rows of running text end sentences, but for one: where they break off columns are mixed up."""
    width = page.width or 0
    short = [one for one in rows if one.size < width - 1 and tests.reads_on(one)]
    return sum(not tests.ends(one) for one in short) <= 1


def _is_text(rows: Sequence[Row], tests: RowTests) -> bool:
    """Tell whether most rows are of running text, so that they are no list of one length."""
    return sum(map(tests.reads_on, rows)) * 3 >= len(rows) * 2


def _grouped(rows: Sequence[Row], page: Measure, tests: RowTests) -> list[list[Row]]:
    if page.width is None:
        return [[one] for one in rows]
    groups: list[list[Row]] = []
    for place, row in enumerate(rows):
        last = groups[-1][-1] if groups else None
        after = rows[place + 1] if place + 1 < len(rows) else None
        runs_on = (
            last is not None
            and row.gap == 0
            and page.width - 1 <= last.size <= page.width + max(_OVERHANG, page.width // 3)
            and not (page.indented and row.indent >= 2)
            and (
                not _stands_apart(row, after, page)
                or (len(groups[-1]) > 1 and tests.closes(last, row, after))
            )
            and not tests.apart(last, row, page)
        )
        if runs_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _stands_apart(row: Row, after: Row | None, page: Measure) -> bool:
    """Tell whether a row is too short for the column although the text goes on below it.

    The last row of a paragraph is short too, but then an indent or an empty row follows, or
    nothing.
    """
    if page.width is None or row.size >= page.width - 1 or after is None or after.gap:
        return False
    return not page.indented or after.indent < 2
