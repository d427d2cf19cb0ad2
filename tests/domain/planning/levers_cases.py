"""Late plans with offers for the tests of levers."""

from dataclasses import replace
from typing import Any

from guatu.domain.planning import Plan
from guatu.domain.planning.terms import Terms


def offered(plan: Plan, **offers: dict[str, Any]) -> Plan:
    """Return the plan with fields and terms of its activities changed by id."""
    changed = []
    for one in plan.activities:
        stated = dict(offers.get(one.id, {}))
        own = {key: stated.pop(key) for key in list(stated) if key in Terms.__dataclass_fields__}
        changed.append(replace(one, terms=replace(one.terms, **own), **stated))
    return replace(plan, activities=tuple(changed))
