"""Bars that take their span from others."""

from tests.domain.planning.project.files import at, early, late, link, scheduled, task

from guatu.domain.planning.project.values import Dialect, TaskKind


def test_a_level_of_effort_spans_from_its_first_to_its_last_neighbour_and_drives_nobody():
    tasks = [
        task("A", 2),
        task("B", 3),
        task("L", 1, kind=TaskKind.LEVEL_OF_EFFORT),
        task("Z", 9),
    ]
    links = [link("A", "B"), link("A", "L", "SS"), link("B", "L", "FF")]
    answer = scheduled(tasks, links, dialect=Dialect.PRIMAVERA)
    assert early(answer.of("L")) == "06-01 08:00 - 06-05 17:00"
    assert late(answer.of("L")) == "06-05 08:00 - 06-11 17:00"
    assert early(answer.of("B")) == "06-03 08:00 - 06-05 17:00"


def test_a_finished_bar_keeps_its_dates():
    done = task(
        "L",
        1,
        kind=TaskKind.LEVEL_OF_EFFORT,
        actual_start=at("2026-06-01 08:00"),
        actual_finish=at("2026-06-02 17:00"),
    )
    answer = scheduled([task("A", 5), done], [link("A", "L", "SS")], dialect=Dialect.PRIMAVERA)
    assert answer.of("L").finish == at("2026-06-02 17:00")


def test_a_bar_may_close_a_circle_of_links():
    tasks = [task("A", 2), task("L", 1, kind=TaskKind.LEVEL_OF_EFFORT), task("B", 1)]
    links = [link("A", "L", "SS"), link("L", "A", "FF"), link("A", "B")]
    answer = scheduled(tasks, links, dialect=Dialect.PRIMAVERA)
    assert early(answer.of("L")) == "06-01 08:00 - 06-02 17:00"


def test_a_wbs_summary_spans_the_work_of_its_node():
    tasks = [
        task("S", 0, summary=True),
        task("A", 2, parent="S"),
        task("B", 1, parent="S"),
        task("W", 9, parent="S", kind=TaskKind.WBS_SUMMARY),
        task("C", 9),
    ]
    answer = scheduled(tasks, [link("A", "B")], dialect=Dialect.PRIMAVERA)
    assert early(answer.of("W")) == "06-01 08:00 - 06-03 17:00"
