"""No fact lies in the future, and no open work in the past."""

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find facts after the day they could be known, and open work that was to be done before it."""
    known = checked.plan.data_date or checked.today
    wrong = [
        one.id
        for one in checked.plan.activities
        if any(day is not None and day > known for day in (one.actual_start, one.actual_finish))
    ]
    wrong += [
        one.id
        for one, dated in checked.open_work()
        if one.actual_start is None and dated.start < known and one.id not in wrong
    ]
    if not wrong:
        return None
    return found("quality.dates", wrong, severity=Severity.ERROR, day=known.isoformat())
