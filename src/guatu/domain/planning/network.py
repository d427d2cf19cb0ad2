"""The plan as columns of integers: what both engines compute on.

Columns are ``array('q')``, which the standard library owns and numpy reads without
a copy, so that small plans need no numpy and large ones no objects. All places are
on the day axis; ``NEVER`` and ``ALWAYS`` stand for bounds that nobody set.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from guatu.domain.kernel.interval import Interval, day_number, day_of, merged
from guatu.domain.planning.plan import Activity, LinkKind, Plan, StopWork
from guatu.domain.planning.worktime import WorkTime, worktime

NEVER = 10**8
ALWAYS = -(10**8)
FS, SS, FF, SF = 0, 1, 2, 3
OPEN, STARTED, FINISHED = 0, 1, 2
_KINDS = {LinkKind.FS: FS, LinkKind.SS: SS, LinkKind.FF: FF, LinkKind.SF: SF}
_LOST_AFTER = timedelta(hours=12)
_WHOLE_DAY = timedelta(days=1)

Column = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Activities and links as columns.

    ``days`` is what is still to be worked; ``floor`` the earliest place of a start
    that the activity itself states; ``ceiling`` the latest place of its finish;
    ``state`` open, started or finished with ``actual_start`` and ``actual_finish``
    as places. Links run from ``before`` to ``after`` with ``kind``, ``lag`` and
    ``lag_calendar``; calendars are numbers of ``calendars``.
    """

    days: Column
    calendar: Column
    floor: Column
    ceiling: Column
    state: Column
    actual_start: Column
    actual_finish: Column
    before: Column
    after: Column
    kind: Column
    lag: Column
    lag_calendar: Column
    calendars: tuple[WorkTime, ...]

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """Both passes by activity: half-open early and late places, floats in own working days."""

    early_start: Column
    early_finish: Column
    late_start: Column
    late_finish: Column
    total_float: Column
    free_float: Column


def lost_runs(
    stops: Sequence[StopWork], activity_class: str, place: str = ""
) -> tuple[Interval, ...]:
    """Return the days that stop-work takes from a class at a place.

    A day is lost that is touched for 12 hours or more in all.
    """
    touched: dict[int, timedelta] = {}
    runs: list[Interval] = []
    windows = sorted(
        (one.window.start, one.window.end) for one in stops if one.stops(activity_class, place)
    )
    reached: datetime | None = None
    for start, end in windows:
        begin = start if reached is None else max(start, reached)
        reached = end if reached is None else max(end, reached)
        if begin >= end:
            continue
        first, last = day_number(begin.date()), day_number(end.date())
        if last - first > 1:
            runs.append(Interval(start=first + 1, end=last))
        for day in {first, last}:
            midnight = datetime.combine(day_of(day), datetime.min.time())
            hours = min(end - midnight, _WHOLE_DAY) - max(begin - midnight, timedelta())
            touched[day] = touched.get(day, timedelta()) + max(hours, timedelta())
    runs += [
        Interval(start=day, end=day + 1) for day, hours in touched.items() if hours >= _LOST_AFTER
    ]
    return merged(runs)


def lost_days(stops: Sequence[StopWork], activity_class: str) -> frozenset[int]:
    """Return the same days one by one, for windows of an alert's length."""
    runs = lost_runs(stops, activity_class)
    return frozenset(day for run in runs for day in range(run.start, run.end))


def remaining_days(activity: Activity, plan: Plan) -> int:
    """Return the working days still to be done at the data date, rounded up to whole days."""
    if plan.data_date is None or not activity.percent:
        return activity.days
    return -int(-activity.days * (100 - activity.percent) // 100)


class CalendarNumbers:
    """Numbers the calendars that a plan needs: each base calendar by stop-work class."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._base = {one.name: one for one in plan.calendars}
        self._numbers: dict[tuple[str, tuple[Interval, ...]], int] = {}
        self._lost: dict[tuple[str, str], tuple[Interval, ...]] = {}
        self.compiled: list[WorkTime] = []

    def number(self, name: str, activity_class: str = "", place: str = "") -> int:
        """Return the number of a calendar less the days that a class loses at a place."""
        stopped = (activity_class, place)
        if stopped not in self._lost:
            self._lost[stopped] = lost_runs(self._plan.stop_work, activity_class, place)
        key = (name, self._lost[stopped])
        if key not in self._numbers:
            self._numbers[key] = len(self.compiled)
            self.compiled.append(worktime(self._base[name], key[1]))
        return self._numbers[key]


def network_of(plan: Plan) -> Network:
    """Lay a plan out as columns; the order of activities is the plan's."""
    calendars = CalendarNumbers(plan)
    own: list[int] = []
    # Rows lie end to end: a list of numbers costs the garbage collector nothing.
    facts: list[int] = []
    links: list[int] = []
    place = {one.id: number for number, one in enumerate(plan.activities)}
    data_date = ALWAYS if plan.data_date is None else day_number(plan.data_date)
    untouched = OPEN, ALWAYS, ALWAYS
    for number, one in enumerate(plan.activities):
        calendar = calendars.number(one.calendar, one.activity_class, plan.place_of(one))
        own.append(calendar)
        if one.actual_start is one.actual_finish is None:
            floor, ceiling = data_date, NEVER
            if one.not_before is not None:
                floor = max(floor, day_number(one.not_before))
            if one.must_by is not None:
                ceiling = day_number(one.must_by) + 1
            days = remaining_days(one, plan) if one.percent else one.days
            facts += (days, floor, ceiling, *untouched)
        else:
            facts += _facts(one, plan, data_date)
        for link in one.links:
            name = link.lag_calendar
            lag_calendar = calendar if name is None else calendars.number(name)
            links += (place[link.predecessor], number, _KINDS[link.kind], link.lag, lag_calendar)
    return Network(
        days=array("q", facts[0::6]),
        calendar=array("q", own),
        floor=array("q", facts[1::6]),
        ceiling=array("q", facts[2::6]),
        state=array("q", facts[3::6]),
        actual_start=array("q", facts[4::6]),
        actual_finish=array("q", facts[5::6]),
        before=array("q", links[0::5]),
        after=array("q", links[1::5]),
        kind=array("q", links[2::5]),
        lag=array("q", links[3::5]),
        lag_calendar=array("q", links[4::5]),
        calendars=tuple(calendars.compiled),
    )


def _facts(one: Activity, plan: Plan, data_date: int) -> tuple[int, int, int, int, int, int]:
    """Return days left, floor, ceiling, state and both actual places of an activity that began."""
    floor = max(data_date, ALWAYS if one.not_before is None else day_number(one.not_before))
    ceiling = NEVER if one.must_by is None else day_number(one.must_by) + 1
    state = OPEN
    reached = one.actual_finish or (one.actual_start if one.is_milestone else None)
    started = ALWAYS if one.actual_start is None else day_number(one.actual_start)
    finished = ALWAYS
    if reached is not None:
        state = FINISHED
        finished = day_number(reached) + (0 if one.is_milestone else 1)
        if one.actual_start is None or one.is_milestone:
            started = finished - one.days
    elif one.actual_start is not None:
        state = STARTED
        floor = started if plan.data_date is None else max(data_date, started)
    return remaining_days(one, plan), floor, ceiling, state, started, finished
