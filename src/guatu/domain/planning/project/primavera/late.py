"""Late dates as P6 computes them; finish milestones snap back to the end of work, start ones stay."""

from dataclasses import replace

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.net import Edge, Role
from guatu.domain.planning.project.primavera.constraints import constrained_finish
from guatu.domain.planning.project.primavera.early import EarlyPass
from guatu.domain.planning.project.primavera.lags import left_of
from guatu.domain.planning.project.values import LinkType, TaskKind


class LatePass:
    """The backward pass from the must-finish date, else from the last early finish."""

    def __init__(self, early: EarlyPass, finish: int, *, is_must: bool) -> None:
        self.early = early
        self.net = early.net
        self.finish = finish
        self.is_must = is_must
        size = len(self.net.roles)
        self.starts = [finish] * size
        self.finishes = [finish] * size

    def run(self) -> None:
        """Compute every node against the order."""
        for node in reversed(self.net.order):
            if self.net.roles[node] is Role.TASK:
                self._task(node)
            else:
                places = [self._pulled(edge, None) for edge in self.net.leaving[node]]
                self.starts[node] = self.finishes[node] = min((self.finish, *places))

    def _task(self, node: int) -> None:
        task, rest = self.net.tasks[node], self.early.rests[node]
        edges = self.net.leaving[node]
        pulls = [self._pulled(edge, rest) for edge in edges]
        latest = min((self.finish, *pulls))
        if task.actual_finish is not None:
            self.starts[node] = self.finishes[node] = latest
            return
        at_end = latest == self.finish and (self.is_must or bool(edges))
        bound = constrained_finish(task, rest, latest)
        driver = edges[pulls.index(latest)] if latest in pulls and bound == latest else None
        latest = bound
        if at_end or task.kind is not TaskKind.START_MILESTONE:
            latest = rest.last_finish(latest)
        self.finishes[node] = latest
        self.starts[node] = self._held_start(driver, rest, rest.start(latest))

    def _held_start(self, edge: Edge | None, rest: Effort, start: int) -> int:
        """Return the late start that an SS link holds at its own moment, where it drives.

        Without lag it is the successor's late start; where the task does not work then,
        the nearer of the end of work before and the beginning after; with a lead the
        moment itself. It stands where no work lies between it and the computed start.
        """
        if edge is None or edge.kind is not LinkType.SS or edge.lag > 0:
            return start
        place = edge.unshifted(self.starts[edge.after])
        before, after = rest.last_finish(place), rest.next_start(place)
        if after != rest.next_start(start):
            return start
        if edge.lag or place in {before, after}:
            return place
        return before if place - before < after - place else after

    def _lets_no_lag_run(self, edge: Edge) -> bool:
        """Tell whether facts have settled a lag: a successor that is done, a start of what is done."""
        if edge.kind is LinkType.FF:
            return False
        if edge.kind is LinkType.SS and self.early.is_done(edge.before):
            return True
        return self.early.is_done(edge.after)

    def _pulled(self, edge: Edge, effort: Effort | None) -> int:
        """Return the finish that one link leaves to its predecessor."""
        to_finish = edge.kind in {LinkType.FF, LinkType.SF}
        left = left_of(edge, self.early.before(edge), self.early.data_date)
        if self._lets_no_lag_run(edge):
            left = replace(edge, lag=0)
        place = left.unshifted((self.finishes if to_finish else self.starts)[edge.after])
        if effort is None or edge.kind in {LinkType.FS, LinkType.FF}:
            return place
        return effort.finish(place)
