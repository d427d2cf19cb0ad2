"""Flat-lining: work that is reported as going on and has not moved for weeks."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find open steps whose reports have not changed for longer than the threshold."""
    limit = checked.limits["flat_days"]
    flat = []
    for one, _ in checked.open_work():
        reports = [pair for pair in one.terms.reports if pair[0] <= checked.today]
        if one.actual_start is None or not reports or reports[-1][1] >= 100:
            continue
        same_since = reports[-1][0]
        for day, percent in reversed(reports):
            if percent != reports[-1][1]:
                break
            same_since = day
        if (checked.today - same_since).days >= limit:
            flat.append(one.id)
    return found("honesty.flat", flat, limit=limit) if flat else None
