"""The bars of one work in one row: the critical chain on the main track, the rest beneath it.

A bar is planned time (pale, named) over what really ran (dark strip). Where rows are
high every bar has its name; where they are low only the main track has names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.metrics import fit, text_width
from guatu.domain.drawing.shapes import Box, Group, Path, Rect, Shape, level, upright
from guatu.domain.drawing.time_axis import TimeAxis
from guatu.domain.drawing.wall_values import WallBar, WallRow
from guatu.domain.kernel.messages import Messages

# The part of a track that planned time takes; what really ran stands below it.
_PLANNED_PART = 0.76
_GAP = 0.22
# A name is worth printing from so many signs on.
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMeasure:
    """Sizes of bars in the drawing's unit: the letter size and the finest line."""

    size: float
    hair: float

    @property
    def named_track(self) -> float:
        """The lowest track that has room for a name."""
        return self.size * 1.04 / _PLANNED_PART

    @property
    def thin_track(self) -> float:
        """The lowest track that can still be seen."""
        return self.size * 0.26


@dataclass(frozen=True, slots=True, kw_only=True)
class BarFrame:
    """What all bars of a chart share: the axis, today, sizes and words."""

    axis: TimeAxis
    today: date
    measure: BarMeasure
    messages: Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    bar: WallBar
    track: int
    label: str
    outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Track:
    """A track's place; ``named`` tells whether names are printed in it."""

    top: float
    height: float
    named: bool


def bar_words(bar: WallBar, messages: Messages) -> str:
    """Return what is said of a bar on hover: name, days, progress, latest start, move."""
    last = bar.end if bar.is_milestone else bar.end - timedelta(days=1)
    parts = [
        messages.words(
            "drawing.bar",
            {"name": bar.name, "start": bar.start.isoformat(), "last": last.isoformat()},
        )
    ]
    if bar.actual_start is not None:
        words = {"start": bar.actual_start.isoformat(), "percent": f"{bar.percent:g}"}
        parts.append(messages.words("drawing.bar_actual", words))
    if bar.latest_start is not None:
        parts.append(messages.words("drawing.bar_latest", {"day": bar.latest_start.isoformat()}))
    if bar.moved_days:
        parts.append(messages.words("drawing.bar_moved", {"days": f"{bar.moved_days:+d}"}))
    return "；".join(parts) if messages.language == "zh" else "; ".join(parts)


def _importance(bar: WallBar) -> tuple[bool, date, date]:
    return (not bar.critical, bar.start, bar.end)


def _span(bar: WallBar, frame: BarFrame) -> tuple[float, float]:
    left, right = frame.axis.x(bar.start), frame.axis.x(bar.end)
    if bar.is_milestone:
        return left - frame.measure.size * 0.3, right + frame.measure.size * 0.3
    return left, max(right, left + frame.measure.hair * 2)


def _name_of(bar: WallBar, messages: Messages) -> str:
    """The name with how far a running bar is and how far it moved."""
    parts = [bar.name]
    if bar.actual_start is not None and bar.actual_end is None and bar.percent > 0:
        parts.append(f"{bar.percent:.0f}%")
    if bar.moved_days:
        parts.append(messages.words("drawing.moved", {"days": f"{bar.moved_days:+d}"}))
    return " ".join(parts)


def _label(bar: WallBar, frame: BarFrame) -> tuple[str, bool, float]:
    """Return a bar's name, whether it stands outside to the right, and where the bar's room ends."""
    left, right = _span(bar, frame)
    name = _name_of(bar, frame.messages)
    width = text_width(name, frame.measure.size)
    if not bar.is_milestone and width <= right - left - frame.measure.size * 0.3:
        return name, False, right
    beyond = right + frame.measure.size * 0.35
    if beyond + width <= frame.axis.right - frame.measure.size * 0.2:
        return name, True, beyond + width + frame.measure.size * 0.4
    inside = fit(name, frame.measure.size, right - left - frame.measure.size * 0.3)
    return (inside if len(inside) > _SHORTEST_NAME else ""), False, right


def _pack(bars: Sequence[WallBar], frame: BarFrame, *, named: bool) -> tuple[_Placed, ...]:
    """Put bars on tracks so that none covers another: the critical chain first, on track 0."""
    ends: list[list[tuple[float, float]]] = []
    placed: list[_Placed] = []
    for bar in sorted(bars, key=_importance):
        left, right = _span(bar, frame)
        label, outside = "", False
        if named:
            label, outside, right = _label(bar, frame)
        track = _free_track(ends, left, right, lowest=0 if bar.critical else 1)
        ends[track].append((left, right))
        placed.append(_Placed(bar=bar, track=track, label=label, outside=outside))
    return tuple(placed)


def _free_track(
    taken: list[list[tuple[float, float]]], left: float, right: float, *, lowest: int
) -> int:
    track = lowest
    while True:
        while len(taken) <= track:
            taken.append([])
        if all(right <= begun or left >= ended for begun, ended in taken[track]):
            return track
        track += 1


def _arranged(
    bars: Sequence[WallBar], box: Box, frame: BarFrame
) -> tuple[tuple[_Placed, ...], tuple[_Track, ...]]:
    """Choose named tracks where the row is high enough for all of them, else one named track."""
    placed = _pack(bars, frame, named=True)
    count = max((one.track for one in placed), default=0) + 1
    height = min(box.height / count, frame.measure.named_track * 1.6)
    if height >= frame.measure.named_track:
        top = box.y + (box.height - height * count) / 2
        return placed, tuple(
            _Track(top=top + place * height, height=height, named=True) for place in range(count)
        )
    placed = _pack(bars, frame, named=False)
    count = max((one.track for one in placed), default=0) + 1
    main = min(box.height, frame.measure.named_track)
    room = box.height - main
    thin = max(frame.measure.thin_track, min(room / max(count - 1, 1), main * 0.6))
    fitting = max(1, int(room / thin + 0.001))
    tracks = [_Track(top=box.y, height=main, named=True)]
    for place in range(count - 1):
        tracks.append(_Track(top=box.y + main + (place % fitting) * thin, height=thin, named=False))
    return placed, tuple(tracks)


