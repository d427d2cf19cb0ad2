"""Total and free slack as Microsoft Project counts them: on the task's calendar, not its people's."""

from guatu.domain.planning.project.net import Edge
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import (
    ConstraintKind,
    FloatMode,
    LinkType,
    ProjectTask,
)


def total_slack(
    task: ProjectTask,
    clock: WorkingClock,
    early: tuple[int, int],
    late: tuple[int, int],
    mode: FloatMode,
) -> int:
    """Return the total slack; a task that starts as late as possible has none."""
    if task.constraint is not None and task.constraint.kind is ConstraintKind.AS_LATE:
        return 0
    at_start = clock.before(late[0]) - clock.before(early[0])
    at_finish = clock.before(late[1]) - clock.before(early[1])
    if mode is FloatMode.START:
        return at_start
    if mode is FloatMode.FINISH or task.actual_start is not None:
        return at_finish
    return min(at_start, at_finish)


def free_slack(
    task: ProjectTask,
    clock: WorkingClock,
    total: int,
    dates: tuple[int, int],
    links: list[tuple[Edge, ProjectTask, tuple[int, int]]],
) -> int:
    """Return what a task may slip before one of its own successors moves; never negative.

    ``links`` are the task's own links with the successor and its dates; what follows
    only because a summary leads to it does not count, nor do finished successors.
    """
    if task.actual_finish is not None:
        return 0
    spare: int | None = None
    for edge, after, (start, finish) in links:
        if after.actual_finish is not None:
            continue
        edge_of = dates[0] if edge.kind in {LinkType.SS, LinkType.SF} else dates[1]
        held = start if edge.kind in {LinkType.FS, LinkType.SS} else finish
        gap = clock.before(edge.unshifted(held)) - clock.before(edge_of)
        spare = gap if spare is None else min(spare, gap)
    return max(total if spare is None else min(spare, total), 0)
