"""Finds an interval of days into which more work is forced than a resource can do.

The windows are those of the passes: from today forward, from the deadlines back. Work
whose window lies inside an interval must be done there; where its crew-days exceed
what the resource has on the days that are worked, no order of the work helps.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.certificate import ForcedActivity, OverloadProof
from guatu.domain.planning.engine import Engine, engine_for
from guatu.domain.planning.network import FF, FINISHED, FS, OPEN, SS, network_of
from guatu.domain.planning.passes import settled_links
from guatu.domain.planning.plan import Plan, Resource
from guatu.domain.planning.proving import (
    Reach,
    begin_of,
    ceilings,
    chain_to,
    deadline_of,
    floor_of,
    reach,
    steps_of,
)

Places = Sequence[int]
_MOST_USERS = 400
_LONGEST_DAYS = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedWindow:
    """The days ``[start, end)`` in which an activity must run, and the unit-days it needs there."""

    number: int
    start: int
    end: int
    energy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """Both passes of a plan from today, with what they were run under."""

    engine: Engine
    plan: Plan
    reached: Reach
    ceiling: Places
    late_starts: Places
    late_finishes: Places
    skipped: Sequence[bool]


def overloaded_interval(plan: Plan, *, today: date) -> OverloadProof | None:
    """Return the interval in which most is missing, with its proof; None where none is found.

    That none is found proves nothing: levelling may still fail.
    """
    network = network_of(plan)
    engine = engine_for(network)
    if len(engine.order) < len(network) or not plan.resources:
        return None
    ceiling, skipped = ceilings(plan), settled_links(network)
    late = engine.backward(ceiling, skipped)
    windows = Windows(
        engine=engine,
        plan=plan,
        reached=reach(engine, begin_of(plan, day_number(today))),
        ceiling=ceiling,
        late_starts=late[0],
        late_finishes=late[1],
        skipped=skipped,
    )
    found = [_worst(windows, one) for one in plan.resources]
    stated = [one for one in found if one is not None]
    if not stated:
        return None
    resource, start, end, forced = max(stated, key=lambda one: one[4])[:4]
    return _proof(windows, resource, start, end, forced, day_number(today))


def forced_windows(windows: Windows, resource: Resource) -> list[ForcedWindow]:
    """Return the windows of open activities that use a resource and have a deadline behind them."""
    network, found = windows.engine.network, []
    for number, one in enumerate(windows.plan.activities):
        amount = dict(one.uses).get(resource.id, 0)
        end = int(windows.late_finishes[number])
        begin = int(windows.reached.starts[number])
        is_whole = network.state[number] == OPEN and not one.percent and one.days > 0
        if amount and is_whole and begin < end < begin + _LONGEST_DAYS:
            found.append(
                ForcedWindow(number=number, start=begin, end=end, energy=amount * one.days)
            )
    return found


def _worst(
    windows: Windows, resource: Resource
) -> tuple[Resource, int, int, list[ForcedWindow], int] | None:
    users = forced_windows(windows, resource)
    if not users or len(users) > _MOST_USERS:
        return None
    first, last = min(one.start for one in users), max(one.end for one in users)
    if last - first > _LONGEST_DAYS:
        return None
    network = windows.engine.network
    clocks = [network.calendars[n] for n in {network.calendar[one.number] for one in users}]
    worked = [any(clock.works(day) for clock in clocks) for day in range(first, last)]
    before = [0, *accumulate(worked)]
    best: tuple[Resource, int, int, list[ForcedWindow], int] | None = None
    by_end = sorted(users, key=lambda one: one.end)
    for start in sorted({one.start for one in users}):
        inside = [one for one in by_end if one.start >= start]
        ends = [one.end for one in inside]
        reached = list(accumulate(one.energy for one in inside))
        for end in sorted(set(ends)):
            count = bisect_left(ends, end + 1)
            days = before[end - first] - before[start - first]
            missing = reached[count - 1] - resource.capacity * days
            if missing > 0 and (best is None or missing > best[4]):
                best = (resource, start, end, inside[:count], missing)
    return best


def _proof(  # noqa: PLR0917 the parts of one interval
    windows: Windows,
    resource: Resource,
    start: int,
    end: int,
    forced: Sequence[ForcedWindow],
    today: int,
) -> OverloadProof:
    core = list(forced)
    for one in sorted(forced, key=lambda one: one.energy):
        rest = [other for other in core if other is not one]
        if sum(other.energy for other in rest) > _available(windows, resource, start, end, rest):
            core = rest
    return OverloadProof(
        resource=resource.id,
        start=start,
        end=end,
        forced=tuple(_forced(windows, one.number, today) for one in forced),
        needed=sum(one.energy for one in forced),
        available=_available(windows, resource, start, end, forced),
        core=tuple(windows.plan.activities[one.number].id for one in core),
    )


def _available(
    windows: Windows, resource: Resource, start: int, end: int, forced: Sequence[ForcedWindow]
) -> int:
    """Return the unit-days of a resource on the days on which any of the activities may run."""
    network = windows.engine.network
    clocks = [network.calendars[n] for n in {network.calendar[one.number] for one in forced}]
    worked = sum(any(clock.works(day) for clock in clocks) for day in range(start, end))
    return resource.capacity * worked


def _forced(windows: Windows, number: int, today: int) -> ForcedActivity:
    engine, plan = windows.engine, windows.plan
    numbers, links = chain_to(engine, windows.reached, number)
    after, leaving = _chain_from(windows, number)
    return ForcedActivity(
        activity=plan.activities[number].id,
        floor=floor_of(engine, plan, windows.reached, numbers, links, today),
        before=steps_of(plan, numbers, links),
        after=steps_of(plan, after, leaving),
        deadline=deadline_of(plan, after[-1], int(windows.ceiling[after[-1]])),
    )


def _chain_from(windows: Windows, number: int) -> tuple[list[int], list[int]]:
    """Walk on along the links that set the late dates, up to the ceiling that does."""
    numbers, links = [number], []
    while not _is_held_by_ceiling(windows, numbers[-1]):
        at = numbers[-1]
        link = next(
            link
            for link in windows.engine.leaving_links(at)
            if not windows.skipped[link] and _pulls(windows, at, link)
        )
        links.append(int(link))
        numbers.append(int(windows.engine.network.after[link]))
    return numbers, links


def _is_held_by_ceiling(windows: Windows, number: int) -> bool:
    network, ceiling = windows.engine.network, windows.ceiling[number]
    if not network.days[number]:
        return bool(ceiling == windows.late_finishes[number])
    clock = network.calendars[network.calendar[number]]
    return bool(clock.before(ceiling) == clock.before(windows.late_finishes[number]))


def _pulls(windows: Windows, number: int, link: int) -> bool:
    """Tell whether a link alone would hold its predecessor to its late finish."""
    network = windows.engine.network
    after, kind, lag = network.after[link], network.kind[link], network.lag[link]
    edge = windows.late_starts[after] if kind in (FS, SS) else windows.late_finishes[after]
    if network.state[after] == FINISHED:
        return False
    if lag:
        clock = network.calendars[network.lag_calendar[link]]
        edge = clock.start_at(clock.before(edge) - lag)
    finish, days = windows.late_finishes[number], network.days[number]
    if not days:
        return bool(edge == finish)
    clock = network.calendars[network.calendar[number]]
    reached = clock.before(finish)
    if kind in (FS, FF):
        return bool(clock.before(edge) == reached)
    return bool(clock.before(edge + 1) - 1 + days == reached)
