"""The wall on a screen: names that stay, facts and chart that scroll, row by row alike.

Each part has a head of its own, which a page keeps in view. All bodies carry the same
``data-group`` and ``data-row`` hooks, so that the page's element folds a group in all
of them at once; without script a page asks for folded groups by name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from guatu.domain.drawing import palette
from guatu.domain.drawing.shapes import Box, Drawing, Group, Ink, Rect, Shape, level
from guatu.domain.drawing.time_axis import TimeAxis
from guatu.domain.drawing.wall_chart import (
    ChartFrame,
    chart_grid,
    chart_head,
    chart_row,
    today_line,
)
from guatu.domain.drawing.wall_measure import SCREEN_MEASURE, WallMeasure
from guatu.domain.drawing.wall_paper import group_band, group_sums, grouped, wall_title
from guatu.domain.drawing.wall_table import left_cells, left_head, right_cells, right_head
from guatu.domain.drawing.wall_values import WallRow, WallSheet
from guatu.domain.kernel.messages import Messages


class Zoom(StrEnum):
    """How long a day is on the screen; named by what fills a grid cell."""

    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"


_PIXELS_PER_DAY = {Zoom.QUARTER: 1.0, Zoom.MONTH: 2.6, Zoom.WEEK: 8.0}


# The year is said again after so many pixels, so that it is in view wherever one scrolls.
_YEAR_EVERY = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPart:
    """One part of the wall: its ``head`` stays at the top while its ``body`` scrolls."""

    head: Drawing
    body: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWall:
    """The three parts of the wall side by side; ``names`` stay in view while the others scroll."""

    names: ScreenPart
    facts: ScreenPart
    chart: ScreenPart
    time_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stack:
    """Where groups and rows stand, the same for all parts."""

    groups: tuple[tuple[str, tuple[WallRow, ...], bool], ...]
    measure: WallMeasure
    title: str

    @property
    def height(self) -> float:
        """The height of all groups and rows."""
        rows = sum(len(rows) for _, rows, folded in self.groups if not folded)
        return len(self.groups) * self.measure.group_height + rows * self.measure.row_least + 1

    def part(self, width: float, head: tuple[Shape, ...], body: tuple[Shape, ...]) -> ScreenPart:
        """Return a part of the wall of that width."""
        height = self.measure.head_height
        return ScreenPart(
            head=Drawing(width=width, height=height, title=self.title, shapes=head, unit="px"),
            body=Drawing(width=width, height=self.height, title=self.title, shapes=body, unit="px"),
        )


def draw_screen_wall(
    sheet: WallSheet, zoom: Zoom, messages: Messages, *, folded: frozenset[str] = frozenset()
) -> ScreenWall:
    """Return the wall for a page, in pixels; rows of folded groups are left out."""
    measure = SCREEN_MEASURE
    groups = tuple((name, rows, name in folded) for name, rows in grouped(sheet.rows))
    stack = _Stack(groups=groups, measure=measure, title=wall_title(sheet, messages))
    frame = _frame(sheet, zoom, messages)
    return ScreenWall(
        names=_names(stack, messages),
        facts=_facts(stack, messages),
        chart=_chart(stack, sheet, frame),
        time_width=frame.axis.width,
    )


def _frame(sheet: WallSheet, zoom: Zoom, messages: Messages) -> ChartFrame:
    width = max((sheet.end - sheet.first).days * _PIXELS_PER_DAY[zoom], 480.0)
    axis = TimeAxis(first=sheet.first, end=sheet.end, left=0, width=width)
    said = (months for months in (1, 3, 6) if months * 30 * axis.per_day >= _YEAR_EVERY)
    return ChartFrame(
        axis=axis, today=sheet.today, measure=SCREEN_MEASURE, messages=messages,
        step=3 if zoom is Zoom.QUARTER else 1, grid_in_rows=False,
        year_step=next(said, 12), weeks=zoom is Zoom.WEEK,
    )  # fmt: skip


def _stacked(
    stack: _Stack,
    bands: Sequence[tuple[Shape, ...]],
    cells: Callable[[WallRow], tuple[Shape, ...]],
    *,
    focusable: bool = False,
) -> tuple[Shape, ...]:
    """Put a part's bands and rows at their places, each with its hooks."""
    shapes: list[Shape] = []
    measure = stack.measure
    ink = Ink(fill=palette.INK, size=measure.letter)
    y = 0.0
    for (name, members, folded), heading in zip(stack.groups, bands, strict=True):
        data = (("group", name), ("folded", "true" if folded else "false"))
        shapes.append(
            Group(
                shapes=heading,
                down=y,
                data=data,
                focusable=focusable,
                title=name if focusable else "",
            )
        )
        y += measure.group_height
        for row in () if folded else members:
            hooks = (("row", row.code), ("of", name))
            shapes.append(Group(shapes=cells(row), down=y, data=hooks, ink=ink))
            y += measure.row_least
    return tuple(shapes)


def _names(stack: _Stack, messages: Messages) -> ScreenPart:
    """Number, light and name, under bands that name their group; the keyboard stops here."""
    measure = replace(stack.measure, columns=stack.measure.columns.names)
    width = measure.columns.before_chart
    height = measure.row_least

    def cells(row: WallRow) -> tuple[Shape, ...]:
        rule = level(height, 0, width, palette.RULE, measure.hair)
        return (rule, *left_cells(row, 0.0, height, measure, messages))

    bands = [group_band(name, rows, width, measure, messages) for name, rows, _ in stack.groups]
    return stack.part(
        width,
        left_head(0.0, 0.0, measure, messages),
        _stacked(stack, bands, cells, focusable=True),
    )


def _facts(stack: _Stack, messages: Messages) -> ScreenPart:
    """Who answers, money and permits, under bands that sum their group up."""
    measure = replace(stack.measure, columns=stack.measure.columns.facts)
    width = measure.columns.before_chart
    height = measure.row_least

    def cells(row: WallRow) -> tuple[Shape, ...]:
        rule = level(height, 0, width, palette.RULE, measure.hair)
        return (rule, *left_cells(row, 0.0, height, measure, messages))

    bands = [group_sums(rows, width, measure, messages) for _, rows, _ in stack.groups]
    return stack.part(width, left_head(0.0, 0.0, measure, messages), _stacked(stack, bands, cells))


def _chart(stack: _Stack, sheet: WallSheet, frame: ChartFrame) -> ScreenPart:
    measure, axis = stack.measure, frame.axis
    width = axis.right + measure.columns.after_chart
    height = measure.row_least
    band = Rect(box=Box(x=0, y=0, width=width, height=measure.group_height), fill=palette.BAND)
    after = Box(x=axis.right, y=0, width=measure.columns.after_chart, height=height)

    def cells(row: WallRow) -> tuple[Shape, ...]:
        return (
            level(height, 0, width, palette.RULE, measure.hair),
            *chart_row(frame, row, height),
            *right_cells(row, after, sheet.today, measure, frame.messages),
        )

    head = (
        *chart_head(frame, 0.0, sheet.stops),
        *right_head(axis.right, 0.0, measure, frame.messages),
    )
    # Grid and today stand once for all rows: hundreds of rows with their own are slow to scroll.
    body = (
        *chart_grid(frame, stack.height - 1),
        *_stacked(stack, [(band,) for _ in stack.groups], cells),
        *today_line(frame, stack.height - 1),
    )
    return stack.part(width, head, body)
