"""The alert walk: alert → orders → stop-work → plans → outlooks and lights → money by month.

Nothing is written: the same values serve the walk that an entered alert starts and
the what-if of days that nobody has ordered yet.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from guatu.domain.following.light import Light
from guatu.domain.following.work_light import work_light
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import Window, day_of, merged
from guatu.domain.kernel.packs import PackShelf, RulePack
from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.judging import PlanningRules, planning_rules
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.plan import Plan, StopWork, with_stop_work
from guatu.domain.planning.schedule import Schedule, schedule
from guatu.domain.watching.alert import Alert, AlertLevel
from guatu.domain.watching.orders import (
    COUNTY_TIME,
    EmissionSource,
    Order,
    OrderedStop,
    orders_for,
    stop_work_of,
)

SchedulePair = tuple[Schedule | None, Schedule | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkUnderAlert:
    """A key project with its plan and every row of the emission list at its place."""

    id: str
    plan: Plan
    sources: tuple[EmissionSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityMove:
    """An activity whose days change; ``days`` is how far its last day moves (calendar days)."""

    activity: str
    start_before: date
    last_day_before: date
    start_after: date
    last_day_after: date

    @property
    def days(self) -> int:
        """How many calendar days the last day moves; negative is earlier."""
        return (self.last_day_after - self.last_day_before).days


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEffect:
    """What alerts do to one work.

    ``stopped_days`` are the days lost to any class that is stopped; ``moved_days``
    how far the finish moves (calendar days, what float does not cover). Schedules
    and lights are None where the plan has a fault, told in ``diagnostics``.
    """

    work: str
    orders: tuple[Order, ...]
    stops: tuple[OrderedStop, ...]
    stopped_days: tuple[date, ...]
    before: Schedule | None
    after: Schedule | None
    light_before: Light | None
    light_after: Light | None
    moves: tuple[ActivityMove, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def moved_days(self) -> int:
        """How many calendar days the last day of the work moves."""
        if self.before is None or self.after is None:
            return 0
        return (self.after.last_day - self.before.last_day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthChange:
    """The investment of one month over all works, before and after, in yuan."""

    year: int
    month: int
    before: int
    after: int

    @property
    def change(self) -> int:
        """What the month gains or loses, in yuan."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertEffect:
    """All that alerts do: every order, the effect on each work, the money by month."""

    alerts: tuple[Alert, ...]
    orders: tuple[Order, ...]
    works: tuple[WorkEffect, ...]
    months: tuple[MonthChange, ...]

    @property
    def moved_works(self) -> tuple[WorkEffect, ...]:
        """The works whose finish moves, the farthest first."""
        moved = (one for one in self.works if one.moved_days)
        return tuple(sorted(moved, key=lambda one: (-one.moved_days, one.work)))


def alert_walk(
    works: Sequence[WorkUnderAlert],
    alert: Alert,
    shelf: PackShelf,
    *,
    today: date,
    other_sources: Sequence[EmissionSource] = (),
) -> AlertEffect:
    """Return what one alert does to the works and asks of every source.

    A lifted alert counts only until its lifting, which gives the days back. The
    packs ``alert_measures`` (of the alert's day and region), ``project_lights`` and
    ``planning`` rule.
    """
    return alerts_walk(works, (alert,), shelf, today=today, other_sources=other_sources)


def alerts_walk(
    works: Sequence[WorkUnderAlert],
    alerts: Sequence[Alert],
    shelf: PackShelf,
    *,
    today: date,
    other_sources: Sequence[EmissionSource] = (),
) -> AlertEffect:
    """Return what several alerts do together, as a forecast or a what-if states them."""
    # Two works of one place share its rows: each source gets one order.
    listed = {one.id: one for work in works for one in work.sources}
    listed |= {one.id: one for one in other_sources}
    sources = tuple(listed.values())
    orders = tuple(order for alert in alerts for order in _orders(alert, sources, shelf))
    effects = tuple(_effect(one, orders, shelf, today) for one in works)
    return AlertEffect(
        alerts=tuple(alerts),
        orders=orders,
        works=effects,
        months=months_of((one.before, one.after) for one in effects),
    )


