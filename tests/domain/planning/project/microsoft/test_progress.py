"""Begun and finished tasks of Microsoft Project."""

from tests.domain.planning.project.files import DAY, at, days, early, late, link, scheduled, task

BEGUN = {"actual_start": at("2026-06-02 08:00"), "percent": 50.0}


def test_facts_stand_and_the_rest_follows_them():
    done = task("A", 2, actual_start=at("2026-06-01 08:00"), actual_finish=at("2026-06-04 12:00"))
    answer = scheduled([done, task("B", 1)], [link("A", "B")])
    assert early(answer.of("A")) == "06-01 08:00 - 06-04 12:00"
    assert early(answer.of("B")) == "06-04 13:00 - 06-05 12:00"
    assert answer.of("A").free_float == 0


def test_begun_work_ends_its_duration_after_its_actual_start():
    answer = scheduled([task("A", 4, remaining=2 * DAY, **BEGUN)])
    assert early(answer.of("A")) == "06-02 08:00 - 06-05 17:00"


def test_a_later_resume_date_moves_what_remains():
    resumed = task("A", 4, remaining=2 * DAY, resume=at("2026-06-10 08:00"), **BEGUN)
    assert early(scheduled([resumed]).of("A")) == "06-02 08:00 - 06-11 17:00"


def test_the_late_start_of_begun_work_is_its_actual_start_but_it_holds_by_what_remains():
    begun = task("B", 4, remaining=2 * DAY, **BEGUN)
    answer = scheduled([task("A", 1), begun, task("Z", 10)], [link("A", "B")])
    assert late(answer.of("B")) == "06-02 08:00 - 06-12 17:00"
    assert late(answer.of("A")) == "06-10 08:00 - 06-10 17:00"
    assert answer.of("A").free_float == 0


def test_a_summary_that_began_holds_by_its_actual_start():
    summary = task("S", 0, summary=True)
    begun = task("B", 4, parent="S", remaining=2 * DAY, **BEGUN)
    answer = scheduled([task("A", 1), summary, begun, task("Z", 10)], [link("A", "S")])
    assert late(answer.of("A")) == "06-01 08:00 - 06-01 17:00"
    assert days(answer.of("A").total_float) == 0


def test_finished_successors_hold_nobody():
    done = task("B", 1, actual_start=at("2026-06-02 08:00"), actual_finish=at("2026-06-02 17:00"))
    answer = scheduled([task("A", 1), done, task("Z", 5)], [link("A", "B")])
    assert days(answer.of("A").total_float) == 4
