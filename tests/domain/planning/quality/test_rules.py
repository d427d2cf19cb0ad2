"""Each rule of quality finds its fault, names the steps, and is silent on a sound plan."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.checked import LIMITS, checked, frozen

from guatu.adapters.packs import load_messages
from guatu.domain.planning import Crash, quality
from guatu.domain.planning.finding import CheckedPlan, finding_document
from guatu.domain.planning.quality import RULES, quality_findings

SOUND = "A ####\nB #### after A\nC ## after B"
LONG = "A ####\nB " + "#" * 50 + " after A\nC ## after B"


def finding(rule: str, case: CheckedPlan) -> tuple[tuple[str, ...], float | None] | None:
    found = RULES[rule](case)
    if found is None:
        return None
    assert found.rule == f"quality.{rule}"
    return found.activities, found.measured


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_sound_plan_is_not_blamed(rule):
    assert RULES[rule](checked(SOUND, target=day(30))) is None


@pytest.mark.parametrize(
    ("rule", "text", "stated", "activities", "measured"),
    [
        ("logic", "A ####\nB ####\nC ## after A", {}, ("B",), 100 / 3),
        ("logic", "A ####\nB ## after A\nC ## after A FF", {}, ("B", "C"), 200 / 3),
        ("leads", "A ####\nB #### after A FS-2", {}, ("B",), None),
        ("lags", "A ####\nB #### after A FS+2", {}, ("B",), 100.0),
        ("link_kinds", "A ####\nB #### after A SS", {}, ("B",), 0.0),
        ("fixed_dates", "A ####\nB #### after A by 30", {}, ("B",), 50.0),
        ("high_float", "A ####\nB ## after A", {"target": day(99)}, ("A", "B"), 94.0),
        ("negative_float", SOUND, {"target": day(5)}, ("A", "B", "C"), -4.0),
        ("long_steps", LONG, {}, ("B",), 50.0),
        ("resources", SOUND, {"A": {"cost_yuan": 5}}, ("B", "C"), None),
        ("responsible", SOUND, {"B": {"activity_class": "permit"}}, ("B",), None),
        ("chain_index", SOUND, {"target": day(5)}, ("A", "B", "C"), 0.6),
    ],
)
def test_each_rule_finds_its_fault(rule, text, stated: dict[str, Any], activities, measured):
    found = finding(rule, checked(text, **stated))
    assert found is not None
    assert found[0] == activities
    assert found[1] == (measured if measured is None else pytest.approx(measured))


def test_shares_below_the_threshold_are_let_through():
    loose = dict(LIMITS) | {
        "loose_percent": 40,
        "high_float_percent": 100,
        "long_steps_percent": 50,
    }
    assert finding("logic", checked("A ####\nB ####\nC ## after A", limits=loose)) is None
    assert finding("high_float", checked(SOUND, limits=loose, target=day(99))) is None
    assert finding("long_steps", checked(LONG, limits=loose)) is None


def test_facts_in_the_future_and_open_work_in_the_past_are_found():
    future = checked(SOUND, known=day(3), A={"actual_start": day(5)})
    assert finding("dates", future) == (("A",), None)
    past = checked(replace(drawn(SOUND), start=day(0)), today=day(9))
    assert finding("dates", past) == (("A", "B", "C"), None)


def test_what_was_due_by_the_baseline_and_is_late_is_found():
    done = {"actual_start": day(0), "actual_finish": day(5), "percent": 100.0}
    late = checked(SOUND, today=day(8), known=day(8), baseline=frozen(SOUND), A=done)
    assert finding("missed", late) == (("A", "B"), 100.0)
    assert finding("execution_index", late) == (("B",), 0.5)
    assert finding("missed", checked(SOUND, today=day(8))) is None


def test_a_head_that_only_starts_its_follower_can_slip_without_the_end_moving():
    plan = replace(drawn("A ####\nB ## after A SS\nC ### after B"), ends=("C",))
    assert finding("chain_test", checked(plan)) == (("A",), 0.0)
    tied = replace(drawn("A ####\nB ## after A\nC ### after B"), ends=("C",))
    assert finding("chain_test", checked(tied)) is None


def test_every_rule_is_a_file_and_every_finding_has_words_and_a_cure_in_both_languages():
    folder = Path(quality.__file__).parent
    assert {one.stem for one in folder.glob("*.py")} - {"__init__"} == set(RULES)
    bad = checked(
        "A ####\nB #### after A FS-2\nC ## after B SS+3 by 4",
        target=day(3),
        A={"cost_yuan": 1, "crash": Crash(days=1, cost=1)},
    )
    found = quality_findings(bad)
    assert {one.rule for one in found} >= {
        "quality.leads",
        "quality.lags",
        "quality.negative_float",
    }
    for language in ("zh", "en"):
        for one in found:
            document = finding_document(one, messages=load_messages(language))
            assert document["text"]
            assert document["cure"]
            assert "{" not in document["text"] + document["cure"]
