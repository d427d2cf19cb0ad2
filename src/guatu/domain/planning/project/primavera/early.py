"""Early dates as P6 computes them: nothing still to do lies before the data date."""

from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.net import Edge, Net, Role
from guatu.domain.planning.project.placing import snapped_start
from guatu.domain.planning.project.primavera.constraints import constrained_start
from guatu.domain.planning.project.primavera.lags import left_of, shifted
from guatu.domain.planning.project.values import (
    LinkType,
    ProgressMode,
    ProjectOptions,
    ProjectTask,
    TaskKind,
)

_BY_FINISH = {LinkType.FS, LinkType.FF}
_TO_START = {LinkType.FS, LinkType.SS}


class EarlyPass:
    """The forward pass of P6; ``starts`` and ``finishes`` by node.

    Of begun work the dates are those of what remains. ``begin`` is the later of data
    date and planned start.
    """

    def __init__(
        self, net: Net, efforts: list[Effort], rests: list[Effort], options: ProjectOptions
    ) -> None:
        self.net = net
        self.efforts = efforts
        self.rests = rests
        self.options = options
        stated = options.data_date
        planned = options.start if options.planned_start is None else options.planned_start
        self.data_date = planned if stated is None else stated
        self.begin = max(self.data_date, planned if stated is None or options.planned_start else 0)
        size = len(net.roles)
        self.starts = [0] * size
        self.finishes = [0] * size

    def run(self) -> None:
        """Compute every node in order."""
        for node in self.net.order:
            if self.net.roles[node] is Role.TASK:
                self.starts[node], self.finishes[node] = self._task(node)
            else:
                edges = self.net.arriving[node]
                by_end = self.net.roles[node] is Role.LAST_END
                places = [(self.finishes if by_end else self.starts)[one.before] for one in edges]
                place = max(places) if by_end else min(places)
                self.starts[node] = self.finishes[node] = place

    def _task(self, node: int) -> tuple[int, int]:
        task = self.net.tasks[node]
        if task.actual_finish is not None:
            led = (self._led(edge) for edge in self.net.arriving[node])
            place = max([self.data_date, *led])
            return place, place
        if task.actual_start is not None:
            return self._begun(node)
        return self._open(node)

    def _begun(self, node: int) -> tuple[int, int]:
        """Return the dates of what remains: after the data date, and the links if logic is kept."""
        task, rest = self.net.tasks[node], self.rests[node]
        places = [self.data_date]
        if self.options.progress is ProgressMode.RETAINED_LOGIC:
            places += self._places(node)
        if task.resume is not None and task.suspend is not None:
            places.append(task.resume)
        start = snapped_start(rest, max(places))
        return start, rest.finish(start)

    def _open(self, node: int) -> tuple[int, int]:
        task, effort = self.net.tasks[node], self.efforts[node]
        places = self._places(node)
        place = max(places, default=None)
        place = constrained_start(task, effort, place, self.begin, self.data_date)
        if task.external_start is not None:
            place = max(place, task.external_start)
        if task.kind is TaskKind.FINISH_MILESTONE:
            start = snapped_start(effort, place)
        else:
            start = effort.next_start(place)
        finish = self._held_finish(node, effort, effort.finish(start))
        expected = task.expected_finish
        if expected is not None and expected >= max(start, self.data_date):
            finish = expected
        return start, finish

    def _held_finish(self, node: int, effort: Effort, finish: int) -> int:
        """Return the finish that a finish link holds at its own moment.

        FF without lag holds at the predecessor's finish, or where work goes on after
        it; with a lead, and SF with any lag, at the moment itself.
        """
        if effort.is_moment:
            return finish
        for edge in self.net.arriving[node]:
            plain = edge.kind is LinkType.FF and not edge.lag
            led = (edge.kind is LinkType.FF and edge.lag < 0) or (
                edge.kind is LinkType.SF and edge.lag != 0
            )
            if not plain and not led:
                continue
            place = self._led(edge)
            if plain and place != effort.last_finish(place):
                place = effort.next_start(place)
            if effort.last_finish(place) == effort.last_finish(finish):
                finish = max(finish, place)
        return finish

    def _places(self, node: int) -> list[int]:
        task = self.net.tasks[node]
        effort = self.efforts[node] if task.actual_start is None else self.rests[node]
        return [self._pushed(edge, effort) for edge in self.net.arriving[node]]

    def _pushed(self, edge: Edge, effort: Effort) -> int:
        """Return the start that one link asks for."""
        place = self._led(edge)
        if edge.kind in _TO_START:
            return snapped_start(effort, place)
        return effort.start(place)

    def before(self, edge: Edge) -> ProjectTask | None:
        """Return the task that a link leaves, None where it leaves a gate."""
        return self.net.tasks[edge.before] if self.net.roles[edge.before] is Role.TASK else None

    def is_done(self, node: int) -> bool:
        """Tell whether a node is a task that finished."""
        is_task = self.net.roles[node] is Role.TASK
        return is_task and self.net.tasks[node].actual_finish is not None

    def _led(self, edge: Edge) -> int:
        """Return where the predecessor's edge and the lag lead; a lag that ran since a fact is shorter.

        Begun work counts from what remains, finished work from the data date, so that
        what held it still holds its successors. SS without lag leads to where the
        calendar of lags works next.
        """
        by_finish = edge.kind in _BY_FINISH
        early = (self.finishes if by_finish else self.starts)[edge.before]
        before = self.before(edge)
        if before is None or before.actual_start is None:
            if edge.kind is LinkType.SS and not edge.lag:
                return edge.clock.start_at(edge.clock.before(early))
            return shifted(edge, early, self.data_date)
        if self.is_done(edge.after) and (before.actual_finish is not None or not by_finish):
            return early
        if before.actual_finish is None or edge.kind is LinkType.FS:
            left = left_of(edge, before, self.data_date)
            return left.shifted(early) if left.lag >= 0 else shifted(left, early, self.data_date)
        if edge.kind is LinkType.FF:
            return shifted(edge, before.actual_finish, self.data_date)
        led = edge.shifted(before.actual_start)
        return early if led < self.data_date else led

    def asked(self, edge: Edge) -> int:
        """Return the start that an edge asks of its successor, before its constraint."""
        return self._pushed(edge, self.efforts[edge.after])
