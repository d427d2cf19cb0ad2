"""What cannot be computed is told; summaries, driving links, the longest path and chains by float."""

from tests.domain.planning.project.files import (
    STANDARD,
    at,
    calendar,
    days,
    early,
    link,
    project,
    scheduled,
    task,
)

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.values import (
    Dialect,
    ProjectResource,
    TaskAssignment,
)

NEVER = calendar("never", runs=())


def told(*arguments, **stated):
    answer, found = schedule_project(project(*arguments, **stated))
    return answer, [one.code for one in found]


def test_tasks_that_wait_for_each_other_are_named():
    answer, codes = told([task("A"), task("B")], [link("A", "B"), link("B", "A")])
    assert answer is None
    assert codes == ["project.circle"]


def test_a_project_without_task_is_told():
    assert told([task("S", 0, summary=True)]) == (None, ["project.empty"])


def test_a_calendar_that_never_works_is_refused_not_replaced():
    answer, codes = told([task("A", calendar="never")], calendars=(*STANDARD, NEVER))
    assert answer is None
    assert codes == ["project.calendar_never_works"]


def test_a_calendar_that_works_too_little_is_refused():
    from datetime import date

    from guatu.domain.planning.project.shift_calendar import ShiftException

    once = ShiftException(first=date(2026, 6, 2), last=date(2026, 6, 2), shifts=((4800, 9600),))
    few = calendar("never", runs=(), off=(once,))
    answer, codes = told([task("A", 2, calendar="never")], calendars=(*STANDARD, few))
    assert answer is None
    assert codes == ["project.never_finishes"]


def test_a_resource_calendar_that_never_works_is_warned_of():
    people = ProjectResource(id="n", calendar="never")
    work = TaskAssignment(task="A", resource="n", work=4800)
    stated = project(
        [task("A")], calendars=(*STANDARD, NEVER), resources=(people,), assignments=(work,)
    )
    answer, found = schedule_project(stated)
    assert early(answer.of("A")) == "06-01 08:00 - 06-01 17:00"
    assert [(one.code, one.severity) for one in found] == [
        ("project.resource_never_works", Severity.WARNING)
    ]


def test_a_link_of_a_summary_holds_for_all_its_leaves():
    tasks = [
        task("S", 0, summary=True),
        task("A", 1, parent="S"),
        task("B", 3, parent="S"),
        task("T", 0, summary=True),
        task("C", 1, parent="T"),
        task("D", 2, parent="T"),
    ]
    answer = scheduled(tasks, [link("S", "T", "FS", 1)])
    assert early(answer.of("C")) == "06-05 08:00 - 06-05 17:00"
    assert early(answer.of("T")) == "06-05 08:00 - 06-08 17:00"
    assert days(answer.of("A").total_float) == 2


def test_the_longest_path_follows_driving_links_and_may_have_float():
    tasks = [task("A", 2), task("B", 3), task("C", 1)]
    links = [link("A", "B"), link("C", "B")]
    answer = scheduled(
        tasks,
        links,
        dialect=Dialect.PRIMAVERA,
        must_finish=at("2026-06-30 17:00"),
        longest_path=True,
    )
    assert [one.id for one in answer.tasks if one.critical] == ["A", "B"]
    assert days(answer.of("A").total_float) == 17
    assert [(one.before, one.after) for one in answer.driving] == [("A", "B")]


def test_chains_are_named_from_the_least_float_on():
    tasks = [task("A", 2), task("B", 3), task("C", 1), task("D", 3)]
    answer = scheduled(tasks, [link("A", "B"), link("C", "D")])
    assert [(one.tasks, days(one.total_float)) for one in answer.chains] == [
        (("A", "B"), 0),
        (("C", "D"), 1),
    ]
