"""Honesty of reports: patterns that a person should ask about, never a verdict; one rule a file."""

from guatu.domain.planning.finding import CheckedPlan, Finding
from guatu.domain.planning.honesty import (
    almost_done,
    done_unfinished,
    flat,
    going_back,
    jump,
    no_evidence,
    out_of_order,
)

RULES = {
    "jump": jump.check,
    "no_evidence": no_evidence.check,
    "flat": flat.check,
    "out_of_order": out_of_order.check,
    "almost_done": almost_done.check,
    "done_unfinished": done_unfinished.check,
    "going_back": going_back.check,
}


def honesty_findings(checked: CheckedPlan) -> tuple[Finding, ...]:
    """Return what every rule of honesty finds on the facts and reports of a plan."""
    asked = (check(checked) for check in RULES.values())
    return tuple(one for one in asked if one is not None)
