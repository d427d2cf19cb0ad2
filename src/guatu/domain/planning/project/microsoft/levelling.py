"""A levelling delay in Microsoft Project: days of the wall clock after what links and dates ask."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import ProjectTask


def delayed(task: ProjectTask, effort: Effort, start: int) -> int:
    """Return the start moved by the task's levelling delay."""
    if task.delay is None or not task.delay.ticks:
        return start
    return effort.next_start(start + task.delay.ticks)
