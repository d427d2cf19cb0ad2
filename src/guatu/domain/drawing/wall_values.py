"""What hangs on the wall, as plain values: the sheet, its rows, bars, lights and places.

They know no plan and no database row; ``wall_rows`` fills them from schedules. Days
are half-open (``end`` exclusive), money is in fen, a milestone is a bar of no length.
"""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, cast

from guatu.domain.following.light import Light, LightColor
from guatu.domain.kernel.outlook import Reason

# The four stages of approval: land and planning, works permits, start permit, acceptance.
LANES = ("land", "project", "construction", "acceptance")


class LaneState(StrEnum):
    """Where a permit stands."""

    DONE = "done"
    CURRENT = "current"
    BLOCKED = "blocked"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class WallLight:
    """A light, the reason it burns with the arithmetic under it, and the id of that arithmetic."""

    color: LightColor
    reason: Reason | None = None
    steps: tuple[Reason, ...] = ()
    arithmetic: str = ""


def wall_light(light: Light, *, arithmetic: str = "") -> WallLight:
    """Return the light of a work or matter as it hangs on the wall."""
    return WallLight(
        color=light.color, reason=light.reason, steps=light.steps, arithmetic=arithmetic
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitDot:
    """One permit in a lane."""

    name: str
    state: LaneState
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WallBar:
    """One step of a work: planned ``[start, end)``, what really ran, and how late it may start.

    ``former_start``/``former_end`` is where the bar stood before it moved;
    ``latest_start``/``latest_end`` are the late dates of the plan.
    """

    key: str
    name: str
    start: date
    end: date
    actual_start: date | None = None
    actual_end: date | None = None
    latest_start: date | None = None
    latest_end: date | None = None
    critical: bool = False
    former_start: date | None = None
    former_end: date | None = None
    moved_days: int = 0
    percent: float = 0.0

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"bar {self.key} ends before it starts")

    @property
    def is_milestone(self) -> bool:
        """Tell whether the bar is a point in time."""
        return self.end == self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class WallStop:
    """A stop-work window as an order states it; ``reason`` is in the words of the order."""

    start: datetime
    end: datetime
    reason: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallRow:
    """One work: who answers for it, its money in fen, its permits, bars and light.

    ``lanes`` are the four permit lanes in the order of ``LANES``; ``forecast`` is the
    last day of work as it now stands, ``moved_days`` how far that moved since the
    former plan (positive = later); ``stops`` are the windows that bind this work.
    """

    number: int
    code: str
    name: str
    lead_unit: str
    sponsor: str
    group: str
    total_fen: int = 0
    annual_fen: int = 0
    done_fen: int = 0
    lanes: tuple[tuple[PermitDot, ...], ...] = ((), (), (), ())
    bars: tuple[WallBar, ...] = ()
    light: WallLight
    problem: str = ""
    next_node: str = ""
    next_day: date | None = None
    target: date | None = None
    forecast: date | None = None
    moved_days: int = 0
    stops: tuple[WallStop, ...] = ()
    href: str = ""

    def __post_init__(self) -> None:
        if len(self.lanes) != len(LANES):
            raise ValueError(f"work {self.code} has {len(self.lanes)} permit lanes, not four")


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPoint:
    """A work's place on the schematic map; x to the east, y to the north, any plane unit."""

    number: int
    name: str
    x: float
    y: float
    color: LightColor
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallMap:
    """A schematic map: the outline's rings, the rivers' runs, and the points."""

    outline: tuple[tuple[tuple[float, float], ...], ...] = ()
    rivers: tuple[tuple[tuple[float, float], ...], ...] = ()
    points: tuple[WallPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSheet:
    """Everything that one wall shows, at one moment.

    ``first`` and ``end`` bound the months drawn (both first days of months, ``end``
    exclusive); ``content_hash`` is set by ``sealed``; ``journal_head`` is the head of
    the journal's chain, empty where a sheet is drawn from files.
    """

    county: str
    data_time: datetime
    today: date
    first: date
    end: date
    rows: tuple[WallRow, ...]
    stops: tuple[WallStop, ...] = ()
    map: WallMap | None = None
    content_hash: str = field(default="", compare=False)
    journal_head: str = ""

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError("a wall shows at least one month")


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """The names of a value's fields; none where it is no value of ours."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def _canonical(value: Any) -> str:
    """Write a value the same way every time, names of fields included."""
    kind = type(value)
    if kind is str:
        return repr(value)
    if kind is tuple:
        return f"[{','.join([_canonical(one) for one in value])}]"
    names = _names(cast("Hashable", kind))
    if names:
        named = [f"{name}={_canonical(getattr(value, name))}" for name in names]
        return f"{kind.__name__}({','.join(named)})"
    if isinstance(value, date):
        return value.isoformat()
    return repr(str(value)) if isinstance(value, str) else repr(value)


def sealed(sheet: WallSheet) -> WallSheet:
    """Return the sheet with the SHA-256 of all that it says, so that a print can be compared."""
    bare = replace(sheet, content_hash="")
    digest = hashlib.sha256(_canonical(bare).encode()).hexdigest()
    return replace(sheet, content_hash=digest)
