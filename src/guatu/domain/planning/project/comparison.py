"""Where computed dates differ from those that the file stores, task by task and field by field.

Moments are equal where no working time of the task's calendar lies between them
(Friday's end and Monday's beginning); floats where they differ by a minute at most.
"""

from dataclasses import dataclass

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.ticks import MINUTE
from guatu.domain.planning.project.values import Project, ProjectSchedule, ProjectTask

MOMENTS = ("early_start", "early_finish", "late_start", "late_finish")
FLOATS = ("total_float", "free_float")
FIELDS = (*MOMENTS, *FLOATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateDifference:
    """One field of one task where the file holds another value; both in ticks."""

    task: str
    name: str
    field: str
    ours: int
    stored: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateComparison:
    """What was compared: tasks, those equal in every field, counts by field, and each difference.

    ``compared`` and ``equal`` pair a field with its count.
    """

    tasks: int
    equal_tasks: int
    compared: tuple[tuple[str, int], ...]
    equal: tuple[tuple[str, int], ...]
    differences: tuple[DateDifference, ...]


def compare_dates(schedule: ProjectSchedule) -> DateComparison:
    """Compare the leaves of a schedule with what its file stores; silent fields do not count."""
    clocks = Clocks(schedule.project)
    dates = {one.id: one for one in schedule.tasks}
    compared = dict.fromkeys(FIELDS, 0)
    equal = dict.fromkeys(FIELDS, 0)
    found: list[DateDifference] = []
    tasks = equal_tasks = 0
    for task in schedule.project.tasks:
        if task.summary or task.id not in dates:
            continue
        before, told = len(found), 0
        for field in FIELDS:
            stored = getattr(task.stored, field)
            if stored is None:
                continue
            told += 1
            compared[field] += 1
            ours = getattr(dates[task.id], field)
            if _same(clocks, task, field, ours, stored):
                equal[field] += 1
            else:
                found.append(
                    DateDifference(
                        task=task.id, name=task.name, field=field, ours=ours, stored=stored
                    )
                )
        tasks += told > 0
        equal_tasks += told > 0 and len(found) == before
    return DateComparison(
        tasks=tasks,
        equal_tasks=equal_tasks,
        compared=tuple(compared.items()),
        equal=tuple(equal.items()),
        differences=tuple(found),
    )


def _same(clocks: Clocks, task: ProjectTask, field: str, ours: int, stored: int) -> bool:
    if field in FLOATS:
        return abs(ours - stored) <= MINUTE
    if ours == stored:
        return True
    clock = ELAPSED if task.duration.elapsed else clocks.of(task.calendar)
    return clock.before(ours) == clock.before(stored)


def has_stored_dates(project: Project) -> bool:
    """Tell whether a file stores any computed date of a task."""
    return any(
        getattr(task.stored, field) is not None for task in project.tasks for field in FIELDS
    )
