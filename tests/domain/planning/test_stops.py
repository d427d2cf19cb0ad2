"""What a stop costs each work, how many days of it a plan stands, and the seasons of the year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans

from guatu.adapters.packs import load_shelf
from guatu.domain.planning import Plan, schedule, with_stop_work, with_target
from guatu.domain.planning.seasons import season_names, season_rows, seasons_laid
from guatu.domain.planning.stops import (
    days_stood,
    first_late,
    stop_costs,
    stop_of,
    stopped_classes,
)

SITE = "A ####  class earth\nB ####  after A\nC ##  class earth"
BODY = load_shelf().choose("seasons", on=MONDAY).body


def site(target: int, name: str = "P") -> Plan:
    return replace(drawn(SITE, target=day(target)), id=name)


def test_a_stop_costs_each_work_what_its_float_does_not_cover():
    stop = stop_of(day(0), 3, ["earth"])
    tight, loose, other = stop_costs(
        [site(8, "tight"), site(20, "loose"), drawn("X ###", target=day(9))], stop, today=day(0)
    )
    assert (tight.moved_days, tight.late_before, tight.late_after) == (3, 0, 2)
    assert (loose.moved_days, loose.late_after, loose.float_eaten) == (3, 0, 3)
    assert (other.moved_days, other.float_eaten) == (0, 0)
    assert first_late([tight, loose, other]) == (tight,)


def test_a_stop_elsewhere_costs_nothing():
    stop = stop_of(day(0), 3, ["earth"], places=["南塬"])
    (cost,) = stop_costs([replace(site(8), place="北塬")], stop, today=day(0))
    assert (cost.moved_days, cost.late_after) == (0, 0)


@pytest.mark.parametrize(("target", "stood"), [(7, 0), (9, 2), (20, 13)])
def test_a_plan_stands_as_many_days_as_it_has_float(target, stood):
    assert days_stood(site(target), day(0), ["earth"], today=day(0)) == stood


def test_a_late_plan_stands_nothing_and_an_untouched_one_a_year():
    assert days_stood(site(6), day(0), ["earth"], today=day(0)) is None
    assert days_stood(site(9), day(0), ["paint"], today=day(0)) == 366
    assert days_stood(drawn(SITE), day(0), ["earth"], today=day(0)) is None


@settings(max_examples=60, deadline=None)
@given(plans(bounds=False, most=5), st.integers(8, 30), st.integers(0, 10))
def test_one_day_more_than_a_plan_stands_makes_it_late(plan, target, first):
    plan = with_target(plan, day(target))
    stood = days_stood(plan, day(first), ["earth"], today=MONDAY)
    if stood is None or stood == 366:
        return
    for days, is_late in ((stood, False), (stood + 1, True)):
        stops = (stop_of(day(first), days, ["earth"]),) if days else ()
        answer, _ = schedule(with_stop_work(plan, stops), today=MONDAY)
        assert answer is not None
        assert (answer.late_by_days > 0) is is_late


def test_the_classes_that_a_stop_could_touch_are_those_of_open_work():
    answer, _ = schedule(site(9), today=day(0))
    assert answer is not None
    assert stopped_classes(answer) == {"earth"}


def test_a_winter_passes_the_new_year_and_a_festival_has_its_days():
    rows = season_rows(
        ["winter_asphalt", "spring_festival"], BODY, date(2025, 6, 1), date(2026, 6, 1)
    )
    assert [(one["from"], one["to"]) for one in rows] == [
        ("2025-11-01", "2026-04-01"),
        ("2026-02-10", "2026-03-04"),
    ]
    assert rows[0]["classes"] == ["asphalt"]


def test_the_last_of_february_is_the_last_in_every_year():
    rows = season_rows(["winter_concrete"], BODY, date(2027, 12, 1), date(2029, 6, 1))
    assert [one["to"] for one in rows] == ["2028-03-01", "2029-03-01"]


def test_the_seasons_of_a_plan_become_windows_and_unknown_ones_are_named():
    document = {"target": "2026-06-30", "seasons": ["planting", "harvest"], "stop_work": []}
    laid, unknown = seasons_laid(document, BODY)
    assert unknown == ("harvest",)
    assert "seasons" not in laid
    starts = {one["from"] for one in laid["stop_work"]}
    assert {"2020-05-01", "2026-05-01", "2026-12-01"} <= starts
    assert document["stop_work"] == []
    assert "planting" in season_names(BODY)


def test_a_road_that_misses_the_autumn_is_paved_in_spring():
    plan = drawn("A ####  class asphalt", start=date(2025, 10, 30))
    rows = season_rows(["winter_asphalt"], BODY, date(2025, 1, 1), date(2026, 12, 31))
    assert rows
    stops = tuple(
        stop_of(first := date.fromisoformat(one["from"]),
                (date.fromisoformat(one["to"]) - first).days, one["classes"])
        for one in rows
    )  # fmt: skip
    answer, _ = schedule(with_stop_work(plan, stops), today=date(2025, 10, 1))
    assert answer is not None
    assert answer.last_day == date(2026, 4, 2)
    assert answer.last_day - timedelta(days=1) == date(2026, 4, 1)
