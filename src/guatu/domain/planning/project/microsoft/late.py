"""Late dates as Microsoft Project computes them."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.microsoft.constraints import constrained_finish
from guatu.domain.planning.project.microsoft.early import EarlyPass
from guatu.domain.planning.project.microsoft.progress import rest_of
from guatu.domain.planning.project.net import Edge, Role
from guatu.domain.planning.project.placing import snapped_finish
from guatu.domain.planning.project.values import LinkType, ProjectTask


class LatePass:
    """The backward pass from the project's finish; nothing may end after it.

    ``rests`` is the latest start of what remains, which for begun work differs from
    ``starts``: there the actual start is printed.
    """

    def __init__(self, early: EarlyPass, finish: int, ceilings: list[int | None]) -> None:
        self.early = early
        self.net = early.net
        self.finish = finish
        self.ceilings = ceilings
        size = len(self.net.roles)
        self.starts = [finish] * size
        self.finishes = [finish] * size
        self.rests = [finish] * size

    def run(self) -> None:
        """Compute every node against the order."""
        for node in reversed(self.net.order):
            if self.net.roles[node] is Role.TASK:
                self._task(node)
            else:
                places = [self._pulled(edge, None) for edge in self.net.leaving[node]]
                place = min((self.finish, *places))
                self.starts[node] = self.finishes[node] = self.rests[node] = place

    def _task(self, node: int) -> None:
        task, effort = self.net.tasks[node], self.early.efforts[node]
        if task.actual_finish is not None:
            assert task.actual_start is not None
            self.starts[node] = self.rests[node] = task.actual_start
            self.finishes[node] = task.actual_finish
            return
        latest = self.finish
        for edge in self.net.leaving[node]:
            if self._binds(edge, task):
                latest = min(latest, self._pulled(edge, effort))
        latest = constrained_finish(task, effort, latest)
        if self.ceilings[node] is not None:
            latest = min(latest, self.ceilings[node] or 0)
        latest = snapped_finish(effort, latest)
        rest = rest_of(task, effort).start(latest)
        self.finishes[node], self.rests[node] = latest, rest
        self.starts[node] = rest if task.actual_start is None else task.actual_start

    def _binds(self, edge: Edge, task: ProjectTask) -> bool:
        """Tell whether a link holds its predecessor back.

        Finished successors hold nobody, begun work is not held by its start, and the
        start of a manual task is its owner's.
        """
        if self.net.roles[edge.after] is Role.TASK:
            after = self.net.tasks[edge.after]
            if after.actual_finish is not None or after.inactive:
                return False
            if edge.kind is LinkType.SS and after.actual_start is not None:
                return False
        elif self.net.roles[edge.after] is Role.FIRST_START:
            if self.early.starts[edge.before] > self.early.starts[edge.after]:
                return False
        by_start = edge.kind in {LinkType.SS, LinkType.SF}
        return not (by_start and (task.manual or task.actual_start is not None))

    def _pulled(self, edge: Edge, effort: Effort | None) -> int:
        """Return the finish that one link leaves to its predecessor."""
        if edge.kind in {LinkType.FF, LinkType.SF}:
            place = edge.unshifted(self.finishes[edge.after])
        elif edge.to_summary:
            place = edge.unshifted(self.starts[edge.after])
        else:
            place = edge.unshifted(self.rests[edge.after])
        if effort is None or edge.kind in {LinkType.FS, LinkType.FF}:
            return place
        return effort.finish(place)
