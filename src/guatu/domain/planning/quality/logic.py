"""Every step follows something and leads to something, but for the first and the last."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found
from guatu.domain.planning.plan import LinkKind


def check(checked: CheckedPlan) -> Finding | None:
    """Find open steps whose start nothing holds, and those whose end holds nothing."""
    plan = checked.plan
    rows = plan.activities
    ends = set(plan.ends) or {rows[-1].id}
    held, holding = set(), set()
    for one in rows:
        for link in one.links:
            if link.kind in {LinkKind.FS, LinkKind.SS}:
                held.add(one.id)
            if link.kind in {LinkKind.FS, LinkKind.FF}:
                holding.add(link.predecessor)
    first = rows[0].id
    loose = [
        one.id
        for one, _ in checked.open_work()
        if (one.id not in held and one.id != first and one.not_before is None)
        or (one.id not in holding and one.id not in ends and one.must_by is None)
    ]
    share = 100 * len(loose) / len(rows)
    limit = checked.limits["loose_percent"]
    if share <= limit:
        return None
    return found("quality.logic", loose, measured=share, limit=limit)
