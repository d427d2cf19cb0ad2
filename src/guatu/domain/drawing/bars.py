"""The bars of one work in one row: the critical chain on the main track, the rest beneath it.

A bar is planned time (pale, named) over what really ran (dark strip). Where rows are
high every bar has its name; where they are low only the main track has names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guatu.domain.drawing import palette
from guatu.domain.drawing.bar_frame import PLANNED_PART, USED_PART, BarFrame
from guatu.domain.drawing.bar_marks import BarMarks, marks_drawn, marks_of
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.metrics import fit, text_width
from guatu.domain.drawing.shapes import Box, Group, Ink, Path, Rect, Shape, Text
from guatu.domain.drawing.wall_values import WallBar, WallRow
from guatu.domain.kernel.messages import Messages

# Fewer named tracks than this are better spent on one named and many thin ones.
_FEWEST_NAMED_TRACKS = 3
# A name is worth printing from so many signs on.
_SHORTEST_NAME = 2


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


Labels = tuple[Text, ...]


def _ground(bar: WallBar, planned: Box, frame: BarFrame) -> Rect | Group:
    """The planned time, which says on hover what there is to say of the bar."""
    measure = frame.measure
    title = bar_words(bar, frame.messages)
    fill = palette.CRITICAL if bar.critical else palette.PLANNED
    edge = palette.CRITICAL_EDGE if bar.critical else palette.PLANNED_EDGE
    if bar.is_milestone:
        half = min(planned.height, measure.size) / 2
        x, y = planned.center, planned.middle
        points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        return Group(shapes=(Path(points=points, fill=edge),), title=title)
    weight = min(measure.hair * (2.0 if bar.critical else 1.2), planned.height * 0.18)
    return Rect(box=planned, fill=fill, stroke=edge, stroke_width=weight, title=title)


def _parts(bar: WallBar, track: _Track, frame: BarFrame) -> tuple[Box, Box]:
    """The boxes of planned time and of the strip below it."""
    left, right = _span(bar, frame)
    usable = track.height * USED_PART
    planned = Box(x=left, y=track.top, width=right - left, height=usable * PLANNED_PART)
    strip = Box(x=left, y=planned.bottom, width=right - left, height=usable - planned.height)
    return planned, strip


def _label(one: _Placed, planned: Box, tracks: Sequence[_Track], frame: BarFrame) -> Labels:
    """The bar's name, in it or where room was found for it."""
    size = frame.measure.size
    if one.label_left is not None:
        room = tracks[one.label_track]
        height = room.height * USED_PART * PLANNED_PART
        width = text_width(one.label, size) + 0.01
        cell = Box(x=one.label_left, y=room.top, width=width, height=height)
        return line_in(cell, one.label, size)
    if not tracks[one.track].named or one.bar.is_milestone:
        return ()
    cell = planned.inset(size * 0.15)
    name = one.label or fit(_name_of(one.bar, frame.messages), size, cell.width)
    if len(name) > _SHORTEST_NAME or name == one.bar.name:
        return line_in(cell, name, size)
    return ()


def _drawn(
    placed: Sequence[_Placed], tracks: Sequence[_Track], frame: BarFrame
) -> tuple[Shape, ...]:
    """Planned time below, then marks, then names: few elements, what they share written once."""
    grounds: dict[Ink, list[Shape]] = {}
    points: list[Shape] = []
    marks: list[BarMarks] = []
    labels: list[Shape] = []
    for one in placed:
        planned, strip = _parts(one.bar, tracks[one.track], frame)
        ground = _ground(one.bar, planned, frame)
        if isinstance(ground, Rect):
            ink = Ink(fill=ground.fill, stroke=ground.stroke, stroke_width=ground.stroke_width)
            grounds.setdefault(ink, []).append(ground)
        else:
            points.append(ground)
        marks.append(marks_of(one.bar, planned, strip, frame))
        labels.extend(_label(one, planned, tracks, frame))
    written = Ink(fill=palette.INK, size=frame.measure.size)
    return (
        *(
            Group(shapes=tuple(shapes), ink=ink)
            for ink, shapes in sorted(
                grounds.items(), key=lambda pair: pair[0].fill == palette.CRITICAL
            )
        ),
        *marks_drawn(marks, frame),
        *points,
        *((Group(shapes=tuple(labels), ink=written),) if labels else ()),
    )


def draw_bars(row: WallRow, box: Box, frame: BarFrame) -> tuple[Shape, ...]:
    """Return the bars of a work within the box, drawn from the least to the most important."""
    shown = [bar for bar in row.bars if frame.axis.shows(bar.start, bar.end)]
    placed, tracks = _arranged(shown, box, frame)
    return _drawn(placed[::-1], tracks, frame)


def bar_on_line(bar: WallBar, lane: Box, frame: BarFrame) -> Group:
    """Return one bar alone in a lane of its own, its name left to the line beside it."""
    if not frame.axis.shows(bar.start, bar.end):
        return Group(shapes=())
    track = _Track(top=lane.y, height=lane.height, named=False)
    return Group(shapes=_drawn((_Placed(bar=bar, track=0),), (track,), frame))
