"""The columnar engine: the same passes level by level on numpy columns, for large networks.

Activities are renumbered by level, so that the links into a level lie together and
one ``reduceat`` settles it. Calendars become tables over a window of days; places
beyond the window stick to its edge, which is seen afterwards, and the pass runs
again on a wider window. Milestones run on a last, invented calendar on which every
day is worked: they stand where their links put them.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.network import (
    FF,
    FINISHED,
    FS,
    OPEN,
    SS,
    STARTED,
    Network,
    Passes,
)
from guatu.domain.planning.passes import PlainEngine, plain_engine
from guatu.domain.planning.tables import Tables, tables_around
from guatu.domain.planning.worktime import worktime_every_day

Ints = NDArray[np.int64]
Pair = tuple[Sequence[int], Sequence[int]]
_FIRST_SPAN = 8192
_WIDEST_SPAN = 600_000


class _Columns:
    """The columns of a network in level order, and its links by either end."""

    def __init__(self, network: Network) -> None:
        def taken(column: Sequence[int]) -> Ints:
            return np.asarray(column, dtype=np.int64)

        before, after = taken(network.before), taken(network.after)
        order, self.level_ends = _levels(len(network), before, after)
        self.order = order
        self.count = len(network)
        self.complete = len(order) == self.count
        if not self.complete:
            return
        place = np.empty(self.count, dtype=np.int64)
        place[order] = np.arange(self.count)
        self.place = place
        self.days = taken(network.days)[order]
        self.own = taken(network.calendar)[order]
        self.floor = taken(network.floor)[order]
        self.state = taken(network.state)[order]
        self.actual_start = taken(network.actual_start)[order]
        self.actual_finish = taken(network.actual_finish)[order]
        self.has_facts = bool((self.state != OPEN).any())
        self.run_on = np.where(self.days == 0, len(network.calendars), self.own)
        self.before, self.after = place[before], place[after]
        self.kind, self.lag = taken(network.kind), taken(network.lag)
        self.lag_calendar = taken(network.lag_calendar)


def _levels(count: int, before: Ints, after: Ints) -> tuple[Ints, list[int]]:
    """Peel the network level by level; activities in or after a circle never come up."""
    waiting = np.bincount(after, minlength=count)
    by_before = np.argsort(before, kind="stable")
    followers = after[by_before]
    first = np.concatenate(([0], np.cumsum(np.bincount(before, minlength=count))))
    level = np.flatnonzero(waiting == 0)
    found, ends, reached = [], [], 0
    while level.size:
        found.append(level)
        reached += level.size
        ends.append(reached)
        sizes = first[level + 1] - first[level]
        total = int(sizes.sum())
        offsets = np.repeat(first[level] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        freed, times = np.unique(followers[offsets + np.arange(total)], return_counts=True)
        waiting[freed] -= times
        level = freed[waiting[freed] == 0]
    order = np.concatenate(found) if found else np.empty(0, dtype=np.int64)
    return order.astype(np.int64), ends


class _Links:
    """Links grouped by one end (``held``) in level order, with what a sweep needs of each level."""

    def __init__(
        self, columns: _Columns, held: Ints, other: Ints, chosen: Ints, from_finish: Ints
    ) -> None:
        self.links = chosen[np.argsort(held[chosen], kind="stable")]
        self.held = held[self.links]
        self.source = other[self.links] + from_finish[self.links] * columns.count
        self.calendar = columns.run_on[self.held]
        lagged = columns.lag[self.links]
        self.lagged = np.flatnonzero(lagged)
        self.lag = lagged[self.lagged]
        self.lag_calendar = columns.lag_calendar[self.links][self.lagged]
        self.heads = np.flatnonzero(np.diff(self.held, prepend=-1))
        self.nodes = self.held[self.heads]
        edges = np.asarray([0, *columns.level_ends])
        self.link_at = np.searchsorted(self.held, edges)
        self.head_at = np.searchsorted(self.nodes, edges)
        self.lag_at = np.searchsorted(self.lagged, self.link_at)

    def level(self, number: int) -> tuple[slice, slice, slice]:
        """Return the links, the groups and the lagged links of a level."""
        return (
            slice(self.link_at[number], self.link_at[number + 1]),
            slice(self.head_at[number], self.head_at[number + 1]),
            slice(self.lag_at[number], self.lag_at[number + 1]),
        )


class ColumnarEngine:
    """Runs the passes of one network on columns; ``columnar_engine`` builds it.

    Where dates leave every window, the plain engine answers instead.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._columns = _Columns(network)
        self._calendars = (*network.calendars, worktime_every_day())
        self._plain: PlainEngine | None = None
        self._tables: Tables | None = None
        self._span = _FIRST_SPAN
        self._grouped: dict[str, tuple[Ints, Ints]] = {}
        if self._columns.complete:
            kind = self._columns.kind
            chosen = np.arange(len(kind))
            self._arriving = _Links(
                self._columns,
                self._columns.after,
                self._columns.before,
                chosen,
                np.isin(kind, (FS, FF)).astype(np.int64),
            )

    @property
    def network(self) -> Network:
        """The network that the engine runs."""
        return self._network

    @property
    def is_compiled(self) -> bool:
        """Tell that whole columns are not to be asked of this engine."""
        return False

    @property
    def depth(self) -> int:
        """The number of levels: the length of the longest chain of links."""
        return len(self._columns.level_ends)

    @property
    def order(self) -> Sequence[int]:
        """Activities so that predecessors come first; short where there is a circle."""
        listed: list[int] = self._columns.order.tolist()
        return listed

    def arriving_links(self, number: int) -> Sequence[int]:
        """Return the links that lead to an activity."""
        return self._links_at("after", number)

    def leaving_links(self, number: int) -> Sequence[int]:
        """Return the links that leave an activity."""
        return self._links_at("before", number)

    def _links_at(self, end: str, number: int) -> Sequence[int]:
        if end not in self._grouped:
            held = np.asarray(getattr(self._network, end), dtype=np.int64)
            sizes = np.bincount(held, minlength=len(self._network))
            first = np.concatenate(([0], np.cumsum(sizes)))
            self._grouped[end] = np.argsort(held, kind="stable"), first
        links, first = self._grouped[end]
        listed: list[int] = links[first[number] : first[number + 1]].tolist()
        return listed

    def forward(self, start: int, days: Sequence[int] | None = None) -> Pair:
        """Return early starts and finishes with no open work before ``start``."""
        columns = self._columns
        lasting = columns.days
        if days is not None:
            lasting = np.asarray(days, dtype=np.int64)[columns.order]
            if ((lasting == 0) != (columns.days == 0)).any():
                return self._fallback().forward(start, days)
        floor = np.maximum(columns.floor, start)

        def run(tables: Tables) -> tuple[Ints, Ints]:
            return self._sweep_forward(tables, floor, lasting)

        found = self._within(run, int(floor.min()), int(floor.max()))
        return self._fallback().forward(start, days) if found is None else self._listed(found)

    def backward(self, ceiling: Sequence[int], skipped: Sequence[bool]) -> Pair:
        """Return late starts and finishes under the ceilings of finishes."""
        columns = self._columns
        bounds = np.asarray(ceiling, dtype=np.int64)[columns.order]
        leaving = self._leaving(skipped)

        def run(tables: Tables) -> tuple[Ints, Ints]:
            return self._sweep_backward(tables, bounds, leaving)

        real = bounds[bounds < 10**7]
        if not real.size:
            return self._fallback().backward(ceiling, skipped)
        found = self._within(run, int(real.min()), int(real.max()))
        if found is None:
            return self._fallback().backward(ceiling, skipped)
        return self._listed(found)

    def floats(self, early: Pair, late: Pair, ceiling: Sequence[int]) -> Passes:
        """Join both passes with total and free floats in working days of the own calendar."""
        columns = self._columns
        order = columns.order
        first, last, late_first, late_last, bounds = (
            np.asarray(one, dtype=np.int64)[order] for one in (*early, *late, ceiling)
        )
        leaving = self._leaving(self._settled())

        def run(tables: Tables) -> tuple[Ints, Ints]:
            return self._spare(tables, (first, last), late_last, bounds, leaving)

        found = self._within(
            run,
            int(min(first.min(), late_first.min())),
            int(max(last.max(), late_last.max())),
            check=False,
        )
        if found is None:
            return self._fallback().floats(early, late, ceiling)
        total, free = self._listed(found)
        return Passes(
            early_start=early[0],
            early_finish=early[1],
            late_start=late[0],
            late_finish=late[1],
            total_float=total,
            free_float=free,
        )

    def _fallback(self) -> PlainEngine:
        if self._plain is None:
            self._plain = plain_engine(self._network)
        return self._plain

    def _settled(self) -> NDArray[np.bool_]:
        columns = self._columns
        from_start = ~np.isin(columns.kind, (FS, FF))
        into_done = columns.state[columns.after] == FINISHED
        settled: NDArray[np.bool_] = into_done | (
            (columns.state[columns.before] != OPEN) & from_start
        )
        return settled

    def _leaving(self, skipped: Any) -> _Links:
        columns = self._columns
        chosen = np.flatnonzero(~np.asarray(skipped, dtype=bool))
        to_finish = (~np.isin(columns.kind, (FS, SS))).astype(np.int64)
        return _Links(columns, columns.before, columns.after, chosen, to_finish)

    def _listed(self, found: tuple[Ints, Ints]) -> tuple[list[int], list[int]]:
        place = self._columns.place
        return found[0][place].tolist(), found[1][place].tolist()

    def _within(
        self,
        run: Callable[[Tables], tuple[Ints, Ints]],
        low: int,
        high: int,
        *,
        check: bool = True,
    ) -> tuple[Ints, Ints] | None:
        """Run a sweep on a window that holds its results; None where none is wide enough."""
        while high - low + 2 * self._span < _WIDEST_SPAN:
            if self._tables is None or not self._tables.hold(low, high):
                self._tables = tables_around(self._calendars, low - self._span, high + self._span)
            first, last = run(self._tables)
            if not check or self._tables.inside(int(first.min()), int(last.max())):
                return first, last
            self._span *= 2
            self._tables = None
        return None

    def _sweep_forward(self, tables: Tables, floor: Ints, days: Ints) -> tuple[Ints, Ints]:
        columns, arriving = self._columns, self._arriving
        count = columns.count
        edges = np.empty(2 * count, dtype=np.int64)
        starts, finishes = edges[:count], edges[count:]
        begun = tables.before(columns.run_on, floor)
        ends_at = ~np.isin(columns.kind[arriving.links], (FS, SS))
        shift = np.where(ends_at, 1 - days[arriving.held], 0)
        back = ends_at.astype(np.int64)
        low = 0
        for number, high in enumerate(columns.level_ends):
            links, heads, lags = arriving.level(number)
            if links.stop > links.start:
                edge = edges[arriving.source[links]]
                if lags.stop > lags.start:
                    at = arriving.lagged[lags] - links.start
                    edge[at] = tables.later(
                        arriving.lag_calendar[lags], edge[at], arriving.lag[lags]
                    )
                done = tables.before(arriving.calendar[links], edge - back[links]) + shift[links]
                most = np.maximum.reduceat(done, arriving.heads[heads] - links.start)
                begun[low:high] = np.maximum(begun[low:high], most)
            starts[low:high] = tables.start_at(columns.run_on[low:high], begun[low:high])
            finishes[low:high] = tables.finish_at(
                columns.run_on[low:high], begun[low:high] + days[low:high]
            )
            if columns.has_facts:
                self._lay_facts(starts, finishes, low, high, keep_starts=True)
            low = high
        return starts, finishes

    def _lay_facts(
        self, starts: Ints, finishes: Ints, low: int, high: int, *, keep_starts: bool
    ) -> None:
        columns = self._columns
        state = columns.state[low:high]
        done = state == FINISHED
        begun = done | (state == STARTED) if keep_starts else done
        starts[low:high] = np.where(begun, columns.actual_start[low:high], starts[low:high])
        finishes[low:high] = np.where(done, columns.actual_finish[low:high], finishes[low:high])

    def _sweep_backward(self, tables: Tables, ceiling: Ints, leaving: _Links) -> tuple[Ints, Ints]:
        columns = self._columns
        count, days = columns.count, columns.days
        edges = np.empty(2 * count, dtype=np.int64)
        starts, finishes = edges[:count], edges[count:]
        done = tables.before(columns.run_on, ceiling)
        from_start = ~np.isin(columns.kind[leaving.links], (FS, FF))
        shift = np.where(from_start, days[leaving.held] - 1, 0)
        ahead = from_start.astype(np.int64)
        high = count
        lows = [0, *columns.level_ends[:-1]]
        for number in range(len(lows) - 1, -1, -1):
            low = lows[number]
            links, heads, lags = leaving.level(number)
            if links.stop > links.start:
                edge = edges[leaving.source[links]]
                if lags.stop > lags.start:
                    at = leaving.lagged[lags] - links.start
                    edge[at] = tables.sooner(
                        leaving.lag_calendar[lags], edge[at], leaving.lag[lags]
                    )
                least = tables.before(leaving.calendar[links], edge + ahead[links]) + shift[links]
                least = np.minimum.reduceat(least, leaving.heads[heads] - links.start)
                nodes = leaving.nodes[heads]
                done[nodes] = np.minimum(done[nodes], least)
            run_on = columns.run_on[low:high]
            starts[low:high] = tables.start_at(run_on, done[low:high] - days[low:high])
            finishes[low:high] = tables.finish_at(run_on, done[low:high])
            if columns.has_facts:
                self._lay_facts(starts, finishes, low, high, keep_starts=False)
            high = low
        return starts, finishes

    def _spare(
        self,
        tables: Tables,
        early: tuple[Ints, Ints],
        late_finish: Ints,
        ceiling: Ints,
        leaving: _Links,
    ) -> tuple[Ints, Ints]:
        columns = self._columns
        own = columns.own
        reached = tables.before(own, early[1])
        total = tables.before(own, late_finish) - reached
        started = columns.state == STARTED
        rest = tables.start_at(
            columns.run_on, tables.before(columns.run_on, early[1]) - columns.days
        )
        resumed = np.where(started, rest, early[0])
        free = tables.before(own, ceiling) - reached
        if leaving.links.size:
            edge = np.concatenate((resumed, early[1]))[leaving.source]
            edge[leaving.lagged] = tables.sooner(
                leaving.lag_calendar, edge[leaving.lagged], leaving.lag
            )
            held = leaving.held
            from_start = ~np.isin(columns.kind[leaving.links], (FS, FF))
            lasts = columns.days[held] > 0
            ahead = (from_start & lasts).astype(np.int64)
            spare = tables.before(own[held], edge + ahead) - ahead
            spare = spare - np.where(from_start, tables.before(own, early[0])[held], reached[held])
            least = np.minimum.reduceat(spare, leaving.heads)
            free[leaving.nodes] = np.minimum(free[leaving.nodes], least)
        done = columns.state == FINISHED
        return np.where(done, 0, total), np.where(done, 0, np.maximum(free, 0))


def columnar_engine(network: Network) -> ColumnarEngine:
    """Prepare the columnar engine; its order is short where the network has a circle."""
    return ColumnarEngine(network)
