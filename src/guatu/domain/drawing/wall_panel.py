"""The side panel of a wall sheet: sums, map, stop-work, moves, legend, and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in, lines_in
from guatu.domain.drawing.lights import light_mark, light_words
from guatu.domain.drawing.place_map import draw_map
from guatu.domain.drawing.shapes import Box, Rect, Shape, level
from guatu.domain.drawing.time_axis import in_county
from guatu.domain.drawing.wall_legend import draw_legend
from guatu.domain.drawing.wall_measure import WallMeasure
from guatu.domain.drawing.wall_table import day_words, share_done, wan
from guatu.domain.drawing.wall_values import WallRow, WallSheet, WallStop
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.messages import Messages

_LINE = 1.42
_MOST_LISTED = 6
_FEWEST_NODES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """The panel as it is filled from the top; ``y`` is where the next part begins."""

    box: Box
    measure: WallMeasure
    messages: Messages

    def words(self, code: str, **arguments: str | int) -> str:
        """Return a label of the drawing room."""
        return self.messages.words(f"drawing.{code}", arguments)

    def heading(self, y: float, code: str) -> tuple[float, tuple[Shape, ...]]:
        """Return a part's heading and the y below it."""
        size = self.measure.letter * 1.12
        cell = Box(x=self.box.x, y=y, width=self.box.width, height=size * 1.5)
        rule = level(cell.bottom, cell.x, cell.right, palette.HEAD, self.measure.hair * 2)
        shapes: tuple[Shape, ...] = (
            *line_in(cell, self.words(code), size, fill=palette.HEAD, strong=True),
            rule,
        )
        return cell.bottom + size * 0.3, shapes

    def line(
        self, y: float, words: str, *, left: float = 0.0, fill: str = palette.INK
    ) -> tuple[float, tuple[Shape, ...]]:
        """Return one line of the panel and the y below it."""
        size = self.measure.letter
        cell = Box(x=self.box.x + left, y=y, width=self.box.width - left, height=size * _LINE)
        return cell.bottom, line_in(cell, words, size, fill=fill)


def count_lights(rows: Sequence[WallRow]) -> tuple[tuple[LightColor, int], ...]:
    """Return how many works burn in each color, colors in use only."""
    counted = ((color, sum(1 for row in rows if row.light.color is color)) for color in LightColor)
    return tuple((color, number) for color, number in counted if number)


def _money_words(column: _Column, total: int, annual: int, done: int) -> tuple[str, str]:
    """What is said of the money; without a plan of the year nothing is said of the year."""
    if annual == 0:
        plain = column.words("panel.money_plain", total=wan(total))
        return plain, column.words("panel.done_plain", done=wan(done))
    share = share_done(done, annual)
    money = column.words("panel.money", total=wan(total), annual=wan(annual))
    return money, column.words("panel.done", done=wan(done), share=share)


def _sums(column: _Column, y: float, rows: Sequence[WallRow]) -> tuple[float, list[Shape]]:
    measure = column.measure
    y, heading = column.heading(y, "panel.sums")
    shapes: list[Shape] = list(heading)
    counts = count_lights(rows)
    radius = measure.letter * 1.3
    step = column.box.width / max(len(counts) + 1, 4)
    cell = Box(x=column.box.x, y=y, width=step, height=radius * 2.6)
    shapes.extend(
        line_in(
            cell, column.words("panel.works", number=len(rows)), measure.letter * 1.5, strong=True
        )
    )
    for place, (color, number) in enumerate(counts, start=1):
        x = column.box.x + place * step + radius
        shapes.extend(
            light_mark(x, cell.middle, radius, color, light_words(color, column.messages))
        )
        beside = Box(x=x + radius * 1.4, y=y, width=step - radius * 2.5, height=cell.height)
        shapes.extend(line_in(beside, str(number), measure.letter * 1.7, strong=True))
    y = cell.bottom + measure.letter * 0.3
    total, annual, done = (
        sum(getattr(row, name) for row in rows) for name in ("total_fen", "annual_fen", "done_fen")
    )
    for said in _money_words(column, total, annual, done):
        y, words = column.line(y, said)
        shapes.extend(words)
    if annual == 0:
        return y + measure.letter * 0.7, shapes
    track = Box(
        x=column.box.x,
        y=y + measure.letter * 0.15,
        width=column.box.width,
        height=measure.letter * 0.6,
    )
    part = min(1.0, done / annual)
    shapes.append(Rect(box=track, fill=palette.BAND))
    shapes.append(
        Rect(
            box=Box(x=track.x, y=track.y, width=track.width * part, height=track.height),
            fill=palette.ACTUAL,
        )
    )
    return track.bottom + measure.letter, shapes


def _moment(at: datetime, today: date) -> str:
    at = in_county(at)
    year = "" if at.year == today.year else f"{at.year}-"
    return f"{year}{at.month}-{at.day:02d} {at:%H:%M}"


def _stops(
    column: _Column, y: float, stops: Sequence[WallStop], today: date
) -> tuple[float, list[Shape]]:
    if not stops:
        return y, []
    y, heading = column.heading(y, "panel.stops")
    shapes: list[Shape] = list(heading)
    latest = list(enumerate(stops, start=1))[-_MOST_LISTED:]
    for number, stop in latest:
        mark = column.words("stop_mark", number=number)
        words = column.words(
            "panel.stop",
            mark=mark,
            start=_moment(stop.start, today),
            end=_moment(stop.end, today),
            reason=stop.reason,
        )
        size = column.measure.letter
        cell = Box(x=column.box.x, y=y, width=column.box.width, height=size * 2.6)
        shapes.extend(lines_in(cell, words, size, lines=2))
        y = cell.bottom + size * 0.1
    return y + column.measure.letter * 0.7, shapes


