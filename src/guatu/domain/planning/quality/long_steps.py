"""Steps longer than two months cannot be followed: nobody sees that one slips."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find too many open steps that last too long."""
    rows = checked.open_work()
    limit = checked.limits["long_step_days"]
    long = [one.id for one, _ in rows if one.days > limit]
    if not long or 100 * len(long) / len(rows) <= checked.limits["long_steps_percent"]:
        return None
    most = max(one.days for one, _ in rows)
    return found("quality.long_steps", long, measured=float(most), limit=limit)
