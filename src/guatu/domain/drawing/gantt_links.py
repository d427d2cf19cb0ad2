"""The links of a Gantt chart: elbows from the edge of one bar to the edge of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.drawing import palette
from guatu.domain.drawing.shapes import Group, Path, Runs, Shape
from guatu.domain.drawing.time_axis import TimeAxis

_KINDS = frozenset({"FS", "SS", "FF", "SF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GanttLink:
    """A link between two lines by their keys; a driving one decides the date of its follower."""

    before: str
    after: str
    kind: str = "FS"
    driving: bool = False

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"a link is FS, SS, FF or SF, not {self.kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPlace:
    """Where a bar stands: the number of its line and its planned days, half-open."""

    line: int
    start: date
    end: date


def links_drawn(
    links: Sequence[GanttLink],
    places: Mapping[str, BarPlace],
    axis: TimeAxis,
    *,
    line: float,
    letter: float,
    hair: float,
) -> Group:
    """Return all links whose ends both lie on the chart; driving ones are drawn over the others."""
    shapes: list[Shape] = []
    for driving in (False, True):
        runs, heads = [], []
        for one in links:
            if one.driving is not driving or not {one.before, one.after} <= places.keys():
                continue
            run = _elbow(one, places, axis, line=line, reach=letter * 0.55)
            runs.append(run)
            heads.append(_head(run, one, letter * 0.32))
        ink = palette.CRITICAL_EDGE if driving else palette.TAIL
        if runs:
            width = hair * (2.0 if driving else 1.2)
            shapes.append(Runs(runs=tuple(runs), stroke=ink, stroke_width=width, closed=False))
            shapes += [Path(points=head, fill=ink) for head in heads]
    return Group(shapes=tuple(shapes))


Points = tuple[tuple[float, float], ...]


def _elbow(
    link: GanttLink,
    places: Mapping[str, BarPlace],
    axis: TimeAxis,
    *,
    line: float,
    reach: float,
) -> Points:
    """Return the run of a link: out of the edge, along, and into the other edge."""
    one, other = places[link.before], places[link.after]
    x1 = axis.x(one.end if link.kind in {"FS", "FF"} else one.start)
    x2 = axis.x(other.start if link.kind in {"FS", "SS"} else other.end)
    y1, y2 = (one.line + 0.42) * line, (other.line + 0.42) * line
    out = reach if link.kind in {"FS", "FF"} else -reach
    into = -reach if link.kind in {"FS", "SS"} else reach
    bend = x1 + out
    if (into < 0 and bend <= x2 + into) or (into > 0 and bend >= x2 + into):
        return ((x1, y1), (bend, y1), (bend, y2), (x2, y2))
    between = y1 + (line * 0.5 if y2 > y1 else -line * 0.5)
    return ((x1, y1), (bend, y1), (bend, between), (x2 + into, between), (x2 + into, y2), (x2, y2))


def _head(run: Points, link: GanttLink, size: float) -> Points:
    x, y = run[-1]
    back = -size if link.kind in {"FS", "SS"} else size
    return ((x, y), (x + back, y - size * 0.6), (x + back, y + size * 0.6))
