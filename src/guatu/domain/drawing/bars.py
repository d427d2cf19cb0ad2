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
# The part of a track that a bar uses; the rest keeps bars apart.
_USED_PART = 0.94
# Fewer named tracks than this are better spent on one named and many thin ones.
_FEWEST_NAMED_TRACKS = 3
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
        return self.size * 1.02 / (_PLANNED_PART * _USED_PART)

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
    """A bar on its track, with its name: inside it, or beginning at ``label_left`` elsewhere."""

    bar: WallBar
    track: int
    label: str = ""
    label_track: int = 0
    label_left: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Track:
    """A track's place; ``named`` tells whether names are printed in it."""

    top: float
    height: float
    named: bool


class _Occupied:
    """Which stretches of which tracks are taken while bars and names are put down."""

    def __init__(self, count: int | None) -> None:
        self._count = count
        self._taken: list[list[tuple[float, float]]] = []

    def free(self, left: float, right: float, lowest: int) -> int | None:
        """Return the first track from the lowest on that is free there, None if none is left."""
        track = lowest
        while self._count is None or track < self._count:
            while len(self._taken) <= track:
                self._taken.append([])
            if all(right <= begun or left >= ended for begun, ended in self._taken[track]):
                return track
            track += 1
        return None

    def take(self, track: int, left: float, right: float) -> None:
        """Mark a stretch of a track as taken."""
        self._taken[track].append((left, right))

    @property
    def tracks(self) -> int:
        """How many tracks are in use."""
        return len(self._taken)


def bar_words(bar: WallBar, messages: Messages) -> str:
    """Return what is said of a bar on hover: name, days, progress, latest start, move."""
    last = bar.end if bar.is_milestone else bar.end - timedelta(days=1)
    dated = {"name": bar.name, "start": bar.start.isoformat(), "last": last.isoformat()}
    parts = [messages.words("drawing.bar", dated)]
    if bar.actual_start is not None:
        words = {"start": bar.actual_start.isoformat(), "percent": f"{bar.percent:g}"}
        parts.append(messages.words("drawing.bar_actual", words))
    if bar.latest_start is not None:
        parts.append(messages.words("drawing.bar_latest", {"day": bar.latest_start.isoformat()}))
    if bar.moved_days:
        parts.append(messages.words("drawing.bar_moved", {"days": f"{bar.moved_days:+d}"}))
    return messages.words("drawing.and", {}).join(parts)


def _importance(bar: WallBar) -> tuple[bool, date, date]:
    return (not bar.critical, bar.start, bar.end)


def _span(bar: WallBar, frame: BarFrame) -> tuple[float, float]:
    left, right = frame.axis.x(bar.start), frame.axis.x(bar.end)
    if bar.is_milestone:
        half = frame.measure.size * 0.3
        return max(left - half, frame.axis.left), min(right + half, frame.axis.right)
    return left, max(right, left + frame.measure.hair * 2)


def _name_of(bar: WallBar, messages: Messages) -> str:
    """The name with how far a running bar is and how far it moved."""
    parts = [bar.name]
    if bar.actual_start is not None and bar.actual_end is None and bar.percent > 0:
        parts.append(f"{bar.percent:.0f}%")
    if bar.moved_days:
        parts.append(messages.words("drawing.moved", {"days": f"{bar.moved_days:+d}"}))
    return " ".join(parts)


def _settled(
    bar: WallBar, occupied: _Occupied, frame: BarFrame, outside: frozenset[str]
) -> _Placed | None:
    """Put one bar down, its name inside it, after it, or under it; None where no track is free."""
    left, right = _span(bar, frame)
    size = frame.measure.size
    name = _name_of(bar, frame.messages)
    width = text_width(name, size)
    lowest = 0 if bar.critical or bar.actual_end is not None else 1
    inside = not bar.is_milestone and width <= right - left - size * 0.3
    after = right + size * 0.35
    beyond = after + width + size * 0.3
    if not inside and bar.key in outside and not bar.critical and beyond <= frame.axis.right:
        track = occupied.free(left, beyond, lowest)
        if track is not None:
            occupied.take(track, left, beyond)
            return _Placed(bar=bar, track=track, label=name, label_track=track, label_left=after)
    track = occupied.free(left, right, lowest)
    if track is None:
        return None
    occupied.take(track, left, right)
    if inside:
        return _Placed(bar=bar, track=track, label=name)
    if bar.key not in outside:
        return _Placed(bar=bar, track=track)
    start = min(left, frame.axis.right - width - size * 0.3)
    under = occupied.free(start, start + width + size * 0.3, track + 1)
    if under is None or under > track + 2 or start < frame.axis.left:
        return _Placed(bar=bar, track=track)
    occupied.take(under, start, start + width + size * 0.3)
    return _Placed(bar=bar, track=track, label=name, label_track=under, label_left=start)


