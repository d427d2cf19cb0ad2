"""The plan of a work as values: activities, links, stop-work, resources, crash offers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from guatu.domain.kernel.calendar import WorkingCalendar, every_day
from guatu.domain.kernel.interval import Window
from guatu.domain.planning.terms import NO_TERMS, Crash, Terms

LANES = ("land", "project", "construction", "acceptance")
MOST_DAYS = 3_652_059


class LinkKind(StrEnum):
    """Which edge of the predecessor holds which edge of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One dependency of an activity on a predecessor.

    ``lag`` is in working days (negative: a lead) of ``lag_calendar``, which is the
    successor's own calendar where None.
    """

    predecessor: str
    kind: LinkKind = LinkKind.FS
    lag: int = 0
    lag_calendar: str | None = None

    def __post_init__(self) -> None:
        if abs(self.lag) > MOST_DAYS:
            raise ValueError(f"a lag of {self.lag} days is beyond the axis")


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWork:
    """A window in which activities of the named classes may not run, and why.

    Plans count in days of the county: a window that states a zone is turned at birth.
    ``places`` limits the window to activities there; empty means everywhere.
    """

    window: Window
    classes: frozenset[str]
    places: frozenset[str] = frozenset()
    reason: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "window", self.window.local())

    def stops(self, activity_class: str, place: str) -> bool:
        """Tell whether the window stops activities of a class at a place."""
        return activity_class in self.classes and (not self.places or place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Hands or machines shared by activities; ``capacity`` units a day."""

    id: str
    capacity: int

    def __post_init__(self) -> None:
        if self.capacity < 0:
            raise ValueError(f"resource {self.id} has a negative capacity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One step of a work; ``days`` are working days of its calendar, 0 is a milestone.

    ``percent`` is the part done by the plan's data date; ``cost_yuan`` is spread
    evenly over the activity's days; ``lane`` is the permit lane of the wall sheet;
    ``name_en`` is the name on English pages, where the plan gives one; ``place`` is where
    the work is done, for windows that stop one place alone.
    """

    id: str
    name: str = ""
    name_en: str = ""
    days: int
    calendar: str
    activity_class: str = ""
    unit: str = ""
    links: tuple[Link, ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    not_before: date | None = None
    must_by: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    percent: float = 0.0
    crash: Crash | None = None
    cost_yuan: int | None = None
    lane: str | None = None
    place: str = ""
    terms: Terms = NO_TERMS

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an activity has an id")
        if not 0 <= self.days <= MOST_DAYS:
            raise ValueError(f"activity {self.id} lasts {self.days} days")
        if not 0 <= self.percent <= 100:
            raise ValueError(f"activity {self.id} is {self.percent} % done")
        if self.lane is not None and self.lane not in LANES:
            raise ValueError(f"activity {self.id} stands in the unknown lane {self.lane}")
        if self.actual_start and self.actual_finish and self.actual_finish < self.actual_start:
            raise ValueError(f"activity {self.id} finished before it started")

    @property
    def is_milestone(self) -> bool:
        """Tell whether the activity takes no time."""
        return self.days == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The network of one work with its calendars and dates.

    ``target`` is the last day on which the plan may still be working; it binds the
    activities in ``ends`` (empty: every activity without successor). ``data_date``
    is the day up to which facts are known; ``place`` that of activities which name none.
    """

    id: str
    name: str = ""
    start: date | None = None
    target: date | None = None
    data_date: date | None = None
    calendars: tuple[WorkingCalendar, ...]
    stop_work: tuple[StopWork, ...] = ()
    resources: tuple[Resource, ...] = ()
    activities: tuple[Activity, ...]
    ends: tuple[str, ...] = ()
    place: str = ""

    def __post_init__(self) -> None:
        if not self.activities:
            raise ValueError(f"plan {self.id} has no activity")
        known = {one.id for one in self.activities}
        if len(known) != len(self.activities):
            raise ValueError(f"plan {self.id} names an activity twice")
        calendars = {one.name for one in self.calendars}
        for one in self.activities:
            if one.calendar not in calendars:
                raise ValueError(f"activity {one.id} runs on the unknown calendar {one.calendar}")
            for link in one.links:
                if link.predecessor not in known:
                    raise ValueError(f"activity {one.id} follows the unknown {link.predecessor}")

    def activity(self, activity_id: str) -> Activity:
        """Return the activity of that id; KeyError if the plan has none."""
        for one in self.activities:
            if one.id == activity_id:
                return one
        raise KeyError(activity_id)

    def place_of(self, activity: Activity) -> str:
        """Return where an activity is done: its own place, else the plan's."""
        return activity.place or self.place

    def end_ids(self) -> tuple[str, ...]:
        """Return the ids that the target binds, in file order."""
        if self.ends:
            return self.ends
        followed = {link.predecessor for one in self.activities for link in one.links}
        return tuple(one.id for one in self.activities if one.id not in followed)


def with_stop_work(plan: Plan, extra: tuple[StopWork, ...]) -> Plan:
    """Return the plan with further stop-work windows."""
    return replace(plan, stop_work=plan.stop_work + extra)


def days_off_worked(plan: Plan, ids: Iterable[str]) -> Plan:
    """Return the plan with activities that work on the days off of their calendar; stops stay."""
    chosen = frozenset(ids)
    if not chosen:
        return plan
    fresh = {one.calendar: f"{one.calendar} *" for one in plan.activities if one.id in chosen}
    rows = tuple(
        replace(one, calendar=fresh[one.calendar]) if one.id in chosen else one
        for one in plan.activities
    )
    calendars = (*plan.calendars, *(every_day(name) for name in fresh.values()))
    return replace(plan, calendars=calendars, activities=rows)


def named_in(plan: Plan, language: str) -> Plan:
    """Return the plan with its activities named in the language of the reader, where they can be."""
    if language != "en" or not any(one.name_en for one in plan.activities):
        return plan
    named = tuple(replace(one, name=one.name_en or one.name) for one in plan.activities)
    return replace(plan, activities=named)


def with_target(plan: Plan, target: date | None) -> Plan:
    """Return the plan with another last day."""
    return replace(plan, target=target)


def with_progress(  # noqa: PLR0917 the facts of one row, in the order of the plan file
    plan: Plan,
    activity_id: str,
    actual_start: date | None,
    actual_finish: date | None,
    percent: float,
    data_date: date | None,
) -> Plan:
    """Return the plan with the facts of one activity; KeyError if it has no such activity."""
    changed = replace(
        plan.activity(activity_id),
        actual_start=actual_start,
        actual_finish=actual_finish,
        percent=percent,
    )
    activities = tuple(changed if one.id == activity_id else one for one in plan.activities)
    return replace(plan, activities=activities, data_date=data_date)
