"""What a resource is used for week by week: before and after levelling, against what there is."""

from collections.abc import Callable, Sequence
from datetime import date

from guatu.domain.drawing import palette
from guatu.domain.drawing.curve import nice_top
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import Anchor, Box, Drawing, Group, Path, Rect, Shape, level
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.resource_use import WeekPeak

_LETTER = 12.0
_TICKS = 4
_LABEL_WIDTH = 64.0


def draw_use(
    weeks: Sequence[WeekPeak],
    title: str,
    messages: Messages,
    *,
    width: float = 760,
    height: float = 190,
    amount: Callable[[int], str] = str,
) -> Drawing:
    """Return the chart in pixels: filled steps after, a dashed line before, the limit in red.

    ``amount`` writes units; each week tells its numbers when pointed at.
    """
    box = Box(x=56, y=26, width=max(width - 64, 120), height=max(height - 50, 60))
    most = max((max(one.before, one.after, one.units) for one in weeks), default=1)
    top = nice_top(most)

    def y_of(units: int) -> float:
        return box.bottom - box.height * min(units, top) / top

    step = box.width / max(len(weeks), 1)
    shapes: list[Shape] = []
    for tick in range(_TICKS + 1):
        y = box.bottom - box.height * tick / _TICKS
        shapes.append(level(y, box.x, box.right, palette.RULE, 0.8))
        if not tick % 2:
            cell = Box(x=0, y=y - 8, width=box.x - 6, height=16)
            words = amount(round(top * tick / _TICKS))
            shapes += line_in(cell, words, _LETTER, anchor=Anchor.END, fill=palette.MUTED)
    shapes += [
        _week(one, box, step, number, y_of, amount, messages) for number, one in enumerate(weeks)
    ]
    shapes.append(
        Path(
            points=_steps([one.before for one in weeks], box, step, y_of),
            stroke=palette.GHOST, stroke_width=1.6, dash=(5.0, 3.0), closed=False,
        )
    )  # fmt: skip
    shapes.append(
        Path(
            points=_steps([one.units for one in weeks], box, step, y_of),
            stroke=palette.LATEST, stroke_width=1.8, closed=False,
        )
    )  # fmt: skip
    shapes += _months(weeks, box, step)
    shapes += _key(box, messages)
    return Drawing(width=width, height=height, title=title, shapes=tuple(shapes), unit="px")


def _steps(
    values: Sequence[int], box: Box, step: float, y_of: Callable[[int], float]
) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for number, value in enumerate(values):
        left = box.x + number * step
        points += [(left, y_of(value)), (left + step, y_of(value))]
    return tuple(points)


def _week(  # noqa: PLR0917 one week and where it is drawn
    one: WeekPeak,
    box: Box,
    step: float,
    number: int,
    y_of: Callable[[int], float],
    amount: Callable[[int], str],
    messages: Messages,
) -> Group:
    """Return the bar of a week; what is over the limit is red, and hatched on paper too."""
    left = box.x + number * step
    held = min(one.after, one.units)
    parts: list[Shape] = [
        Rect(box=Box(x=left, y=box.y, width=step, height=box.height), fill="none"),
        Rect(
            box=Box(x=left, y=y_of(held), width=step, height=box.bottom - y_of(held)),
            fill=palette.PLANNED,
        ),
    ]
    if one.after > held:
        over = Box(x=left, y=y_of(one.after), width=step, height=y_of(held) - y_of(one.after))
        parts.append(Rect(box=over, fill=palette.FLOAT_LATE, stroke=palette.LATEST, stroke_width=1))
    said = {
        "day": one.monday.isoformat(),
        "before": amount(one.before),
        "after": amount(one.after),
        "units": amount(one.units),
    }
    return Group(shapes=tuple(parts), title=messages.words("drawing.use.week", said))


def _months(weeks: Sequence[WeekPeak], box: Box, step: float) -> list[Shape]:
    shapes: list[Shape] = []
    free = box.x
    for number, one in enumerate(weeks):
        left = box.x + number * step
        if one.monday.day > 7 or left < free or left + _LABEL_WIDTH > box.right + 8:
            continue
        cell = Box(x=left, y=box.bottom + 4, width=_LABEL_WIDTH, height=16)
        shapes += line_in(cell, _month(one.monday), _LETTER, fill=palette.MUTED)
        free = left + _LABEL_WIDTH
    return shapes


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02d}"


def _key(box: Box, messages: Messages) -> list[Shape]:
    shapes: list[Shape] = []
    x = box.x
    for code in ("after", "before", "units"):
        if code == "after":
            shapes.append(Rect(box=Box(x=x, y=6, width=18, height=10), fill=palette.PLANNED))
        else:
            ink = palette.GHOST if code == "before" else palette.LATEST
            dash = (5.0, 3.0) if code == "before" else ()
            shapes.append(level(11, x, x + 18, ink, 1.8, dash=dash))
        cell = Box(x=x + 22, y=2, width=100, height=18)
        shapes += line_in(cell, messages.words(f"drawing.use.{code}", {}), _LETTER)
        x += 118
    return shapes
