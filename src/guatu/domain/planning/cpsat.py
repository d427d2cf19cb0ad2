"""The workload as a model of CP-SAT: it proves bounds, finds plans of small and multi-mode work.

The one place that imports OR-Tools. Only workloads on which every day is worked are
modelled: with calendars an interval would occupy its days off, and bounds would be
wrong. Redundant terms: windows from heads and tails under the best known cost, and the
energy of each resource.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from guatu.domain.planning.levelling.bounds import Heads
from guatu.domain.planning.levelling.workload import Bond, LevelStatus, Placeable, Workload
from guatu.domain.planning.network import FF, FS, SS

_STATUS = {
    cp_model.OPTIMAL: LevelStatus.OPTIMAL,
    cp_model.FEASIBLE: LevelStatus.FEASIBLE,
    cp_model.INFEASIBLE: LevelStatus.INFEASIBLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What the prover reached: a plan below the cost asked for, that there is none, or only a bound."""

    status: LevelStatus
    bound: int
    starts: tuple[int, ...] = ()
    finishes: tuple[int, ...] = ()
    options: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A known plan from which the prover starts."""

    starts: Sequence[int]
    options: Sequence[int]


class Prover:
    """One model of a workload whose plans cost at least ``least`` and at most ``most`` (None: no limit)."""

    def __init__(
        self, workload: Workload, heads: Heads, *, horizon: int, least: int, most: int | None
    ) -> None:
        self._workload = workload
        self._model = cp_model.CpModel()
        self._solver = cp_model.CpSolver()
        self._horizon = horizon
        self._starts: list[Any] = []
        self._ends: list[Any] = []
        self._modes: list[list[Any]] = []
        self._intervals: list[list[Any]] = []
        for number, one in enumerate(workload.activities):
            self._add_activity(number, one, heads)
        for bond in workload.bonds:
            self._add_bond(bond)
        for resource in range(len(workload.capacities)):
            self._add_resource(resource)
        self._add_stocks()
        self._cost = self._add_cost(least, most)

    def _add_activity(self, number: int, one: Placeable, heads: Heads) -> None:
        model = self._model
        last = self._horizon - heads.tails[number]
        start = model.new_int_var(heads.starts[number], last, "")
        end = model.new_int_var(heads.finishes[number], last, "")
        self._starts.append(start)
        self._ends.append(end)
        if len(one.options) == 1:
            days = one.options[0].days
            self._modes.append([])
            self._intervals.append([model.new_fixed_size_interval_var(start, days, "")])
            model.add(end == start + days)
            return
        chosen = [model.new_bool_var("") for _ in one.options]
        model.add_exactly_one(chosen)
        self._modes.append(chosen)
        intervals = []
        for option, is_it in zip(one.options, chosen, strict=True):
            model.add(end == start + option.days).only_enforce_if(is_it)
            if option.not_before > heads.starts[number]:
                model.add(start >= option.not_before).only_enforce_if(is_it)
            intervals.append(
                model.new_optional_fixed_size_interval_var(start, option.days, is_it, "")
            )
        self._intervals.append(intervals)

    def _add_bond(self, bond: Bond) -> None:
        before = self._ends if bond.kind in (FS, FF) else self._starts
        after = self._starts if bond.kind in (FS, SS) else self._ends
        self._model.add(after[bond.after] >= before[bond.before] + bond.lag)

    def _add_resource(self, resource: int) -> None:
        capacity = self._workload.capacities[resource]
        intervals, demands = [], []
        for number, one in enumerate(self._workload.activities):
            for option, interval in zip(one.options, self._intervals[number], strict=True):
                units = sum(two for at, two in option.uses if at == resource)
                if units and option.days:
                    intervals.append(interval)
                    demands.append(units)
        if not intervals:
            return
        most = capacity.most
        origin = self._workload.origin
        for at, (place, units) in enumerate(((origin, 0), *capacity.steps)):
            steps = capacity.steps
            end = steps[at][0] if at < len(steps) else self._horizon
            first = max(place, origin)
            if units < most and first < min(end, self._horizon):
                length = min(end, self._horizon) - first
                intervals.append(self._model.new_fixed_size_interval_var(first, length, ""))
                demands.append(most - units)
        self._model.add_cumulative(intervals, demands, most)

    def _add_stocks(self) -> None:
        for stock, units in enumerate(self._workload.stocks):
            terms: list[Any] = []
            fixed = 0
            for one, chosen in zip(self._workload.activities, self._modes, strict=True):
                for at, option in enumerate(one.options):
                    spent = sum(two for number, two in option.spends if number == stock)
                    if spent and chosen:
                        terms.append(spent * chosen[at])
                    elif spent:
                        fixed += spent
            self._model.add(sum(terms) <= units - fixed)

    def _add_cost(self, least: int, most: int | None) -> Any:
        """Add the lateness of the goals and the cost, held between what is known."""
        model, goals = self._model, self._workload.goals
        late = [
            model.new_int_var(0, max(0, self._horizon - goal.due), "") if goal.weight else 0
            for goal in goals
        ]
        for number, one in enumerate(self._workload.activities):
            if one.goal is not None and goals[one.goal].weight:
                model.add(late[one.goal] >= self._ends[number] - goals[one.goal].due)
        top = sum(goal.weight * max(0, self._horizon - goal.due) for goal in goals)
        cost = model.new_int_var(least, top if most is None else min(most, top), "")
        model.add(cost == sum(goal.weight * one for goal, one in zip(goals, late, strict=True)))
        model.minimize(cost)
        return cost

    def stop(self) -> None:
        """End the search from another thread."""
        self._solver.stop_search()

    def prove(
        self,
        *,
        seconds: float,
        seed: int,
        work: float | None = None,
        hint: Hint | None = None,
        told: Callable[[Proven], None] | None = None,
    ) -> Proven:
        """Search for at most so many seconds (or so much of the solver's own measure of work)."""
        if hint is not None:
            for number, start in enumerate(hint.starts):
                self._model.add_hint(self._starts[number], start)
                for at, chosen in enumerate(self._modes[number]):
                    self._model.add_hint(chosen, at == hint.options[number])
        parameters = self._solver.parameters
        parameters.num_workers = 1
        parameters.random_seed = seed
        parameters.max_time_in_seconds = max(seconds, 0.01)
        if work is not None:
            parameters.max_deterministic_time = work
        if not any(self._modes):
            # Without modes the linear relaxation costs more than it prunes (measured).
            parameters.linearization_level = 0
        watch = None if told is None else _Watch(self, told)
        status = self._solver.solve(self._model, watch)
        bound = (
            int(-(-self._solver.best_objective_bound // 1)) if status != cp_model.INFEASIBLE else 0
        )
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return self.proof_of(self._solver, _STATUS[status], bound)
        return Proven(status=_STATUS.get(status, LevelStatus.UNKNOWN), bound=bound)

    def proof_of(self, values: Any, status: LevelStatus, bound: int) -> Proven:
        """Return the plan that a solver or a callback holds."""
        return Proven(
            status=status,
            bound=bound,
            starts=tuple(int(values.value(one)) for one in self._starts),
            finishes=tuple(int(values.value(one)) for one in self._ends),
            options=tuple(
                next((at for at, one in enumerate(chosen) if values.value(one)), 0)
                for chosen in self._modes
            ),
        )


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes every plan on as it is found."""

    def __init__(self, prover: Prover, told: Callable[[Proven], None]) -> None:
        super().__init__()
        self._prover = prover
        self._told = told

    def on_solution_callback(self) -> None:
        """Tell of the plan."""
        self._told(self._prover.proof_of(self, LevelStatus.FEASIBLE, 0))
