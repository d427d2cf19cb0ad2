"""Finds the chain that makes a plan impossible and states it as a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.certificate import (
    ChainDeadline,
    ChainFloor,
    ChainProof,
    ChainStep,
    DeadlineKind,
    FloorKind,
)
from guatu.domain.planning.chain import link_drives
from guatu.domain.planning.conflict import needed_elements
from guatu.domain.planning.engine import Engine, engine_for
from guatu.domain.planning.network import FF, FINISHED, FS, NEVER, STARTED, Passes, network_of
from guatu.domain.planning.plan import Plan

Places = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A forward pass: where everything starts and ends if nothing open begins before ``begin``.

    ``days`` are the days it was run with: the network's, or fewer under levers.
    """

    begin: int
    starts: Places
    finishes: Places
    days: Places


def reach(engine: Engine, begin: int, days: Places | None = None) -> Reach:
    """Run the forward pass from a place, with the network's days or others."""
    starts, finishes = engine.forward(begin, days)
    lasting = engine.network.days if days is None else days
    return Reach(begin=begin, starts=starts, finishes=finishes, days=lasting)


def certificate_of(plan: Plan, *, today: date) -> ChainProof | None:
    """Return the proof that the plan as it stands cannot meet its deadlines from today on.

    None where it can, and where the plan has a circle, which is told elsewhere.
    """
    network = network_of(plan)
    engine = engine_for(network)
    if len(engine.order) < len(network):
        return None
    begin = begin_of(plan, day_number(today))
    ceiling = ceilings(plan)
    live = [n for n in range(len(network)) if network.state[n] != FINISHED]
    return late_chain(engine, plan, reach(engine, begin), ceiling, live, today=day_number(today))


def begin_of(plan: Plan, today: int) -> int:
    """Return the place before which no open work may begin when it goes on from today."""
    begun = [one.actual_start or one.actual_finish for one in plan.activities]
    first = plan.start or min((day for day in begun if day is not None), default=None)
    return today if first is None else max(today, day_number(first))


def ceilings(plan: Plan) -> list[int]:
    """Return the latest place at which each activity may end by target and own deadline."""
    ends = frozenset(plan.end_ids()) if plan.target is not None else frozenset()
    found = []
    for one in plan.activities:
        days = [one.must_by, plan.target if one.id in ends else None]
        early = one.is_milestone and not one.links
        bounds = [day_number(day) + 1 - early for day in days if day is not None]
        found.append(min(bounds, default=NEVER))
    return found


def late_chain(
    engine: Engine, plan: Plan, reached: Reach, ceiling: Places, live: Sequence[int], *, today: int
) -> ChainProof | None:
    """Return the proof that the worst of the live activities passes its ceiling, if any does."""
    worst = max(
        (n for n in live if ceiling[n] < NEVER),
        key=lambda n: (reached.finishes[n] - ceiling[n], -n),
        default=None,
    )
    if worst is None or reached.finishes[worst] <= ceiling[worst]:
        return None
    numbers, links = chain_to(engine, reached, worst)
    limit, finish = int(ceiling[worst]), int(reached.finishes[worst])
    calendar = engine.network.calendars[engine.network.calendar[worst]]
    proof = ChainProof(
        floor=floor_of(engine, plan, reached, numbers, links, today),
        steps=steps_of(plan, numbers, links),
        deadline=deadline_of(plan, worst, limit),
        won=_won(engine, plan, reached, numbers),
        ends_on=finish - 1,
        missing_days=finish - limit,
        missing_working_days=calendar.before(finish) - calendar.before(limit),
    )
    needed, is_minimal = needed_elements(plan, proof)
    return replace(proof, needed=needed, is_minimal=is_minimal)


def chain_to(engine: Engine, reached: Reach, end: int) -> tuple[list[int], list[int]]:
    """Walk back along links that alone set the dates; return activities and links, head first.

    Facts end the walk (a finished predecessor, the start of begun work), and so does
    a floor: a date before which the head cannot begin.
    """
    network = engine.network
    passes = Passes(
        early_start=reached.starts,
        early_finish=reached.finishes,
        late_start=(),
        late_finish=(),
        total_float=(),
        free_float=(),
    )
    numbers: list[int] = [end]
    links: list[int] = []
    while not _is_fact(engine, numbers[-1], links[-1] if links else None):
        driving = (
            link
            for link in engine.arriving_links(numbers[-1])
            if link_drives(engine, passes, link, reached.days)
        )
        link = next(driving, None)
        if link is None:
            break
        links.append(link)
        numbers.append(int(network.before[link]))
    numbers.reverse()
    links.reverse()
    return numbers, links


def _is_fact(engine: Engine, number: int, leaving: int | None) -> bool:
    """Tell whether a fact fixes the edge of an activity from which the chain goes on."""
    network = engine.network
    if network.state[number] == FINISHED:
        return True
    by_start = leaving is not None and network.kind[leaving] not in (FS, FF)
    return by_start and network.state[number] == STARTED


def steps_of(plan: Plan, numbers: Sequence[int], links: Sequence[int]) -> tuple[ChainStep, ...]:
    """Return a chain as steps that name activities and the plan's own links."""
    stated = [link for one in plan.activities for link in one.links]
    named = [None, *(stated[link] for link in links)]
    return tuple(
        ChainStep(activity=plan.activities[number].id, link=link)
        for number, link in zip(numbers, named, strict=True)
    )


def floor_of(  # noqa: PLR0917 a chain and what it stands on
    engine: Engine,
    plan: Plan,
    reached: Reach,
    numbers: Sequence[int],
    links: Sequence[int],
    today: int,
) -> ChainFloor:
    """Return what holds the head of a chain back: a fact, a date of its own, or the begin."""
    head = numbers[0]
    one = plan.activities[head]
    began = one.actual_start or one.actual_finish
    if _is_fact(engine, head, links[0] if links else None) and began is not None:
        return ChainFloor(kind=FloorKind.ACTUAL, day=day_number(began))
    own = int(engine.network.floor[head])
    if reached.begin >= own:
        is_today = reached.begin == today and (
            plan.start is None or day_number(plan.start) != reached.begin
        )
        kind = FloorKind.TODAY if is_today else FloorKind.START
        return ChainFloor(kind=kind, day=reached.begin)
    if one.not_before is not None and day_number(one.not_before) == own:
        return ChainFloor(kind=FloorKind.NOT_BEFORE, day=own)
    if plan.data_date is not None and day_number(plan.data_date) == own:
        return ChainFloor(kind=FloorKind.DATA_DATE, day=own)
    return ChainFloor(kind=FloorKind.ACTUAL, day=own)


def deadline_of(plan: Plan, number: int, limit: int) -> ChainDeadline:
    """Return the deadline that puts a ceiling on an activity."""
    one = plan.activities[number]
    last_day = limit - 1 + (one.is_milestone and not one.links)
    own = one.must_by is not None and day_number(one.must_by) == last_day
    kind = DeadlineKind.MUST_BY if own else DeadlineKind.TARGET
    return ChainDeadline(kind=kind, activity=one.id, last_day=last_day)


def _won(engine: Engine, plan: Plan, reached: Reach, numbers: Sequence[int]) -> dict[str, int]:
    planned = engine.network.days
    taken = {plan.activities[n].id: int(planned[n] - reached.days[n]) for n in numbers}
    return {name: days for name, days in taken.items() if days}
