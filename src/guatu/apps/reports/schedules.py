"""Schedules of works under the orders in force: joined at reading time, written nowhere."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from guatu.apps.reports.values import AlertStop, Grounds, PlannedWork
from guatu.apps.watch.values import PlaceStop
from guatu.apps.works.values import WorkFacts
from guatu.domain.following.work_light import work_light
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.linking.alert_walk import planning_stops
from guatu.domain.planning.judging import PlanningRules, planning_rules
from guatu.domain.planning.plan import Plan, StopWork, named_in, with_stop_work
from guatu.domain.planning.schedule import Schedule, schedule

# Windows that ended longer ago no longer move an activity that anyone still waits for.
STOPS_REACH_BACK = timedelta(days=400)
# Two schedules a work for the works of a large county, over a few changes.
_SCHEDULES_KEPT = 2048


def stops_by_place(stops: Iterable[PlaceStop]) -> Mapping[int, tuple[AlertStop, ...]]:
    """Return the stop-work windows as plans take them, by the place they are laid on."""
    found: dict[int, list[AlertStop]] = {}
    for one in stops:
        (window,) = planning_stops([one.stop])
        found.setdefault(one.place_id, []).append(AlertStop(alert_id=one.alert_id, stop=window))
    return {place: tuple(windows) for place, windows in found.items()}


def stops_since(at: datetime) -> datetime:
    """Return the moment from which on windows are asked for."""
    return at - STOPS_REACH_BACK


def planned(
    facts: WorkFacts,
    by_place: Mapping[int, tuple[AlertStop, ...]],
    *,
    today: date,
    grounds: Grounds,
) -> PlannedWork:
    """Return a work with its schedules with and without the windows of its place."""
    stops = by_place.get(facts.place_id or 0, ())
    plan = _plan(facts, grounds)
    if plan is None:
        faults = () if facts.plan is None else facts.plan.faults
        return _unplanned(facts, stops, today, faults)
    rules = rules_of(grounds, today)
    former, faults = scheduled(plan, today, rules)
    current = former
    if stops and former is not None:
        current, faults = scheduled(_under(plan, stops), today, rules)
    if current is None:
        return _unplanned(facts, stops, today, faults)
    lights = grounds.shelf.choose("project_lights", on=today, region=facts.region)
    return PlannedWork(
        facts=facts,
        today=today,
        stops=stops,
        schedule=current,
        former=former,
        light=work_light(current.outlook, lights),
        faults=faults,
    )


def schedule_without(work: PlannedWork, alert_id: int, grounds: Grounds) -> Schedule | None:
    """Return the schedule of a work as it would stand without one alert's windows."""
    plan = _plan(work.facts, grounds)
    if plan is None:
        return None
    others = tuple(one for one in work.stops if one.alert_id != alert_id)
    rules = rules_of(grounds, work.today)
    found, _ = scheduled(_under(plan, others), work.today, rules)
    return found


def schedule_with(
    work: PlannedWork, extra: tuple[StopWork, ...], grounds: Grounds
) -> Schedule | None:
    """Return the schedule of a work as it would stand with further windows; nothing is written."""
    if work.schedule is None:
        return None
    plan = with_stop_work(work.schedule.plan, extra)
    found, _ = scheduled(plan, work.today, rules_of(grounds, work.today))
    return found


def rules_of(grounds: Grounds, today: date) -> PlanningRules:
    """Return the house rules of judging in force on the day."""
    return planning_rules(grounds.shelf.choose("planning", on=today))


@lru_cache(maxsize=_SCHEDULES_KEPT)
def scheduled(
    plan: Plan, today: date, rules: PlanningRules
) -> tuple[Schedule | None, tuple[Diagnostic, ...]]:
    """Schedule a plan; the same plan on the same day is computed once, since both are values."""
    return schedule(plan, today=today, rules=rules)


def _plan(facts: WorkFacts, grounds: Grounds) -> Plan | None:
    """The kept plan, its activities named for the reader; None where there is none to compute."""
    kept = None if facts.plan is None else facts.plan.plan
    return None if kept is None else named_in(kept, grounds.language)


def _under(plan: Plan, stops: tuple[AlertStop, ...]) -> Plan:
    return with_stop_work(plan, tuple(one.stop for one in stops)) if stops else plan


def _unplanned(
    facts: WorkFacts,
    stops: tuple[AlertStop, ...],
    today: date,
    faults: tuple[Diagnostic, ...],
) -> PlannedWork:
    return PlannedWork(
        facts=facts,
        today=today,
        stops=stops,
        schedule=None,
        former=None,
        light=None,
        faults=faults,
    )
