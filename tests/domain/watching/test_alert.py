"""The level that a forecast calls for, and the window of an alert."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.packs import load_shelf
from guatu.domain.kernel.interval import Window
from guatu.domain.watching.alert import Alert, AlertLevel, ForecastDay, level_of_forecast, lifted

FIRST = date(2024, 11, 18)
RANKS = [None, AlertLevel.YELLOW, AlertLevel.ORANGE, AlertLevel.RED]


def forecast(*indexes, first=FIRST):
    return tuple(
        ForecastDay(day=first + timedelta(days=number), index=index)
        for number, index in enumerate(indexes)
    )


def level_of(*indexes, first=FIRST):
    found, faults = level_of_forecast(forecast(*indexes, first=first), load_shelf())
    assert not faults
    return found


@pytest.mark.parametrize(
    ("indexes", "level", "first", "last"),
    [
        ((205,), "yellow", 0, 0),
        ((160, 172), "yellow", 0, 1),
        ((160, 172, 158), "orange", 0, 2),
        ((205, 210), "orange", 0, 1),
        ((210, 305, 220), "red", 0, 2),
        ((145, 149), None, None, None),
        ((200,), None, None, None),
        ((150, 151), None, None, None),
        ((90, 160, 205, 210, 120), "orange", 1, 3),
        ((205, 90, 210, 220, 230), "orange", 2, 4),
        ((310, 90, 210, 220, 230), "orange", 2, 4),
        ((170, 210, 305, 220, 170), "red", 1, 3),
    ],
)
def test_forecast_calls_for_the_level_of_story_21_on_its_days(indexes, level, first, last):
    found = level_of(*indexes)
    assert found.level == level
    assert found.first_day == (None if first is None else FIRST + timedelta(days=first))
    assert found.last_day == (None if last is None else FIRST + timedelta(days=last))
    assert found.pack.version == "2024"


def test_forecast_of_2023_follows_the_older_rule():
    older = date(2023, 1, 5)
    assert level_of(205, first=older).level is None
    assert level_of(205, 210, first=older).level is AlertLevel.YELLOW
    assert level_of(205, 305, 210, first=older).level is AlertLevel.ORANGE
    assert level_of(500, first=older).level is AlertLevel.RED
    assert level_of(205, first=older).pack.version == "2018"


def test_gap_in_a_forecast_is_a_fault_that_names_both_days():
    days = (forecast(205)[0], ForecastDay(day=FIRST + timedelta(days=2), index=210))
    found, faults = level_of_forecast(days, load_shelf())
    assert found is None
    assert [one.code for one in faults] == ["watching.forecast.gap"]
    assert faults[0].named() == {"day": "2024-11-20", "before": "2024-11-18"}


def test_day_given_twice_and_empty_forecast_are_faults():
    twice = level_of_forecast(forecast(205) * 2, load_shelf())
    empty = level_of_forecast((), load_shelf())
    assert [one.code for one in twice[1]] == ["watching.forecast.twice"]
    assert [one.code for one in empty[1]] == ["watching.forecast.empty"]


def test_days_out_of_order_are_read_in_order():
    days = forecast(160, 172, 158)
    assert level_of_forecast(days[::-1], load_shelf()) == level_of_forecast(days, load_shelf())


def test_ozone_day_does_not_count_and_is_told():
    days = (*forecast(205), ForecastDay(day=FIRST + timedelta(days=1), index=210, primary="o3_8h"))
    found, doubts = level_of_forecast(days, load_shelf())
    assert found.level is AlertLevel.YELLOW
    assert [one.code for one in doubts] == ["watching.forecast.other_driver"]


@settings(deadline=None)
@given(
    indexes=st.lists(st.integers(0, 500), min_size=1, max_size=8),
    more=st.integers(0, 300),
    data=st.data(),
)
def test_dirtier_day_never_lowers_the_level(indexes, more, data):
    place = data.draw(st.integers(0, len(indexes) - 1))
    dirtier = list(indexes)
    dirtier[place] += more
    before, after = level_of(*indexes).level, level_of(*dirtier).level
    assert RANKS.index(before) <= RANKS.index(after)


NOON = datetime(2024, 11, 20, 4, tzinfo=UTC)
ALERT = Alert(
    level=AlertLevel.ORANGE,
    window=Window(start=NOON, end=NOON + timedelta(hours=60)),
    region="149921",
    issued_at=NOON - timedelta(hours=20),
)


def test_lifting_cuts_the_window_at_its_moment_and_keeps_what_was_issued():
    one = lifted(ALERT, NOON + timedelta(hours=30))
    assert one.window == ALERT.window
    assert one.in_force == Window(start=NOON, end=NOON + timedelta(hours=30))


def test_alert_lifted_before_it_begins_never_ruled():
    assert lifted(ALERT, NOON - timedelta(hours=1)).in_force is None


def test_lifting_after_the_end_changes_nothing_and_a_second_one_cannot_lengthen():
    assert lifted(ALERT, NOON + timedelta(hours=90)).in_force == ALERT.window
    once = lifted(ALERT, NOON + timedelta(hours=10))
    assert lifted(once, NOON + timedelta(hours=20)) == once


def test_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        Alert(
            level=AlertLevel.RED,
            window=ALERT.window,
            region="149921",
            issued_at=datetime(2024, 11, 19, 9),  # noqa: DTZ001 the fault under test
        )
