"""BEI: how many steps are finished over how many the frozen plan had finished by now."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find a work that finishes clearly fewer steps than it planned to."""
    if checked.baseline is None:
        return None
    due = [name for name, row in checked.baseline.rows.items() if row.last_day <= checked.today]
    done = [one.id for one in checked.plan.activities if one.actual_finish is not None]
    limit = checked.limits["execution_index"]
    if not due or len(done) / len(due) >= limit:
        return None
    behind = [name for name in due if name not in done]
    return found("quality.execution_index", behind, measured=len(done) / len(due), limit=limit)
