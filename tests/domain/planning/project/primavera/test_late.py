"""Late dates of P6: the must-finish date, milestones, links."""

from tests.domain.planning.project.files import at, days, late, link, scheduled, task

from guatu.domain.planning.project.values import Dialect, TaskKind

P6 = Dialect.PRIMAVERA


def test_a_must_finish_at_midnight_means_the_end_of_work_on_the_day_before():
    answer = scheduled([task("A", 2)], dialect=P6, must_finish=at("2026-06-04 00:00"))
    assert late(answer.of("A")) == "06-02 08:00 - 06-03 17:00"
    assert days(answer.of("A").total_float) == 1


def test_finish_milestones_snap_back_and_start_milestones_stay():
    tasks = [
        task("F", 0, kind=TaskKind.FINISH_MILESTONE),
        task("S", 0, kind=TaskKind.START_MILESTONE),
        task("B", 1),
        task("Z", 3),
    ]
    answer = scheduled(tasks, [link("F", "B"), link("S", "B")], dialect=P6)
    assert late(answer.of("F")) == "06-02 17:00 - 06-02 17:00"
    assert late(answer.of("S")) == "06-03 08:00 - 06-03 08:00"


def test_an_external_finish_bounds_a_task():
    tasks = [task("A", 1, external_finish=at("2026-06-03 17:00")), task("Z", 9)]
    answer = scheduled(tasks, dialect=P6)
    assert late(answer.of("A")) == "06-03 08:00 - 06-03 17:00"


def test_start_milestones_at_the_must_finish_snap_back_to_the_end_of_work():
    own = task("S", 0, kind=TaskKind.START_MILESTONE)
    answer = scheduled([own, task("Z", 1)], dialect=P6, must_finish=at("2026-06-08 00:00"))
    assert late(answer.of("S")) == "06-05 17:00 - 06-05 17:00"


def test_a_start_link_without_lag_holds_the_late_start_at_the_nearer_edge_of_a_day_off():
    tasks = [
        task("A", 1),
        task("B", 1, calendar="six"),
        task("C", 1, calendar="six"),
        task("Z", 7, calendar="six"),
    ]
    answer = scheduled(tasks, [link("A", "B", "SS"), link("B", "C")], dialect=P6)
    assert late(answer.of("B")) == "06-06 08:00 - 06-06 17:00"
    assert late(answer.of("A")).startswith("06-05 17:00")
