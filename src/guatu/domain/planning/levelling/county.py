"""Levelling all works of a county together, and one plan alone, under shared capacities.

What is minimised, each before the next: the weighted lateness of the plans' targets and
of the activities' own deadlines; then changes of the hung plan (first how many dates,
then how far), or, where nothing hangs, the ends of the plans and the price of crashes.
Every activity works on its own calendar, stop-work taken off, and occupies its
resources on worked days only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Outlook, Reason, Verdict
from guatu.domain.kernel.protocols import Hands, Stopwatch
from guatu.domain.planning.levelling.checking import broken_rules
from guatu.domain.planning.levelling.county_laying import CountyLoad, lay_county
from guatu.domain.planning.levelling.moves import PlanMove, moves_of
from guatu.domain.planning.levelling.search import Allowance, FoundPlan, PartOfTime, level_workload
from guatu.domain.planning.levelling.workload import Levelled, LevelStatus
from guatu.domain.planning.levelling.works import CountyWork, LevelWishes
from guatu.domain.planning.plan import Activity
from guatu.domain.planning.schedule import Levelling, Schedule, given_start
from guatu.domain.planning.scheduled import ScheduledActivity

__all__ = ["CountyLevelled", "level_county"]
# Days that a plan worked back gets beyond what the first try was late.
_SPARE_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyLevelled:
    """The levelled schedules in the order of the works, with what was reached and each move explained.

    ``late_by`` are the calendar days by which each work passes its target. ``short_of``
    says what an infeasible workload lacks.
    """

    schedules: tuple[Schedule, ...]
    levelled: Levelled
    late_by: tuple[int, ...] = ()
    moves: tuple[PlanMove, ...] = ()
    crashed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    short_of: Reason | None = None


def level_county(
    works: Sequence[CountyWork],
    *,
    wishes: LevelWishes,
    allowance: Allowance,
    stopwatch: Stopwatch,
    hands: Hands,
    told: Callable[[Levelled], None] | None = None,
) -> CountyLevelled:
    """Level works under the capacities they share.

    ``told`` hears of every better plan; a stopwatch that is stopped ends the run with
    the best plan so far. Infeasible where an activity alone needs more than there ever
    is; the schedules then stay as they were.
    """
    run = _Run(allowance=allowance, hands=hands, told=told)
    if not any(_is_worked_back(one) for one in works):
        return _levelled_once(works, lay_county(works, wishes), run, stopwatch)
    laid = lay_county(works, wishes)
    first = _levelled_once(works, laid, run, PartOfTime(stopwatch, part=0.4))
    earlier = [
        late + late // 4 + _SPARE_DAYS if late and _is_worked_back(one) else 0
        for one, late in zip(works, first.late_by or [0] * len(works), strict=True)
    ]
    if not any(earlier):
        if allowance.steps is not None or first.levelled.status is not LevelStatus.FEASIBLE:
            return first
        # Nothing is to begin earlier: the rest of the time betters what was found.
        return _levelled_once(works, laid, run, stopwatch, hint=_found(first.levelled))
    return _levelled_once(works, lay_county(works, wishes, earlier), run, stopwatch)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What one run of the search is given, but for the time."""

    allowance: Allowance
    hands: Hands
    told: Callable[[Levelled], None] | None


def _is_worked_back(work: CountyWork) -> bool:
    """Tell whether a work may begin earlier: a target and no start, nothing begun, nothing hung."""
    plan = work.schedule.plan
    return plan.target is not None and given_start(plan) is None and not work.hung


def _found(levelled: Levelled) -> FoundPlan:
    return FoundPlan(
        starts=levelled.starts,
        finishes=levelled.finishes,
        options=levelled.options,
        cost=levelled.cost,
        second=levelled.second,
    )


def _levelled_once(
    works: Sequence[CountyWork],
    laid: CountyLoad,
    run: _Run,
    stopwatch: Stopwatch,
    *,
    hint: FoundPlan | None = None,
) -> CountyLevelled:
    short_of = _short_of(works, laid)
    if short_of is not None:
        levelled = Levelled(status=LevelStatus.INFEASIBLE, seconds=stopwatch.spent())
        return CountyLevelled(
            schedules=tuple(_impossible(one.schedule, short_of) for one in works),
            levelled=levelled,
            short_of=short_of,
        )
    levelled = level_workload(
        laid.workload,
        allowance=run.allowance,
        stopwatch=stopwatch,
        hands=run.hands,
        told=run.told,
        hint=hint,
    )
    if not levelled.starts and laid.workload.activities:
        return CountyLevelled(schedules=tuple(one.schedule for one in works), levelled=levelled)
    if any(laid.earlier):
        levelled = _as_late(laid, levelled)
    bounds = laid.end_bounds()
    schedules = tuple(
        _levelled_schedule(one.schedule, laid, number, levelled, bounds[number])
        for number, one in enumerate(works)
    )
    return CountyLevelled(
        schedules=schedules,
        levelled=levelled,
        late_by=tuple(_late_by(one) for one in schedules),
        moves=moves_of(works, laid, levelled, schedules),
        crashed=_crashed(works, laid, levelled),
    )


