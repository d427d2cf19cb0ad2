"""What P6's primary and secondary constraints do; only the mandatory two override links."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import ConstraintKind as Kind
from guatu.domain.planning.project.values import ProjectTask, TaskConstraint


def constrained_start(
    task: ProjectTask, effort: Effort, place: int | None, begin: int, data_date: int
) -> int:
    """Return the early start under both constraints.

    ``place`` is what the links ask for, None without links. A start-not-before date
    of a task without links may lie before the planned start, not before the data date.
    """
    own = task.constraint
    if place is None and own is not None and own.kind is Kind.START_NOT_BEFORE:
        assert own.at is not None
        start = max(own.at, data_date)
    else:
        start = max(begin, begin if place is None else place)
    for one in (own, task.second_constraint):
        if one is not None:
            start = _under(one, effort, start)
    return start


def _under(constraint: TaskConstraint, effort: Effort, start: int) -> int:
    at = constraint.at
    if at is None:
        return start
    if constraint.kind is Kind.MUST_START:
        return at
    if constraint.kind is Kind.MUST_FINISH:
        return effort.start(at)
    if constraint.kind in {Kind.START_NOT_BEFORE, Kind.START_ON}:
        return max(start, at)
    if constraint.kind in {Kind.FINISH_NOT_BEFORE, Kind.FINISH_ON}:
        return max(start, effort.start(at))
    return start


def constrained_finish(task: ProjectTask, effort: Effort, finish: int) -> int:
    """Return the late finish under both constraints; ``effort`` is what remains."""
    for one in (task.constraint, task.second_constraint):
        if one is None or one.at is None:
            continue
        if one.kind is Kind.MUST_FINISH:
            finish = one.at
        elif one.kind in {Kind.FINISH_ON, Kind.FINISH_NOT_AFTER}:
            finish = min(finish, one.at)
        elif task.actual_start is None and one.kind is Kind.MUST_START:
            finish = effort.finish(one.at)
        elif task.actual_start is None and one.kind in {Kind.START_ON, Kind.START_NOT_AFTER}:
            finish = min(finish, effort.finish(one.at))
    if task.external_finish is not None:
        finish = min(finish, task.external_finish)
    return finish
