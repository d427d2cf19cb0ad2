"""Primary and secondary constraints of P6."""

import pytest
from tests.domain.planning.project.files import at, early, held, late, link, scheduled, task

from guatu.domain.planning.project.values import ConstraintKind as Kind
from guatu.domain.planning.project.values import Dialect

P6 = Dialect.PRIMAVERA


def chain(**stated):
    tasks = [task("A", 2), task("B", 2, **stated), task("Z", 10)]
    return scheduled(tasks, [link("A", "B")], dialect=P6).of("B")


@pytest.mark.parametrize(
    ("kind", "date", "first", "last"),
    [
        (Kind.START_ON, "2026-06-02 08:00", "06-03 08:00", "06-02 08:00"),
        (Kind.START_ON, "2026-06-05 08:00", "06-05 08:00", "06-05 08:00"),
        (Kind.MUST_START, "2026-06-02 08:00", "06-02 08:00", "06-02 08:00"),
        (Kind.FINISH_ON, "2026-06-09 17:00", "06-08 08:00", "06-08 08:00"),
        (Kind.MUST_FINISH, "2026-06-03 17:00", "06-02 08:00", "06-02 08:00"),
        (Kind.FINISH_NOT_AFTER, "2026-06-03 17:00", "06-03 08:00", "06-02 08:00"),
        (Kind.START_NOT_AFTER, "2026-06-02 08:00", "06-03 08:00", "06-02 08:00"),
        (Kind.FINISH_NOT_BEFORE, "2026-06-09 17:00", "06-08 08:00", "06-11 08:00"),
    ],
)
def test_only_the_mandatory_dates_override_links(kind, date, first, last):
    found = chain(constraint=held(kind, date))
    assert early(found).startswith(first)
    assert late(found).startswith(last)


def test_both_constraints_hold():
    found = chain(
        constraint=held(Kind.START_NOT_BEFORE, "2026-06-05 08:00"),
        second_constraint=held(Kind.FINISH_NOT_AFTER, "2026-06-09 17:00"),
    )
    assert early(found).startswith("06-05 08:00")
    assert late(found).endswith("06-09 17:00")


def test_a_task_without_links_may_start_before_the_planned_start_but_not_before_the_data_date():
    own = task("A", 1, constraint=held(Kind.START_NOT_BEFORE, "2026-05-28 08:00"))
    dates = {"data_date": at("2026-06-01 08:00"), "planned_start": at("2026-06-10 08:00")}
    assert early(scheduled([own], dialect=P6, **dates).of("A")).startswith("06-01 08:00")
