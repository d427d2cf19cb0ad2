"""Progress that jumps just before a deadline: much in the last days, little in the weeks before."""

from datetime import date

from guatu.domain.planning.finding import CheckedPlan, Finding, found
from guatu.domain.planning.plan import Activity


def check(checked: CheckedPlan) -> Finding | None:
    """Find steps whose last reports before the deadline gain far more a day than those before."""
    dated = checked.schedule.by_id()
    jumped = []
    for one in checked.plan.activities:
        deadline = one.must_by or dated[one.id].late_last_day
        if one.days and _jumps(one, min(deadline, checked.today), checked):
            jumped.append(one.id)
    if not jumped:
        return None
    limits = checked.limits
    return found(
        "honesty.jump",
        jumped,
        limit=limits["jump_points"],
        days=int(limits["jump_days"]),
    )


def _jumps(one: Activity, deadline: date, checked: CheckedPlan) -> bool:
    """Compare the gain of the last days before the deadline with the pace until then."""
    begun, limits = one.actual_start, checked.limits
    reports = [(day, percent) for day, percent in one.terms.reports if day <= deadline]
    if begun is None or len(reports) < 2:
        return False
    window = limits["jump_days"]
    before = [pair for pair in reports if (deadline - pair[0]).days >= window]
    last_day, last = reports[-1]
    if not before or (deadline - last_day).days >= window:
        return False
    known_day, known = before[-1]
    gained = last - known
    pace = known / max((known_day - begun).days, 1)
    days = max((last_day - known_day).days, 1)
    return gained >= limits["jump_points"] and gained > limits["jump_times"] * pace * days
