"""Working calendars, the axis, windows, and China's holidays from the kept library."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.holidays import china_holidays
from guatu.domain.kernel.calendar import (
    HolidayTable,
    NoWorkingDay,
    WorkingCalendar,
    every_day,
    five_days,
    run_off,
)
from guatu.domain.kernel.interval import Interval, Window, day_number, day_of, merged


def number(text: str) -> int:
    return day_number(date.fromisoformat(text))


def test_a_run_of_days_off_holds_its_first_and_last_day():
    calendar = WorkingCalendar(name="site", off=(run_off(date(2025, 1, 20), date(2025, 2, 10)),))
    assert [calendar.works(number(day)) for day in ("2025-01-19", "2025-01-20")] == [True, False]
    assert [calendar.works(number(day)) for day in ("2025-02-10", "2025-02-11")] == [False, True]


def test_a_run_of_ten_thousand_years_costs_nothing():
    calendar = WorkingCalendar(name="shut", off=(run_off(date.min, date.max),))
    assert not calendar.works(number("2026-01-01"))
    with pytest.raises(NoWorkingDay):
        calendar.next_working(number("2026-01-01"))


def test_a_make_up_day_is_worked_on_a_weekend_unless_it_is_off():
    sunday = number("2025-01-26")
    calendar = WorkingCalendar(name="wd", week=five_days().week, make_up=frozenset({sunday}))
    assert calendar.works(sunday)
    shut = WorkingCalendar(
        name="wd",
        week=five_days().week,
        make_up=frozenset({sunday}),
        off=(Interval(start=sunday, end=sunday + 1),),
    )
    assert not shut.works(sunday)


def test_five_working_days_after_monday_28_october_2024_is_monday_4_november():
    calendar = five_days(holidays=china_holidays())
    assert day_of(calendar.after(number("2024-10-28"), 5)) == date(2024, 11, 4)


def test_national_day_2024_is_off_and_its_make_up_days_are_worked():
    calendar = five_days(holidays=china_holidays())
    off = [calendar.works(number(f"2024-10-0{day}")) for day in range(1, 8)]
    assert off == [False] * 7
    assert calendar.works(number("2024-09-29"))
    assert calendar.works(number("2024-10-12"))


def test_years_beyond_the_table_are_named():
    table = HolidayTable(name="CN", first_year=2004, last_year=2026)
    calendar = five_days(holidays=table)
    assert calendar.unknown_years(date(2025, 5, 1), date(2028, 1, 1)) == (2027, 2028)
    assert every_day().unknown_years(date(2025, 5, 1), date(2090, 1, 1)) == ()


@given(st.integers(738_000, 740_000), st.integers(0, 40))
def test_before_takes_back_what_after_counted(day, working_days):
    calendar = five_days(holidays=china_holidays())
    worked = calendar.next_working(day)
    assert calendar.before(calendar.after(worked, working_days), working_days) == worked


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=8))
def test_merged_intervals_hold_the_same_places_apart_from_each_other(pairs):
    given_runs = [Interval(start=start, end=start + length) for start, length in pairs]
    union = merged(given_runs)
    places = {place for run in given_runs for place in range(run.start, run.end)}
    assert {place for run in union for place in range(run.start, run.end)} == places
    assert all(one.end < other.start for one, other in pairwise(union))


def test_a_window_loses_the_days_it_touches_for_twelve_hours():
    start = datetime.fromisoformat("2024-11-20T12:00")
    window = Window(start=start, end=start + timedelta(hours=60))
    lost = [day_of(day).day for day in window.lost_days()]
    assert lost == [20, 21, 22]
    later = Window(start=start + timedelta(hours=1), end=start + timedelta(hours=60))
    assert [day_of(day).day for day in later.lost_days()] == [21, 22]


def test_a_week_has_seven_days_and_an_interval_at_least_one():
    with pytest.raises(ValueError, match="week of 5"):
        WorkingCalendar(name="short", week=(True,) * 5)
    with pytest.raises(ValueError, match="empty"):
        Interval(start=3, end=3)
