from dataclasses import replace
from datetime import date, datetime

from guatu.domain.kernel.calendar import every_day
from guatu.domain.kernel.interval import Window
from guatu.domain.planning import (
    Activity,
    Plan,
    StopWork,
    cost_by_month,
    schedule,
    with_progress,
    with_stop_work,
)

START = date(2025, 1, 1)
DIG = Activity(id="D", days=60, calendar="cal", activity_class="earthwork", cost_yuan=600)
PLAN = Plan(id="P", name="", start=START, calendars=(every_day(),), activities=(DIG,))
IN_JANUARY = StopWork(
    window=Window(
        start=datetime.fromisoformat("2025-01-10"), end=datetime.fromisoformat("2025-01-20")
    ),
    classes=frozenset({"earthwork"}),
    reason="alert",
)


def months_of(plan: Plan) -> tuple[tuple[int, int, int], ...]:
    found, faults = schedule(plan, today=date(2025, 2, 1))
    assert found is not None, faults
    return cost_by_month(found)


def begun(percent: float) -> Plan:
    return with_progress(PLAN, "D", START, None, percent, date(2025, 2, 1))


def test_money_done_by_the_data_date_is_the_percent_reported():
    assert months_of(begun(25))[0] == (2025, 1, 150)
    assert sum(yuan for _, _, yuan in months_of(begun(25))) == 600


def test_a_stop_of_the_past_moves_no_money_that_is_spent():
    assert months_of(with_stop_work(begun(25), (IN_JANUARY,))) == months_of(begun(25))


def test_a_stop_moves_the_money_of_work_not_begun():
    assert months_of(PLAN)[0] == (2025, 1, 310)
    assert months_of(with_stop_work(PLAN, (IN_JANUARY,)))[0] == (2025, 1, 210)


def test_the_money_of_finished_work_stands_where_it_was_done():
    done = with_progress(PLAN, "D", START, date(2025, 1, 31), 100, date(2025, 2, 1))
    assert months_of(done) == ((2025, 1, 600),)
    assert months_of(with_stop_work(done, (IN_JANUARY,))) == ((2025, 1, 600),)


def test_work_without_money_has_no_months():
    assert months_of(replace(PLAN, activities=(replace(DIG, cost_yuan=None),))) == ()
