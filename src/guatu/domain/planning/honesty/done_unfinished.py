"""A hundred percent and no day on which it ended."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find steps that are wholly done and have no finish."""
    open_ = [one.id for one, _ in checked.open_work() if one.percent >= 100]
    return found("honesty.done_unfinished", open_) if open_ else None
