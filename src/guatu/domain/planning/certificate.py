"""Certificates: values that prove a plan impossible, checkable without the engine.

A ``ChainProof`` is a negative cycle of the plan's constraints: from a day before which
nothing may begin, along links and durations, past a deadline. An ``OverloadProof`` is an
interval of days into which more work is forced than a resource can do. Both hold days
and ids alone, so that ``certificate_check`` can follow them with the plan in hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guatu.domain.planning.plan import Link

Won = Mapping[str, int]


class FloorKind(StrEnum):
    """Which fact holds the head of a chain back."""

    START = "start"
    TODAY = "today"
    NOT_BEFORE = "not_before"
    DATA_DATE = "data_date"
    ACTUAL = "actual"


class DeadlineKind(StrEnum):
    """Which date a chain passes: the plan's target or an activity's own last day."""

    TARGET = "target"
    MUST_BY = "must_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """One activity of a chain and its link to the step before (None at the head)."""

    activity: str
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFloor:
    """The day (place) before which the head of a chain cannot begin, and why."""

    kind: FloorKind
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDeadline:
    """The last day (place) on which an activity may work, and where that stands."""

    kind: DeadlineKind
    activity: str
    last_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One part of the minimal set: ``kind`` is days, lag, calendar or stop, with its name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainProof:
    """The chain that passes a deadline.

    ``won`` are days taken from activities by every permitted lever, ``opened`` activities
    that work their days off besides; ``ends_on`` the day
    (place) on which the chain ends at best; ``missing_days`` calendar days past the
    deadline, ``missing_working_days`` in the calendar of the last activity. ``needed``
    is the minimal set: with the head's day, the links and the deadline, these durations,
    lags, calendars and stops alone are impossible, and none of them can be spared
    (``is_minimal``; a very long chain names a sufficient set).
    """

    floor: ChainFloor
    steps: tuple[ChainStep, ...]
    deadline: ChainDeadline
    won: Won = field(default_factory=dict)
    opened: tuple[str, ...] = ()
    ends_on: int
    missing_days: int
    missing_working_days: int
    needed: tuple[Element, ...] = ()
    is_minimal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedActivity:
    """An activity that must run inside an interval: a chain to it, and one from it on.

    ``before`` ends with the activity and proves that it cannot start earlier;
    ``after`` begins with it and proves that it cannot end later.
    """

    activity: str
    floor: ChainFloor
    before: tuple[ChainStep, ...]
    after: tuple[ChainStep, ...]
    deadline: ChainDeadline


@dataclass(frozen=True, slots=True, kw_only=True)
class OverloadProof:
    """Days ``start`` to ``end`` (exclusive) into which more is forced than ``resource`` can do.

    ``needed`` and ``available`` are in units of the resource times days. ``core`` are
    activities that alone are too much for the interval, none of which can be spared.
    """

    resource: str
    start: int
    end: int
    forced: tuple[ForcedActivity, ...]
    needed: int
    available: int
    core: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """How many unit-days (crew-days) are missing."""
        return self.needed - self.available


Certificate = ChainProof | OverloadProof
