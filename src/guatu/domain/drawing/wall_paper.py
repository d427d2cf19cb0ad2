"""The wall sheet on paper: A0 landscape, the same on A1, or cut into A3 pages with overlap."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.lights import light_words
from guatu.domain.drawing.metrics import text_width
from guatu.domain.drawing.shapes import Anchor, Box, Drawing, Group, Rect, Shape, level, upright
from guatu.domain.drawing.tiles import cut_into_tiles
from guatu.domain.drawing.time_axis import TimeAxis
from guatu.domain.drawing.wall_chart import ChartFrame, chart_head, chart_row
from guatu.domain.drawing.wall_measure import PAPER_MEASURE, WallMeasure
from guatu.domain.drawing.wall_panel import count_lights, data_time_words, draw_panel
from guatu.domain.drawing.wall_table import (
    left_cells,
    left_head,
    right_cells,
    right_head,
    share_done,
)
from guatu.domain.drawing.wall_values import WallRow, WallSheet
from guatu.domain.kernel.messages import Messages


class Paper(StrEnum):
    """The papers that a wall can be printed on."""

    A0 = "A0"
    A1 = "A1"
    A3_TILES = "A3-tiles"


A0_WIDTH, A0_HEIGHT = 1189.0, 841.0
A1_SCALE = 841.0 / 1189.0
MOST_WORKS = 55
_MARGIN = 15.0
_TITLE_HEIGHT = 34.0
_PANEL_WIDTH = 178.0
_PANEL_GAP = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One sheet's share of the rows, and the room for them."""

    rows: tuple[WallRow, ...]
    row_height: float
    place: int
    count: int


def grouped(rows: Sequence[WallRow]) -> tuple[tuple[str, tuple[WallRow, ...]], ...]:
    """Return the rows by group, groups in the order in which they first appear."""
    by_group: dict[str, list[WallRow]] = {}
    for row in rows:
        by_group.setdefault(row.group, []).append(row)
    return tuple((group, tuple(members)) for group, members in by_group.items())


def _rows_height(measure: WallMeasure) -> float:
    return A0_HEIGHT - 2 * _MARGIN - _TITLE_HEIGHT - measure.head_height


def _fits(rows: Sequence[WallRow], measure: WallMeasure) -> bool:
    groups = len({row.group for row in rows})
    needed = groups * measure.group_height + len(rows) * measure.row_least
    return len(rows) <= MOST_WORKS and needed <= _rows_height(measure) + 0.001


def _pages(sheet: WallSheet, measure: WallMeasure) -> tuple[_Page, ...]:
    """Share the rows over as few sheets as hold them, as evenly as they go."""
    ordered = [row for _, members in grouped(sheet.rows) for row in members]
    count = max(1, math.ceil(len(ordered) / MOST_WORKS))
    while True:
        each = max(1, math.ceil(len(ordered) / count))
        shares = [
            tuple(ordered[start : start + each]) for start in range(0, len(ordered), each)
        ] or [()]
        if each == 1 or all(_fits(share, measure) for share in shares):
            break
        count += 1
    pages = []
    for place, share in enumerate(shares, start=1):
        groups = len({row.group for row in share})
        room = _rows_height(measure) - groups * measure.group_height
        height = min(measure.row_most, room / max(len(share), 1))
        pages.append(_Page(rows=share, row_height=height, place=place, count=len(shares)))
    return tuple(pages)


