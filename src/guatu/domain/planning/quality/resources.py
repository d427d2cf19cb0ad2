"""Steps on site say who or what does them, or what they cost; else nothing can be levelled."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find open steps without hands and without money, in plans that state either."""
    if not any(one.uses or one.cost_yuan for one in checked.plan.activities):
        return None
    bare = [
        one.id
        for one, _ in checked.open_work()
        if not one.uses and not one.cost_yuan and one.activity_class != "permit"
    ]
    return found("quality.resources", bare) if bare else None
