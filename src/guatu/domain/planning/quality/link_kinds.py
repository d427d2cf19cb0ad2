"""Most links run from finish to start, which is what everybody reads in a chart."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found
from guatu.domain.planning.plan import LinkKind


def check(checked: CheckedPlan) -> Finding | None:
    """Find too small a share of finish-to-start links."""
    links = [link for one in checked.plan.activities for link in one.links]
    if not links:
        return None
    share = 100 * sum(link.kind is LinkKind.FS for link in links) / len(links)
    limit = checked.limits["finish_start_percent"]
    if share >= limit:
        return None
    other = [
        one.id
        for one in checked.plan.activities
        if any(link.kind is not LinkKind.FS for link in one.links)
    ]
    return found("quality.link_kinds", other, measured=share, limit=limit)