def _as_late(laid: CountyLoad, levelled: Levelled) -> Levelled:
    """Return the plan with the works that were worked back as late as their targets allow."""
    from guatu.domain.planning.levelling.chain import as_late  # noqa: PLC0415 numba is loaded where a run begins

    found = as_late(laid.workload, _found(levelled), laid.latest_places(levelled))
    if found is None or broken_rules(laid.workload, found.starts, found.finishes, found.options):
        return levelled
    return replace(
        levelled,
        status=LevelStatus.FEASIBLE,
        starts=found.starts,
        finishes=found.finishes,
        cost=found.cost,
    )


def _short_of(works: Sequence[CountyWork], laid: CountyLoad) -> Reason | None:
    """Return what an activity needs beyond all there ever is; None where everything can be placed."""
    for row, one in zip(laid.rows, laid.workload.activities, strict=True):
        short = [
            (resource, units)
            for option in one.options
            for resource, units in option.uses
            if option.days and units > laid.workload.capacities[resource].most
        ]
        if row is None or not short:
            continue
        resource, units = short[0]
        arguments: tuple[tuple[str, str | int], ...] = (
            ("activity", works[row.work].schedule.plan.activities[row.number].id),
            ("resource", laid.resources[resource]),
            ("needed", units),
            ("capacity", laid.workload.capacities[resource].most),
        )
        return Reason(code="planning.level_infeasible", arguments=arguments)
    return None


def _impossible(schedule: Schedule, reason: Reason) -> Schedule:
    whole = _span(schedule.start, max(one.last_day for one in schedule.activities))
    return replace(
        schedule,
        levelling=Levelling(status="infeasible", objective=whole, bound=whole),
        outlook=replace(schedule.outlook, verdict=Verdict.IMPOSSIBLE, reason=reason),
    )


def _span(first: date, last: date) -> int:
    return (last - first).days + 1


def _levelled_schedule(
    before: Schedule, laid: CountyLoad, work: int, levelled: Levelled, least: int
) -> Schedule:
    """Return the schedule of one work with its levelled dates and judgment."""
    plan = before.plan
    activities = list(before.activities)
    for at, row in enumerate(laid.rows):
        if row is not None and row.work == work:
            activities[row.number] = _dated(
                activities[row.number],
                plan.activities[row.number],
                levelled.starts[at],
                levelled.finishes[at],
            )
    for fixed in laid.fixed:
        if fixed.work == work and fixed.is_hung:
            activities[fixed.number] = replace(
                activities[fixed.number],
                start=day_of(fixed.start),
                last_day=day_of(max(fixed.start, fixed.finish - 1)),
            )
    ends = set(plan.end_ids())
    last_day = max(one.last_day for one in activities if one.id in ends)
    start = min(one.start for one in activities)
    begin = start if laid.earlier[work] else before.start
    objective = _span(begin, max(one.last_day for one in activities))
    early = _span(before.start, max(one.early_last_day for one in before.activities))
    bound = least if laid.earlier[work] else max(least, early)
    if len(laid.ends) == 1 and laid.ends[0] >= 0 and not laid.earlier[0]:
        bound = max(bound, levelled.bound - (levelled.cost - objective))
    is_best = levelled.status is LevelStatus.OPTIMAL or objective <= bound
    after = replace(
        before,
        activities=tuple(activities),
        start=start,
        last_day=last_day,
        forecast_last_day=max(before.forecast_last_day, last_day),
        span_days=_span(start, last_day),
        levelling=Levelling(
            status="optimal" if is_best else "feasible",
            objective=objective,
            bound=min(bound, objective) if not is_best else objective,
        ),
    )
    late = _late_by(after)
    if laid.earlier[work]:
        late = max(late, (before.today - start).days)
    if late <= before.late_by_days:
        return after
    return replace(after, outlook=_late_outlook(before.outlook, late), late_by_days=late)


def _dated(
    one: ScheduledActivity, activity: Activity, start: int, finish: int
) -> ScheduledActivity:
    """Return an activity with the dates of its places; a milestone that did not move keeps its day."""
    if activity.is_milestone:
        moved = finish - day_number(one.early_last_day)
        shown = one.early_last_day if 0 <= moved <= 1 else day_of(finish - 1)
        return replace(one, start=shown, last_day=shown)
    last = day_of(finish - 1)
    first = one.start if activity.actual_start is not None else min(day_of(start), last)
    return replace(one, start=first, last_day=last)


def _late_by(schedule: Schedule) -> int:
    target = schedule.plan.target
    return 0 if target is None else max(0, (schedule.last_day - target).days)


def _late_outlook(outlook: Outlook, late: int) -> Outlook:
    verdict = Verdict.IMPOSSIBLE if outlook.verdict is Verdict.IMPOSSIBLE else Verdict.LATE
    return replace(
        outlook,
        verdict=verdict,
        slack=min(outlook.slack, -float(late)),
        reason=Reason(code="planning.level_late", arguments=(("days", late),)),
    )


def _crashed(
    works: Sequence[CountyWork], laid: CountyLoad, levelled: Levelled
) -> dict[tuple[str, str], int]:
    """Return the days won by crashing, by plan and activity."""
    won = {}
    for at, row in enumerate(laid.rows):
        options = laid.workload.activities[at].options
        days = max(option.days for option in options) - options[levelled.options[at]].days
        if row is not None and days:
            plan = works[row.work].schedule.plan
            won[plan.id, plan.activities[row.number].id] = days
    return won