def group_heading(
    group: str, rows: Sequence[WallRow], width: float, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return the band over a group: its name, its lights, what is done of its year; top at y = 0."""
    named = group or messages.words("drawing.no_group", {})
    size = measure.name_letter
    name_width = min(text_width(named, size) + 0.01, width * 0.3)
    left = measure.pad * 2 + name_width + size
    sums = Box(x=left, y=0, width=width * 0.6, height=measure.group_height)
    words = _group_words(rows, messages)
    return (
        *group_band(group, rows, width, measure, messages, name_width=name_width),
        *line_in(sums, words, measure.letter, fill=palette.MUTED),
    )


def group_band(
    group: str,
    rows: Sequence[WallRow],
    width: float,
    measure: WallMeasure,
    messages: Messages,
    *,
    name_width: float | None = None,
) -> tuple[Shape, ...]:
    """Return the band with the group's name alone; without a width the name takes what there is.

    A number after the name tells how many works the group has where the sums stand elsewhere.
    """
    band = Box(x=0, y=0, width=width, height=measure.group_height)
    named = group or messages.words("drawing.no_group", {})
    left = measure.pad * 2
    if name_width is None:
        named = f"{named} ({len(rows)})"
        # On a phone the numbers' column slides out of view: begin beside it.
        left += measure.columns.number
        name_width = width - left - measure.pad * 2
    cell = Box(x=left, y=0, width=name_width, height=band.height)
    name = line_in(cell, named, measure.name_letter, fill=palette.HEAD, strong=True)
    return (Rect(box=band, fill=palette.BAND), *name)


def group_sums(
    rows: Sequence[WallRow], width: float, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return the band with what sums a group up, without its name."""
    band = Box(x=0, y=0, width=width, height=measure.group_height)
    words = _group_words(rows, messages)
    cell = band.inset(measure.pad * 2)
    return (
        Rect(box=band, fill=palette.BAND),
        *line_in(cell, words, measure.letter, fill=palette.MUTED),
    )


def _group_words(rows: Sequence[WallRow], messages: Messages) -> str:
    """How many works, their lights, and what is done of the year's money."""
    lights = " · ".join(
        messages.words(
            "drawing.group_light",
            {"light": light_words(color, messages), "number": number},
        )
        for color, number in count_lights(rows)
    )
    said: dict[str, str | int] = {"number": len(rows), "lights": lights}
    words = messages.words("drawing.group", said)
    annual, done = sum(row.annual_fen for row in rows), sum(row.done_fen for row in rows)
    if annual > 0:
        words += messages.words("drawing.group_share", {"share": share_done(done, annual)})
    return words


def _row(row: WallRow, height: float, frame: ChartFrame) -> tuple[Shape, ...]:
    """One work across the whole table, its top at y = 0, its left edge at x = 0."""
    measure, axis = frame.measure, frame.axis
    right = axis.right + measure.columns.after_chart
    after = Box(x=axis.right, y=0, width=measure.columns.after_chart, height=height)
    shade = palette.PAPER if row.number % 2 else palette.SHADE
    return (
        Rect(box=Box(x=0, y=0, width=right, height=height), fill=shade),
        *chart_row(frame, row, height),
        *left_cells(row, 0.0, height, measure, frame.messages),
        *right_cells(row, after, frame.today, measure, frame.messages),
        *_upright_rules(frame, height),
        level(height, 0, right, palette.RULE, measure.hair),
    )


def _upright_rules(frame: ChartFrame, height: float) -> tuple[Shape, ...]:
    """The rules between the columns of a row."""
    columns = frame.measure.columns
    before = (
        *(columns.number, columns.light, columns.code, columns.name, columns.people),
        *(columns.total, columns.annual, columns.done, *(columns.lane,) * 4),
    )
    right = frame.axis.right
    xs = (
        *accumulate(before),
        right,
        right + columns.problem,
        right + columns.problem + columns.node,
    )
    return tuple(upright(x, 0, height, palette.RULE, frame.measure.hair) for x in xs)


def _table(page: _Page, sheet: WallSheet, frame: ChartFrame) -> tuple[Shape, ...]:
    measure, axis = frame.measure, frame.axis
    width = axis.right + measure.columns.after_chart
    shapes: list[Shape] = [
        *left_head(0.0, 0.0, measure, frame.messages),
        *chart_head(frame, 0.0, sheet.stops),
        *right_head(axis.right, 0.0, measure, frame.messages),
    ]
    y = measure.head_height
    for group, members in grouped(page.rows):
        whole = [row for row in sheet.rows if row.group == group]
        shapes.append(
            Group(shapes=group_heading(group, whole, width, measure, frame.messages), down=y)
        )
        y += measure.group_height
        for row in members:
            shapes.append(Group(shapes=_row(row, page.row_height, frame), down=y))
            y += page.row_height
    edge = Box(x=0, y=0, width=width, height=y)
    shapes.append(Rect(box=edge, stroke=palette.HEAD, stroke_width=measure.hair * 2))
    return tuple(shapes)


def wall_title(sheet: WallSheet, messages: Messages) -> str:
    """Return the title of the wall: with the county's name where it is known."""
    code = "drawing.title" if sheet.county else "drawing.title_plain"
    return messages.words(code, {"county": sheet.county})


def _title(sheet: WallSheet, page: _Page, width: float, messages: Messages) -> tuple[Shape, ...]:
    """The head of a sheet: county and name of the wall, the motto, and which sheet of how many."""
    band = Box(x=_MARGIN, y=_MARGIN, width=width, height=_TITLE_HEIGHT - 7)
    shapes: list[Shape] = [
        *line_in(
            band,
            wall_title(sheet, messages),
            17.0,
            fill=palette.HEAD,
            strong=True,
        ),
    ]
    place = messages.words("drawing.sheet", {"place": page.place, "count": page.count})
    moment = data_time_words(sheet, messages)
    right = Box(x=band.right - 330, y=band.y, width=330, height=band.height / 2)
    shapes.extend(
        line_in(
            right,
            messages.words("drawing.motto", {}),
            8.0,
            anchor=Anchor.END,
            fill=palette.HEAD,
            strong=True,
        )
    )
    below = right.moved(0, right.height)
    shapes.extend(line_in(below, f"{moment}　{place}", 6.0, anchor=Anchor.END, fill=palette.MUTED))
    rule = band.bottom + 2.6
    shapes.append(level(rule, band.x, band.right, palette.RED, 1.2))
    return tuple(shapes)


def _sheet(page: _Page, sheet: WallSheet, messages: Messages) -> Drawing:
    measure = PAPER_MEASURE
    inner = A0_WIDTH - 2 * _MARGIN
    columns = measure.columns
    chart = inner - _PANEL_WIDTH - _PANEL_GAP - columns.before_chart - columns.after_chart
    axis = TimeAxis(first=sheet.first, end=sheet.end, left=columns.before_chart, width=chart)
    frame = ChartFrame(axis=axis, today=sheet.today, measure=measure, messages=messages, step=1)
    top = _MARGIN + _TITLE_HEIGHT
    panel = Box(
        x=A0_WIDTH - _MARGIN - _PANEL_WIDTH,
        y=top,
        width=_PANEL_WIDTH,
        height=A0_HEIGHT - _MARGIN - top,
    )
    shapes: tuple[Shape, ...] = (
        Rect(box=Box(x=0, y=0, width=A0_WIDTH, height=A0_HEIGHT), fill=palette.PAPER),
        *_title(sheet, page, inner, messages),
        Group(shapes=_table(page, sheet, frame), across=_MARGIN, down=top),
        *draw_panel(sheet, panel, measure, messages),
    )
    title = wall_title(sheet, messages)
    return Drawing(width=A0_WIDTH, height=A0_HEIGHT, title=title, shapes=shapes)


def draw_wall(sheet: WallSheet, paper: Paper, messages: Messages) -> tuple[Drawing, ...]:
    """Return the sheets of the wall: at most 55 works each, further works on further sheets.

    A1 is the A0 sheet at 0.707 of its size; A3 tiles are the A0 sheet in A3 pages.
    """
    drawn = tuple(_sheet(page, sheet, messages) for page in _pages(sheet, PAPER_MEASURE))
    match paper:
        case Paper.A0:
            return drawn
        case Paper.A1:
            return tuple(
                Drawing(
                    width=one.width,
                    height=one.height,
                    title=one.title,
                    shapes=one.shapes,
                    scale=A1_SCALE,
                )
                for one in drawn
            )
        case Paper.A3_TILES:
            inner = Box(
                x=_MARGIN - 3,
                y=_MARGIN - 3,
                width=A0_WIDTH - 2 * _MARGIN + 6,
                height=A0_HEIGHT - 2 * _MARGIN + 6,
            )
            return tuple(
                tile
                for place, one in enumerate(drawn, start=1)
                for tile in cut_into_tiles(one, inner, place if len(drawn) > 1 else 0, messages)
            )
