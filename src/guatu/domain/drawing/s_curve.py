"""The S-curve of a work: what was planned, what is earned, what was spent, against time."""

from collections.abc import Callable, Sequence
from datetime import date

from guatu.domain.drawing import palette
from guatu.domain.drawing.curve import nice_top
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Group,
    Path,
    Shape,
    level,
    upright,
)
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.control import CurvePoint

_LETTER = 12.0
_TICKS = 4
_LABEL_WIDTH = 64.0
_INKS = {
    "planned": (palette.PLANNED_EDGE, (5.0, 3.0)),
    "earned": (palette.ACTUAL, ()),
    "actual": (palette.LATEST, (2.0, 2.0)),
}


def draw_s_curve(
    points: Sequence[CurvePoint],
    title: str,
    messages: Messages,
    *,
    today: date,
    amount: Callable[[float], str],
    width: float = 760,
    height: float = 240,
) -> Drawing:
    """Return the curves in pixels; ``amount`` writes a value, each point tells its numbers."""
    box = Box(x=72, y=28, width=max(width - 88, 120), height=max(height - 56, 60))
    first, last = points[0].day, points[-1].day
    length = max((last - first).days, 1)
    most = max(max(one.planned, one.earned or 0.0, one.actual or 0.0) for one in points)
    top = nice_top(most)

    def at(day: date, value: float) -> tuple[float, float]:
        x = box.x + box.width * min(max((day - first).days, 0), length) / length
        return x, box.bottom - box.height * value / top

    shapes: list[Shape] = []
    for tick in range(_TICKS + 1):
        y = box.bottom - box.height * tick / _TICKS
        shapes.append(level(y, box.x, box.right, palette.RULE, 0.8))
        cell = Box(x=0, y=y - 8, width=box.x - 6, height=16)
        words = amount(top * tick / _TICKS)
        shapes += line_in(cell, words, _LETTER, anchor=Anchor.END, fill=palette.MUTED)
    if first <= today <= last:
        shapes.append(upright(at(today, 0)[0], box.y, box.bottom, palette.TODAY, 1.2))
    shapes += _lines(points, at)
    shapes += [_point(one, at, amount, messages) for one in points]
    shapes += _days(points, box, at)
    shapes += _key(points, box, messages)
    return Drawing(width=width, height=height, title=title, shapes=tuple(shapes), unit="px")


At = Callable[[date, float], tuple[float, float]]


def _lines(points: Sequence[CurvePoint], at: At) -> list[Shape]:
    shapes: list[Shape] = []
    for name, (ink, dash) in _INKS.items():
        stated = [(one.day, getattr(one, name)) for one in points]
        known = tuple(at(day, value) for day, value in stated if value is not None)
        if len(known) > 1:
            shapes.append(Path(points=known, stroke=ink, stroke_width=2, dash=dash, closed=False))
    return shapes


def _point(one: CurvePoint, at: At, amount: Callable[[float], str], messages: Messages) -> Group:
    parts = []
    for name, (ink, _) in _INKS.items():
        value = getattr(one, name)
        if value is not None:
            x, y = at(one.day, value)
            parts.append(Circle(x=x, y=y, radius=2.6, fill=ink))
    said = {
        "day": one.day.isoformat(),
        "planned": amount(one.planned),
        "earned": "—" if one.earned is None else amount(one.earned),
    }
    return Group(shapes=tuple(parts), title=messages.words("drawing.s_curve.point", said))


def _days(points: Sequence[CurvePoint], box: Box, at: At) -> list[Shape]:
    shapes: list[Shape] = []
    free = box.x - _LABEL_WIDTH / 2
    for one in points:
        left = at(one.day, 0)[0] - _LABEL_WIDTH / 2
        if left < free or left + _LABEL_WIDTH > box.right + _LABEL_WIDTH / 2:
            continue
        cell = Box(x=left, y=box.bottom + 4, width=_LABEL_WIDTH, height=16)
        words = f"{one.day.year}-{one.day.month:02d}"
        shapes += line_in(cell, words, _LETTER, anchor=Anchor.MIDDLE, fill=palette.MUTED)
        free = left + _LABEL_WIDTH
    return shapes


def _key(points: Sequence[CurvePoint], box: Box, messages: Messages) -> list[Shape]:
    shapes: list[Shape] = []
    x = box.x
    for name, (ink, dash) in _INKS.items():
        if all(getattr(one, name) is None for one in points):
            continue
        shapes.append(level(12, x, x + 20, ink, 2, dash=dash))
        cell = Box(x=x + 24, y=3, width=100, height=18)
        shapes += line_in(cell, messages.words(f"drawing.s_curve.{name}", {}), _LETTER)
        x += 128
    return shapes
