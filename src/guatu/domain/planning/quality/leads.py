"""No leads: a step that starts before its predecessor ends hides a step that was not split."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find steps with a negative lag."""
    led = [one.id for one in checked.plan.activities if any(link.lag < 0 for link in one.links)]
    return found("quality.leads", led) if led else None
