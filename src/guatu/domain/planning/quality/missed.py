"""Of what the frozen plan had finished by now, little may be late."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find too large a share of steps that were due by the baseline and ended later or not at all."""
    if checked.baseline is None:
        return None
    due, late = 0, []
    for one in checked.plan.activities:
        frozen = checked.baseline.rows.get(one.id)
        if frozen is None or frozen.last_day > checked.today:
            continue
        due += 1
        if one.actual_finish is None or one.actual_finish > frozen.last_day:
            late.append(one.id)
    limit = checked.limits["missed_percent"]
    share = 100 * len(late) / due if due else 0.0
    if share <= limit:
        return None
    return found("quality.missed", late, measured=share, limit=limit)
