"""Early dates under the four links, lags, milestones, splits and inactive tasks."""

import pytest
from tests.domain.planning.project.files import at, early, link, scheduled, task

from guatu.domain.planning.project.values import ProjectLink, WorkSpan


@pytest.mark.parametrize(
    ("kind", "lag", "dates"),
    [
        ("FS", 0, "06-03 08:00 - 06-03 17:00"),
        ("FS", 1, "06-04 08:00 - 06-04 17:00"),
        ("FS", -0.5, "06-02 13:00 - 06-03 12:00"),
        ("SS", 0.5, "06-01 13:00 - 06-02 12:00"),
        ("FF", 0.5, "06-02 13:00 - 06-03 12:00"),
        ("SF", 2, "06-02 08:00 - 06-02 17:00"),
    ],
)
def test_a_link_moves_its_successor(kind, lag, dates):
    answer = scheduled([task("A", 2), task("B", 1)], [link("A", "B", kind, lag)])
    assert early(answer.of("B")) == dates


def test_a_lag_runs_on_the_successor_s_calendar():
    tasks = [task("A", 5), task("B", 1, calendar="six")]
    answer = scheduled(tasks, [link("A", "B", "FS", 1)])
    assert early(answer.of("B")) == "06-08 08:00 - 06-08 17:00"


def test_elapsed_and_percent_lags():
    elapsed = ProjectLink(before="A", after="B", lag=14400, elapsed=True)
    percent = ProjectLink(before="A", after="C", percent=50)
    answer = scheduled([task("A", 2), task("B"), task("C")], [elapsed, percent])
    assert early(answer.of("B")).startswith("06-04 08:00")
    assert early(answer.of("C")).startswith("06-04 08:00")


def test_a_milestone_stays_at_the_end_of_work_and_its_follower_begins_next_morning():
    tasks = [task("A", 1), task("M", 0), task("B", 1)]
    answer = scheduled(tasks, [link("A", "M"), link("M", "B")])
    assert early(answer.of("M")) == "06-01 17:00 - 06-01 17:00"
    assert early(answer.of("B")) == "06-02 08:00 - 06-02 17:00"


def test_a_finish_link_never_leads_before_the_project_s_start():
    answer = scheduled([task("A", 1), task("B", 3)], [link("A", "B", "FF")])
    assert early(answer.of("B")) == "06-01 08:00 - 06-03 17:00"


def test_a_split_task_keeps_its_pauses():
    parts = (
        (at("2026-06-01 08:00"), at("2026-06-01 17:00")),
        (at("2026-06-03 08:00"), at("2026-06-03 17:00")),
    )
    answer = scheduled([task("A", 1), task("B", 2, parts=parts)], [link("A", "B")])
    assert early(answer.of("B")) == "06-02 08:00 - 06-04 17:00"


def test_an_inactive_task_gets_dates_but_holds_nobody():
    tasks = [task("A", 9, inactive=True), task("B", 1)]
    answer = scheduled(tasks, [link("A", "B")])
    assert early(answer.of("A")) == "06-01 08:00 - 06-11 17:00"
    assert early(answer.of("B")) == "06-01 08:00 - 06-01 17:00"


def test_a_levelling_delay_is_counted_in_days_of_the_clock():
    delay = WorkSpan(ticks=2 * 14400, elapsed=True)
    answer = scheduled([task("A", 1, delay=delay)])
    assert early(answer.of("A")) == "06-03 08:00 - 06-03 17:00"


def test_a_pause_of_less_than_a_minute_is_no_pause():
    parts = (
        (at("2026-06-01 08:00"), at("2026-06-01 16:59:18")),
        (at("2026-06-01 17:00"), at("2026-06-02 17:00")),
    )
    answer = scheduled([task("A", 2, parts=parts)])
    assert early(answer.of("A")) == "06-01 08:00 - 06-02 17:00"
