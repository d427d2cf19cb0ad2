"""Few dates typed in: a step that a date holds no longer moves with what it depends on."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find too many open steps with a date of their own."""
    rows = checked.open_work()
    fixed = [one.id for one, _ in rows if one.not_before is not None or one.must_by is not None]
    if not fixed:
        return None
    share = 100 * len(fixed) / len(rows)
    limit = checked.limits["fixed_dates_percent"]
    if share <= limit:
        return None
    return found("quality.fixed_dates", fixed, measured=share, limit=limit)