def _ground(bar: WallBar, planned: Box, measure: BarMeasure) -> Shape:
    fill = palette.CRITICAL if bar.critical else palette.PLANNED
    edge = palette.CRITICAL_EDGE if bar.critical else palette.PLANNED_EDGE
    if bar.is_milestone:
        half = min(planned.height, measure.size) / 2
        x, y = planned.center, planned.middle
        points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        return Path(points=points, fill=palette.CRITICAL_EDGE if bar.critical else edge)
    weight = measure.hair * (2.0 if bar.critical else 1.2)
    return Rect(
        box=planned, fill=fill, stroke=edge, stroke_width=min(weight, planned.height * 0.18)
    )


def _ran(bar: WallBar, strip: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """The dark strip of what really ran, up to today while the step runs."""
    if bar.actual_start is None:
        return ()
    until = bar.actual_end or max(frame.today, bar.actual_start)
    if not frame.axis.shows(bar.actual_start, until):
        return ()
    left, right = frame.axis.x(bar.actual_start), frame.axis.x(until)
    box = Box(x=left, y=strip.y, width=max(right - left, strip.height * 0.5), height=strip.height)
    return (Rect(box=box, fill=palette.ACTUAL),)


def _moved(bar: WallBar, strip: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """The dashed ghost of where the bar stood before."""
    if not bar.moved_days or bar.former_start is None or bar.former_end is None:
        return ()
    if not frame.axis.shows(bar.former_start, bar.former_end):
        return ()
    left, right = frame.axis.x(bar.former_start), frame.axis.x(bar.former_end)
    box = Box(
        x=left, y=strip.y, width=max(right - left, frame.measure.hair * 3), height=strip.height
    )
    dash = (frame.measure.size * 0.3, frame.measure.size * 0.18)
    return (Rect(box=box, stroke=palette.GHOST, stroke_width=frame.measure.hair * 1.6, dash=dash),)


def _latest(bar: WallBar, planned: Box, strip: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """The mark of the latest start, with the tail of float from the bar's end to its late end."""
    if bar.latest_start is None or bar.actual_start is not None:
        return ()
    shapes: list[Shape] = []
    if (
        bar.latest_end is not None
        and bar.latest_end > bar.end
        and frame.axis.shows(bar.end, bar.latest_end)
    ):
        left, right = frame.axis.x(bar.end), frame.axis.x(bar.latest_end)
        y = strip.middle
        hair = frame.measure.hair
        dash = (hair * 3, hair * 2)
        shapes.append(level(y, left, right, palette.TAIL, hair * 1.4, dash=dash))
    if frame.axis.shows(bar.latest_start, bar.latest_start):
        x = frame.axis.x(bar.latest_start)
        half = min(planned.height * 0.45, frame.measure.size * 0.3)
        top = planned.y
        points = ((x - half, top), (x + half, top), (x, top + half * 1.25))
        shapes.append(Path(points=points, fill=palette.LATEST))
        shapes.append(upright(x, top, planned.bottom, palette.LATEST, frame.measure.hair * 1.5))
    return tuple(shapes)


def _one_bar(one: _Placed, track: _Track, frame: BarFrame) -> Group:
    bar = one.bar
    gap = track.height * _GAP * 0.3
    left, right = _span(bar, frame)
    usable = track.height - gap
    planned = Box(x=left, y=track.top, width=right - left, height=usable * _PLANNED_PART)
    strip = Box(x=left, y=planned.bottom, width=right - left, height=usable - planned.height)
    shapes: list[Shape] = [_ground(bar, planned, frame.measure)]
    shapes.extend(_ran(bar, strip, frame))
    shapes.extend(_moved(bar, strip, frame))
    shapes.extend(_latest(bar, planned, strip, frame))
    if track.named:
        shapes.extend(_lettering(one, planned, frame))
    return Group(
        shapes=tuple(shapes), title=bar_words(bar, frame.messages), data=(("bar", bar.key),)
    )


def _lettering(one: _Placed, planned: Box, frame: BarFrame) -> tuple[Shape, ...]:
    cell = planned.inset(frame.measure.size * 0.15)
    if one.outside:
        x = planned.right + frame.measure.size * 0.35
        width = min(
            text_width(one.label, frame.measure.size) + 0.01, max(0.0, frame.axis.right - x)
        )
        return line_in(
            Box(x=x, y=planned.y, width=width, height=planned.height), one.label, frame.measure.size
        )
    name = one.label or fit(_name_of(one.bar, frame.messages), frame.measure.size, cell.width)
    if one.bar.is_milestone or (len(name) <= _SHORTEST_NAME and name != one.bar.name):
        return ()
    return line_in(cell, name, frame.measure.size)


def draw_bars(row: WallRow, box: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """Return the bars of a work within the box, drawn from the least to the most important."""
    shown = [bar for bar in row.bars if frame.axis.shows(bar.start, bar.end)]
    placed, tracks = _arranged(shown, box, frame)
    return tuple(_one_bar(one, tracks[one.track], frame) for one in reversed(placed))
