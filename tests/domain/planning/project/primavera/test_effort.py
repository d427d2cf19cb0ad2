"""Resource dependent activities of P6 run on their resources' calendars, others on their own."""

import pytest
from tests.domain.planning.project.files import DAY, early, scheduled, task

from guatu.domain.planning.project.values import (
    Dialect,
    ProjectResource,
    TaskAssignment,
    TaskKind,
)


@pytest.mark.parametrize(
    ("kind", "dates"),
    [
        (TaskKind.TASK, "06-01 08:00 - 06-01 17:00"),
        (TaskKind.RESOURCE_DEPENDENT, "06-01 20:00 - 06-02 04:00"),
    ],
)
def test_the_kind_of_activity_chooses_the_calendar(kind, dates):
    people = ProjectResource(id="n", calendar="night")
    work = TaskAssignment(task="A", resource="n", work=DAY)
    answer = scheduled(
        [task("A", 1, kind=kind)],
        dialect=Dialect.PRIMAVERA,
        resources=(people,),
        assignments=(work,),
    )
    assert early(answer.of("A")) == dates
