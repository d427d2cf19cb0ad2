"""The marks of bars: what ran, where they stood, float and latest start, one element a kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.drawing import palette
from guatu.domain.drawing.bar_frame import BarFrame
from guatu.domain.drawing.shapes import Box, Runs, Shape
from guatu.domain.drawing.wall_values import WallBar

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMarks:
    """What belongs to a bar beside its planned time, as runs of points: one ink, one element a row."""

    ran: tuple[Points, ...] = ()
    ghosts: tuple[Points, ...] = ()
    tails: tuple[Points, ...] = ()
    stems: tuple[Points, ...] = ()
    latest: tuple[Points, ...] = ()


def _corners(box: Box) -> Points:
    return (
        *((box.x, box.y), (box.right, box.y)),
        *((box.right, box.bottom), (box.x, box.bottom)),
    )


def _ran(bar: WallBar, strip: Box, frame: BarFrame) -> tuple[Points, ...]:
    """The dark strip of what really ran, up to today while the step runs."""
    if bar.actual_start is None:
        return ()
    until = bar.actual_end or max(frame.today, bar.actual_start)
    if not frame.axis.shows(bar.actual_start, until):
        return ()
    left, right = frame.axis.x(bar.actual_start), frame.axis.x(until)
    width = max(right - left, strip.height * 0.5)
    return (_corners(Box(x=left, y=strip.y, width=width, height=strip.height)),)


def _ghost(bar: WallBar, strip: Box, frame: BarFrame) -> tuple[Points, ...]:
    """Where the bar stood before."""
    if not bar.moved_days or bar.former_start is None or bar.former_end is None:
        return ()
    if not frame.axis.shows(bar.former_start, bar.former_end):
        return ()
    left, right = frame.axis.x(bar.former_start), frame.axis.x(bar.former_end)
    width = max(right - left, frame.measure.hair * 3)
    return (_corners(Box(x=left, y=strip.y, width=width, height=strip.height)),)


def marks_of(bar: WallBar, planned: Box, strip: Box, frame: BarFrame) -> BarMarks:
    """What ran, where it stood, the latest start, and the tail of float up to the late end."""
    ran, ghosts = _ran(bar, strip, frame), _ghost(bar, strip, frame)
    if bar.latest_start is None or bar.actual_start is not None:
        return BarMarks(ran=ran, ghosts=ghosts)
    axis = frame.axis
    tails: tuple[Points, ...] = ()
    if (
        bar.latest_end is not None
        and bar.latest_end > bar.end
        and axis.shows(bar.end, bar.latest_end)
    ):
        ends = axis.x(bar.end), axis.x(bar.latest_end)
        tails = (tuple((x, strip.middle) for x in ends),)
    if not axis.shows(bar.latest_start, bar.latest_start):
        return BarMarks(ran=ran, ghosts=ghosts, tails=tails)
    x = axis.x(bar.latest_start)
    half = min(strip.height * 0.9, frame.measure.size * 0.3)
    stem = ((x, planned.y), (x, strip.y))
    head = ((x, strip.y), (x + half, strip.bottom), (x - half, strip.bottom))
    return BarMarks(ran=ran, ghosts=ghosts, tails=tails, stems=(stem,), latest=(head,))


def marks_drawn(marks: Sequence[BarMarks], frame: BarFrame) -> tuple[Shape, ...]:
    """The marks of all bars, each kind as one shape."""
    hair, size = frame.measure.hair, frame.measure.size
    kinds = (
        Runs(runs=tuple(run for one in marks for run in one.ran), fill=palette.ACTUAL),
        Runs(
            runs=tuple(run for one in marks for run in one.ghosts), stroke=palette.GHOST,
            stroke_width=hair * 1.6, dash=(size * 0.3, size * 0.18),
        ),
        Runs(
            runs=tuple(run for one in marks for run in one.tails), stroke=palette.TAIL,
            stroke_width=hair * 1.4, dash=(hair * 3, hair * 2), closed=False,
        ),
        Runs(
            runs=tuple(run for one in marks for run in one.stems), stroke=palette.LATEST,
            stroke_width=hair, closed=False,
        ),
        Runs(runs=tuple(run for one in marks for run in one.latest), fill=palette.LATEST),
    )  # fmt: skip
    return tuple(kind for kind in kinds if kind.runs)
