"""The words of a wall row: number, light, names, money, permit lanes, problem, node, forecast."""

from collections.abc import Iterator
from datetime import date

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in, lines_in, stacked
from guatu.domain.drawing.lights import light_mark, light_words, permit_mark
from guatu.domain.drawing.metrics import wrap
from guatu.domain.drawing.shapes import Anchor, Box, Group, Rect, Shape
from guatu.domain.drawing.wall_measure import WallMeasure
from guatu.domain.drawing.wall_values import LANES, LaneState, PermitDot, WallLight, WallRow
from guatu.domain.kernel.messages import Messages

_FEN_PER_WAN = 1_000_000


def wan(fen: int) -> str:
    """Return an amount of fen in 万元 (10,000 yuan), rounded half up, with thousands marked."""
    return f"{(fen + _FEN_PER_WAN // 2) // _FEN_PER_WAN:,}"


def share_done(done_fen: int, annual_fen: int) -> str:
    """Return how much of the year's money is done, as a whole percent; empty without a plan."""
    return f"{done_fen * 100 // annual_fen}%" if annual_fen > 0 else ""


def cells_of(left: float, top: float, height: float, widths: tuple[float, ...]) -> Iterator[Box]:
    """Yield boxes of the given widths side by side."""
    x = left
    for width in widths:
        yield Box(x=x, y=top, width=width, height=height)
        x += width


def light_title(light: WallLight, messages: Messages) -> str:
    """Return the name of a light with its reason, as shown on hover and keyboard focus."""
    named = messages.words(f"drawing.light_name.{light.color}", {})
    if light.reason is None:
        return named
    color = messages.words(f"drawing.light_color.{light.color}", {})
    said = {"light": color, "reason": messages.of(light.reason)}
    first = messages.words("drawing.light_title", said)
    return "\n".join((first, *(messages.of(step) for step in light.steps)))


def _light(cell: Box, row: WallRow, measure: WallMeasure, messages: Messages) -> Group:
    radius = min(cell.width * 0.38, cell.height * 0.4, measure.letter * 1.1)
    color = row.light.color
    return Group(
        shapes=light_mark(cell.center, cell.middle, radius, color, light_words(color, messages)),
        title=light_title(row.light, messages),
        focusable=True,
        data=(("light", row.light.arithmetic or row.code), ("color", color.value)),
    )


