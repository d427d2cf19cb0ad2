"""The test of the critical chain: a long delay at its head must reach the end of the plan."""

from dataclasses import replace

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.planning.finding import CheckedPlan, Finding, found
from guatu.domain.planning.schedule import schedule


def check(checked: CheckedPlan) -> Finding | None:
    """Find a chain whose head can slip without the end moving."""
    answer, plan = checked.schedule, checked.plan
    head = next(
        (
            one
            for name in answer.critical_path
            if (one := plan.activity(name)).days and one.actual_finish is None
        ),
        None,
    )
    if head is None:
        return None
    delay = int(checked.limits["chain_test_days"])
    slow = tuple(
        replace(one, days=one.days + delay) if one is head else one for one in plan.activities
    )
    held = replace(plan, start=plan.start or answer.start, activities=slow)
    slipped, _ = schedule(held, today=answer.today)
    if slipped is None:
        return None
    moved = (slipped.last_day - answer.last_day).days
    if moved >= delay:
        return None
    return found(
        "quality.chain_test",
        [head.id],
        severity=Severity.ERROR,
        measured=float(moved),
        limit=float(delay),
    )
