"""Early dates of P6: the data date, the three modes of progress, begun and finished work."""

import pytest
from tests.domain.planning.project.files import DAY, at, early, link, scheduled, task

from guatu.domain.planning.project.values import Dialect, ProgressMode, TaskKind

P6 = Dialect.PRIMAVERA


def test_the_later_of_data_date_and_planned_start_begins_the_project():
    answer = scheduled(
        [task("A", 1)],
        dialect=P6,
        data_date=at("2026-06-01 08:00"),
        planned_start=at("2026-06-03 08:00"),
    )
    assert early(answer.of("A")) == "06-03 08:00 - 06-03 17:00"
    later = scheduled(
        [task("A", 1)],
        dialect=P6,
        data_date=at("2026-06-08 08:00"),
        planned_start=at("2026-06-03 08:00"),
    )
    assert early(later.of("A")) == "06-08 08:00 - 06-08 17:00"


@pytest.mark.parametrize(
    ("mode", "dates"),
    [
        (ProgressMode.RETAINED_LOGIC, "06-17 08:00 - 06-18 17:00"),
        (ProgressMode.PROGRESS_OVERRIDE, "06-10 08:00 - 06-11 17:00"),
    ],
)
def test_begun_work_out_of_sequence_waits_only_where_logic_is_retained(mode, dates):
    begun = task("B", 4, actual_start=at("2026-06-03 08:00"), remaining=2 * DAY)
    answer = scheduled(
        [task("A", 5), begun],
        [link("A", "B")],
        dialect=P6,
        data_date=at("2026-06-10 08:00"),
        progress=mode,
    )
    assert early(answer.of("B")) == dates
    assert answer.of("B").start == at("2026-06-03 08:00")


def test_finished_work_has_its_early_dates_on_the_data_date_and_no_float():
    done = task("A", 2, actual_start=at("2026-06-01 08:00"), actual_finish=at("2026-06-02 17:00"))
    answer = scheduled([done], dialect=P6, data_date=at("2026-06-10 08:00"))
    assert early(answer.of("A")) == "06-10 08:00 - 06-10 08:00"
    assert answer.of("A").total_float == answer.of("A").free_float == 0
    assert answer.of("A").finish == at("2026-06-02 17:00")


def test_milestones_of_the_start_stand_in_the_morning_those_of_the_finish_in_the_evening():
    tasks = [
        task("A", 1),
        task("F", 0, kind=TaskKind.FINISH_MILESTONE),
        task("S", 0, kind=TaskKind.START_MILESTONE),
        task("N", 0),
    ]
    links = [link("A", "F"), link("A", "S"), link("A", "N")]
    answer = scheduled(tasks, links, dialect=P6)
    assert early(answer.of("N")) == "06-02 08:00 - 06-02 08:00"
    assert early(answer.of("F")) == "06-01 17:00 - 06-01 17:00"
    assert early(answer.of("S")) == "06-02 08:00 - 06-02 08:00"


def test_an_expected_finish_replaces_the_duration():
    own = task("A", 2, expected_finish=at("2026-06-09 17:00"))
    answer = scheduled([own], dialect=P6)
    assert early(answer.of("A")) == "06-01 08:00 - 06-09 17:00"
    assert answer.of("A").free_float == 0


def test_an_external_start_holds_a_task_back():
    answer = scheduled([task("A", 1, external_start=at("2026-06-04 08:00"))], dialect=P6)
    assert early(answer.of("A")) == "06-04 08:00 - 06-04 17:00"


def test_a_finish_link_holds_the_finish_where_work_goes_on_after_a_day_off():
    tasks = [
        task("A", 6, calendar="six"),
        task("B", 1),
        task("C", 1, calendar="six"),
    ]
    answer = scheduled(tasks, [link("A", "B", "FF"), link("B", "C")], dialect=P6)
    assert early(answer.of("B")) == "06-05 08:00 - 06-08 08:00"
    assert early(answer.of("C")) == "06-08 08:00 - 06-08 17:00"


def test_a_start_link_without_lag_leads_to_where_the_predecessor_works_next():
    tasks = [
        task("A", 1),
        task("M", 0, kind=TaskKind.FINISH_MILESTONE),
        task("B", 1, calendar="night"),
    ]
    answer = scheduled(tasks, [link("A", "M"), link("M", "B", "SS")], dialect=P6)
    assert early(answer.of("B")).startswith("06-02 20:00")


def test_what_holds_finished_work_still_holds_its_successors():
    done = task("B", 1, actual_start=at("2026-06-02 08:00"), actual_finish=at("2026-06-02 17:00"))
    answer = scheduled(
        [task("A", 3), done, task("C", 1)],
        [link("A", "B"), link("B", "C")],
        dialect=P6,
        data_date=at("2026-06-08 08:00"),
    )
    assert early(answer.of("B")) == "06-10 17:00 - 06-10 17:00"
    assert early(answer.of("C")) == "06-11 08:00 - 06-11 17:00"


def test_a_start_lag_is_shortened_by_what_was_worked():
    begun = task("A", 5, actual_start=at("2026-06-01 08:00"), remaining=2 * DAY)
    answer = scheduled(
        [begun, task("B", 1)],
        [link("A", "B", "SS", 4)],
        dialect=P6,
        data_date=at("2026-06-04 08:00"),
    )
    assert early(answer.of("B")) == "06-05 08:00 - 06-05 17:00"
