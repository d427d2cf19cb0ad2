"""The three work templates and the acceptance stories told on them."""

from datetime import date, timedelta

import pytest

from guatu.adapters.work_templates import load_templates
from guatu.domain.planning import (
    Schedule,
    named_in,
    plan_document,
    read_plan,
    schedule,
    template_plan,
)

TODAY = date(2024, 1, 2)
PLANT_FLOATS = {
    **dict.fromkeys(("I1", "I7", "I9", "I10", "I11", "I13", "I14", "I15", "I17", "I20", "I24"), 0),
    "I2": 35,
    "I3": 55,
    "I4": 55,
    "I5": 100,
    "I6": 35,
    "I8": 35,
    "I12": 45,
    "I16": 65,
    "I18": 60,
    "I19": 35,
    "I21": 70,
    "I22": 5,
}
SQUARE_FLOATS = {
    **dict.fromkeys(("S1", "S2", "S3", "S5", "S9", "S10", "S11", "S12", "S13", "S14"), 0),
    **dict.fromkeys(("S16", "S19", "S20", "S21"), 0),
    "S4": 346,
    "S6": 35,
    "S7": 80,
    "S8": 65,
    "S15": 15,
    "S17": 45,
    "S18": 25,
}
ROAD_FLOATS = {
    **dict.fromkeys(("R1", "R2", "R3", "R7", "R8", "R11", "R12", "R13", "R15", "R16"), 0),
    "R18": 0,
    "R20": 0,
    "R4": 120,
    "R5": 45,
    "R6": 45,
    "R9": 70,
    "R10": 45,
    "R14": 50,
    "R17": 5,
    "R19": 5,
}


def planned(name: str, *, longer: dict[str, int] | None = None, **anchor: date) -> Schedule:
    body = load_templates().choose(f"work_{name}", on=TODAY).body
    document = template_plan(body, id="W1", name="样本", **anchor)
    for one in document["activities"]:
        one["days"] += (longer or {}).get(one["id"], 0)
    plan, told = read_plan(document, source="template", holidays=None)
    assert told == ()
    assert plan is not None
    answer, told = schedule(plan, today=TODAY)
    assert told == ()
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("name", "span", "floats", "whole"),
    [
        ("industrial_plant", 471, PLANT_FLOATS, 501),
        ("municipal_square", 427, SQUARE_FLOATS, 517),
        ("road", 580, ROAD_FLOATS, 580),
    ],
)
def test_a_template_spans_its_days_with_the_floats_of_its_table(name, span, floats, whole):
    answer = planned(name, target=date(2026, 6, 30))
    assert answer.span_days == span
    found = {one.id: one.total_float for one in answer.activities if one.id in floats}
    assert found == floats
    assert max(one.last_day for one in answer.activities) == answer.start + timedelta(whole - 1)


def test_a_plant_for_june_2026_starts_on_17_march_2025_with_its_permit_by_4_august():
    answer = planned("industrial_plant", target=date(2026, 6, 30))
    assert answer.latest_start == date(2025, 3, 17)
    assert answer.last_day == date(2026, 6, 30)
    assert answer.by_id()["I11"].late_last_day == date(2025, 8, 4)
    assert "-".join(answer.critical_path) == "I1-I7-I9-I10-I11-I13-I14-I15-I17-I20-I24"


@pytest.mark.parametrize(
    ("activity", "days", "last_day"),
    [
        ("I10", 10, date(2026, 7, 10)),
        ("I2", 30, date(2026, 6, 30)),
        ("I2", 40, date(2026, 7, 5)),
    ],
)
def test_a_slip_moves_the_end_by_what_its_float_does_not_cover(activity, days, last_day):
    answer = planned("industrial_plant", longer={activity: days}, start=date(2025, 3, 17))
    assert answer.last_day == last_day


@pytest.mark.parametrize(
    ("name", "start", "activity", "spare"),
    [
        ("municipal_square", date(2025, 4, 30), "S6", 35),
        ("road", date(2024, 11, 28), "R9", 70),
    ],
)
def test_square_and_road_for_june_2026_start_in_time(name, start, activity, spare):
    answer = planned(name, target=date(2026, 6, 30))
    assert answer.start == answer.latest_start == start
    assert answer.by_id()[activity].total_float == spare


@pytest.mark.parametrize("pack", load_templates().packs, ids=lambda pack: pack.name)
def test_a_template_names_every_step_in_english_through_reading_and_writing(pack) -> None:
    document = template_plan(pack.body, id="W1", name="样本", target=date(2026, 9, 1))
    plan, _ = read_plan(document, source="W1", holidays=None)
    assert plan is not None
    again, _ = read_plan(plan_document(plan), source="W1", holidays=None)
    assert again == plan
    english = named_in(plan, "en")
    assert all(one.name.isascii() for one in english.activities)
    assert named_in(plan, "zh") is plan
