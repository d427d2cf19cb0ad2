"""Plans to be checked, built from charts, for the tests of quality and honesty."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain.planning.chart import MONDAY, drawn
from tests.domain.planning.levers_cases import offered

from guatu.adapters.packs import load_shelf
from guatu.domain.planning import Plan, schedule
from guatu.domain.planning.control import Baseline, baseline_of
from guatu.domain.planning.finding import CheckedPlan

LIMITS: Mapping[str, float] = load_shelf().choose("plan_quality", on=MONDAY).body


def checked(
    text: str | Plan,
    *,
    today: date = MONDAY,
    limits: Mapping[str, float] | None = None,
    baseline: Baseline | None = None,
    target: date | None = None,
    known: date | None = None,
    **facts: dict[str, Any],
) -> CheckedPlan:
    """Schedule a chart with facts and terms of its activities, ready to be checked."""
    plan = drawn(text) if isinstance(text, str) else text
    plan = offered(replace(plan, target=target or plan.target, data_date=known), **facts)
    answer, _ = schedule(plan, today=today)
    assert answer is not None
    return CheckedPlan(schedule=answer, limits=limits or LIMITS, baseline=baseline)


def frozen(text: str) -> Baseline:
    """Freeze a chart as it stands."""
    answer, _ = schedule(drawn(text), today=MONDAY)
    assert answer is not None
    return baseline_of(answer, frozen_on=MONDAY)
