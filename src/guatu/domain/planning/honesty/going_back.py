"""Progress that goes back: an earlier report claimed more than a later one."""

from itertools import pairwise

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find steps with a report below an earlier one."""
    back = [
        one.id
        for one in checked.plan.activities
        if any(later < before for (_, before), (_, later) in pairwise(one.terms.reports))
    ]
    return found("honesty.going_back", back) if back else None
