"""Total and free slack of Microsoft Project."""

import pytest
from tests.domain.planning.project.files import at, days, late, link, scheduled, task

from guatu.domain.planning.project.values import FloatMode, ProjectResource, TaskAssignment

TASKS = [task("A", 2), task("B", 1), task("Z", 10)]


@pytest.mark.parametrize(
    ("kind", "lag", "free"), [("FS", 0, 0), ("FS", 2, 0), ("SS", 1, 0), ("FF", 0, 0)]
)
def test_a_driving_link_leaves_no_free_slack(kind, lag, free):
    answer = scheduled(TASKS, [link("A", "B", kind, lag)])
    assert days(answer.of("A").free_float) == free


def test_free_slack_ends_where_the_first_successor_moves_and_is_never_more_than_total():
    tasks = [task("A", 1), task("B", 3), task("C", 1, deadline=at("2026-06-04 17:00"))]
    answer = scheduled(tasks, [link("A", "C"), link("B", "C")])
    assert days(answer.of("A").free_float) == 2
    tight = scheduled(
        [task("A", 1, deadline=at("2026-06-02 17:00")), task("B", 3), task("C", 1)],
        [link("A", "C"), link("B", "C")],
    )
    assert days(tight.of("A").free_float) == 1


def test_a_link_that_only_the_summary_has_leaves_the_free_slack_alone():
    tasks = [
        task("S", 0, summary=True),
        task("A", 1, parent="S"),
        task("B", 3, parent="S"),
        task("C", 1),
    ]
    answer = scheduled(tasks, [link("S", "C")])
    assert days(answer.of("A").total_float) == days(answer.of("A").free_float) == 2


def test_slack_is_counted_on_the_task_s_calendar_not_on_its_people_s():
    people = ProjectResource(id="n", calendar="night")
    work = TaskAssignment(task="A", resource="n", work=4800)
    answer = scheduled([task("A", 1), task("Z", 5)], resources=(people,), assignments=(work,))
    assert late(answer.of("A")) == "06-04 20:00 - 06-05 04:00"
    assert days(answer.of("A").total_float) == 3


@pytest.mark.parametrize(("mode", "slack"), [(FloatMode.START, 8), (FloatMode.FINISH, 8)])
def test_the_file_chooses_which_slack_is_total(mode, slack):
    assert days(scheduled(TASKS, total_float=mode).of("A").total_float) == slack