def supposed_alert(level: AlertLevel, first_day: date, days: int, *, region: str) -> Alert:
    """Return an alert over whole days for a what-if ("three orange days in November")."""
    start = datetime.combine(first_day, time(), COUNTY_TIME)
    window = Window(start=start, end=start + timedelta(days=days))
    return Alert(level=level, window=window, region=region, issued_at=start)


def planning_stops(stops: Iterable[OrderedStop]) -> tuple[StopWork, ...]:
    """Return ordered stops as a plan takes them, in county time."""
    return tuple(
        StopWork(window=one.window, classes=frozenset(one.classes), reason=one.reason.code)
        for one in stops
    )


def effect_between(
    work: str,
    before: Schedule | None,
    after: Schedule | None,
    windows: Iterable[StopWork],
    lights: RulePack,
    *,
    orders: tuple[Order, ...] = (),
    stops: tuple[OrderedStop, ...] = (),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> WorkEffect:
    """Return what windows do to one work, from its schedules without and with them.

    ``lights`` is the pack ``project_lights`` in force.
    """
    return WorkEffect(
        work=work,
        orders=orders,
        stops=stops,
        stopped_days=stopped_days(windows),
        before=before,
        after=after,
        light_before=None if before is None else work_light(before.outlook, lights),
        light_after=None if after is None else work_light(after.outlook, lights),
        moves=_moves(before, after),
        diagnostics=diagnostics,
    )


def stopped_days(stops: Iterable[StopWork]) -> tuple[date, ...]:
    """Return the days lost to any class that the windows name, earliest first."""
    windows = tuple(stops)
    classes = {name for stop in windows for name in stop.classes}
    runs = merged(run for name in classes for run in lost_runs(windows, name))
    return tuple(day_of(day) for run in runs for day in range(run.start, run.end))


def months_of(pairs: Iterable[SchedulePair]) -> tuple[MonthChange, ...]:
    """Return the money of all works by month, from schedules before and after, in yuan."""
    before: Counter[tuple[int, int]] = Counter()
    after: Counter[tuple[int, int]] = Counter()
    for former, current in pairs:
        for total, planned in ((before, former), (after, current)):
            if planned is not None:
                for year, month, yuan in cost_by_month(planned):
                    total[year, month] += yuan
    return tuple(
        MonthChange(year=year, month=month, before=before[year, month], after=after[year, month])
        for year, month in sorted(before.keys() | after.keys())
    )


def _orders(alert: Alert, sources: Sequence[EmissionSource], shelf: PackShelf) -> tuple[Order, ...]:
    ruling = alert.window.start.astimezone(COUNTY_TIME).date()
    pack = shelf.choose("alert_measures", on=ruling, region=alert.region)
    return orders_for(alert, sources, pack)


def _effect(
    work: WorkUnderAlert, orders: tuple[Order, ...], shelf: PackShelf, today: date
) -> WorkEffect:
    listed = {one.id for one in work.sources}
    own = tuple(one for one in orders if one.source in listed)
    stops = tuple(stop for stop in map(stop_work_of, own) if stop is not None)
    extra = planning_stops(stops)
    rules = _rules(shelf, today)
    before, faults = schedule(work.plan, today=today, rules=rules)
    after = before
    if extra:
        after, faults = schedule(with_stop_work(work.plan, extra), today=today, rules=rules)
    lights = shelf.choose("project_lights", on=today)
    return effect_between(
        work.id, before, after, extra, lights, orders=own, stops=stops, diagnostics=faults
    )


def _rules(shelf: PackShelf, today: date) -> PlanningRules | None:
    if not shelf.named("planning"):
        return None
    return planning_rules(shelf.choose("planning", on=today))


def _moves(before: Schedule | None, after: Schedule | None) -> tuple[ActivityMove, ...]:
    if before is None or after is None:
        return ()
    now = after.by_id()
    return tuple(
        ActivityMove(
            activity=one.id,
            start_before=one.start,
            last_day_before=one.last_day,
            start_after=now[one.id].start,
            last_day_after=now[one.id].last_day,
        )
        for one in before.activities
        if (one.start, one.last_day) != (now[one.id].start, now[one.id].last_day)
    )
