"""What the constraints of Microsoft Project do to early starts and late finishes."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import ConstraintKind as Kind
from guatu.domain.planning.project.values import ProjectTask

_ALONE = {Kind.START_NOT_BEFORE, Kind.FINISH_NOT_BEFORE}
_MUST_START = {Kind.MUST_START, Kind.START_ON}
_MUST_FINISH = {Kind.MUST_FINISH, Kind.FINISH_ON}


def stands_alone(task: ProjectTask, floor: int | None) -> bool:
    """Tell whether a task without predecessor starts by its own date, be it before the project."""
    own = task.constraint is not None and task.constraint.kind in _ALONE
    return own or floor is not None


def constrained_start(task: ProjectTask, effort: Effort, start: int | None, *, hard: bool) -> int:
    """Return the early start under the task's constraint.

    A hard date wins over links; a soft one only where it is later. ``start`` is None
    where nothing but the constraint asks for a moment.
    """
    kind = task.constraint.kind if task.constraint else Kind.AS_SOON
    at = task.constraint.at if task.constraint else None
    if at is None:
        assert start is not None
        return start
    if kind in {Kind.FINISH_NOT_BEFORE, Kind.FINISH_NOT_AFTER} | _MUST_FINISH:
        wanted = effort.start(at)
    else:
        wanted = effort.next_start(at) if not effort.is_moment else at
    if start is None:
        return wanted
    if kind in _ALONE:
        return max(start, wanted)
    if kind in _MUST_START | _MUST_FINISH:
        return wanted if hard else max(start, wanted)
    return min(start, wanted) if hard else start


def held_finish(task: ProjectTask, effort: Effort, finish: int) -> int:
    """Return the finish that a finish date sets: the date itself, also where it lies on a day off.

    It stands where no work lies between the computed finish and the date.
    """
    if task.constraint is None or task.constraint.at is None:
        return finish
    kind, at = task.constraint.kind, task.constraint.at
    if kind in _MUST_FINISH or kind is Kind.FINISH_NOT_BEFORE:
        if at > finish and effort.last_finish(at) == effort.last_finish(finish):
            return at
    return finish


def constrained_finish(task: ProjectTask, effort: Effort, finish: int) -> int:
    """Return the late finish under the task's constraint and deadline."""
    if task.constraint is not None and task.constraint.at is not None:
        kind, at = task.constraint.kind, task.constraint.at
        if kind in _MUST_START:
            finish = effort.finish(at)
        elif kind in _MUST_FINISH:
            finish = at
        elif kind is Kind.START_NOT_AFTER:
            finish = min(finish, effort.finish(at))
        elif kind is Kind.FINISH_NOT_AFTER:
            finish = min(finish, at)
    if task.deadline is not None:
        finish = min(finish, task.deadline)
    return finish
