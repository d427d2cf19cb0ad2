"""Plan documents: faults are one diagnostic each, and a plan survives the round trip."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.nets import plans

from guatu.domain.planning import plan_document, read_plan


def document(**changed: Any) -> dict[str, Any]:
    stated: dict[str, Any] = {
        "guatu": 1, "id": "P1", "target": "2026-06-30",
        "calendars": {"cal": {"week": "1111111"}},
        "activities": [{"id": "A", "days": 3}, {"id": "B", "days": 2, "after": ["A"]}],
    }  # fmt: skip
    return stated | changed


def activity(**changed: Any) -> dict[str, Any]:
    return document(activities=[{"id": "A", "days": 3} | changed])


def calendar(**changed: Any) -> dict[str, Any]:
    return document(calendars={"cal": {"week": "1111111"} | changed})


FAULTS = [
    (document(activities=[]), "planning.empty", "P1"),
    (document(activities=None), "planning.empty", "P1"),
    (document(activities="A"), "planning.bad_value", "activities"),
    (document(activities=[3]), "planning.bad_value", "activities[0]"),
    (document(guatu=2), "planning.version", ""),
    (document(target="30.6.2026"), "planning.bad_date", "P1"),
    (document(target="2026-02-30"), "planning.bad_date", "P1"),
    (document(start=20260101), "planning.bad_date", "P1"),
    (document(ends=["X"]), "planning.unknown_end", "P1"),
    (document(calendars=[]), "planning.bad_value", "P1"),
    (document(activities=[{"id": "A", "days": 1}] * 2), "planning.duplicate", "A"),
    (activity(id=None), "planning.missing", "activities[0]"),
    (activity(id=""), "planning.missing", "activities[0]"),
    (activity(id=7), "planning.bad_value", "activities[0]"),
    (activity(days=None), "planning.missing", "A"),
    (activity(days=-1), "planning.negative", "A"),
    (activity(days=2.5), "planning.bad_value", "A"),
    (activity(days=float("nan")), "planning.bad_value", "A"),
    (activity(days=True), "planning.bad_value", "A"),
    (activity(days="3"), "planning.bad_value", "A"),
    (activity(days=10**40), "planning.too_large", "A"),
    (activity(after="B"), "planning.bad_value", "A"),
    (activity(after=["B"]), "planning.unknown_activity", "A"),
    (activity(after=[{"id": "A", "type": "XY"}]), "planning.bad_value", "A"),
    (activity(after=[{"id": "A", "type": []}]), "planning.bad_value", "A"),
    (activity(after=[{"id": "A", "lag": 1.5}]), "planning.bad_value", "A"),
    (activity(after=[{"id": "A", "lag_calendar": "wd"}]), "planning.unknown_calendar", "A"),
    (activity(after=[{"type": "FS"}]), "planning.missing", "A"),
    (activity(after=[["B"]]), "planning.bad_value", "A"),
    (activity(calendar="wd"), "planning.unknown_calendar", "A"),
    (activity(uses={"crane": 1}), "planning.unknown_resource", "A"),
    (activity(uses=["crane"]), "planning.bad_value", "A"),
    (activity(percent=120), "planning.bad_value", "A"),
    (activity(crash={"cost": 4}), "planning.missing", "A"),
    (activity(crash={"days": -2}), "planning.negative", "A"),
    (activity(lane="sky"), "planning.bad_value", "A"),
    (activity(lane=["land"]), "planning.bad_value", "A"),
    (activity(must_by="2026-13-01"), "planning.bad_date", "A"),
    (activity(actual_start="2026-02-02", actual_finish="2026-02-01"), "planning.backward_pair", "A"),
    (calendar(week="0000000"), "planning.no_working_day", "cal"),
    (calendar(off=[["0001-01-01", "9999-12-31"]]), "planning.no_working_day", "cal"),
    (calendar(week="11111"), "planning.bad_value", "cal"),
    (calendar(week=1111100), "planning.bad_value", "cal"),
    (calendar(off=["2026-01-01"]), "planning.bad_value", "cal"),
    (calendar(off=[["2026-02-01", "2026-01-01"]]), "planning.backward_pair", "cal"),
    (calendar(holidays="XX"), "planning.bad_value", "cal"),
    (document(resources={"crane": {"capacity": -1}}), "planning.negative", "crane"),
    (document(resources={"crane": 2}), "planning.bad_value", "crane"),
    (document(stop_work=[{"from": "x", "to": "2026-01-02", "classes": []}]), "planning.bad_date", "stop_work[0]"),
    (document(stop_work=[{"from": "2026-01-02", "to": "2026-01-02"}]), "planning.backward_pair", "stop_work[0]"),
    (document(stop_work=[{"from": "2026-01-01", "to": "2026-01-02", "classes": "all"}]), "planning.bad_value", "stop_work[0]"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "code", "subject"), FAULTS)
def test_a_fault_is_one_diagnostic_that_names_what_it_is_about(stated, code, subject):
    plan, told = read_plan(stated, source="p.json", holidays=None)
    assert plan is None
    assert [one.code for one in told] == [code]
    assert not subject or told[0].named()["subject"] == subject


@pytest.mark.parametrize("stated", [None, [], "plan", 3, float("nan")])
def test_what_is_no_object_is_no_plan(stated):
    plan, told = read_plan(stated, source="p.json", holidays=None)
    assert plan is None
    assert len(told) == 1


def test_a_whole_number_written_with_a_point_counts_as_whole():
    plan, told = read_plan(activity(days=5.0), source="p.json", holidays=None)
    assert told == ()
    assert plan is not None
    assert plan.activities[0].days == 5


def test_holidays_that_are_not_at_hand_are_told_and_not_guessed():
    plan, told = read_plan(calendar(holidays="CN"), source="p.json", holidays=None)
    assert plan is not None
    assert [one.code for one in told] == ["planning.holidays_missing"]


def test_without_a_calendar_an_activity_runs_on_the_only_one():
    plan, _ = read_plan(document(calendars={"wd": {"week": "1111100"}}), source="p", holidays=None)
    assert plan is not None
    assert {one.calendar for one in plan.activities} == {"wd"}


@settings(deadline=None, max_examples=60)
@given(plans(facts=True))
def test_a_plan_written_and_read_again_is_the_same(plan):
    written = json.loads(json.dumps(plan_document(plan)))
    assert read_plan(written, source="p.json", holidays=None) == (plan, ())


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
FIELDS = (
    *("id", "name", "days", "calendar", "class", "unit", "after", "uses", "not_before"),
    *("must_by", "actual_start", "actual_finish", "percent", "crash", "cost", "lane"),
)


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(FIELDS), ANYTHING)
def test_no_value_of_an_activity_field_breaks_the_reader(field, value):
    plan, told = read_plan(activity(**{field: value}), source="p.json", holidays=None)
    assert (plan is None) == any(one.severity.value == "error" for one in told)


@settings(deadline=None, max_examples=50)
@given(
    st.sampled_from(["id", "start", "target", "calendars", "stop_work", "resources", "ends"]),
    ANYTHING,
)
def test_no_value_of_a_plan_field_breaks_the_reader(field, value):
    plan, told = read_plan(document(**{field: value}), source="p.json", holidays=None)
    assert (plan is None) == any(one.severity.value == "error" for one in told)
