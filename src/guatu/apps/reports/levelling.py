"""Works of a county as levelling takes them, and what a run found as it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.schedules import rules_of
from guatu.apps.reports.values import Grounds, PlannedWork
from guatu.apps.works.levelling_queries import resources
from guatu.apps.works.levelling_values import LevellingWishes, ResourceFacts
from guatu.domain.kernel.acting import Scope
from guatu.domain.planning.plan import Activity, Plan
from guatu.domain.planning.resource_use import daily_use, days_over, week_peaks
from guatu.domain.planning.schedule import Schedule, given_start, schedule

if TYPE_CHECKING:
    from guatu.domain.planning import CountyLevelled, CountyWork, Levelled, LevelWishes

_YUAN_OF_WAN = 10_000
_DAYS_OF_MONTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class LevellingInput:
    """What a run levels: the works in the order of ``county``, and the wishes in the domain's words."""

    works: tuple[PlannedWork, ...]
    county: "tuple[CountyWork, ...]"
    wishes: "LevelWishes"
    resources: tuple[ResourceFacts, ...]


def levelling_input(
    scope: Scope, asked: LevellingWishes, *, at: datetime, today: date, grounds: Grounds
) -> LevellingInput:
    """Return the works that take part, their uses filled in from the shared resources.

    Each plan goes by the id of its work, since plan files of two works may share an id.
    What hangs is the plan under the orders in force. Works without dates are left out. A
    plan that is worked back from its target may begin earlier, so nothing of it hangs.
    """
    from guatu.domain.planning import CountyWork, LevelWishes, dates_of  # noqa: PLC0415 numpy is loaded where a run begins

    shared = resources(scope)
    works, county = [], []
    for work in planned_works(scope, at=at, today=today, grounds=grounds):
        weight = asked.weights.get(work.facts.id)
        if weight is None or work.schedule is None:
            continue
        plan = plan_with_uses(work.schedule.plan, shared)
        laid = replace(work.schedule, plan=replace(plan, id=str(work.facts.id)))
        works.append(work)
        hung = {} if is_worked_back(laid) else dates_of(laid)
        county.append(CountyWork(schedule=laid, weight=weight, hung=hung))
    wishes = LevelWishes(
        capacities=tuple(_capacity(one) for one in shared),
        frozen_until=asked.frozen_until,
        with_crashes=asked.with_crashes,
    )
    return LevellingInput(works=tuple(works), county=tuple(county), wishes=wishes, resources=shared)


def is_worked_back(schedule: Schedule) -> bool:
    """Tell whether a plan has a target and no start, and nothing of it has begun."""
    return schedule.plan.target is not None and given_start(schedule.plan) is None


def plan_with_uses(plan: Plan, shared: Sequence[ResourceFacts]) -> Plan:
    """Return a plan whose activities take what the county's rules say where the file says nothing."""
    activities = tuple(_with_uses(one, shared) for one in plan.activities)
    return replace(plan, activities=activities)


def _with_uses(one: Activity, shared: Sequence[ResourceFacts]) -> Activity:
    if one.is_milestone or one.actual_finish is not None:
        return one
    stated = {name for name, _ in one.uses}
    more = []
    for resource in shared:
        if resource.code in stated:
            continue
        if resource.is_money:
            daily = (one.cost_yuan or 0) // one.days
            if daily and (not resource.classes or one.activity_class in resource.classes):
                more.append((resource.code, daily))
        elif one.activity_class and one.activity_class in resource.classes:
            more.append((resource.code, 1))
    return replace(one, uses=(*one.uses, *more)) if more else one


def daily_units(resource: ResourceFacts, units: int) -> int:
    """Return what there is on a day: money of a month is spread evenly over it, in yuan."""
    return units * _YUAN_OF_WAN // _DAYS_OF_MONTH if resource.is_money else units


