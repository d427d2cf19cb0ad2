"""Early dates as Microsoft Project computes them."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.microsoft.constraints import (
    constrained_start,
    held_finish,
    stands_alone,
)
from guatu.domain.planning.project.microsoft.levelling import delayed
from guatu.domain.planning.project.microsoft.manual import by_hand
from guatu.domain.planning.project.microsoft.progress import begun
from guatu.domain.planning.project.net import Edge, Net, Role
from guatu.domain.planning.project.placing import snapped_start
from guatu.domain.planning.project.values import LinkType, ProjectOptions, ProjectTask


class EarlyPass:
    """The forward pass; ``starts`` and ``finishes`` by node.

    ``late`` holds the late dates of tasks that start as late as possible, once they
    are known: what follows them waits for those.
    """

    def __init__(
        self, net: Net, efforts: list[Effort], options: ProjectOptions, floors: list[int | None]
    ) -> None:
        self.net = net
        self.efforts = efforts
        self.options = options
        self.floors = floors
        size = len(net.roles)
        self.starts = [0] * size
        self.finishes = [0] * size

    def run(self, late: dict[int, tuple[int, int]] | None = None) -> None:
        """Compute every node in order."""
        held = late or {}
        for node in self.net.order:
            if self.net.roles[node] is Role.TASK:
                self.starts[node], self.finishes[node] = self._task(node, held)
            else:
                self._gate(node)

    def _gate(self, node: int) -> None:
        if self.net.roles[node] is Role.LAST_END:
            place = max(self.finishes[edge.before] for edge in self.net.arriving[node])
        else:
            place = min(self.starts[edge.before] for edge in self.net.arriving[node])
        self.starts[node] = self.finishes[node] = place

    def _task(self, node: int, held: dict[int, tuple[int, int]]) -> tuple[int, int]:
        task, effort = self.net.tasks[node], self.efforts[node]
        if task.actual_start is not None:
            return begun(task, effort)
        if task.manual and (task.start is not None or task.finish is not None):
            return by_hand(task, effort)
        edges = self.net.arriving[node]
        places = [self._pushed(edge, task, effort, held) for edge in edges]
        floor = self.floors[node]
        if not places and not stands_alone(task, floor):
            places.append(self.options.start)
        if floor is not None:
            places.append(floor)
        place = max(places, default=None)
        start = None if place is None else delayed(task, effort, snapped_start(effort, place))
        start = constrained_start(task, effort, start, hard=self.options.honours_dates or not edges)
        return start, held_finish(task, effort, effort.finish(start))

    def _pushed(
        self, edge: Edge, task: ProjectTask, effort: Effort, held: dict[int, tuple[int, int]]
    ) -> int:
        """Return the start that one link asks for."""
        start, finish = self.starts[edge.before], self.finishes[edge.before]
        if edge.before in held and not _is_late(task):
            start, finish = held[edge.before]
        place = edge.shifted(finish if edge.kind in {LinkType.FS, LinkType.FF} else start)
        if edge.kind in {LinkType.FS, LinkType.SS}:
            return snapped_start(effort, place)
        return max(effort.start(place), self.options.start)

    def asked(self, edge: Edge) -> int:
        """Return the start that an edge asks of its successor, before its constraint."""
        return self._pushed(edge, self.net.tasks[edge.after], self.efforts[edge.after], {})


def _is_late(task: ProjectTask) -> bool:
    return task.constraint is not None and task.constraint.kind.value == "as_late_as_possible"
