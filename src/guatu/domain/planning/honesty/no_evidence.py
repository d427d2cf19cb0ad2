"""Dates without evidence: a start or a finish that nothing proves."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find finished steps without any evidence."""
    bare = [
        one.id
        for one in checked.plan.activities
        if one.actual_finish is not None and not one.terms.evidence
    ]
    return found("honesty.no_evidence", bare) if bare else None
