"""Each rule of honesty asks about its pattern and is silent on plain reports."""

from pathlib import Path
from typing import Any

import pytest
from tests.domain.planning.chart import day
from tests.domain.planning.checked import checked

from guatu.adapters.packs import load_messages
from guatu.domain.planning import honesty
from guatu.domain.planning.finding import finding_document
from guatu.domain.planning.honesty import RULES, honesty_findings

SITE = "A " + "#" * 40 + "\nB #### after A\nC #### after A"


def begun(*reports: tuple[int, float], first: int = 0, **more: Any) -> dict[str, Any]:
    stated = tuple((day(at), percent) for at, percent in reports)
    percent = reports[-1][1] if reports else 0.0
    return {"actual_start": day(first), "percent": percent, "reports": stated} | more


def ended(first: int, last: int, **more: Any) -> dict[str, Any]:
    return {"actual_start": day(first), "actual_finish": day(last), "percent": 100.0} | more


STEADY = begun((7, 20.0), (14, 38.0), (21, 55.0), (28, 71.0))
PROVED = ended(0, 39, evidence=("验收单 12",))


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("facts", [STEADY, PROVED])
def test_steady_reports_and_proved_finishes_are_not_asked_about(rule, facts):
    case = checked(SITE, today=day(30), known=day(30), target=day(60), A=facts)
    assert RULES[rule](case) is None


@pytest.mark.parametrize(
    ("rule", "today", "facts", "activities"),
    [
        ("jump", 39, {"A": begun((10, 10.0), (30, 30.0), (38, 85.0), must_by=day(39))}, ("A",)),
        ("no_evidence", 41, {"A": ended(0, 39)}, ("A",)),
        ("flat", 50, {"A": begun((7, 20.0), (14, 20.0), (28, 20.0))}, ("A",)),
        ("out_of_order", 30, {"B": ended(5, 9)}, ("B",)),
        ("out_of_order", 50, {"A": ended(0, 39), "B": ended(30, 44)}, ("B",)),
        ("almost_done", 40, {"A": begun((10, 96.0), (38, 99.0))}, ("A",)),
        ("done_unfinished", 30, {"A": begun((10, 50.0), (29, 100.0))}, ("A",)),
        ("going_back", 30, {"A": begun((10, 50.0), (20, 45.0))}, ("A",)),
    ],
)
def test_each_rule_asks_about_its_pattern(rule, today, facts, activities):
    case = checked(SITE, today=day(today), known=day(today), target=day(60), **facts)
    found = RULES[rule](case)
    assert found is not None
    assert (found.rule, found.activities) == (f"honesty.{rule}", activities)


def test_a_jump_that_only_goes_on_at_the_pace_before_is_not_asked_about():
    steady = begun((10, 25.0), (30, 70.0), (38, 97.0), must_by=day(39))
    case = checked(SITE, today=day(39), known=day(39), target=day(60), A=steady)
    assert RULES["jump"](case) is None


def test_three_steps_all_nearly_done_are_asked_about_at_once():
    near = {"actual_start": day(0), "percent": 96.0}
    text = "A ####\nB ####\nC ####\nD ## after A"
    case = checked(text, today=day(6), known=day(6), A=near, B=near, C=near)
    found = RULES["almost_done"](case)
    assert found is not None
    assert found.activities == ("A", "B", "C")


def test_a_lead_lets_a_follower_begin_early():
    text = "A " + "#" * 40 + "\nB #### after A FS-30"
    case = checked(text, today=day(20), known=day(20), A=begun((10, 30.0)), B=begun(first=12))
    assert RULES["out_of_order"](case) is None


def test_every_rule_is_a_file_and_has_words_in_both_languages():
    folder = Path(honesty.__file__).parent
    assert {one.stem for one in folder.glob("*.py")} - {"__init__"} == set(RULES)
    case = checked(
        SITE, today=day(50), known=day(50), target=day(60),
        A=begun((10, 50.0), (12, 40.0)), B=ended(20, 30),
    )  # fmt: skip
    found = honesty_findings(case)
    assert [one.rule for one in found] == [
        "honesty.no_evidence", "honesty.flat", "honesty.out_of_order", "honesty.going_back",
    ]  # fmt: skip
    for language in ("zh", "en"):
        for one in found:
            document = finding_document(one, messages=load_messages(language))
            assert "{" not in document["text"] + document["cure"]
