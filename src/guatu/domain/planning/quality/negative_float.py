"""A plan with negative float says itself that it cannot be kept."""

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find open steps with negative float."""
    rows = checked.open_work()
    late = [one.id for one, dated in rows if dated.total_float < 0]
    if not late:
        return None
    worst = min(dated.total_float for _, dated in rows)
    return found(
        "quality.negative_float", late, severity=Severity.ERROR, measured=float(worst), limit=0.0
    )
