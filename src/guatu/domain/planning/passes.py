"""The plain engine: forward and backward pass over a small network, without numpy.

Places are boundaries of days. A link asks ``successor edge >= shifted predecessor
edge``; a lag of ``n`` days moves a place ``t`` to the first place with ``n`` more
worked days before it, a lag of zero leaves it. The backward pass uses the exact
adjoint of every step, so that late dates are the latest true ones and the mirror
of a network (time, calendars and links reversed) exchanges early and late dates.
Milestones take no time and stand where their links put them, on any day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.planning.network import (
    FF,
    FINISHED,
    FS,
    NEVER,
    OPEN,
    STARTED,
    Network,
    Passes,
)
from guatu.domain.planning.ordering import compute_order, incoming, outgoing


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainEngine:
    """Runs the passes of one network by loops; ``plain_engine`` builds it."""

    network: Network
    order: Sequence[int]
    arriving: Sequence[Sequence[int]]
    leaving: Sequence[Sequence[int]]

    @property
    def is_compiled(self) -> bool:
        """Tell that this engine is none of columns."""
        return False

    def arriving_links(self, number: int) -> Sequence[int]:
        """Return the links that lead to an activity."""
        return self.arriving[number]

    def leaving_links(self, number: int) -> Sequence[int]:
        """Return the links that leave an activity."""
        return self.leaving[number]

    def shifted(self, link: int, place: int) -> int:
        """Return the place moved by the lag of a link, in its lag calendar."""
        lag = self.network.lag[link]
        if not lag:
            return place
        calendar = self.network.calendars[self.network.lag_calendar[link]]
        return calendar.finish_at(calendar.before(place) + lag)

    def unshifted(self, link: int, place: int) -> int:
        """Return the latest place that the lag of a link moves to the given one or before."""
        lag = self.network.lag[link]
        if not lag:
            return place
        calendar = self.network.calendars[self.network.lag_calendar[link]]
        return calendar.start_at(calendar.before(place) - lag)

    def forward(self, start: int, days: Sequence[int] | None = None) -> tuple[list[int], list[int]]:
        """Return early starts and finishes with no open work before ``start``.

        ``days`` replaces the remaining days of the network, for what-if passes.
        """
        network = self.network
        lasting = network.days if days is None else days
        starts = [0] * len(network)
        finishes = [0] * len(network)
        for number in self.order:
            if network.state[number] == FINISHED:
                starts[number] = network.actual_start[number]
                finishes[number] = network.actual_finish[number]
                continue
            floor = max(start, network.floor[number])
            first, last = self.pushed(number, floor, lasting[number], starts, finishes)
            if network.state[number] == STARTED:
                first = network.actual_start[number]
            starts[number] = first
            finishes[number] = last
        return starts, finishes

    def pushed(
        self, number: int, floor: int, days: int, starts: list[int], finishes: list[int]
    ) -> tuple[int, int]:
        """Return the first start and finish that floor and predecessors allow an activity."""
        network = self.network
        kinds, befores, lags = network.kind, network.before, network.lag
        calendar = network.calendars[network.calendar[number]]
        earliest = floor
        done = None
        for link in self.arriving[number]:
            kind, before = kinds[link], befores[link]
            # The kinds are FS 0, SS 1, FF 2, SF 3; comparing numbers spares half the loop's time.
            edge = starts[before] if kind & 1 else finishes[before]
            if lags[link]:
                edge = self.shifted(link, edge)
            if kind < FF or not days:
                if edge > earliest:  # noqa: PLR1730 a call here costs a tenth of the pass
                    earliest = edge
            else:
                needed = calendar.before(edge - 1) + 1
                done = needed if done is None else max(done, needed)
        if not days:
            return earliest, earliest
        begun = calendar.before(earliest)
        if done is not None:
            begun = max(begun, done - days)
        return calendar.start_at(begun), calendar.finish_at(begun + days)

    def backward(
        self, ceiling: Sequence[int], skipped: Sequence[bool]
    ) -> tuple[list[int], list[int]]:
        """Return late starts and finishes under the ceilings of finishes.

        Links marked in ``skipped`` do not bind. The late start of started work is
        that of what remains of it.
        """
        network = self.network
        starts = [0] * len(network)
        finishes = [0] * len(network)
        for number in reversed(self.order):
            if network.state[number] == FINISHED:
                starts[number] = network.actual_start[number]
                finishes[number] = network.actual_finish[number]
                continue
            days = network.days[number]
            calendar = network.calendars[network.calendar[number]]
            latest, begun = self._pulled(number, ceiling[number], starts, finishes, skipped)
            if not days:
                starts[number] = finishes[number] = min(latest, begun)
                continue
            done = calendar.before(latest)
            if begun < NEVER:
                done = min(done, calendar.before(begun + 1) - 1 + days)
            starts[number] = calendar.start_at(done - days)
            finishes[number] = calendar.finish_at(done)
        return starts, finishes

    def _pulled(
        self,
        number: int,
        ceiling: int,
        starts: Sequence[int],
        finishes: Sequence[int],
        skipped: Sequence[bool],
    ) -> tuple[int, int]:
        """Return the latest finish and the latest start that the successors leave."""
        network = self.network
        kinds, afters, lags = network.kind, network.after, network.lag
        latest, begun = ceiling, NEVER
        for link in self.leaving[number]:
            if skipped[link]:
                continue
            kind, after = kinds[link], afters[link]
            edge = starts[after] if kind < FF else finishes[after]
            if lags[link]:
                edge = self.unshifted(link, edge)
            if kind & 1:
                begun = min(begun, edge)
            elif edge < latest:
                latest = edge
        return latest, begun

    def floats(
        self,
        early: tuple[Sequence[int], Sequence[int]],
        late: tuple[Sequence[int], Sequence[int]],
        ceiling: Sequence[int],
    ) -> Passes:
        """Join both passes with total and free floats in working days of the own calendar."""
        network = self.network
        skipped = settled_links(network)
        resumed = self._resumed(early)
        total, free = [], []
        for number in range(len(network)):
            if network.state[number] == FINISHED:
                total.append(0)
                free.append(0)
                continue
            calendar = network.calendars[network.calendar[number]]
            finish = early[1][number]
            reached = calendar.before(finish)
            total.append(calendar.before(late[1][number]) - reached)
            latest, begun = self._pulled(number, ceiling[number], resumed, early[1], skipped)
            spare = calendar.before(latest) - reached
            if begun < NEVER and network.state[number] == OPEN:
                spare = min(spare, self._start_spare(number, begun, early[0][number]))
            free.append(max(spare, 0))
        return Passes(
            early_start=early[0],
            early_finish=early[1],
            late_start=late[0],
            late_finish=late[1],
            total_float=total,
            free_float=free,
        )

    def _resumed(self, early: tuple[Sequence[int], Sequence[int]]) -> list[int]:
        """Return early starts, for started work that of what remains."""
        network = self.network
        starts = list(early[0])
        for number, state in enumerate(network.state):
            if state == STARTED and not network.days[number]:
                starts[number] = early[1][number]
            elif state == STARTED:
                calendar = network.calendars[network.calendar[number]]
                done = calendar.before(early[1][number]) - network.days[number]
                starts[number] = calendar.start_at(done)
        return starts

    def _start_spare(self, number: int, begun: int, start: int) -> int:
        calendar = self.network.calendars[self.network.calendar[number]]
        if not self.network.days[number]:
            return calendar.before(begun) - calendar.before(start)
        return calendar.before(begun + 1) - 1 - calendar.before(start)


def settled_links(network: Network) -> list[bool]:
    """Mark the links that facts have settled: into finished work, or from a start that happened."""
    state = network.state
    return [
        state[after] == FINISHED or (state[before] != OPEN and kind not in (FS, FF))
        for before, after, kind in zip(network.before, network.after, network.kind, strict=True)
    ]


def plain_engine(network: Network) -> PlainEngine:
    """Prepare the plain engine; its order is short where the network has a circle."""
    return PlainEngine(
        network=network,
        order=compute_order(network),
        arriving=incoming(network),
        leaving=outgoing(network),
    )
