"""The wall in small for the first page: one line a work with its light, span, target and today."""

from collections.abc import Callable, Sequence
from datetime import date

from guatu.apps.reports.values import PlannedWork
from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.lights import light_mark
from guatu.domain.drawing.metrics import fit
from guatu.domain.drawing.shapes import (
    Anchor,
    Box,
    Drawing,
    Group,
    Line,
    Rect,
    Shape,
    Text,
    upright,
)
from guatu.domain.drawing.time_axis import TimeAxis, next_month
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.schedule import Schedule

WIDTH = 1180.0
_LINE = 22.0
_HEAD = 20.0
_NAMES = 250.0
_LETTER = 12.0


def small_wall(
    every: Sequence[PlannedWork],
    *,
    today: date,
    messages: Messages,
    title: str,
    address_of: Callable[[int], str],
) -> Drawing | None:
    """Return the drawing; None where no work has a schedule yet. Lengths are pixels."""
    axis = _axis(every, today)
    if axis is None:
        return None
    height = _HEAD + _LINE * len(every) + 4
    lines = tuple(
        Group(
            shapes=_line(one, axis, messages),
            down=_HEAD + _LINE * place,
            title=_words(one),
            href=address_of(one.facts.id),
            focusable=True,
        )
        for place, one in enumerate(every)
    )
    now = axis.x(today)
    line_of_today = Line(
        x1=now, y1=_HEAD - 4, x2=now, y2=height - 4, stroke=palette.TODAY, stroke_width=1.5
    )
    shapes = (*_scale(axis, height), *lines, line_of_today)
    return Drawing(width=WIDTH, height=height, title=title, shapes=shapes, unit="px")


def _axis(every: Sequence[PlannedWork], today: date) -> TimeAxis | None:
    found = [one.schedule for one in every if one.schedule is not None]
    if not found:
        return None
    first = min(today, *(one.start for one in found)).replace(day=1)
    last = max(today, *(max(one.forecast_last_day, one.plan.target or today) for one in found))
    return TimeAxis(
        first=first, end=next_month(last.replace(day=1)), left=_NAMES, width=WIDTH - _NAMES - 8
    )


def _scale(axis: TimeAxis, height: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    months = (axis.end - axis.first).days / 30
    for cell in axis.months(3 if months > 14 else 1):
        shapes.append(upright(cell.left, 2, height - 4, palette.RULE, 0.7))
        box = Box(x=cell.left + 3, y=0, width=max(0.0, cell.right - cell.left - 3), height=_HEAD)
        words = f"{cell.first:%Y-%m}"
        if fit(words, 10.5, box.width) == words:
            shapes.extend(line_in(box, words, 10.5, fill=palette.MUTED))
    return tuple(shapes)


def _line(work: PlannedWork, axis: TimeAxis, messages: Messages) -> tuple[Shape, ...]:
    color = LightColor.GREY if work.light is None else work.light.color
    sign = messages.words(f"drawing.light.{color}", {})
    name = fit(f"{work.facts.code} {work.facts.name}", _LETTER, _NAMES - 40)
    cell = Box(x=26, y=0, width=_NAMES - 34, height=_LINE)
    ground = Box(x=0, y=0, width=WIDTH, height=_LINE)
    baseline = cell.middle + 0.36 * _LETTER
    return (
        Rect(box=ground, fill=palette.PAPER, stroke="none"),
        *light_mark(12, cell.middle, 7, color, sign),
        Text(
            x=cell.x, y=baseline, words=name, size=_LETTER, cell=cell, fill=palette.INK,
            anchor=Anchor.START,
        ),
        *(() if work.schedule is None else _span(work.schedule, axis)),
        Line(x1=0, y1=_LINE, x2=WIDTH, y2=_LINE, stroke=palette.RULE, stroke_width=0.5),
    )  # fmt: skip


def _span(found: Schedule, axis: TimeAxis) -> tuple[Shape, ...]:
    left, right = axis.x(found.start), axis.x(found.forecast_last_day)
    target = found.plan.target
    bar = Box(x=left, y=6, width=max(2.0, right - left), height=10)
    shapes: list[Shape] = [
        Rect(box=bar, fill=palette.PLANNED, stroke=palette.PLANNED_EDGE, stroke_width=0.8),
    ]
    if target is not None:
        place = axis.x(target)
        late = found.forecast_last_day > target
        ink = palette.LATEST if late else palette.TARGET
        if late:
            tail = Box(x=place, y=6, width=max(0.0, right - place), height=10)
            shapes.append(Rect(box=tail, fill=palette.LATEST))
        shapes.append(Line(x1=place, y1=3, x2=place, y2=19, stroke=ink, stroke_width=2))
    return tuple(shapes)


def _words(work: PlannedWork) -> str:
    parts = [work.facts.code, work.facts.name, work.facts.lead]
    if work.schedule is not None:
        parts.append(f"{work.schedule.start} … {work.schedule.forecast_last_day}")
    return " · ".join(part for part in parts if part)