def _capacity(one: ResourceFacts) -> Any:
    from guatu.domain.planning import SharedCapacity  # noqa: PLC0415 numpy is loaded where a run begins

    changes = tuple((day, daily_units(one, units)) for day, units in one.changes)
    return SharedCapacity(id=one.code, units=daily_units(one, one.units), changes=changes)


def levelling_result(
    given: LevellingInput, found: "CountyLevelled", *, today: date, grounds: Grounds
) -> dict[str, Any]:
    """Return what a run found as plain data.

    ``works`` hold the moved dates by activity (before and after); ``start``, ``starts`` and
    ``days`` are what taking over has to write so that the plan alone gives these dates again.
    """
    levelled = found.levelled
    before = [one.schedule for one in given.county]
    # Nothing was placed where there is no plan: the dates stay as they hang.
    after = list(found.schedules) if found.moves else before
    works = [
        _work(one, hung, now, found, today=today, grounds=grounds, weight=county.weight)
        for one, hung, now, county in zip(given.works, before, after, given.county, strict=True)
    ]
    short = found.short_of
    return {
        "status": levelled.status.value,
        "seconds": round(levelled.seconds, 1),
        "steps": levelled.steps,
        **late_days(levelled),
        "late_before": sum(one["late_before"] * one["weight"] for one in works),
        "late_after": sum(one["late_after"] * one["weight"] for one in works),
        "short_of": None if short is None else _reason(short.code, short.arguments),
        "works": works,
        "moves": [
            {
                "work": int(one.plan),
                "activity": one.activity,
                "before": one.before.isoformat(),
                "after": one.after.isoformat(),
                "reason": _reason(one.reason.code, one.reason.arguments),
            }
            for one in found.moves
        ],
        "resources": _resources(given, before, after),
    }


