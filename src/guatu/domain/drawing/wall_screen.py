"""The wall on a screen: a table that stays, and beside it a chart that scrolls, row by row alike.

Both carry the same ``data-group`` and ``data-row`` hooks, so that the page's element
folds a group in both at once; without script a page asks for folded groups by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.drawing import palette
from guatu.domain.drawing.shapes import Box, Drawing, Group, Rect, Shape, level
from guatu.domain.drawing.time_axis import TimeAxis
from guatu.domain.drawing.wall_chart import ChartFrame, chart_grid, chart_head, chart_row
from guatu.domain.drawing.wall_measure import COMPACT_MEASURE, SCREEN_MEASURE, WallMeasure
from guatu.domain.drawing.wall_paper import group_heading, grouped, wall_title
from guatu.domain.drawing.wall_table import left_cells, left_head, right_cells, right_head
from guatu.domain.drawing.wall_values import WallRow, WallSheet
from guatu.domain.kernel.messages import Messages


class Zoom(StrEnum):
    """How long a day is on the screen; named by what fills a grid cell."""

    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


_PIXELS_PER_DAY = {Zoom.QUARTER: 1.0, Zoom.MONTH: 2.6, Zoom.WEEK: 8.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWall:
    """The two halves of the wall; ``table`` stays in view while ``chart`` scrolls."""

    table: Drawing
    chart: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stack:
    """Where groups and rows stand, the same for both halves."""

    groups: tuple[tuple[str, tuple[WallRow, ...], bool], ...]
    measure: WallMeasure

    @property
    def height(self) -> float:
        """The height of the whole, head included."""
        rows = sum(len(rows) for _, rows, folded in self.groups if not folded)
        bands = len(self.groups) * self.measure.group_height
        return self.measure.head_height + bands + rows * self.measure.row_least + 1


def draw_screen_wall(
    sheet: WallSheet,
    zoom: Zoom,
    messages: Messages,
    *,
    folded: frozenset[str] = frozenset(),
    compact: bool = False,
) -> ScreenWall:
    """Return the wall for a page, in pixels; rows of folded groups are left out.

    ``compact`` leaves number, light and name in the table, for narrow screens.
    """
    measure = COMPACT_MEASURE if compact else SCREEN_MEASURE
    days = (sheet.end - sheet.first).days
    width = max(days * _PIXELS_PER_DAY[zoom], 480.0)
    axis = TimeAxis(first=sheet.first, end=sheet.end, left=0, width=width)
    step = 3 if zoom is Zoom.QUARTER else 1
    frame = ChartFrame(
        axis=axis, today=sheet.today, measure=measure, messages=messages, step=step,
        grid_in_rows=False,
    )  # fmt: skip
    groups = tuple((name, rows, name in folded) for name, rows in grouped(sheet.rows))
    stack = _Stack(groups=groups, measure=measure)
    title = wall_title(sheet, messages)
    table = Drawing(
        width=measure.columns.before_chart, height=stack.height, title=title,
        shapes=_table(stack, messages), unit="px",
    )  # fmt: skip
    chart = Drawing(
        width=width + measure.columns.after_chart, height=stack.height, title=title,
        shapes=_chart(stack, sheet, frame), unit="px",
    )  # fmt: skip
    return ScreenWall(table=table, chart=chart)


def _stacked(
    stack: _Stack, band: Sequence[tuple[Shape, ...]], rows: dict[int, tuple[Shape, ...]]
) -> tuple[Shape, ...]:
    """Put a half's bands and rows at their places, each with its hooks."""
    shapes: list[Shape] = []
    y = stack.measure.head_height
    for (name, members, folded), heading in zip(stack.groups, band, strict=True):
        data = (("group", name), ("folded", "true" if folded else "false"))
        shapes.append(Group(shapes=heading, down=y, data=data, title=name, focusable=True))
        y += stack.measure.group_height
        for row in () if folded else members:
            hooks = (("row", row.code), ("of", name))
            shapes.append(Group(shapes=rows[row.number], down=y, data=hooks))
            y += stack.measure.row_least
    return tuple(shapes)


def _table(stack: _Stack, messages: Messages) -> tuple[Shape, ...]:
    measure = stack.measure
    width = measure.columns.before_chart
    bands = [group_heading(name, rows, width, measure, messages) for name, rows, _ in stack.groups]
    rows = {
        row.number: (
            level(measure.row_least, 0, width, palette.RULE, measure.hair),
            *left_cells(row, 0.0, measure.row_least, measure, messages),
        )
        for _, members, _ in stack.groups
        for row in members
    }
    return (*left_head(0.0, 0.0, measure, messages), *_stacked(stack, bands, rows))


def _chart(stack: _Stack, sheet: WallSheet, frame: ChartFrame) -> tuple[Shape, ...]:
    measure, axis = stack.measure, frame.axis
    head = measure.head_height
    width = axis.right + measure.columns.after_chart
    height = measure.row_least
    band = Rect(box=Box(x=0, y=0, width=width, height=measure.group_height), fill=palette.BAND)
    after = Box(x=axis.right, y=0, width=measure.columns.after_chart, height=height)
    rows = {
        row.number: (
            level(measure.row_least, 0, width, palette.RULE, measure.hair),
            *chart_row(frame, row, height),
            *right_cells(row, after, sheet.today, measure, frame.messages),
        )
        for _, members, _ in stack.groups
        for row in members
    }
    return (
        *chart_head(frame, 0.0, sheet.stops),
        *right_head(axis.right, 0.0, measure, frame.messages),
        # Once behind all rows: hundreds of rows with a grid each are slow to scroll.
        Group(shapes=chart_grid(frame, stack.height - head - 1), down=head),
        *_stacked(stack, [(band,) for _ in stack.groups], rows),
    )
