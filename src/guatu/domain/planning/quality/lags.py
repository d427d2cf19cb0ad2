"""Few lags: waiting that nobody owns belongs into a step of its own."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find lags where more links than the threshold have one."""
    links = [link for one in checked.plan.activities for link in one.links]
    lagged = [one.id for one in checked.plan.activities if any(link.lag > 0 for link in one.links)]
    if not lagged:
        return None
    share = 100 * sum(link.lag > 0 for link in links) / len(links)
    limit = checked.limits["lags_percent"]
    if share <= limit:
        return None
    return found("quality.lags", lagged, measured=share, limit=limit)
