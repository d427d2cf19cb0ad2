"""Finished before what it depends on: a step cannot end while its predecessor has not begun."""

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.planning.finding import CheckedPlan, Finding, found
from guatu.domain.planning.plan import Activity, LinkKind


def check(checked: CheckedPlan) -> Finding | None:
    """Find started or finished steps that their predecessors do not allow."""
    known = {one.id: one for one in checked.plan.activities}
    wrong = [
        one.id
        for one in checked.plan.activities
        if any(
            _contradicts(one, known[link.predecessor], link.kind)
            for link in one.links
            if link.lag >= 0
        )
    ]
    return found("honesty.out_of_order", wrong, severity=Severity.ERROR) if wrong else None


def _contradicts(one: Activity, before: Activity, kind: LinkKind) -> bool:
    begun = one.actual_start or one.actual_finish
    if begun is None:
        return False
    if kind is LinkKind.FS:
        return before.actual_finish is None or before.actual_finish > begun
    if kind is LinkKind.FF:
        return one.actual_finish is not None and before.actual_finish is None
    start = before.actual_start or before.actual_finish
    held = begun if kind is LinkKind.SS else one.actual_finish
    return held is not None and (start is None or start > held)
