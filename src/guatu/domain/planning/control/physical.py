"""Physical progress: what stands on the ground, weighted, with unaccepted steps held below done.

``progress = sum(weight * percent)``; a step that needs acceptance and was not accepted
counts at most nine tenths (domain B7).
"""

from guatu.domain.planning.plan import Activity, Plan

UNACCEPTED_PERCENT = 90.0


def counted_percent(one: Activity) -> float:
    """Return the percent of an activity that counts: 100 when finished, capped until accepted."""
    percent = 100.0 if one.actual_finish is not None else one.percent
    needs = one.terms.acceptance or one.activity_class == "acceptance"
    if needs and not one.terms.is_accepted:
        return min(percent, UNACCEPTED_PERCENT)
    return percent


def weights(plan: Plan) -> dict[str, float]:
    """Return the weight of each activity: its money where every yuan is stated, else its days.

    Weights sum to 1; a plan of milestones alone weighs them alike.
    """
    costs = {one.id: float(one.cost_yuan or 0) for one in plan.activities}
    days = {one.id: float(one.days) for one in plan.activities}
    alike = {one.id: 1.0 for one in plan.activities}
    is_priced = all(one.cost_yuan for one in plan.activities if one.days)
    for stated in (costs if is_priced else days, days, alike):
        whole = sum(stated.values())
        if whole > 0:
            return {name: value / whole for name, value in stated.items()}
    return alike


def physical_progress(plan: Plan) -> float:
    """Return the physical progress of a work in percent."""
    shares = weights(plan)
    return sum(shares[one.id] * counted_percent(one) for one in plan.activities)
