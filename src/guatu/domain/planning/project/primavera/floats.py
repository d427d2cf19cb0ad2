"""Total and free float as P6 counts them, in working time of the task's calendar."""

from guatu.domain.planning.project.net import Edge
from guatu.domain.planning.project.primavera.early import EarlyPass
from guatu.domain.planning.project.primavera.lags import left_of
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import (
    ConstraintKind,
    FloatMode,
    LinkType,
    ProjectTask,
    TaskKind,
)

_TIED = {ConstraintKind.MUST_START, ConstraintKind.MUST_FINISH}


def total_float(
    task: ProjectTask,
    clock: WorkingClock,
    early: tuple[int, int],
    late: tuple[int, int],
    mode: FloatMode,
) -> int:
    """Return the total float; finished work has none."""
    if task.actual_finish is not None:
        return 0
    at_start = clock.before(late[0]) - clock.before(early[0])
    at_finish = clock.before(late[1]) - clock.before(early[1])
    if mode is FloatMode.START:
        return at_start
    if mode is FloatMode.FINISH or task.actual_start is not None:
        return at_finish
    return min(at_start, at_finish)


def free_float(early: EarlyPass, node: int, clock: WorkingClock, last: int) -> int:
    """Return what a task may slip before a successor's early dates move; never negative.

    Without successor it is the time to the last early finish of the project.
    """
    task = early.net.tasks[node]
    kind = task.constraint.kind if task.constraint else None
    if (
        task.actual_finish is not None
        or task.expected_finish is not None
        or task.kind is TaskKind.LEVEL_OF_EFFORT
        or kind is ConstraintKind.MUST_FINISH
    ):
        return 0
    gaps = [_gap(early, edge, clock) for edge in early.net.leaving[node]]
    if gaps:
        return max(min(gaps), 0)
    if kind in _TIED:
        return 0
    return max(clock.before(last) - clock.before(early.finishes[node]), 0)


def _gap(early: EarlyPass, edge: Edge, clock: WorkingClock) -> int:
    by_start = edge.kind in {LinkType.SS, LinkType.SF}
    to_start = edge.kind in {LinkType.FS, LinkType.SS}
    place = (early.starts if by_start else early.finishes)[edge.before]
    held = (early.starts if to_start else early.finishes)[edge.after]
    left = left_of(edge, early.before(edge), early.data_date)
    led = left.shifted(place)
    return clock.before(held) - clock.before(led)
