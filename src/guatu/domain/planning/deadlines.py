"""Several deadlines at once: each with its own verdict, slack, chain and buffer.

A plan may have to be under roof before winter, open on a given day and enter the
statistics of a month. Each of these days is judged as if it were the only one, so that
a plan can be on track for two and late for the third.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.outlook import Outlook
from guatu.domain.planning.certificate import Certificate, DeadlineKind
from guatu.domain.planning.chain import driving_chain
from guatu.domain.planning.engine import Engine, engine_for
from guatu.domain.planning.judging import Judged, PlanningRules, judge
from guatu.domain.planning.lever_document import lever_document
from guatu.domain.planning.network import FINISHED, NEVER, network_of
from guatu.domain.planning.passes import settled_links
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.proving import begin_of, ceilings
from guatu.domain.planning.schedule import Schedule

# What is judged each by itself at most; the earliest deadlines go first.
_MOST_DEADLINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDeadline:
    """A day by which activities must be done: the target for the ends, or one's own last day."""

    kind: DeadlineKind
    name: str
    day: date
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineOutlook:
    """A deadline with its own judgment from today.

    ``chain`` drives it; ``buffer_days`` is its buffer in working days of that chain;
    ``forecast`` the day on which it is reached if open work goes on from today (None where
    all is done).
    """

    deadline: PlanDeadline
    outlook: Outlook
    late_by_days: int
    buffer_days: int
    forecast: date | None
    chain: tuple[str, ...]
    certificate: Certificate | None = None


def deadlines_of(plan: Plan) -> tuple[PlanDeadline, ...]:
    """Return every deadline of a plan, the earliest first."""
    found = [
        PlanDeadline(
            kind=DeadlineKind.MUST_BY,
            name=one.terms.deadline_name or one.name or one.id,
            day=one.must_by,
            activities=(one.id,),
        )
        for one in plan.activities
        if one.must_by is not None
    ]
    if plan.target is not None:
        ends = plan.end_ids()
        target = PlanDeadline(
            kind=DeadlineKind.TARGET, name=plan.name or plan.id, day=plan.target, activities=ends
        )
        found.append(target)
    return tuple(sorted(found, key=lambda one: one.day))


def deadline_outlooks(
    plan: Plan,
    *,
    today: date,
    rules: PlanningRules | None = None,
    judged: Schedule | None = None,
) -> tuple[DeadlineOutlook, ...]:
    """Judge each deadline of a plan alone; empty where it has none or has a circle.

    ``judged`` is the plan's schedule of the same day, where it is known: a plan with one
    deadline is not judged twice.
    """
    network = network_of(plan)
    engine = engine_for(network)
    stated = deadlines_of(plan)[:_MOST_DEADLINES]
    if not stated or len(engine.order) < len(network):
        return ()
    begin = begin_of(plan, day_number(today))
    early = engine.forward(begin)
    known = rules or PlanningRules()
    alone = judged if len(stated) == 1 else None
    return tuple(_judged(engine, plan, one, early, today, known, alone) for one in stated)


def _judged(  # noqa: PLR0917 one deadline and what it is judged with
    engine: Engine,
    plan: Plan,
    deadline: PlanDeadline,
    early: tuple[Sequence[int], Sequence[int]],
    today: date,
    rules: PlanningRules,
    known: Schedule | None,
) -> DeadlineOutlook:
    numbers = [n for n, one in enumerate(plan.activities) if one.id in deadline.activities]
    ceiling = [NEVER] * len(plan.activities)
    alone = _alone(plan, deadline)
    for number in numbers:
        ceiling[number] = alone[number]
    late = engine.backward(ceiling, settled_links(engine.network))
    bound = [place < NEVER // 2 for place in late[1]]
    passes = engine.floats(early, late, ceiling)
    start = None if plan.start is None else day_number(plan.start)
    judged: Judged | Schedule = known or judge(
        engine, ceiling, bound, passes,
        plan=plan, start=start, today=day_number(today), rules=rules,
    )  # fmt: skip
    live = [n for n in numbers if engine.network.state[n] != FINISHED]
    chain = driving_chain(engine, passes, bound, live) if live else ()
    reached = max((int(early[1][n]) for n in live), default=None)
    return DeadlineOutlook(
        deadline=deadline,
        outlook=judged.outlook,
        late_by_days=judged.late_by_days,
        buffer_days=judged.buffer_days,
        forecast=None if reached is None else day_of(reached - 1),
        chain=tuple(plan.activities[n].id for n in chain),
        certificate=judged.certificate,
    )


def _alone(plan: Plan, deadline: PlanDeadline) -> list[int]:
    """Return the ceilings that this deadline sets, whatever the other dates are."""
    early = [one.is_milestone and not one.links for one in plan.activities]
    if deadline.kind is DeadlineKind.MUST_BY:
        return [day_number(deadline.day) + 1 - each for each in early]
    return [
        day_number(deadline.day) + 1 - each if place < NEVER else NEVER
        for each, place in zip(early, ceilings(plan), strict=True)
    ]


def deadline_document(one: DeadlineOutlook, *, messages: Messages) -> dict[str, Any]:
    """Return one deadline as plain data."""
    return {
        "kind": one.deadline.kind.value,
        "name": one.deadline.name,
        "day": one.deadline.day.isoformat(),
        "activities": list(one.deadline.activities),
        "verdict": one.outlook.verdict.value,
        "slack": int(one.outlook.slack),
        "buffer_days": one.buffer_days,
        "late_by_days": one.late_by_days,
        "forecast": None if one.forecast is None else one.forecast.isoformat(),
        "chain": list(one.chain),
        "reason": messages.of(one.outlook.reason),
        "levers": [lever_document(lever, messages) for lever in one.outlook.levers],
    }
