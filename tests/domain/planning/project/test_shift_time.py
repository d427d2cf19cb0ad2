"""Working time in closed form agrees with counting tick by tick, on every side of the exceptions."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.project.files import NIGHT, at, calendar

from guatu.domain.planning.project.shift_calendar import (
    ShiftCalendar,
    ShiftException,
    intersected,
    mirrored,
    pattern_of,
    united,
)
from guatu.domain.planning.project.shift_time import shift_time
from guatu.domain.planning.project.ticks import DAY, HOUR

OFF = ShiftException(first=date(2026, 6, 3), last=date(2026, 6, 5))
LONG = ShiftException(first=date(2026, 6, 13), last=date(2026, 6, 13), shifts=((0, DAY),))
OFFICE = pattern_of(calendar("std", off=(OFF, LONG)), {})
SHIFTS = pattern_of(calendar("night", NIGHT, 7), {})
FIRST = at("2026-05-20 00:00")


def counted(pattern, start, end):
    """Count work between two ticks run by run."""
    return sum(
        max(0, min(day + stop, end) - max(day + begin, start))
        for day in range(start - start % DAY - DAY, end + DAY, DAY)
        for begin, stop in pattern.runs(day)
    )


PATTERNS = st.sampled_from(
    [OFFICE, SHIFTS, united([OFFICE, SHIFTS]), intersected(OFFICE, SHIFTS), mirrored(OFFICE)]
)
PLACES = st.integers(FIRST, FIRST + 60 * DAY)


@settings(deadline=None)
@given(PATTERNS, PLACES, PLACES)
def test_work_between_two_moments_is_what_the_runs_hold(pattern, one, other):
    clock = shift_time(pattern)
    start, end = sorted((one, other))
    assert clock.before(end) - clock.before(start) == counted(pattern, start, end)


@settings(deadline=None)
@given(st.sampled_from([OFFICE, SHIFTS]), PLACES, st.integers(1, 30 * 8 * HOUR))
def test_the_inverses_stand_on_working_time_with_the_work_asked_for(pattern, place, work):
    clock = shift_time(pattern)
    done = clock.before(place) + work
    start, finish = clock.start_at(done), clock.finish_at(done)
    assert clock.before(start) == clock.before(finish) == done
    assert finish <= start
    assert clock.before(start + 1) == done + 1
    assert clock.before(finish - 1) == done - 1


def test_the_nearest_calendar_wins_and_its_exception_beats_its_weekday():
    parent = calendar("std", off=(OFF,))
    week = ((),) * 2 + (((6 * HOUR, 10 * HOUR),),) + (None,) * 4
    child = ShiftCalendar(id="c", parent="std", week=week, exceptions=(LONG,))
    found = pattern_of(child, {"std": parent})
    assert found.runs(at("2026-06-03 00:00")) == ((6 * HOUR, 10 * HOUR),)
    assert found.runs(at("2026-06-04 00:00")) == ()
    assert found.runs(at("2026-06-13 00:00")) == ((0, DAY),)


def test_parents_in_a_circle_end_the_line():
    one = ShiftCalendar(id="a", parent="b", week=(None,) * 7)
    other = ShiftCalendar(id="b", parent="a", week=(None,) * 7)
    assert pattern_of(one, {"a": one, "b": other}).never
