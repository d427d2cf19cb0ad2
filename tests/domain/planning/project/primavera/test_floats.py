"""Total and free float of P6."""

from tests.domain.planning.project.files import at, days, held, link, scheduled, task

from guatu.domain.planning.project.values import ConstraintKind, Dialect

P6 = Dialect.PRIMAVERA


def test_free_float_without_successor_runs_to_the_last_early_finish_not_to_the_must_finish():
    tasks = [task("A", 1), task("Z", 4)]
    answer = scheduled(tasks, dialect=P6, must_finish=at("2026-06-30 17:00"))
    assert days(answer.of("A").free_float) == 3
    assert days(answer.of("A").total_float) == 21


def test_free_float_is_counted_on_the_task_s_own_calendar():
    tasks = [task("A", 1, calendar="six"), task("C", 5), task("B", 1)]
    answer = scheduled(tasks, [link("A", "B"), link("C", "B")], dialect=P6)
    assert days(answer.of("A").free_float) == 5


def test_a_mandatory_finish_has_no_free_float():
    own = task("A", 1, constraint=held(ConstraintKind.MUST_FINISH, "2026-06-02 17:00"))
    assert scheduled([own, task("Z", 5)], dialect=P6).of("A").free_float == 0