def late_days(levelled: "Levelled") -> dict[str, int]:
    """Return the weighted lateness reached and the one that no plan goes below, in days.

    ``objective`` counts the activities' own deadlines beside the targets of the works.
    """
    from guatu.domain.planning.levelling.county_laying import LATE_DAY  # noqa: PLC0415 numpy is loaded where a run begins

    reached = levelled.cost // LATE_DAY
    return {"objective": reached, "bound": min(reached, -(-levelled.bound // LATE_DAY))}


def _reason(code: str, arguments: Sequence[tuple[str, str | int | float]]) -> dict[str, Any]:
    return {"code": code, "arguments": dict(arguments)}


def _work(
    work: PlannedWork,
    hung: Schedule,
    now: Schedule,
    found: "CountyLevelled",
    *,
    today: date,
    grounds: Grounds,
    weight: int,
) -> dict[str, Any]:
    assert work.facts.plan is not None
    moved = {
        one.id: [
            [was.start.isoformat(), was.last_day.isoformat()],
            [one.start.isoformat(), one.last_day.isoformat()],
        ]
        for was, one in zip(hung.activities, now.activities, strict=True)
        if (was.start, was.last_day) != (one.start, one.last_day)
    }
    days = {
        activity: hung.plan.activity(activity).days - won
        for (plan, activity), won in found.crashed.items()
        if plan == hung.plan.id
    }
    begin = now.start if is_worked_back(hung) and now.start < hung.start else None
    starts = _starts(hung, now, (begin, days), found, today=today, grounds=grounds) if moved else {}
    return {
        "id": work.facts.id,
        "code": work.facts.code,
        "name": work.facts.name,
        "plan_version": work.facts.plan.version,
        "weight": weight,
        "late_before": _late(hung),
        "late_after": _late(now),
        "last_before": hung.last_day.isoformat(),
        "last_after": now.last_day.isoformat(),
        "dates": moved,
        "start": None if begin is None else begin.isoformat(),
        "starts": {activity: day.isoformat() for activity, day in starts.items()},
        "days": days,
    }


def _late(schedule: Schedule) -> int:
    target = schedule.plan.target
    return 0 if target is None else max(0, (schedule.last_day - target).days)


def _starts(
    hung: Schedule,
    now: Schedule,
    changed: tuple[date | None, Mapping[str, int]],
    found: "CountyLevelled",
    *,
    today: date,
    grounds: Grounds,
) -> dict[str, date]:
    """Return the fewest earliest starts that make the plan alone give the levelled dates.

    What a predecessor alone has pushed needs none; where the plan then differs after all,
    that activity gets its own. ``changed``: an earlier start of the plan, and crashed days.
    """
    after = now.by_id()
    starts = {
        one.activity: one.after
        for one in found.moves
        if one.plan == hung.plan.id and one.reason.code != "planning.move.link"
    }
    for _ in now.activities:
        plan = _plan_at(hung.plan, starts, changed)
        laid, _told = schedule(plan, today=today, rules=rules_of(grounds, today))
        if laid is None:
            return starts
        off = {
            one.id: after[one.id].start
            for one in laid.activities
            if one.start < after[one.id].start and one.id not in starts
        }
        if not off:
            return starts
        starts |= off
    return starts


def _plan_at(
    plan: Plan, starts: Mapping[str, date], changed: tuple[date | None, Mapping[str, int]]
) -> Plan:
    begin, days = changed
    activities = tuple(
        replace(
            one,
            not_before=starts.get(one.id, one.not_before),
            days=days.get(one.id, one.days),
        )
        for one in plan.activities
    )
    return replace(plan, activities=activities, start=begin or plan.start)


def _resources(
    given: LevellingInput, before: Sequence[Schedule], after: Sequence[Schedule]
) -> list[dict[str, Any]]:
    """Return the peaks by week of every resource that is used, and the days over what there is."""
    used_before, used_after = daily_use(before), daily_use(after)
    known = {one.code: one for one in given.resources}
    stated = {
        one.id: one.capacity
        for laid in before
        for one in laid.plan.resources
        if one.id not in known
    }
    rows = []
    for code in sorted({*used_before, *used_after}):
        resource = known.get(code)

        def units_on(day: date, resource: ResourceFacts | None = resource, code: str = code) -> int:
            if resource is None:
                return stated.get(code, 0)
            return daily_units(resource, resource.units_on(day))

        was, now = used_before.get(code, {}), used_after.get(code, {})
        rows.append(
            {
                "code": code,
                "name": code if resource is None else resource.name,
                "is_money": resource is not None and resource.is_money,
                "peak_before": max(was.values(), default=0),
                "peak_after": max(now.values(), default=0),
                "over_before": days_over(was, units_on),
                "over_after": days_over(now, units_on),
                "weeks": [
                    [one.monday.isoformat(), one.before, one.after, one.units]
                    for one in week_peaks(was, now, units_on)
                ],
            }
        )
    return rows


def levelled_works(
    works: Sequence[PlannedWork], result: Mapping[str, Any]
) -> tuple[tuple[PlannedWork, ...], Mapping[int, Schedule]]:
    """Return the works that a run moves, with its dates, and where they stood before by work."""
    stated = {one["id"]: one["dates"] for one in result["works"] if one["dates"]}
    after, before = [], {}
    for work in works:
        dates = stated.get(work.facts.id)
        if dates is None or work.schedule is None:
            continue
        before[work.facts.id] = _at_dates(work.schedule, dates, 0)
        after.append(replace(work, schedule=_at_dates(work.schedule, dates, 1)))
    return tuple(after), before


def _at_dates(
    schedule: Schedule, dates: Mapping[str, Sequence[Sequence[str]]], side: int
) -> Schedule:
    activities = tuple(
        one
        if one.id not in dates
        else replace(
            one,
            start=date.fromisoformat(dates[one.id][side][0]),
            last_day=date.fromisoformat(dates[one.id][side][1]),
        )
        for one in schedule.activities
    )
    return replace(schedule, activities=activities)
