"""Always ninety-nine: steps that are reported as nearly done again and again."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find open steps that have been nearly done for longer than the threshold."""
    least, days = checked.limits["almost_percent"], checked.limits["almost_days"]
    stuck = []
    for one, _ in checked.open_work():
        near = [day for day, percent in one.terms.reports if least <= percent < 100]
        is_near = least <= one.percent < 100
        if is_near and near and (checked.today - min(near)).days >= days:
            stuck.append(one.id)
    started = [one.id for one, _ in checked.open_work() if one.actual_start is not None]
    nearly = [one.id for one, _ in checked.open_work() if least <= one.percent < 100]
    if len(started) >= 3 and len(nearly) == len(started):
        stuck = nearly
    return found("honesty.almost_done", stuck, limit=least, days=int(days)) if stuck else None