def _moves(column: _Column, y: float, rows: Sequence[WallRow]) -> tuple[float, list[Shape]]:
    moved = [row for row in rows if row.moved_days]
    if not moved:
        return y, []
    y, heading = column.heading(y, "panel.moves")
    shapes: list[Shape] = list(heading)
    for row in sorted(moved, key=lambda one: -abs(one.moved_days))[:_MOST_LISTED]:
        days = column.words("moved", days=f"{row.moved_days:+d}")
        y, words = column.line(
            y, column.words("panel.move", number=row.number, days=days, name=row.name)
        )
        shapes.extend(words)
    if len(moved) > _MOST_LISTED:
        y, words = column.line(
            y, column.words("panel.more", number=len(moved) - _MOST_LISTED), fill=palette.MUTED
        )
        shapes.extend(words)
    return y + column.measure.letter * 0.7, shapes


def _with_legend(column: _Column, y: float) -> tuple[float, list[Shape]]:
    y, heading = column.heading(y, "panel.legend")
    box = Box(x=column.box.x, y=y, width=column.box.width, height=0)
    bottom, legend = draw_legend(box, column.measure, column.messages)
    return bottom + column.measure.letter * 0.6, [*heading, *legend]


def data_time_words(sheet: WallSheet, messages: Messages) -> str:
    """Return up to when the facts are known: a moment, or a day where only that is known."""
    at = in_county(sheet.data_time)
    shown = f"{at:%Y-%m-%d %H:%M}" if (at.hour, at.minute) != (0, 0) else f"{at:%Y-%m-%d}"
    return messages.words("drawing.data_time", {"time": shown})


def provenance(sheet: WallSheet, messages: Messages) -> tuple[str, ...]:
    """Return where the sheet comes from: data time, content hash and journal head, 32 signs a line."""
    lines = [data_time_words(sheet, messages)]
    for code, digest in (
        ("content_hash", sheet.content_hash),
        ("journal_head", sheet.journal_head),
    ):
        if digest:
            lines.append(messages.words(f"drawing.{code}", {}))
            lines.extend(digest[start : start + 32] for start in range(0, len(digest), 32))
    return tuple(lines)


def _origin(column: _Column, y: float, sheet: WallSheet) -> tuple[float, list[Shape]]:
    y, heading = column.heading(y, "panel.origin")
    shapes: list[Shape] = list(heading)
    for words in provenance(sheet, column.messages):
        y, line = column.line(y, words)
        shapes.extend(line)
    return y, shapes


def _map(column: _Column, y: float, bottom: float, sheet: WallSheet) -> tuple[float, list[Shape]]:
    """The map, as wide as the panel; left out where too little height is left for it."""
    if sheet.map is None or not sheet.map.points:
        return y, []
    top, heading = column.heading(y, "panel.map")
    height = min(bottom - top, column.box.width * 0.95)
    if height < column.measure.letter * 10:
        return y, []
    box = Box(x=column.box.x, y=top, width=column.box.width, height=height)
    size = column.measure.letter
    drawn = draw_map(sheet.map, box, radius=size * 1.06, letter=size)
    return box.bottom + size, [*heading, *drawn]


def _nodes(column: _Column, y: float, bottom: float, sheet: WallSheet) -> list[Shape]:
    """The nodes that come next, over all works, as many as there is room for."""
    coming = sorted(
        (row.next_day, row.number, row.next_node)
        for row in sheet.rows
        if row.next_day is not None and row.next_node
    )
    top, heading = column.heading(y, "panel.nodes")
    fitting = int((bottom - top) / (column.measure.letter * _LINE))
    if fitting < _FEWEST_NODES or not coming:
        return []
    shapes: list[Shape] = list(heading)
    for day, number, name in coming[:fitting]:
        dated = day_words(day, sheet.today, column.messages)
        top, words = column.line(
            top, column.words("panel.node", day=dated, number=number, name=name)
        )
        shapes.extend(words)
    return shapes


def draw_panel(
    sheet: WallSheet, box: Box, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return the panel: sums and map from the top, legend and origin from the bottom."""
    column = _Column(box=box, measure=measure, messages=messages)
    top, shapes = _sums(column, box.y, sheet.rows)
    low_y, lower = 0.0, []
    parts: tuple[Callable[[float], tuple[float, list[Shape]]], ...] = (
        lambda y: _stops(column, y, sheet.stops, sheet.today),
        lambda y: _moves(column, y, sheet.rows),
        lambda y: _with_legend(column, y),
        lambda y: _origin(column, y, sheet),
    )
    height = 0.0
    for part in parts:
        height, _ = part(height)
    low_y = box.bottom - height
    start = low_y
    for part in parts:
        low_y, drawn = part(low_y)
        lower.extend(drawn)
    bottom = start - measure.letter * 0.8
    top, map_shapes = _map(column, top, bottom, sheet)
    return (*shapes, *map_shapes, *_nodes(column, top, bottom, sheet), *lower)
