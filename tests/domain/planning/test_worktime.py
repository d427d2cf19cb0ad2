"""The closed form of working time against counting days one by one."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.domain.kernel.calendar import HolidayTable, WorkingCalendar
from guatu.domain.kernel.interval import Interval
from guatu.domain.planning.tables import tables_around
from guatu.domain.planning.worktime import FAR, WorkTime, worktime

BASE = date(2025, 1, 6).toordinal()
SOME_DAYS = st.frozensets(st.integers(BASE, BASE + 60), max_size=8)
RUNS = st.lists(st.tuples(st.integers(BASE, BASE + 60), st.integers(1, 9)), max_size=4)


@st.composite
def worked(draw: st.DrawFn) -> tuple[WorkingCalendar, frozenset[int], WorkTime]:
    table = None
    if draw(st.booleans()):
        table = HolidayTable(
            name="CN", first_year=2025, last_year=2025, off=draw(SOME_DAYS), make_up=draw(SOME_DAYS)
        )
    calendar = WorkingCalendar(
        name="c",
        week=tuple(draw(st.lists(st.booleans(), min_size=7, max_size=7))),
        off=tuple(Interval(start=start, end=start + days) for start, days in draw(RUNS)),
        make_up=draw(SOME_DAYS),
        holidays=table,
    )
    lost = draw(SOME_DAYS)
    return calendar, lost, worktime(calendar, [Interval(start=day, end=day + 1) for day in lost])


@settings(deadline=None, max_examples=80)
@given(worked())
def test_the_closed_form_counts_what_the_calendar_works(given_calendar):
    calendar, lost, compiled = given_calendar
    count = compiled.before(BASE - 10)
    for day in range(BASE - 10, BASE + 80):
        assert compiled.before(day) == count
        is_worked = calendar.works(day) and day not in lost
        assert compiled.works(day) == is_worked
        if is_worked:
            assert compiled.start_at(count) == day
            assert compiled.finish_at(count + 1) == day + 1
        count += is_worked


@settings(deadline=None, max_examples=60)
@given(worked())
def test_the_table_counts_what_the_closed_form_counts(given_calendar):
    import numpy as np

    compiled = given_calendar[2]
    low = BASE - 30
    tables = tables_around([compiled], low, BASE + 90)
    own = np.zeros(60, dtype=np.int64)
    places = np.arange(BASE - 5, BASE + 55)
    counts = tables.before(own, places)
    assert counts.tolist() == [compiled.before(p) - compiled.before(low) for p in places.tolist()]
    starts = [compiled.start_at(compiled.before(p)) for p in places.tolist()]
    found = tables.start_at(own, counts).tolist()
    assert found == [min(one, BASE + 90) for one in starts]


def test_a_calendar_that_runs_out_of_days_says_never():
    calendar = WorkingCalendar(name="c", week=(False,) * 7, make_up=frozenset({BASE, BASE + 3}))
    compiled = worktime(calendar)
    assert compiled.start_at(compiled.before(BASE)) == BASE
    assert compiled.start_at(compiled.before(BASE + 4)) == FAR