def _named_tracks(bars: Sequence[WallBar], box: Box, frame: BarFrame) -> list[_Placed] | None:
    """Put all bars on tracks high enough for names; None where the row is too low for that.

    Where a bar finds no track, the widest name beside a bar gives way and all is laid
    again; names of the critical chain give way last.
    """
    count = int(box.height / frame.measure.named_track + 0.001)
    if count < _FEWEST_NAMED_TRACKS:
        return None
    ordered = sorted(bars, key=_importance)
    outside = frozenset(bar.key for bar in ordered)
    while True:
        occupied = _Occupied(count)
        placed: list[_Placed] = []
        for bar in ordered:
            one = _settled(bar, occupied, frame, outside)
            if one is None:
                break
            placed.append(one)
        if len(placed) == len(ordered):
            return placed
        beside = [one for one in placed if one.label_left is not None]
        if not beside:
            return None
        widest = max(beside, key=lambda one: (not one.bar.critical, len(one.label)))
        outside -= {widest.bar.key}


def _thin_tracks(bars: Sequence[WallBar], frame: BarFrame) -> tuple[list[_Placed], int]:
    """Put the critical chain on track 0 and all others on as many thin tracks as they need."""
    occupied = _Occupied(None)
    placed = []
    for bar in sorted(bars, key=_importance):
        left, right = _span(bar, frame)
        track = occupied.free(left, right, 0 if bar.critical or bar.actual_end is not None else 1)
        assert track is not None
        occupied.take(track, left, right)
        placed.append(_Placed(bar=bar, track=track))
    return placed, max(occupied.tracks, 1)


def _arranged(
    bars: Sequence[WallBar], box: Box, frame: BarFrame
) -> tuple[list[_Placed], tuple[_Track, ...]]:
    """Choose named tracks where the row is high enough for all of them, else one named track."""
    named = _named_tracks(bars, box, frame)
    if named is not None:
        count = 1 + max((max(one.track, one.label_track) for one in named), default=0)
        height = min(box.height / count, frame.measure.named_track * 1.35)
        top = box.y + (box.height - height * count) / 2
        return named, tuple(
            _Track(top=top + place * height, height=height, named=True) for place in range(count)
        )
    placed, count = _thin_tracks(bars, frame)
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
        half = min(strip.height * 0.9, frame.measure.size * 0.3)
        points = ((x, strip.y), (x + half, strip.bottom), (x - half, strip.bottom))
        shapes.append(upright(x, planned.y, strip.y, palette.LATEST, frame.measure.hair))
        shapes.append(Path(points=points, fill=palette.LATEST))
    return tuple(shapes)


def _parts(bar: WallBar, track: _Track, frame: BarFrame) -> tuple[Box, Box]:
    """The boxes of planned time and of the strip below it."""
    left, right = _span(bar, frame)
    usable = track.height * _USED_PART
    planned = Box(x=left, y=track.top, width=right - left, height=usable * _PLANNED_PART)
    strip = Box(x=left, y=planned.bottom, width=right - left, height=usable - planned.height)
    return planned, strip


def _one_bar(one: _Placed, tracks: Sequence[_Track], frame: BarFrame) -> Group:
    bar, track = one.bar, tracks[one.track]
    planned, strip = _parts(bar, track, frame)
    shapes: list[Shape] = [_ground(bar, planned, frame.measure)]
    shapes.extend(_ran(bar, strip, frame))
    shapes.extend(_moved(bar, strip, frame))
    shapes.extend(_latest(bar, planned, strip, frame))
    if one.label_left is not None:
        room = tracks[one.label_track]
        height = room.height * _USED_PART * _PLANNED_PART
        width = text_width(one.label, frame.measure.size) + 0.01
        cell = Box(x=one.label_left, y=room.top, width=width, height=height)
        shapes.extend(line_in(cell, one.label, frame.measure.size))
    elif track.named and not bar.is_milestone:
        cell = planned.inset(frame.measure.size * 0.15)
        name = one.label or fit(_name_of(bar, frame.messages), frame.measure.size, cell.width)
        if len(name) > _SHORTEST_NAME or name == bar.name:
            shapes.extend(line_in(cell, name, frame.measure.size))
    return Group(
        shapes=tuple(shapes), title=bar_words(bar, frame.messages), data=(("bar", bar.key),)
    )


def draw_bars(row: WallRow, box: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """Return the bars of a work within the box, drawn from the least to the most important."""
    shown = [bar for bar in row.bars if frame.axis.shows(bar.start, bar.end)]
    placed, tracks = _arranged(shown, box, frame)
    return tuple(_one_bar(one, tracks, frame) for one in reversed(placed))


def bar_on_line(bar: WallBar, lane: Box, frame: BarFrame) -> Group:
    """Return one bar alone in a lane of its own, its name left to the line beside it."""
    if not frame.axis.shows(bar.start, bar.end):
        return Group(shapes=())
    track = _Track(top=lane.y, height=lane.height, named=False)
    return _one_bar(_Placed(bar=bar, track=0), (track,), frame)
