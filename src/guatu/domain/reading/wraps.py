"""The rows of a text as they stand, and which of them a column's width broke."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_FEWEST = 8
_SHARE = 0.4
_NARROWEST, _WIDEST = 8, 60
_INDENTED_SHARE = 0.04
_OVERHANG = 3


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
    width = max(
        range(_NARROWEST, _WIDEST + 1),
        key=lambda size: sum(counts[size + more] for more in (-1, 0, 1, 2)),
    )
    held = sum(counts[width + more] for more in (-1, 0, 1, 2))
    if held < _FEWEST or held < len(tight) * _SHARE * 1.25:
        return Measure(width=None, indented=indented, parted=False)
    # The narrowest size that is common is the width; marks may hang over it.
    while counts[width] * 4 < max(counts[width + more] for more in (0, 1, 2)):
        width += 1
    parted = indented or sum(1 for one in rows[1:] if one.gap) * 12 >= len(rows)
    return Measure(width=width, indented=indented, parted=parted)


def unwrapped(
    rows: Sequence[Row], page: Measure, *, apart: Callable[[Row, Row], bool]
) -> tuple[tuple[Row, ...], ...]:
    """Return the rows grouped into what the width of the column broke apart.

    ``apart`` tells for two rows that would be joined whether their words forbid it.
    """
    groups: list[list[Row]] = []
    for place, row in enumerate(rows):
        last = groups[-1][-1] if groups else None
        runs_on = (
            page.width is not None
            and last is not None
            and row.gap == 0
            and page.width - 1 <= last.size <= page.width + max(_OVERHANG, page.width // 3)
            and not (page.indented and row.indent >= 2)
            and not _stands_apart(row, rows[place + 1] if place + 1 < len(rows) else None, page)
            and not apart(last, row)
        )
        if runs_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(tuple(group) for group in groups)


def _stands_apart(row: Row, after: Row | None, page: Measure) -> bool:
    """Tell whether a row is too short for the column although the text goes on below it.

    The last row of a paragraph is short too, but then an indent or an empty row follows, or
    nothing.
    """
    if page.width is None or row.size >= page.width - 1 or after is None or after.gap:
        return False
    return not page.indented or after.indent < 2
