"""Investment by month, before and after a change: bars for the months, lines for the sum so far."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Group,
    Path,
    Rect,
    Shape,
    level,
)
from guatu.domain.drawing.wall_table import wan
from guatu.domain.kernel.messages import Messages

_LETTER = 12.0
_TICKS = 4
_FEN_PER_WAN = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAmount:
    """What is spent in a month, in fen: as planned before, and as it now stands.

    ``after_fen`` is None where nothing changed: one curve is drawn, not two.
    """

    month: date
    before_fen: int
    after_fen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """The plot's inside, its highest month and its highest sum."""

    box: Box
    top_month: float
    top_sum: float
    count: int

    def column(self, place: int) -> Box:
        """The column of a month."""
        width = self.box.width / max(self.count, 1)
        return Box(x=self.box.x + place * width, y=self.box.y, width=width, height=self.box.height)

    def y_of(self, amount: float, top: float) -> float:
        """The y of an amount on the scale that ends at ``top``."""
        return self.box.bottom - self.box.height * amount / top


def nice_top(amount: float) -> float:
    """Return the next round number at or above the amount: 1, 2, 4, 5 or 8 times a power of ten."""
    if amount <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(amount))
    return next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= amount * 0.9999)


def _sums(amounts: Sequence[int]) -> tuple[int, ...]:
    return tuple(accumulate(amounts))


def _scales(plot: _Plot, messages: Messages) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for tick in range(_TICKS + 1):
        y = plot.box.bottom - plot.box.height * tick / _TICKS
        shapes.append(level(y, plot.box.x, plot.box.right, palette.RULE, 0.8))
        left = Box(x=0, y=y - 8, width=plot.box.x - 6, height=16)
        right = Box(x=plot.box.right + 6, y=y - 8, width=plot.box.x - 6, height=16)
        month = wan(round(plot.top_month * tick / _TICKS))
        total = wan(round(plot.top_sum * tick / _TICKS))
        shapes.extend(line_in(left, month, _LETTER, anchor=Anchor.END, fill=palette.MUTED))
        shapes.extend(line_in(right, total, _LETTER, fill=palette.MUTED))
    half = plot.box.width / 2
    top = Box(x=4, y=2, width=half, height=20)
    far = Box(x=plot.box.right + plot.box.x - half - 4, y=2, width=half, height=20)
    monthly = messages.words("drawing.curve.monthly", {})
    cumulative = messages.words("drawing.curve.cumulative", {})
    return (
        *shapes,
        *line_in(top, monthly, _LETTER, fill=palette.MUTED),
        *line_in(far, cumulative, _LETTER, anchor=Anchor.END, fill=palette.MUTED),
    )


def _month_bars(plot: _Plot, amounts: Sequence[MonthAmount], messages: Messages) -> list[Shape]:
    shapes: list[Shape] = []
    every = max(1, math.ceil(len(amounts) * 56 / plot.box.width))
    for place, one in enumerate(amounts):
        column = plot.column(place)
        changed = one.after_fen is not None
        thick = column.width * (0.36 if changed else 0.6)
        pairs = [(one.before_fen, palette.PLANNED, palette.PLANNED_EDGE)]
        if one.after_fen is not None:
            pairs.append((one.after_fen, palette.ACTUAL, palette.ACTUAL))
        parts: list[Shape] = []
        left = column.center - thick * len(pairs) / 2
        for amount, fill, edge in pairs:
            y = plot.y_of(amount, plot.top_month)
            box = Box(x=left, y=y, width=thick, height=plot.box.bottom - y)
            parts.append(Rect(box=box, fill=fill, stroke=edge, stroke_width=1))
            left += thick
        dated = {"year": one.month.year, "month": one.month.month}
        month = messages.words("drawing.curve.month", dated)
        after = one.before_fen if one.after_fen is None else one.after_fen
        said = {"month": month, "before": wan(one.before_fen), "after": wan(after)}
        title = messages.words("drawing.curve.bar", said)
        shapes.append(Group(shapes=tuple(parts), title=title, focusable=True))
        if place % every == 0:
            wide = column.width * every
            label = Box(x=column.center - wide / 2, y=plot.box.bottom + 4, width=wide, height=18)
            shapes.extend(line_in(label, month, _LETTER, anchor=Anchor.MIDDLE, fill=palette.MUTED))
    return shapes


def _line(plot: _Plot, sums: Sequence[int], ink: str, dash: tuple[float, ...]) -> tuple[Shape, ...]:
    points = tuple(
        (plot.column(place).center, plot.y_of(amount, plot.top_sum))
        for place, amount in enumerate(sums)
    )
    dots = tuple(Circle(x=x, y=y, radius=2.2, fill=ink) for x, y in points)
    return (Path(points=points, stroke=ink, stroke_width=2, dash=dash, closed=False), *dots)


def _key(plot: _Plot, messages: Messages) -> tuple[Shape, ...]:
    """Which color and line is which, above the plot."""
    shapes: list[Shape] = []
    x = plot.box.center - 90
    for code, fill, dash in (
        ("before", palette.PLANNED, (5.0, 3.0)),
        ("after", palette.ACTUAL, ()),
    ):
        ink = palette.PLANNED_EDGE if code == "before" else palette.LATEST
        shapes.append(
            Rect(box=Box(x=x, y=7, width=12, height=10), fill=fill, stroke=ink, stroke_width=0.8)
        )
        shapes.append(level(12, x + 16, x + 36, ink, 2, dash=dash))
        cell = Box(x=x + 40, y=2, width=52, height=20)
        shapes.extend(line_in(cell, messages.words(f"drawing.curve.{code}", {}), _LETTER))
        x += 96
    return tuple(shapes)


def draw_curve(
    amounts: Sequence[MonthAmount],
    title: str,
    messages: Messages,
    *,
    width: float = 760,
    height: float = 300,
) -> Drawing:
    """Return the curve in pixels: bars by month, the sum so far as lines, before and after."""
    changed = any(one.after_fen is not None for one in amounts)
    before = [one.before_fen for one in amounts]
    after = [one.before_fen if one.after_fen is None else one.after_fen for one in amounts]
    box = Box(x=72, y=30, width=max(width - 144, 120), height=max(height - 60, 60))
    plot = _Plot(
        box=box,
        top_month=nice_top(max((*before, *after), default=0) / _FEN_PER_WAN) * _FEN_PER_WAN,
        top_sum=nice_top(max(sum(before), sum(after)) / _FEN_PER_WAN) * _FEN_PER_WAN,
        count=len(amounts),
    )
    shapes: list[Shape] = [*_scales(plot, messages), *_month_bars(plot, amounts, messages)]
    if len(amounts) > 1:
        dash = (5.0, 3.0) if changed else ()
        shapes.extend(_line(plot, _sums(before), palette.PLANNED_EDGE, dash))
        if changed:
            shapes.extend(_line(plot, _sums(after), palette.LATEST, ()))
    if changed:
        shapes.extend(_key(plot, messages))
    return Drawing(width=width, height=height, title=title, shapes=tuple(shapes), unit="px")
