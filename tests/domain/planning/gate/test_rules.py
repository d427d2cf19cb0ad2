"""The gate names every rule that it holds; one table an activity, one case a rule."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guatu.domain.kernel.outlook import LeverKind
from guatu.domain.planning import Activity, gate
from guatu.domain.planning.gate import Proposal, refusal
from guatu.domain.planning.gate_rules import GateRules, gate_rules
from guatu.domain.planning.terms import Terms


def asked(kind: LeverKind, won: int, rules: GateRules | None = None, **stated: Any) -> str | None:
    terms = {key: stated.pop(key) for key in list(stated) if key in Terms.__dataclass_fields__}
    one = Activity(id="A", name="基础", days=10, calendar="cal", terms=Terms(**terms), **stated)
    found = refusal(Proposal(activity=one, kind=kind, won=won), rules or GateRules())
    return None if found is None else found.rule


CRASH, SHIFT, CREW = LeverKind.CRASH, LeverKind.SHIFT, LeverKind.RESOURCE
OVERLAP, TARGET = LeverKind.OVERLAP, LeverKind.TARGET


@pytest.mark.parametrize(
    ("kind", "won", "stated", "rule"),
    [
        (CRASH, 1, {"technical": True}, "technical"),
        (CRASH, 1, {"activity_class": "curing"}, "technical"),
        (OVERLAP, 0, {"technical": True}, "technical"),
        (CRASH, 1, {}, None),
        (CRASH, 3, {"minimum_days": 7}, None),
        (CRASH, 4, {"minimum_days": 7}, "minimum"),
        (SHIFT, 5, {"minimum_days": 7}, "minimum"),
        (OVERLAP, 0, {"acceptance": True}, "acceptance"),
        (OVERLAP, 0, {"lane": "acceptance"}, "acceptance"),
        (CRASH, 10, {"activity_class": "acceptance"}, "acceptance"),
        (CRASH, 9, {"acceptance": True}, None),
        (OVERLAP, 0, {"lane": "project"}, None),
        (CRASH, 1, {"hazard": "深基坑"}, "hazard"),
        (CREW, 1, {"hazard": "深基坑"}, "hazard"),
        (OVERLAP, 0, {"hazard": "深基坑"}, "hazard"),
        (TARGET, 0, {"hazard": "深基坑"}, None),
        (CRASH, 3, {"template_days": 10}, None),
        (CRASH, 4, {"template_days": 10}, "compression"),
        (CRASH, 4, {"template_days": 10, "compression_reason": "总监 2025-3 号签字"}, None),
        (CRASH, 1, {"template_days": 14}, "compression"),
        (CRASH, 9, {}, None),
        (OVERLAP, 0, {"lane": "construction", "permit": "construction_permit"}, "start_permit"),
        (OVERLAP, 0, {"lane": "construction", "activity_class": "permit"}, "start_permit"),
        (OVERLAP, 0, {"lane": "project", "permit": "environment_report"}, None),
    ],
)
def test_each_rule_holds_what_it_names_and_lets_the_rest_through(kind, won, stated, rule):
    assert asked(kind, won, **stated) == rule


def test_the_numbers_of_the_gate_come_from_the_pack():
    rules = gate_rules({"gate": {"least_percent": 50, "technical_classes": ["soaking"]}})
    assert asked(CRASH, 5, rules, template_days=10) is None
    assert asked(CRASH, 6, rules, template_days=10) == "compression"
    assert asked(CRASH, 1, rules, activity_class="soaking") == "technical"
    assert gate_rules({}) == GateRules()


def test_every_file_of_the_gate_is_a_rule_that_is_asked():
    folder = Path(gate.__file__).parent
    files = {one.stem for one in folder.glob("*.py")} - {"__init__", "proposal"}
    assert files == set(gate.RULES)


def test_a_refusal_states_the_activity_and_words():
    one = Activity(id="A", days=10, calendar="cal", terms=Terms(hazard="深基坑"))
    found = refusal(Proposal(activity=one, kind=CRASH, won=2), GateRules())
    assert found is not None
    assert (found.activity, found.won, found.reason.code) == ("A", 2, "gate.hazard")
    assert dict(found.reason.arguments)["hazard"] == "深基坑"
    assert refusal(replace_hazard(one), GateRules()) is None


def replace_hazard(one: Activity) -> Proposal:
    return Proposal(activity=replace(one, terms=Terms()), kind=CRASH, won=2)
