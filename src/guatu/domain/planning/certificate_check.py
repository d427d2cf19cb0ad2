"""Checks a certificate against its plan by following it day by day; it knows no engine."""

from datetime import date

from guatu.domain.planning import certificate as told
from guatu.domain.planning.day_count import lagged, span, works
from guatu.domain.planning.plan import Plan, days_off_worked

Steps = tuple[told.ChainStep, ...]


def accepts(plan: Plan, proof: told.Certificate, today: date | None = None) -> bool:
    """Tell whether a proof follows from its plan, and from ``today`` where it begins there."""
    if not isinstance(proof, told.OverloadProof):
        site = days_off_worked(plan, proof.opened)
        reached = followed(site, proof.steps, proof.floor.day, won=proof.won)[1]
        limit = _limit(plan, proof.steps[-1], proof.deadline)
        return reached > limit and _is_held(plan, proof.steps[0], proof.floor, today)
    for one in proof.forced:
        held = one.before[-1].activity == one.after[0].activity == one.activity
        held &= _is_held(plan, one.before[0], one.floor, today)
        held &= followed(plan, one.before, one.floor.day)[0] >= proof.start
        end = followed(plan, one.after, proof.end + 1, by_end=True)[1]
        if not held or end <= _limit(plan, one.after[-1], one.deadline):
            return False
    rows = [plan.activity(name) for name in {one.activity for one in proof.forced}]
    busy = [any(works(plan, d, a.calendar, a) for a in rows) for d in range(proof.start, proof.end)]
    capacity = next(one.capacity for one in plan.resources if one.id == proof.resource)
    return sum(one.days * dict(one.uses)[proof.resource] for one in rows) > capacity * sum(busy)


def followed(
    plan: Plan, steps: Steps, at: int, *, by_end: bool = False, won: told.Won | None = None
) -> tuple[int, int]:
    """Return the earliest start and end of the last step when each follows the one before."""
    start = end = at
    for number, step in enumerate(steps):
        one, link = plan.activity(step.activity), step.link
        if number:
            assert link in one.links and link.predecessor == steps[number - 1].activity  # noqa: PT018
            at = lagged(plan, start if link.kind in {"SS", "SF"} else end, link, one)
            by_end = link.kind in {"FF", "SF"}
        start, end = span(plan, one, at, by_end=by_end, won=(won or {}).get(one.id, 0))
    return start, end


def _is_held(plan: Plan, first: told.ChainStep, floor: told.ChainFloor, today: date | None) -> bool:
    one = plan.activity(first.activity)
    begun = [a.actual_start or a.actual_finish or date.max for a in plan.activities]
    facts = {"start": plan.start or min(begun), "today": today, "data_date": plan.data_date}
    facts |= {"not_before": one.not_before, "actual": one.actual_start or one.actual_finish}
    return (facts[floor.kind] or date.min).toordinal() == floor.day


def _limit(plan: Plan, last: told.ChainStep, stated: told.ChainDeadline) -> int:
    one, is_target = plan.activity(last.activity), stated.kind == "target"
    day = (plan.target if is_target and one.id in plan.end_ids() else one.must_by) or date.max
    same = (one.id, day.toordinal()) == (stated.activity, stated.last_day)
    return stated.last_day + 1 - (one.is_milestone and not one.links) if same else 10**9
