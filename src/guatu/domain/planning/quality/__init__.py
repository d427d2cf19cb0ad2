"""Quality of a plan in the spirit of the fourteen points of the DCMA; one rule is one file."""

from guatu.domain.planning.finding import CheckedPlan, Finding
from guatu.domain.planning.quality import (
    chain_index,
    chain_test,
    dates,
    execution_index,
    fixed_dates,
    high_float,
    lags,
    leads,
    link_kinds,
    logic,
    long_steps,
    missed,
    negative_float,
    resources,
    responsible,
)

RULES = {
    "logic": logic.check,
    "leads": leads.check,
    "lags": lags.check,
    "link_kinds": link_kinds.check,
    "fixed_dates": fixed_dates.check,
    "high_float": high_float.check,
    "negative_float": negative_float.check,
    "long_steps": long_steps.check,
    "dates": dates.check,
    "resources": resources.check,
    "responsible": responsible.check,
    "missed": missed.check,
    "chain_test": chain_test.check,
    "chain_index": chain_index.check,
    "execution_index": execution_index.check,
}


def quality_findings(checked: CheckedPlan) -> tuple[Finding, ...]:
    """Return what every rule of quality finds on a plan, in the order of the rules."""
    asked = (check(checked) for check in RULES.values())
    return tuple(one for one in asked if one is not None)
