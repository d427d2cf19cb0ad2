"""Float beyond two months mostly means that a link is missing."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find too many open steps with a high float."""
    rows = checked.open_work()
    limit = checked.limits["high_float_days"]
    high = [one.id for one, dated in rows if dated.total_float > limit]
    if not high or 100 * len(high) / len(rows) <= checked.limits["high_float_percent"]:
        return None
    most = max(dated.total_float for _, dated in rows)
    return found("quality.high_float", high, measured=float(most), limit=limit)
