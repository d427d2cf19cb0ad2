"""Every permit names the office that decides it, so that somebody can be asked."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find open permits without a unit."""
    nobody = [
        one.id
        for one, _ in checked.open_work()
        if not one.unit and (one.activity_class == "permit" or one.terms.permit)
    ]
    return found("quality.responsible", nobody) if nobody else None
