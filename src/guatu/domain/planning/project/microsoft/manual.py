"""Tasks placed by hand in Microsoft Project stand where their owner put them, whatever links say."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import ProjectTask


def by_hand(task: ProjectTask, effort: Effort) -> tuple[int, int]:
    """Return the dates of a task with a start or finish of its own; the other follows from it."""
    start, finish = task.start, task.finish
    if start is None:
        assert finish is not None
        return effort.start(finish), finish
    return start, effort.finish(start) if finish is None else finish
