"""Permits: the day they must be handed in, their limits, and what becomes of a grant."""

from datetime import date
from typing import Any

import pytest

from guatu.adapters.packs import load_shelf
from guatu.adapters.work_templates import load_templates
from guatu.domain.planning import read_plan, schedule, template_plan
from guatu.domain.planning.permits import (
    PermitOutlook,
    PermitRule,
    PermitState,
    Validity,
    months_after,
    permit_document,
    permit_outlooks,
    permit_rules,
    validity_of,
)

RULES = permit_rules(load_shelf().choose("permits", on=date(2025, 1, 2)))
CONSTRUCTION = RULES["construction_permit"]
ENVIRONMENT = RULES["environment_form"]
APPROVAL = RULES["approval"]


def outlooks(today: date, **facts: dict[str, Any]) -> dict[str, PermitOutlook]:
    body = load_templates().choose("work_industrial_plant", on=today).body
    document = template_plan(body, id="W1", name="样本", target=date(2026, 6, 30))
    for one in document["activities"]:
        one.update(facts.get(one["id"], {}))
    plan, _ = read_plan(document, source="template", holidays=None)
    assert plan is not None
    answer, _ = schedule(plan, today=today)
    assert answer is not None
    return {one.activity: one for one in permit_outlooks(answer, RULES)}


def test_every_permit_of_the_plant_has_the_day_on_which_it_must_be_handed_in():
    found = outlooks(date(2025, 3, 1))
    assert list(found) == sorted(found, key=lambda one: (found[one].hand_in_by, one))
    permit = found["I11"]
    assert permit.hand_in_by == date(2025, 7, 26)
    assert (permit.state, permit.is_overdue, permit.spare_days) == (PermitState.OPEN, False, 0)
    assert permit.statutory_hand_in_by == date(2025, 7, 29)
    assert permit.unit == "住建部门"
    assert found["I10"].below_least is None


def test_a_permit_not_handed_in_by_its_day_is_overdue():
    found = outlooks(date(2025, 7, 27))
    assert found["I11"].is_overdue
    assert not found["I22"].is_overdue


def test_fewer_days_than_the_law_allows_are_told():
    assert outlooks(date(2025, 3, 1), I10={"days": 20})["I10"].below_least == 23


@pytest.mark.parametrize(
    ("today", "begun", "state"),
    [
        (date(2025, 11, 3), None, Validity.VALID),
        (date(2025, 11, 4), None, Validity.EXTEND),
        (date(2026, 5, 3), None, Validity.EXTEND),
        (date(2026, 5, 4), None, Validity.EXPIRED),
        (date(2026, 6, 1), date(2025, 9, 1), Validity.USED),
    ],
)
def test_story_16_a_construction_permit_warns_after_three_months_and_dies_after_nine(
    today, begun, state
):
    found = validity_of(CONSTRUCTION, date(2025, 8, 4), today=today, begun=begun)
    assert found == (state, date(2025, 11, 4), date(2026, 5, 4))


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2025, 10, 29), Validity.VALID), (date(2025, 10, 30), Validity.RECHECK)],
)
def test_story_17_an_environmental_approval_of_five_years_is_checked_again(today, state):
    found = validity_of(ENVIRONMENT, date(2020, 10, 29), today=today, begun=None)
    assert found == (state, date(2025, 10, 29), date(2025, 10, 29))


def test_story_17_an_approved_project_starts_within_two_years():
    found = validity_of(APPROVAL, date(2024, 3, 1), today=date(2026, 3, 1), begun=None)
    assert found[:2] == (Validity.EXTEND, date(2026, 3, 1))


def test_a_grant_that_work_uses_stays_in_the_plan():
    granted = {"actual_start": "2025-07-20", "actual_finish": "2025-08-04"}
    unused = outlooks(date(2026, 1, 10), I11=granted)["I11"]
    assert (unused.state, unused.validity) == (PermitState.GRANTED, Validity.EXTEND)
    begun = outlooks(date(2026, 1, 10), I11=granted, I13={"actual_start": "2025-09-01"})
    assert begun["I11"].validity is Validity.USED
    assert permit_document(begun["I11"])["granted_on"] == "2025-08-04"


def test_working_days_of_a_limit_pass_over_weekends():
    document = {
        "id": "P", "start": "2025-01-06", "target": "2025-01-17",
        "activities": [{"id": "A", "days": 3, "permit": "filing"}],
    }  # fmt: skip
    plan, _ = read_plan(document, source="p", holidays=None)
    assert plan is not None
    answer, _ = schedule(plan, today=date(2025, 1, 6))
    assert answer is not None
    rules = {"filing": PermitRule(code="filing", limit_days=6)}
    (one,) = permit_outlooks(answer, rules)
    assert one.hand_in_by == date(2025, 1, 15)
    assert one.statutory_hand_in_by == date(2025, 1, 10)


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2025, 1, 15), 12, date(2026, 1, 15)),
    ],
)
def test_months_end_where_the_month_ends(day, months, wanted):
    assert months_after(day, months) == wanted
