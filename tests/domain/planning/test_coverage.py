"""Rounds of places, against walking the days one by one."""

import math
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.packs import load_messages
from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.outlook import LeverKind, Verdict
from guatu.domain.planning.coverage import CoverageOutlook, counted_visits, coverage_outlook
from guatu.domain.planning.coverage_reading import coverage_document, read_rounds
from guatu.domain.planning.coverage_round import CoverageRound, PlaceVisits

MONDAY = date(2026, 12, 14)
WEEKDAYS = WorkingCalendar(name="wd", week=(True,) * 5 + (False,) * 2)


def rivers(places: int = 10, **changed: Any) -> CoverageRound:
    stated: dict[str, Any] = {
        "id": "R1",
        "places": tuple(PlaceVisits(name=str(number)) for number in range(places)),
        "rounds": 2,
        "by": date(2026, 12, 25),
        "hands": 1,
        "visits_per_hand": 2.0,
        "calendar": WEEKDAYS,
        "most_hands": 1,
    }
    return CoverageRound(**(stated | changed))


def judged(stated: CoverageRound, today: date = MONDAY) -> CoverageOutlook:
    return coverage_outlook(stated, today=today)


def test_twenty_visits_in_ten_working_days_are_just_what_one_hand_can_do():
    answer = judged(rivers())
    assert (answer.owed, answer.left, answer.days_left, answer.possible) == (20, 20, 10, 20)
    assert answer.outlook.verdict is Verdict.TIGHT
    assert (answer.latest_start, answer.finish) == (MONDAY, date(2026, 12, 25))
    assert answer.needed_per_day == answer.outlook.attained == 2.0


def test_a_visit_counts_for_its_own_place_alone():
    near = PlaceVisits(name="near", visited=(MONDAY,) * 5)
    far = PlaceVisits(name="far")
    answer = judged(replace(rivers(places=2), places=(near, far)))
    assert (answer.done, answer.left, answer.extra_visits) == (2, 2, 3)


def test_visits_too_close_together_count_once():
    days = tuple(MONDAY + timedelta(days=n) for n in (0, 1, 3, 4, 8))
    kept = counted_visits(PlaceVisits(name="a", visited=days), 9, 4)
    assert kept == (days[0], days[3], days[4])


@pytest.mark.parametrize(
    ("changed", "kinds", "verdict"),
    [
        ({"most_hands": 2}, [LeverKind.RESOURCE, LeverKind.CALENDAR, LeverKind.TARGET], "late"),
        ({}, [LeverKind.CALENDAR, LeverKind.TARGET], "late"),
        ({"spare_weekdays": ()}, [LeverKind.TARGET], "impossible"),
        ({"hands": 0, "most_hands": 0}, [], "impossible"),
    ],
)
def test_a_round_that_hands_or_days_would_cure_is_late_and_otherwise_impossible(
    changed, kinds, verdict
):
    answer = judged(rivers(places=11, **changed))
    assert [one.kind for one in answer.outlook.levers] == kinds
    assert answer.outlook.verdict.value == verdict


def test_levers_carry_numbers_and_the_cheapest_stands_first():
    answer = judged(rivers(places=11, most_hands=None, hand_day_yuan=100))
    day, hand, moved = answer.outlook.levers
    assert (day.kind, day.days, day.cost) == (LeverKind.CALENDAR, 1, 100)
    assert (hand.kind, hand.days, hand.cost) == (LeverKind.RESOURCE, 10, 1000)
    assert (moved.kind, moved.days) == (LeverKind.TARGET, 3)
    assert dict(moved.reason.arguments)["day"] == "2026-12-28"


def test_places_whose_gaps_no_longer_fit_make_it_impossible_though_hands_are_many():
    answer = judged(rivers(places=2, rounds=4, hands=9, most_hands=9, least_gap_days=4))
    assert answer.outlook.slack > 0
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert answer.blocked == ("0", "1")
    (moved,) = answer.outlook.levers
    assert dict(moved.reason.arguments)["day"] == "2026-12-28"


def test_without_a_stated_pace_the_best_day_so_far_counts():
    places = tuple(
        PlaceVisits(name=str(n), visited=(date(2026, 12, 10 + n // 4),)) for n in range(6)
    )
    answer = judged(replace(rivers(), places=places, visits_per_hand=None, hands=2))
    assert answer.per_hand == 2.0


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 30),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from([0.5, 1.0, 3.0]),
    st.integers(0, 30),
)
def test_latest_start_and_finish_agree_with_walking_day_by_day(places, rounds, hands, speed, more):
    stated = rivers(
        places=places, rounds=rounds, hands=hands, visits_per_hand=speed,
        by=MONDAY + timedelta(days=more),
    )  # fmt: skip
    answer = judged(stated)
    left, at, made = places * rounds, MONDAY, 0.0
    while True:
        if WEEKDAYS.works(at.toordinal()):
            made += hands * speed
        if made >= left - 1e-9:
            break
        at += timedelta(days=1)
    assert answer.finish == at
    assert (answer.outlook.slack >= 0) == (answer.finish <= stated.by)
    assert answer.latest_start is not None
    assert (answer.latest_start >= MONDAY) == (answer.finish <= stated.by)
    need = math.ceil(left / (hands * speed) - 1e-9)
    assert WEEKDAYS.count(answer.latest_start.toordinal(), stated.by.toordinal() + 1) == need


def read(**changed: Any) -> tuple[Any, list[str]]:
    stated = {"id": "R", "places": ["北河", "南河"], "by": "2026-12-31", "hands": 2} | changed
    found, told = read_rounds({"rounds": [stated]}, source="r.json", holidays=None)
    return found, [one.position for one in told]


def test_a_round_is_read_with_its_visits_and_its_calendar():
    found, told = read(
        visits=[["北河", "2026-12-01"]], calendar={"week": "1111100"}, spare_weekdays=[6], rounds=3
    )
    assert told == []
    (one,) = found
    assert one.places[0] == PlaceVisits(name="北河", visited=(date(2026, 12, 1),))
    assert (one.rounds, one.spare_weekdays, one.calendar.week) == (3, (5,), WEEKDAYS.week)
    answer = coverage_outlook(one, today=MONDAY)
    document = coverage_document(answer, messages=load_messages("zh"))
    assert (document["owed"], document["done"], document["verdict"]) == (6, 1, "on_track")


@pytest.mark.parametrize(
    ("changed", "position"),
    [
        ({"places": 0}, "rounds[0].places"),
        ({"places": ["a", "a"]}, "rounds[0].places"),
        ({"places": None}, "rounds[0].places"),
        ({"visits": [["西河", "2026-12-01"]]}, "rounds[0].visits[0]"),
        ({"visits": [["北河", "12-01"]]}, "rounds[0].visits[0]"),
        ({"hands": -1}, "rounds[0].hands"),
        ({"rounds": 0}, "rounds[0].rounds"),
        ({"visits_per_hand": 0}, "rounds[0].visits_per_hand"),
        ({"spare_weekdays": [8]}, "rounds[0].spare_weekdays"),
        ({"by": "soon"}, "rounds[0].by"),
        ({"calendar": {"week": "0000000"}}, "rounds[0].calendar"),
    ],
)
def test_a_fault_of_a_round_is_told_with_its_place(changed, position):
    found, told = read(**changed)
    assert found is None
    assert told == [position]
