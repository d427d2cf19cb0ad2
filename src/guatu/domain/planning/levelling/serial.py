"""Levelling: one plan under the capacities of its resources, by a serial schedule.

Activities are placed one by one, the least late start first, each as early as its
links and the free capacity allow. The answer is feasible; it is called optimal only
where a lower bound proves it (the plan without capacities, or the work of the
busiest resource against its capacity).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from heapq import heappop, heappush

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Outlook, Reason, Verdict
from guatu.domain.planning.network import FINISHED, STARTED, Network, network_of
from guatu.domain.planning.passes import PlainEngine, plain_engine
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.schedule import Levelling, Schedule

Usage = dict[str, dict[int, int]]


def level(schedule: Schedule) -> Schedule:
    """Return the schedule with dates that no capacity forbids, and what was reached.

    ``infeasible``: an activity alone needs more than there is; dates stay as they were.
    """
    plan = schedule.plan
    whole = _span(schedule.start, max(one.last_day for one in schedule.activities))
    capacity = {one.id: one.capacity for one in plan.resources}
    if any(need > capacity[name] for one in plan.activities for name, need in one.uses):
        levelling = Levelling(status="infeasible", objective=whole, bound=whole)
        reason = Reason(code="planning.level_infeasible", arguments=_short_of(plan, capacity))
        outlook = replace(schedule.outlook, verdict=Verdict.IMPOSSIBLE, reason=reason)
        return replace(schedule, levelling=levelling, outlook=outlook)
    if not any(one.uses for one in plan.activities):
        return replace(
            schedule, levelling=Levelling(status="optimal", objective=whole, bound=whole)
        )
    engine = plain_engine(network_of(plan))
    starts, finishes = _placed(engine, schedule, capacity)
    dated = []
    for number, one in enumerate(schedule.activities):
        if plan.activities[number].is_milestone:
            moved = finishes[number] - day_number(one.early_last_day)
            shown = one.early_last_day if moved <= 1 else day_of(finishes[number] - 1)
            dated.append(replace(one, start=shown, last_day=shown))
        else:
            last = day_of(finishes[number] - 1)
            dated.append(replace(one, start=min(day_of(starts[number]), last), last_day=last))
    return _judged(schedule, replace(schedule, activities=tuple(dated)), whole, capacity)


def _span(first: date, last: date) -> int:
    return (last - first).days + 1


def _short_of(plan: Plan, capacity: dict[str, int]) -> tuple[tuple[str, str | int], ...]:
    return next(
        (
            ("activity", one.id),
            ("resource", name),
            ("needed", need),
            ("capacity", capacity[name]),
        )
        for one in plan.activities
        for name, need in one.uses
        if need > capacity[name]
    )


def _placed(
    engine: PlainEngine, schedule: Schedule, capacity: dict[str, int]
) -> tuple[list[int], list[int]]:
    network, plan = engine.network, schedule.plan
    starts, finishes = [0] * len(network), [0] * len(network)
    usage: Usage = {name: {} for name in capacity}
    waiting = [len(links) for links in engine.arriving]
    begin = day_number(schedule.start)
    ready: list[tuple[date, int]] = []
    for number, count in enumerate(waiting):
        if not count:
            heappush(ready, (schedule.activities[number].late_start, number))
    while ready:
        number = heappop(ready)[1]
        starts[number], finishes[number] = _place(
            engine, number, max(begin, network.floor[number]), (starts, finishes),
            uses=plan.activities[number].uses, usage=usage, capacity=capacity,
        )  # fmt: skip
        for link in engine.leaving[number]:
            after = network.after[link]
            waiting[after] -= 1
            if not waiting[after]:
                heappush(ready, (schedule.activities[after].late_start, after))
    return starts, finishes


def _place(
    engine: PlainEngine,
    number: int,
    floor: int,
    known: tuple[list[int], list[int]],
    *,
    uses: Sequence[tuple[str, int]],
    usage: Usage,
    capacity: dict[str, int],
) -> tuple[int, int]:
    network = engine.network
    if network.state[number] == FINISHED:
        return network.actual_start[number], network.actual_finish[number]
    days = network.days[number]
    first, end = engine.pushed(number, floor, days, *known)
    if uses and days:
        first, end = _room(network, number, first, uses=uses, usage=usage, capacity=capacity)
        calendar = network.calendars[network.calendar[number]]
        for day in range(first, end):
            if calendar.works(day):
                for name, need in uses:
                    usage[name][day] = usage[name].get(day, 0) + need
    if network.state[number] == STARTED:
        first = network.actual_start[number]
    return first, end


def _room(
    network: Network,
    number: int,
    first: int,
    *,
    uses: Sequence[tuple[str, int]],
    usage: Usage,
    capacity: dict[str, int],
) -> tuple[int, int]:
    """Find the first run of worked days on which every resource has enough left."""
    calendar = network.calendars[network.calendar[number]]
    begun = calendar.before(first)
    while True:
        first = calendar.start_at(begun)
        end = calendar.finish_at(begun + network.days[number])
        taken = [
            day
            for name, need in uses
            for day in (usage[name] if len(usage[name]) < end - first else range(first, end))
            if first <= day < end
            and usage[name].get(day, 0) + need > capacity[name]
            and calendar.works(day)
        ]
        if not taken:
            return first, end
        begun = calendar.before(max(taken)) + 1


def _judged(before: Schedule, after: Schedule, whole: int, capacity: dict[str, int]) -> Schedule:
    plan = before.plan
    ends = set(plan.end_ids())
    last_day = max(one.last_day for one in after.activities if one.id in ends)
    objective = _span(after.start, max(one.last_day for one in after.activities))
    work: dict[str, int] = {}
    for one in plan.activities:
        if one.actual_finish is None and one.actual_start is None:
            for name, need in one.uses:
                work[name] = work.get(name, 0) + need * one.days
    energy = max((-(-load // capacity[name]) for name, load in work.items()), default=0)
    bound = max(whole, energy)
    late = 0 if plan.target is None else max(0, (last_day - plan.target).days)
    outlook, late_by = before.outlook, before.late_by_days
    if late > late_by:
        outlook, late_by = _late_outlook(outlook, late), late
    status = "optimal" if objective <= bound else "feasible"
    return replace(
        after,
        outlook=outlook,
        late_by_days=late_by,
        last_day=last_day,
        forecast_last_day=max(after.forecast_last_day, last_day),
        span_days=_span(after.start, last_day),
        levelling=Levelling(status=status, objective=objective, bound=min(bound, objective)),
    )


def _late_outlook(outlook: Outlook, late: int) -> Outlook:
    verdict = Verdict.IMPOSSIBLE if outlook.verdict is Verdict.IMPOSSIBLE else Verdict.LATE
    return replace(
        outlook,
        verdict=verdict,
        slack=min(outlook.slack, -float(late)),
        reason=Reason(code="planning.level_late", arguments=(("days", late),)),
    )
