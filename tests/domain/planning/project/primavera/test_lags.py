"""Lags of P6 run on the predecessor's calendar; leads stop at the data date; facts shorten them."""

import pytest
from tests.domain.planning.project.files import at, early, link, scheduled, task

from guatu.domain.planning.project.values import Dialect, LagCalendar

P6 = Dialect.PRIMAVERA


@pytest.mark.parametrize(
    ("calendar", "start"),
    [
        (LagCalendar.PREDECESSOR, "06-08 08:00"),
        (LagCalendar.SUCCESSOR, "06-09 08:00"),
        (LagCalendar.PROJECT, "06-09 08:00"),
        (LagCalendar.ELAPSED, "06-08 08:00"),
    ],
)
def test_the_project_chooses_the_calendar_of_lags(calendar, start):
    tasks = [task("A", 5, calendar="six"), task("B", 1)]
    answer = scheduled(tasks, [link("A", "B", "FS", 1)], dialect=P6, lag_calendar=calendar)
    assert early(answer.of("B")).startswith(start)


def test_a_lead_goes_back_to_where_the_skipped_work_begins():
    tasks = [task("A", 1), task("B", 1, calendar="night")]
    answer = scheduled(tasks, [link("A", "B", "FS", -1)], dialect=P6)
    assert early(answer.of("B")).startswith("06-01 20:00")


def test_a_lag_that_ran_since_a_fact_is_shorter():
    done = task("A", 1, actual_start=at("2026-06-01 08:00"), actual_finish=at("2026-06-01 17:00"))
    answer = scheduled(
        [done, task("B", 1)],
        [link("A", "B", "FS", 5)],
        dialect=P6,
        data_date=at("2026-06-04 08:00"),
    )
    assert early(answer.of("B")).startswith("06-09 08:00")
