"""The Gantt chart of one work: a line for each step, aligned with its name and dates.

Planned time over what really ran, the tail of float, the latest start, stop-work
windows, today. On a screen in pixels, on paper in millimeters, from the same lines.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from guatu.domain.drawing import palette
from guatu.domain.drawing.bars import bar_on_line
from guatu.domain.drawing.gantt_links import BarPlace, GanttLink, links_drawn
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import Anchor, Box, Drawing, Group, Rect, Shape, level, upright
from guatu.domain.drawing.time_axis import TimeAxis, month_start, next_month
from guatu.domain.drawing.wall_chart import (
    ChartFrame,
    chart_grid,
    chart_head,
    stop_shades,
    today_line,
)
from guatu.domain.drawing.wall_measure import PAPER_MEASURE, SCREEN_MEASURE, WallMeasure
from guatu.domain.drawing.wall_table import head_cell
from guatu.domain.drawing.wall_values import WallBar, WallStop
from guatu.domain.kernel.messages import Messages

_FEWEST_MONTHS = 3
# In letters: what the name of a month needs.
_NARROWEST_MONTH = 2.6


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttLine:
    """One step: its bar, the unit that does it, its total float in working days."""

    bar: WallBar
    unit: str = ""
    total_float: int | None = None
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt:
    """The plan of one work as drawn; ``target`` is the last day permitted.

    Floats of open steps are colored: below zero, critical, and up to ``near`` working days.
    """

    title: str
    today: date
    lines: tuple[GanttLine, ...]
    stops: tuple[WallStop, ...] = ()
    target: date | None = None
    links: tuple[GanttLink, ...] = ()
    near: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttScale:
    """Where time and lines lie on a drawn chart, for whoever points at it: in the drawing's unit.

    The day ``first`` begins at ``left``; the first line at ``top``.
    """

    first: date
    left: float
    per_day: float
    top: float
    line: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _GanttMeasure:
    """Widths of the table beside the chart, and the height of a line."""

    wall: WallMeasure
    name: float
    unit: float
    day: float
    float_days: float
    line: float

    @property
    def table(self) -> float:
        """The width of all columns."""
        return self.name + self.unit + 2 * self.day + self.float_days


_SCREEN = _GanttMeasure(wall=SCREEN_MEASURE, name=190, unit=110, day=84, float_days=46, line=27)
_PAPER = _GanttMeasure(wall=PAPER_MEASURE, name=80, unit=46, day=34, float_days=19, line=11)


def _months(gantt: Gantt) -> tuple[date, date]:
    days = [gantt.today]
    for line in gantt.lines:
        bar = line.bar
        known = (bar.start, bar.end, bar.latest_end, bar.former_start, bar.actual_start)
        days.extend(day for day in known if day is not None)
    if gantt.target is not None:
        days.append(gantt.target + timedelta(days=1))
    first = month_start(min(days))
    return first, max(next_month(max(days)), next_month(first, _FEWEST_MONTHS))


def _float_color(line: GanttLine, near: int) -> str | None:
    """The color behind a float: late, critical, near-critical, or none."""
    if line.total_float is None or line.bar.actual_end is not None:
        return None
    if line.total_float < 0:
        return palette.FLOAT_LATE
    if line.bar.critical:
        return palette.CRITICAL
    return palette.FLOAT_NEAR if line.total_float <= near else None


def _row(
    line: GanttLine, place: int, measure: _GanttMeasure, frame: ChartFrame, near: int
) -> Group:
    """The words of a step and its bar, the top at y = 0."""
    wall, height = measure.wall, measure.line
    bar = line.bar
    last = bar.start if bar.is_milestone else bar.end - timedelta(days=1)
    words = (
        (bar.name, measure.name, Anchor.START),
        (line.unit, measure.unit, Anchor.START),
        (bar.start.isoformat(), measure.day, Anchor.MIDDLE),
        (last.isoformat(), measure.day, Anchor.MIDDLE),
        ("" if line.total_float is None else str(line.total_float), measure.float_days, Anchor.END),
    )
    shade = palette.PAPER if place % 2 else palette.SHADE
    shapes: list[Shape] = [
        Rect(box=Box(x=0, y=0, width=frame.axis.right, height=height), fill=shade)
    ]
    colored = _float_color(line, near)
    if colored is not None:
        box = Box(
            x=measure.table - measure.float_days, y=0, width=measure.float_days, height=height
        )
        shapes.append(Rect(box=box, fill=colored))
    x = 0.0
    for text, width, anchor in words:
        cell = Box(x=x, y=0, width=width, height=height).inset(wall.pad)
        late = text and anchor is Anchor.END and (line.total_float or 0) < 0
        fill = palette.LATEST if late else palette.INK
        strong = bar.critical and x == 0.0
        shapes.extend(line_in(cell, text, wall.letter, anchor=anchor, fill=fill, strong=strong))
        x += width
    shapes.extend(chart_grid(frame, height))
    gap = height * 0.14
    lane = Box(x=frame.axis.left, y=gap, width=frame.axis.width, height=height - 2 * gap)
    shapes.append(bar_on_line(bar, lane, frame.bars))
    shapes.append(level(height, 0, frame.axis.right, palette.RULE, wall.hair))
    data = (
        ("activity", bar.key),
        ("critical", "true" if bar.critical else "false"),
        ("start", bar.start.isoformat()),
        ("end", bar.end.isoformat()),
    )
    return Group(shapes=tuple(shapes), data=data)


def _head(
    measure: _GanttMeasure, frame: ChartFrame, stops: tuple[WallStop, ...]
) -> tuple[Shape, ...]:
    height = measure.wall.head_height
    band = Box(x=0, y=0, width=measure.table, height=height)
    shapes: list[Shape] = [Rect(box=band, fill=palette.HEAD)]
    names = ("step", "unit", "start", "last_day", "float")
    widths = (measure.name, measure.unit, measure.day, measure.day, measure.float_days)
    x = 0.0
    for name, width in zip(names, widths, strict=True):
        cell = Box(x=x, y=0, width=width, height=height)
        if not width:
            continue
        words = frame.messages.words(f"drawing.gantt.{name}", {})
        shapes.extend(head_cell(cell, words, measure.wall))
        x += width
    return (*shapes, *chart_head(frame, 0.0, stops))


def _bar_places(gantt: Gantt) -> dict[str, BarPlace]:
    return {
        line.bar.key: BarPlace(line=place, start=line.bar.start, end=line.bar.end)
        for place, line in enumerate(gantt.lines)
    }


def _laid(
    gantt: Gantt, *, on_paper: bool, chart_width: float | None, room: float | None
) -> tuple[_GanttMeasure, TimeAxis]:
    """Choose the measure and lay the axis; see ``draw_gantt``."""
    measure = _PAPER if on_paper else _SCREEN
    if not any(line.unit for line in gantt.lines):
        # Where nobody is named the names may be longer.
        measure = replace(measure, name=measure.name + measure.unit / 2, unit=0.0)
    first, end = _months(gantt)
    months = (end.year - first.year) * 12 + end.month - first.month
    width = chart_width or max(months, 6) * (measure.wall.letter * (3.6 if on_paper else 4.2))
    if room is not None and width > room - measure.table:
        width = max(room - measure.table, months * measure.wall.letter * _NARROWEST_MONTH)
    axis = TimeAxis(first=first, end=end, left=measure.table, width=width)
    return measure, axis


def gantt_scale(
    gantt: Gantt,
    *,
    on_paper: bool = False,
    chart_width: float | None = None,
    room: float | None = None,
) -> GanttScale:
    """Return where time and lines lie on the chart that ``draw_gantt`` draws of the same."""
    measure, axis = _laid(gantt, on_paper=on_paper, chart_width=chart_width, room=room)
    return GanttScale(
        first=axis.first,
        left=axis.left,
        per_day=axis.per_day,
        top=measure.wall.head_height,
        line=measure.line,
    )


def draw_gantt(
    gantt: Gantt,
    messages: Messages,
    *,
    on_paper: bool = False,
    chart_width: float | None = None,
    room: float | None = None,
) -> Drawing:
    """Return the chart of one work, in pixels for a page or in millimeters for paper.

    ``chart_width`` is the width of the time part; by default as long as its months need.
    Where the whole has only ``room``, months are drawn as narrow as their names allow.
    """
    measure, axis = _laid(gantt, on_paper=on_paper, chart_width=chart_width, room=room)
    frame = ChartFrame(axis=axis, today=gantt.today, measure=measure.wall, messages=messages)
    top = measure.wall.head_height
    body = len(gantt.lines) * measure.line
    rows = tuple(
        Group(
            shapes=(_row(line, place, measure, frame, gantt.near),),
            down=top + place * measure.line,
            href=line.href,
        )
        for place, line in enumerate(gantt.lines)
    )
    over: list[Shape] = [*stop_shades(frame, gantt.stops, body), *today_line(frame, body)]
    if gantt.links:
        over.append(
            links_drawn(
                gantt.links,
                _bar_places(gantt),
                axis,
                line=measure.line,
                letter=measure.wall.letter,
                hair=measure.wall.hair,
            )
        )
    if gantt.target is not None:
        x = axis.x(gantt.target + timedelta(days=1))
        over.append(upright(x, 0, body, palette.TARGET, measure.wall.hair * 2.4))
    shapes = (*_head(measure, frame, gantt.stops), *rows, Group(shapes=tuple(over), down=top))
    unit = "mm" if on_paper else "px"
    return Drawing(
        width=axis.right, height=top + body + 1, title=gantt.title, shapes=shapes, unit=unit
    )
