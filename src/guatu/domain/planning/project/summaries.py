"""Summary tasks: the span of what lies below them, on their own calendar."""

from collections import defaultdict
from collections.abc import Mapping

from guatu.domain.planning.project.clocks import Clocks
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import Project, ProjectTask, TaskDates


def with_summaries(project: Project, leaves: Mapping[str, TaskDates]) -> tuple[TaskDates, ...]:
    """Return the dates of all tasks in file order; a summary with nothing below has none."""
    clocks = Clocks(project)
    children: dict[str | None, list[ProjectTask]] = defaultdict(list)
    for task in project.tasks:
        children[task.parent].append(task)
    known = dict(leaves)
    seen: set[str] = set()

    def gather(task: ProjectTask) -> TaskDates | None:
        if task.id in known or task.id in seen:
            return known.get(task.id)
        seen.add(task.id)
        below = [gather(one) for one in children[task.id] if not one.inactive]
        found = [one for one in below if one is not None]
        if task.summary and found:
            known[task.id] = rolled_up(task.id, found, clocks.of(task.calendar))
        return known.get(task.id)

    for task in project.tasks:
        gather(task)
    return tuple(known[task.id] for task in project.tasks if task.id in known)


def rolled_up(task_id: str, below: list[TaskDates], clock: WorkingClock) -> TaskDates:
    """Return the dates of a summary over the tasks below it."""
    early = min(one.early_start for one in below), max(one.early_finish for one in below)
    late = min(one.late_start for one in below), max(one.late_finish for one in below)
    at_start = clock.before(late[0]) - clock.before(early[0])
    at_finish = clock.before(late[1]) - clock.before(early[1])
    return TaskDates(
        id=task_id,
        early_start=early[0],
        early_finish=early[1],
        late_start=late[0],
        late_finish=late[1],
        start=min(one.start for one in below),
        finish=max(one.finish for one in below),
        total_float=min(at_start, at_finish),
        free_float=max(min(one.free_float for one in below), 0),
        critical=any(one.critical for one in below),
        longest_path=any(one.longest_path for one in below),
    )