def _permits(
    cell: Box, dots: tuple[PermitDot, ...], measure: WallMeasure, messages: Messages
) -> Group:
    """The dots of one lane; where they are too many, how many of them are done."""
    step = measure.letter * 0.84
    across = max(1, int((cell.width - measure.pad) // step))
    down = max(1, int(cell.height // (step * 1.1)))
    done = sum(1 for dot in dots if dot.state is LaneState.DONE)
    title = "；".join(
        messages.words(
            "drawing.permit",
            {"name": dot.name, "state": messages.words(f"drawing.lane_state.{dot.state}", {})},
        )
        for dot in dots
    )
    if len(dots) > across * down:
        return Group(
            shapes=line_in(cell, f"{done}/{len(dots)}", measure.letter, anchor=Anchor.MIDDLE),
            title=title,
        )
    lines = -(-len(dots) // across) or 1
    shapes: list[Shape] = []
    for place, dot in enumerate(dots):
        line, column = divmod(place, across)
        inline = min(across, len(dots) - line * across)
        x = cell.center + (column - (inline - 1) / 2) * step
        y = cell.middle + (line - (lines - 1) / 2) * step * 1.1
        shapes.extend(permit_mark(x, y, measure.letter * 0.34, dot.state))
    return Group(shapes=tuple(shapes), title=title)


def _people(cell: Box, row: WallRow, measure: WallMeasure) -> tuple[Shape, ...]:
    size = measure.cell_letter(cell.height)
    if cell.height < size * 2.2:
        return line_in(cell, row.lead_unit, size)
    unit = wrap(row.lead_unit, size, cell.width, 2 if cell.height > size * 4 else 1)
    return stacked(cell, tuple(words for words in (*unit, row.sponsor) if words), size)


def _money(cells: tuple[Box, Box, Box], row: WallRow, measure: WallMeasure) -> tuple[Shape, ...]:
    total, annual, done = cells
    finished = (wan(row.done_fen), share_done(row.done_fen, row.annual_fen))
    return (
        *line_in(total, wan(row.total_fen), measure.letter, anchor=Anchor.END),
        *line_in(
            annual,
            wan(row.annual_fen) if row.annual_fen else "—",
            measure.letter,
            anchor=Anchor.END,
        ),
        *stacked(done, tuple(one for one in finished if one), measure.letter, anchor=Anchor.END),
    )


def _name(cell: Box, row: WallRow, measure: WallMeasure, *, with_code: bool) -> Group:
    size = measure.name_size(cell.height)
    lines = 3 if cell.height > size * 4.4 else 2
    shapes: tuple[Shape, ...]
    if with_code:
        # The code stands below: broken into the name's lines it could not be read as one word.
        low = measure.letter * 1.2
        name = Box(x=cell.x, y=cell.y + 1, width=cell.width, height=cell.height - low - 2)
        code = Box(x=cell.x, y=name.bottom, width=cell.width, height=low)
        shapes = (
            *lines_in(name, row.name, size, lines=lines, strong=True),
            *line_in(code, row.code, measure.letter * 0.92, fill=palette.MUTED),
        )
    else:
        shapes = lines_in(cell, row.name, size, lines=lines, strong=True)
    return Group(
        shapes=shapes, title=f"{row.code} {row.name}", href=row.href, data=(("open", row.code),)
    )


def left_cells(
    row: WallRow, left: float, height: float, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return everything that stands to the left of the chart; the row's top is y = 0."""
    columns = measure.columns
    widths = (
        *(columns.number, columns.light, columns.code, columns.name, columns.people),
        *(columns.total, columns.annual, columns.done, *(columns.lane,) * len(LANES)),
    )
    boxes = tuple(cells_of(left, 0.0, height, widths))
    number, light, code, name, people, total, annual, done = (
        box.inset(measure.pad) for box in boxes[:8]
    )
    named: tuple[Shape, ...] = ()
    if columns.name:
        named = (
            *line_in(
                number, str(row.number), measure.letter, anchor=Anchor.MIDDLE, fill=palette.MUTED
            ),
            _light(light, row, measure, messages),
            *lines_in(code, row.code, measure.letter, lines=2, fill=palette.MUTED),
            _name(name, row, measure, with_code=columns.code == 0),
        )
    known: tuple[Shape, ...] = ()
    if columns.people:
        known = (*_people(people, row, measure), *_money((total, annual, done), row, measure))
    return (
        *named,
        *known,
        *(
            _permits(box, dots, measure, messages)
            for box, dots in zip(boxes[8:], row.lanes, strict=True)
            if box.width > 0
        ),
    )


def day_words(day: date | None, today: date, messages: Messages) -> str:
    """Return a day as people read it on a wall: month and day, with the year where it differs."""
    if day is None:
        return messages.words("drawing.no_day", {})
    return (
        f"{day.month}-{day.day:02d}"
        if day.year == today.year
        else f"{day.year}-{day.month:02d}-{day.day:02d}"
    )


def right_cells(
    row: WallRow, place: Box, today: date, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return everything that stands to the right of the chart, within its place."""
    columns = measure.columns
    widths = (columns.problem, columns.node, columns.forecast)
    height = place.height
    boxes = cells_of(place.x, place.y, height, widths)
    problem, node, forecast = (box.inset(measure.pad) for box in boxes)
    size = measure.cell_letter(height)
    lines = 2 if height < size * 4.6 else 4
    next_day = day_words(row.next_day, today, messages) if row.next_node else ""
    ends = [day_words(row.forecast, today, messages)]
    if row.moved_days:
        ends.append(messages.words("drawing.moved", {"days": f"{row.moved_days:+d}"}))
    moved = palette.LATEST if row.moved_days > 0 else palette.INK
    return (
        *lines_in(problem, row.problem, size, lines=lines),
        *stacked(node, tuple(one for one in (row.next_node, next_day) if one), size),
        *stacked(forecast, tuple(ends), size, fill=moved, strong=bool(row.moved_days)),
    )


def head_cell(cell: Box, words: str, measure: WallMeasure) -> tuple[Shape, ...]:
    """Return a column's heading, white on the dark band; the words carry their own line ends."""
    return stacked(
        cell.inset(measure.pad / 2), tuple(words.split("\n")), measure.head_letter,
        anchor=Anchor.MIDDLE, fill=palette.PAPER, strong=True,
    )  # fmt: skip


def left_head(
    left: float, top: float, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return the headings to the left of the chart, the lanes under their common heading."""
    columns = measure.columns
    height = measure.head_height
    names = ("number", "light", "code", "name", "people", "total", "annual", "done")
    widths = (
        *(columns.number, columns.light, columns.code, columns.name, columns.people),
        *(columns.total, columns.annual, columns.done),
    )
    shapes: list[Shape] = [
        Rect(box=Box(x=left, y=top, width=columns.before_chart, height=height), fill=palette.HEAD)
    ]
    for name, box in zip(names, cells_of(left, top, height, widths), strict=True):
        if box.width > 0:
            shapes.extend(head_cell(box, messages.words(f"drawing.head.{name}", {}), measure))
    if columns.lane == 0:
        return tuple(shapes)
    lanes_left = left + sum(widths)
    common = Box(x=lanes_left, y=top, width=4 * columns.lane, height=height * 0.4)
    shapes.extend(head_cell(common, messages.words("drawing.head.lanes", {}), measure))
    for lane, box in zip(
        LANES, cells_of(lanes_left, common.bottom, height * 0.6, (columns.lane,) * 4), strict=True
    ):
        shapes.extend(head_cell(box, messages.words(f"drawing.lane.{lane}", {}), measure))
    return tuple(shapes)


def right_head(
    left: float, top: float, measure: WallMeasure, messages: Messages
) -> tuple[Shape, ...]:
    """Return the headings to the right of the chart."""
    columns = measure.columns
    height = measure.head_height
    band = Box(x=left, y=top, width=columns.after_chart, height=height)
    shapes: list[Shape] = [Rect(box=band, fill=palette.HEAD)]
    widths = (columns.problem, columns.node, columns.forecast)
    for name, box in zip(
        ("problem", "node", "forecast"), cells_of(left, top, height, widths), strict=True
    ):
        shapes.extend(head_cell(box, messages.words(f"drawing.head.{name}", {}), measure))
    return tuple(shapes)
