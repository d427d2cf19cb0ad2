"""The compiled engine: the passes of large networks at the speed of memory.

Results are those of the plain engine; where dates leave every window of the tables,
the plain engine answers itself.
"""

from collections.abc import Callable, Sequence

import numpy as np

from guatu.domain.planning.compiled.kernel import UNSET, CalendarRows, Ints, LinkRows, Marks
from guatu.domain.planning.compiled.layout import Layout, layout_of, narrow
from guatu.domain.planning.compiled.sweeps import (
    ActivityRows,
    FloatRows,
    new_edges,
    resume,
    sweep_bound,
    sweep_early,
    sweep_floats,
    sweep_late,
    sweep_reached,
)
from guatu.domain.planning.network import OPEN, Network, Passes
from guatu.domain.planning.passes import PlainEngine, plain_engine
from guatu.domain.planning.tables import Tables, tables_around

Pair = tuple[Sequence[int], Sequence[int]]
_FIRST_SPAN = 4096
_LARGE, _LARGE_SPAN = 200_000, 16384
# Cells of both tables together stay under a quarter of a gigabyte.
_MOST_CELLS = 30_000_000


class CompiledEngine:
    """Runs the passes of one network; ``compiled_engine`` builds it.

    The methods of ``Engine`` speak in the order of the network; those that take and
    give arrays speak in places of ``layout`` and give None where no window is wide enough.
    """

    def __init__(self, network: Network, layout: Layout | None = None) -> None:
        self._network = network
        self.layout = layout_of(network) if layout is None else layout
        self._plain: PlainEngine | None = None
        self._tables: Tables | None = None
        self._span = _FIRST_SPAN if len(network) < _LARGE else _LARGE_SPAN
        self._grouped: dict[str, tuple[Ints, Ints]] = {}

    @property
    def network(self) -> Network:
        """The network that the engine runs."""
        return self._network

    @property
    def is_compiled(self) -> bool:
        """Tell that whole columns can be asked of this engine."""
        return True

    @property
    def order(self) -> Sequence[int]:
        """Activities so that predecessors come first; short where there is a circle."""
        listed: list[int] = self.layout.order.tolist()
        return listed

    @property
    def plain(self) -> PlainEngine:
        """The engine that answers where dates leave every window."""
        if self._plain is None:
            self._plain = plain_engine(self._network)
        return self._plain

    def arriving_links(self, number: int) -> Sequence[int]:
        """Return the links that lead to an activity."""
        return self._links_at("after", number)

    def leaving_links(self, number: int) -> Sequence[int]:
        """Return the links that leave an activity."""
        return self._links_at("before", number)

    def _links_at(self, end: str, number: int) -> Sequence[int]:
        if end not in self._grouped:
            held = narrow(getattr(self._network, end))
            sizes = np.bincount(held, minlength=len(self._network))
            first = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
            self._grouped[end] = np.argsort(held, kind="stable").astype(np.int32), first
        links, first = self._grouped[end]
        listed: list[int] = links[first[number] : first[number + 1]].tolist()
        return listed

    def forward(self, start: int, days: Sequence[int] | None = None) -> Pair:
        """Return early starts and finishes with no open work before ``start``."""
        lasting = None if days is None else narrow(days)[self.layout.order]
        found = self.early(start, lasting)
        return self.plain.forward(start, days) if found is None else self.listed(found)

    def backward(self, ceiling: Sequence[int], skipped: Sequence[bool]) -> Pair:
        """Return late starts and finishes under the ceilings of finishes."""
        layout = self.layout
        links = np.argsort(layout.place[narrow(self._network.before)], kind="stable")
        marks = np.asarray(skipped, dtype=np.int32)[links]
        rules = (layout.leaving.rule & ~np.int32(2)) | (2 * marks)
        everybody = np.ones(len(layout.order), dtype=np.int8)
        leaving = layout.leaving._replace(rule=rules)
        found = self.late(narrow(ceiling)[layout.order], everybody, leaving)
        return self.plain.backward(ceiling, skipped) if found is None else self.listed(found)

    def floats(self, early: Pair, late: Pair, ceiling: Sequence[int]) -> Passes:
        """Join both passes with total and free floats in working days of the own calendar."""
        place = self.layout.place
        edges = self.unlisted(early), self.unlisted(late)
        found = self.spare(*edges, narrow(ceiling)[self.layout.order])
        if found is None:
            return self.plain.floats(early, late, ceiling)
        return Passes(
            early_start=early[0],
            early_finish=early[1],
            late_start=late[0],
            late_finish=late[1],
            total_float=found.total[place].tolist(),
            free_float=found.free[place].tolist(),
        )

    def early(self, start: int, days: Ints | None = None) -> Ints | None:
        """Return early edges by place, two an activity."""
        layout = self.layout
        edges = new_edges(len(layout.order))
        floor = np.maximum(layout.floor, np.int32(start))
        work = ActivityRows(layout.days if days is None else days, layout.own, floor)

        def run(calendars: CalendarRows, high: int) -> bool:
            return sweep_early(edges, work, layout.facts, layout.arriving, calendars) < high

        low, high = self._facts(int(floor.min()), int(floor.max()))
        return edges if self._within(run, low, high) else None

    def late(self, ceiling: Ints, bound: Marks, leaving: LinkRows | None = None) -> Ints | None:
        """Return late edges by place; unbound activities stand beyond all places."""
        layout = self.layout
        edges = new_edges(len(layout.order))
        real = ceiling[ceiling < UNSET]
        if not real.size:
            return None
        work = ActivityRows(layout.days, layout.own, ceiling)
        links = layout.leaving if leaving is None else leaving

        def run(calendars: CalendarRows, _: int) -> bool:
            first = sweep_late(edges, bound, work, layout.facts, links, calendars)
            return first > calendars.low

        low, high = self._facts(int(real.min()), int(real.max()))
        return edges if self._within(run, low, high) else None

    def spare(self, early: Ints, late: Ints, ceiling: Ints) -> FloatRows | None:
        """Return the floats between early and late edges."""
        layout = self.layout
        count = len(layout.order)
        floats = FloatRows(np.empty(count, dtype=np.int32), np.empty(count, dtype=np.int32))
        work = ActivityRows(layout.days, layout.own, ceiling)
        state = layout.facts.state

        def run(calendars: CalendarRows, _: int) -> bool:
            resumed = early
            if (state != OPEN).any():
                resumed = new_edges(count)
                resume(resumed, early, work, state, calendars)
            sweep_floats(floats, (early, resumed, late), work, state, layout.leaving, calendars)
            return True

        low = min(int(early.min()), int(late.min()))
        high = max(int(early.max()), int(late.max()))
        return floats if self._within(run, low, high) else None

    def bound(self, ceiling: Ints) -> Marks:
        """Mark what the ceilings bind."""
        layout = self.layout
        marks = np.empty(len(layout.order), dtype=np.int8)
        sweep_bound(marks, ceiling, layout.leaving)
        return marks

    def reached(self, early: Ints, milestone: Marks) -> Marks | None:
        """Mark the milestones that finished work brings about."""
        layout = self.layout
        marks = np.empty(len(layout.order), dtype=np.int8)

        def run(calendars: CalendarRows, _: int) -> bool:
            looked_at = marks, milestone, layout.facts.state
            sweep_reached(looked_at, early, layout.floor, layout.arriving, calendars)
            return True

        return marks if self._within(run, int(early.min()), int(early.max())) else None

    def listed(self, edges: Ints) -> Pair:
        """Return edges by place as starts and finishes in the order of the network."""
        starts, finishes = self.columns(edges)
        return starts.tolist(), finishes.tolist()

    def columns(self, edges: Ints) -> tuple[Ints, Ints]:
        """Return the same as arrays."""
        pairs = edges.reshape(-1, 2)[self.layout.place]
        return pairs[:, 0].copy(), pairs[:, 1].copy()

    def unlisted(self, pair: Pair) -> Ints:
        """Return starts and finishes in the order of the network as edges by place."""
        edges = new_edges(len(self.layout.order))
        edges[0::2], edges[1::2] = (narrow(one)[self.layout.order] for one in pair)
        return edges

    def share_tables(self, other: "CompiledEngine") -> None:
        """Take over the tables of an engine with the same calendars."""
        self._tables, self._span = other._tables, other._span  # noqa: SLF001 one class

    def calendars(self, edges: Ints) -> CalendarRows:
        """Return tables that hold all places of the edges."""
        low, high = int(edges.min()), int(edges.max())
        if self._tables is None or not self._tables.hold(low, high):
            calendars = self._network.calendars
            self._tables = tables_around(calendars, low - self._span, high + self._span)
        return CalendarRows(*self._tables.columns)

    def _facts(self, low: int, high: int) -> tuple[int, int]:
        """Widen a range of places by what happened: lags are counted from facts too."""
        state, *columns = self.layout.facts
        told = state != OPEN
        if told.any():
            for column in columns:
                known = column[told & (np.abs(column) < UNSET)]
                low = min(low, int(known.min(initial=low)))
                high = max(high, int(known.max(initial=high)))
        return low, high

    def _within(self, run: Callable[[CalendarRows, int], bool], low: int, high: int) -> bool:
        """Run a sweep on a window that holds its results; False where none is wide enough."""
        rows = len(self._network.calendars)
        while (high - low + 2 * self._span) * rows < _MOST_CELLS:
            if self._tables is None or not self._tables.hold(low, high):
                calendars = self._network.calendars
                self._tables = tables_around(calendars, low - self._span, high + self._span)
            if run(CalendarRows(*self._tables.columns), self._tables.high):
                return True
            self._span *= 2
            self._tables = None
        return False


def compiled_engine(network: Network) -> CompiledEngine:
    """Prepare the compiled engine; its order is short where the network has a circle."""
    return CompiledEngine(network)
