"""The legend: each sign of the wall beside its words, drawn by the same hand as on the sheet."""

from collections.abc import Callable

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.lights import light_mark, light_words, permit_mark
from guatu.domain.drawing.shapes import Box, Path, Rect, Shape, level, upright
from guatu.domain.drawing.wall_measure import WallMeasure
from guatu.domain.drawing.wall_values import LaneState
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.messages import Messages

Sample = Callable[[Box], tuple[Shape, ...]]
_LINE = 1.78
_COLORS = (LightColor.GREEN, LightColor.YELLOW, LightColor.ORANGE, LightColor.RED)


def _filled(fill: str, edge: str, weight: float) -> Sample:
    return lambda box: (Rect(box=box, fill=fill, stroke=edge, stroke_width=weight),)


def _actual(box: Box) -> tuple[Shape, ...]:
    return (Rect(box=box.inset(0, box.height * 0.3), fill=palette.ACTUAL),)


def _stop(box: Box) -> tuple[Shape, ...]:
    return (Rect(box=box, fill=palette.STOP_SOFT, hatched=True),)


def _milestone(box: Box) -> tuple[Shape, ...]:
    half = box.height / 2
    x, y = box.center, box.middle
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return (Path(points=points, fill=palette.CRITICAL_EDGE),)


def _ghost(measure: WallMeasure) -> Sample:
    dash = (measure.letter * 0.3, measure.letter * 0.18)
    weight = measure.hair * 1.6
    return lambda box: (
        Rect(
            box=box.inset(0, box.height * 0.25),
            stroke=palette.GHOST,
            stroke_width=weight,
            dash=dash,
        ),
    )


def _latest(measure: WallMeasure) -> Sample:
    half = measure.letter * 0.32

    def drawn(box: Box) -> tuple[Shape, ...]:
        x = box.center
        foot = box.bottom - half * 1.1
        points = ((x - half, box.bottom), (x + half, box.bottom), (x, foot))
        line = upright(x, box.y, foot, palette.LATEST, measure.hair)
        return (Path(points=points, fill=palette.LATEST), line)

    return drawn


def _tail(measure: WallMeasure) -> Sample:
    dash = (measure.hair * 3, measure.hair * 2)
    weight = measure.hair * 1.6
    return lambda box: (level(box.middle, box.x, box.right, palette.TAIL, weight, dash=dash),)


def _target(measure: WallMeasure) -> Sample:
    across, down = measure.letter * 0.7, measure.letter * 0.6

    def drawn(box: Box) -> tuple[Shape, ...]:
        x = box.center
        flag = ((x, box.y), (x + across, box.y + down / 2), (x, box.y + down))
        line = upright(x, box.y, box.bottom, palette.TARGET, measure.hair * 2.4)
        return (line, Path(points=flag, fill=palette.TARGET))

    return drawn


def _today(measure: WallMeasure) -> Sample:
    weight = measure.hair * 2.6
    return lambda box: (upright(box.center, box.y, box.bottom, palette.TODAY, weight),)


def _bar_samples(measure: WallMeasure) -> tuple[tuple[str, Sample], ...]:
    weight = measure.hair * 2
    return (
        ("legend.critical", _filled(palette.CRITICAL, palette.CRITICAL_EDGE, weight)),
        ("legend.planned", _filled(palette.PLANNED, palette.PLANNED_EDGE, weight)),
        ("legend.actual", _actual),
        ("legend.ghost", _ghost(measure)),
        ("legend.latest", _latest(measure)),
        ("legend.float", _tail(measure)),
        ("legend.target", _target(measure)),
        ("legend.today", _today(measure)),
        ("legend.stop", _stop),
        ("legend.milestone", _milestone),
    )


def _lamp(color: LightColor, radius: float, words: str) -> Sample:
    return lambda box: light_mark(box.center, box.middle, radius, color, words)


def _dot(state: LaneState, radius: float) -> Sample:
    return lambda box: permit_mark(box.center, box.middle, radius, state)


def _samples(measure: WallMeasure, messages: Messages) -> tuple[tuple[str, Sample], ...]:
    lamps = tuple(
        (f"light_name.{one}", _lamp(one, measure.letter * 0.88, light_words(one, messages)))
        for one in _COLORS
    )
    dots = tuple((f"lane_state.{one}", _dot(one, measure.letter * 0.4)) for one in LaneState)
    return (*_bar_samples(measure), *lamps, *dots)


def draw_legend(
    box: Box, measure: WallMeasure, messages: Messages
) -> tuple[float, tuple[Shape, ...]]:
    """Return the y below the legend and its shapes: two columns, as high as they need."""
    size = measure.letter
    half = box.width / 2
    samples = _samples(measure, messages)
    shapes: list[Shape] = []
    for place, (code, drawn) in enumerate(samples):
        line, side = divmod(place, 2)
        top = box.y + line * size * _LINE
        left = box.x + side * half
        swatch = Box(x=left, y=top + size * 0.25, width=size * 2.2, height=size * 1.05)
        shapes.extend(drawn(swatch))
        cell = Box(x=swatch.right + size * 0.5, y=top, width=half - size * 2.9, height=size * 1.6)
        shapes.extend(line_in(cell, messages.words(f"drawing.{code}", {}), size))
    return box.y + -(-len(samples) // 2) * size * _LINE, tuple(shapes)
