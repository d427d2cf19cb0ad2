"""The terms of activities and the places of stop-work: read, written back, and laid on the dates."""

from datetime import date, datetime
from typing import Any

import pytest

from guatu.domain.kernel.interval import Window
from guatu.domain.planning import (
    Plan,
    StopWork,
    Terms,
    plan_document,
    read_plan,
    schedule,
    with_stop_work,
)
from guatu.domain.planning.terms import NO_TERMS, Crash

FULL: dict[str, Any] = {
    "id": "A",
    "name": "基础",
    "days": 10,
    "calendar": "cal",
    "place": "北塬",
    "crew": {"days": 4, "cost": 90_000},
    "shift": {"cost": 120_000},
    "weekend": {"cost": 0},
    "promise": True,
    "technical": True,
    "minimum_days": 7,
    "acceptance": True,
    "hazard": "深基坑无方案",
    "template_days": 12,
    "compression_reason": "总监签字",
    "permit": "construction_permit",
    "evidence": ["E2 照片 0310"],
    "reports": [["2025-01-08", 20.0], ["2025-01-15", 60.0]],
    "accepted": True,
    "deadline_name": "入冬",
}


def read(*activities: dict[str, Any], **stated: Any) -> Plan:
    plan, told = read_plan(
        {"id": "P", "start": "2025-01-06", "activities": list(activities)} | stated,
        source="p.json",
        holidays=None,
    )
    assert told == ()
    assert plan is not None
    return plan


def test_every_term_is_read_and_written_back_the_same():
    plan = read(FULL, place="岚川", stop_work=[])
    one = plan.activity("A")
    assert one.terms == Terms(
        crew=Crash(days=4, cost=90_000),
        shift_cost=120_000,
        weekend_cost=0,
        promise=True,
        technical=True,
        minimum_days=7,
        acceptance=True,
        hazard="深基坑无方案",
        template_days=12,
        compression_reason="总监签字",
        permit="construction_permit",
        evidence=("E2 照片 0310",),
        reports=((date(2025, 1, 8), 20.0), (date(2025, 1, 15), 60.0)),
        is_accepted=True,
        deadline_name="入冬",
    )
    document = plan_document(plan)
    assert document["activities"] == [FULL]
    assert document["place"] == "岚川"
    again, _ = read_plan(document, source="p.json", holidays=None)
    assert again == plan


def test_an_activity_without_terms_writes_none():
    plan = read({"id": "A", "name": "", "days": 1, "calendar": "cal"})
    assert plan.activity("A").terms is NO_TERMS
    assert plan_document(plan)["activities"] == [
        {"id": "A", "name": "", "days": 1, "calendar": "cal"}
    ]


@pytest.mark.parametrize(
    ("stated", "place"),
    [
        ({"promise": 1}, "activities[0].promise"),
        ({"minimum_days": -1}, "activities[0].minimum_days"),
        ({"shift": {"cost": -5}}, "activities[0].shift.cost"),
        ({"shift": {}}, "activities[0].shift.cost"),
        ({"weekend": 300}, "activities[0].weekend"),
        ({"crew": {"cost": 5}}, "activities[0].crew.days"),
        ({"evidence": ["", "a"]}, "activities[0].evidence"),
        ({"reports": [["2025-01-08", 120]]}, "activities[0].reports[0]"),
        ({"reports": [["soon", 20]]}, "activities[0].reports[0]"),
        ({"hazard": 7}, "activities[0].hazard"),
    ],
)
def test_a_wrong_term_is_told_with_its_place(stated, place):
    document = {"start": "2025-01-06", "activities": [{"id": "A", "days": 1} | stated]}
    plan, told = read_plan(document, source="p.json", holidays=None)
    assert plan is None
    assert [one.position for one in told] == [place]


def stopped(*places: str) -> StopWork:
    window = Window(start=datetime(2025, 1, 7), end=datetime(2025, 1, 10))  # noqa: DTZ001 county time
    return StopWork(window=window, classes=frozenset({"earth"}), places=frozenset(places))


@pytest.mark.parametrize(
    ("places", "last"),
    [((), 12), (("北塬",), 12), (("南塬",), 9), (("岚川", "南塬"), 9)],
)
def test_a_window_stops_the_activities_of_its_places_alone(places, last):
    plan = read({"id": "A", "days": 4, "class": "earth", "place": "北塬"}, place="岚川")
    answer, _ = schedule(with_stop_work(plan, (stopped(*places),)), today=date(2025, 1, 6))
    assert answer is not None
    assert answer.last_day == date(2025, 1, last)


def test_an_activity_without_place_is_done_where_its_plan_is():
    plan = read({"id": "A", "days": 4, "class": "earth"}, place="岚川")
    answer, _ = schedule(with_stop_work(plan, (stopped("岚川"),)), today=date(2025, 1, 6))
    assert answer is not None
    assert answer.last_day == date(2025, 1, 12)
