"""The eight constraints and the deadline of Microsoft Project."""

import pytest
from tests.domain.planning.project.files import (
    at,
    days,
    early,
    held,
    late,
    link,
    scheduled,
    task,
)

from guatu.domain.planning.project.values import ConstraintKind as Kind


def chain(constraint, **stated):
    tasks = [task("A", 2), task("B", 2, constraint=constraint), task("Z", 10)]
    return scheduled(tasks, [link("A", "B")], **stated).of("B")


@pytest.mark.parametrize(
    ("kind", "date", "dates"),
    [
        (Kind.START_NOT_BEFORE, "2026-06-05 08:00", "06-05 08:00 - 06-08 17:00"),
        (Kind.START_NOT_BEFORE, "2026-06-01 08:00", "06-03 08:00 - 06-04 17:00"),
        (Kind.FINISH_NOT_BEFORE, "2026-06-09 17:00", "06-08 08:00 - 06-09 17:00"),
        (Kind.MUST_START, "2026-06-02 08:00", "06-02 08:00 - 06-03 17:00"),
        (Kind.MUST_FINISH, "2026-06-05 17:00", "06-04 08:00 - 06-05 17:00"),
        (Kind.START_NOT_AFTER, "2026-06-02 08:00", "06-02 08:00 - 06-03 17:00"),
        (Kind.FINISH_NOT_AFTER, "2026-06-03 17:00", "06-02 08:00 - 06-03 17:00"),
    ],
)
def test_a_constraint_sets_the_early_dates(kind, date, dates):
    assert early(chain(held(kind, date))) == dates


def test_links_win_where_the_project_does_not_honour_dates():
    found = chain(held(Kind.MUST_START, "2026-06-02 08:00"), honours_dates=False)
    assert early(found) == "06-03 08:00 - 06-04 17:00"
    assert days(found.total_float) == -1


@pytest.mark.parametrize(
    ("kind", "date", "dates"),
    [
        (Kind.MUST_START, "2026-06-04 08:00", "06-04 08:00 - 06-05 17:00"),
        (Kind.MUST_FINISH, "2026-06-09 17:00", "06-08 08:00 - 06-09 17:00"),
        (Kind.START_NOT_AFTER, "2026-06-08 08:00", "06-08 08:00 - 06-09 17:00"),
        (Kind.FINISH_NOT_AFTER, "2026-06-09 17:00", "06-08 08:00 - 06-09 17:00"),
        (Kind.START_NOT_BEFORE, "2026-06-05 08:00", "06-11 08:00 - 06-12 17:00"),
    ],
)
def test_a_constraint_sets_the_late_dates(kind, date, dates):
    assert late(chain(held(kind, date))) == dates


def test_a_deadline_that_is_missed_gives_negative_slack():
    tasks = [task("A", 5), task("B", 5, deadline=at("2026-06-10 17:00"))]
    answer = scheduled(tasks, [link("A", "B")])
    assert days(answer.of("A").total_float) == -2
    assert answer.of("A").critical


def test_without_predecessor_a_date_may_lie_before_the_project():
    own = task("A", 1, constraint=held(Kind.START_NOT_BEFORE, "2026-05-28 08:00"))
    assert early(scheduled([own]).of("A")) == "05-28 08:00 - 05-28 17:00"


def test_as_late_as_possible_hangs_on_its_late_dates_and_pushes_what_follows():
    hanging = task("B", 2, constraint=held(Kind.AS_LATE))
    answer = scheduled([task("A", 9), hanging, task("C", 1)], [link("B", "C")])
    found = answer.of("B")
    assert early(found) == "06-01 08:00 - 06-02 17:00"
    assert (found.start, found.finish) == (found.late_start, found.late_finish)
    assert found.total_float == 0
    assert early(answer.of("C")) == "06-11 08:00 - 06-11 17:00"


def test_a_date_of_a_summary_holds_for_what_lies_below():
    summary = task("S", 0, summary=True, constraint=held(Kind.START_NOT_BEFORE, "2026-06-08 08:00"))
    answer = scheduled([summary, task("A", 1, parent="S"), task("Z", 20)])
    assert early(answer.of("A")) == "06-08 08:00 - 06-08 17:00"
    assert early(answer.of("S")) == "06-08 08:00 - 06-08 17:00"
