"""Begun and finished tasks in Microsoft Project: facts stand, the rest runs from the resume date."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import ConstraintKind, ProjectTask


def begun(task: ProjectTask, effort: Effort) -> tuple[int, int]:
    """Return the early dates of a task that has an actual start.

    The finish is the actual one; else the later of start plus duration and resume
    date plus what remains, so that work that was put off is seen.
    """
    start = task.actual_start
    assert start is not None
    if task.actual_finish is not None:
        return start, task.actual_finish
    finish = effort.finish(start)
    if task.resume is not None and task.remaining is not None and not task.parts:
        rest = effort.resting(task.remaining, task.duration.ticks)
        finish = max(finish, rest.finish(task.resume))
    constraint = task.constraint
    if constraint is not None and constraint.kind is ConstraintKind.FINISH_NOT_BEFORE:
        assert constraint.at is not None
        finish = max(finish, constraint.at)
    return start, finish


def rest_of(task: ProjectTask, effort: Effort) -> Effort:
    """Return the effort that late dates count back over: what remains of a begun task."""
    if task.actual_start is None or task.remaining is None:
        return effort
    return effort.resting(task.remaining, task.duration.ticks)
