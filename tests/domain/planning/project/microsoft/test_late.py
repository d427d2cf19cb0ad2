"""Late dates of Microsoft Project, from the finish of the project or from a stated one."""

import pytest
from tests.domain.planning.project.files import at, early, late, link, scheduled, task


@pytest.mark.parametrize(
    ("kind", "lag", "dates"),
    [
        ("FS", 0, "06-10 08:00 - 06-11 17:00"),
        ("FS", 1, "06-09 08:00 - 06-10 17:00"),
        ("SS", 1, "06-11 08:00 - 06-12 17:00"),
        ("FF", 1, "06-10 08:00 - 06-11 17:00"),
        ("SF", 3, "06-10 08:00 - 06-11 17:00"),
    ],
)
def test_a_link_pulls_its_predecessor(kind, lag, dates):
    answer = scheduled([task("A", 2), task("B", 1), task("Z", 10)], [link("A", "B", kind, lag)])
    assert late(answer.of("A")) == dates


def test_a_summary_led_by_its_start_holds_only_by_the_task_that_begins_it():
    tasks = [
        task("S", 0, summary=True),
        task("A", 1, parent="S"),
        task("B", 1, parent="S"),
        task("C", 9),
    ]
    answer = scheduled(tasks, [link("A", "B"), link("S", "C", "SS")])
    assert early(answer.of("C")).startswith("06-01 08:00")
    assert late(answer.of("A")) == "06-01 08:00 - 06-01 17:00"
    assert late(answer.of("B")) == "06-11 08:00 - 06-11 17:00"


def test_a_project_computed_from_its_finish_begins_as_late_as_it_can():
    answer = scheduled(
        [task("A", 2), task("B", 3)],
        [link("A", "B")],
        from_finish=True,
        finish=at("2026-06-30 17:00"),
    )
    assert early(answer.of("A")) == late(answer.of("A")) == "06-24 08:00 - 06-25 17:00"
    assert answer.of("B").finish == at("2026-06-30 17:00")
