"""A solver that knows nothing of passes, asked for the earliest and the latest dates, gives the same."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.planning.compiled.engine import compiled_engine
from guatu.domain.planning.network import FF, FS, SS, Network, network_of
from guatu.domain.planning.passes import settled_links
from guatu.domain.planning.tables import tables_around

START = MONDAY.toordinal()
LOW, HIGH = START - 130, START + 170


class Modelled:
    """Starts, finishes and links of a network as constraints over calendar tables."""

    def __init__(self, network: Network) -> None:
        self.model = cp_model.CpModel()
        counts, worked, self.low, width = tables_around(network.calendars, LOW, HIGH).columns
        self.counts = counts.reshape(-1, width).tolist()
        self.worked = worked.reshape(-1, width).tolist()
        self.starts, self.finishes = [], []
        for number, days in enumerate(network.days):
            start, finish = self.place(), self.place()
            if days:
                begun = self.model.new_int_var(0, width - 20, "")
                rows = self.worked[network.calendar[number]]
                self.model.add_element(begun + 1, rows, start)
                self.model.add_element(begun + days, rows, finish - 1)
            else:
                self.model.add(start == finish)
            self.starts.append(start)
            self.finishes.append(finish)

    def place(self) -> cp_model.IntVar:
        return self.model.new_int_var(LOW + 20, HIGH - 20, "")

    def moved(self, edge: cp_model.IntVar, calendar: int, lag: int) -> cp_model.IntVar:
        """The first place with so many more worked days before it, as the passes mean a lag."""
        if not lag:
            return edge
        done, moved = self.model.new_int_var(0, 300, ""), self.place()
        self.model.add_element(edge - self.low, self.counts[calendar], done)
        self.model.add_element(done + lag, self.worked[calendar], moved - 1)
        return moved

    def link(self, network: Network, link: int) -> None:
        kind, before, after = network.kind[link], network.before[link], network.after[link]
        edge = (self.finishes if kind in (FS, FF) else self.starts)[before]
        held = (self.starts if kind in (FS, SS) else self.finishes)[after]
        self.model.add(held >= self.moved(edge, network.lag_calendar[link], network.lag[link]))

    def solved(self, wanted: object) -> tuple[list[int], list[int]]:
        self.model.minimize(wanted)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(self.model) == cp_model.OPTIMAL
        return [solver.value(one) for one in self.starts], [solver.value(one) for one in self.finishes]  # fmt: skip


@settings(deadline=None, max_examples=12)
@given(plans(most=4), st.integers(20, 60))
def test_a_solver_finds_the_early_and_the_late_dates(plan, room):
    network = network_of(plan)
    engine = compiled_engine(network)
    early = Modelled(network)
    for number in range(len(network)):
        early.model.add(early.starts[number] >= max(START, network.floor[number]))
    for link in range(len(network.before)):
        early.link(network, link)
    assert early.solved(sum(early.starts) + sum(early.finishes)) == tuple(map(list, engine.forward(START)))  # fmt: skip
    end = (MONDAY + timedelta(days=room)).toordinal()
    ceiling = [min(end, place) for place in network.ceiling]
    late = Modelled(network)
    for number, place in enumerate(ceiling):
        late.model.add(late.finishes[number] <= place)
    for link in range(len(network.before)):
        late.link(network, link)
    found = engine.backward(ceiling, settled_links(network))
    assert late.solved(-sum(late.starts) - sum(late.finishes)) == tuple(map(list, found))
