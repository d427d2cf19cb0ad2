"""Which calendar a task of Microsoft Project works on, and for how long."""

from tests.domain.planning.project.files import DAY, early, scheduled, task

from guatu.domain.planning.project.values import ProjectResource, TaskAssignment, WorkSpan

NIGHT = ProjectResource(id="n", calendar="night")
DAYLIGHT = ProjectResource(id="d", calendar="std")


def answered(one, *assignments):
    return early(scheduled([one], resources=(NIGHT, DAYLIGHT), assignments=assignments).tasks[0])


def held(resource, days=2, **stated):
    return TaskAssignment(task="A", resource=resource, work=days * DAY, **stated)


def test_without_people_the_duration_runs_on_the_task_s_calendar():
    assert answered(task("A", 2)) == "06-01 08:00 - 06-02 17:00"
    assert answered(task("A", 2, calendar="night")) == "06-01 20:00 - 06-03 04:00"


def test_the_resource_s_calendar_rules_its_work():
    assert answered(task("A", 2), held("n")) == "06-01 20:00 - 06-03 04:00"


def test_several_resources_work_side_by_side_and_the_last_ends_the_task():
    assert answered(task("A", 4), held("d", 1), held("n", 2)) == "06-01 08:00 - 06-03 04:00"


def test_half_units_take_twice_as_long():
    assert answered(task("A", 8), held("d", 2, units=50), held("n", 1)).endswith("06-04 17:00")


def test_overtime_leaves_the_stated_duration():
    assert answered(task("A", 1), held("d", 2)) == "06-01 08:00 - 06-01 17:00"


def test_a_task_calendar_cuts_the_resource_s_unless_resources_are_ignored():
    both = task("A", 1, calendar="six")
    assert answered(both, held("d", 1)) == "06-01 08:00 - 06-01 17:00"
    ignoring = task("A", 2, calendar="std", ignores_resources=True)
    assert answered(ignoring, held("n")) == "06-01 08:00 - 06-02 17:00"


def test_a_fixed_duration_does_not_ask_the_resources():
    assert answered(task("A", 2, fixed_duration=True), held("n")) == "06-01 08:00 - 06-02 17:00"


def test_an_elapsed_duration_runs_through_nights():
    lasting = WorkSpan(ticks=3 * DAY, elapsed=True)
    assert answered(task("A", duration=lasting)) == "06-01 08:00 - 06-02 08:00"
