"""Annealed chains as searchers: they lay a workload out, take turns, and tell the board."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from guatu.domain.kernel.protocols import Stopwatch
from guatu.domain.planning.compiled.annealing import anneal, begin, resume
from guatu.domain.planning.compiled.load import sort_keys
from guatu.domain.planning.compiled.placing import place_late
from guatu.domain.planning.levelling.bounds import Heads
from guatu.domain.planning.levelling.laying import (
    Ints,
    chain_of,
    first_axis,
    load_of,
    longest_axis,
)
from guatu.domain.planning.levelling.search import Allowance, Board, FoundPlan
from guatu.domain.planning.levelling.workload import Workload, cost_of

_TURN_SECONDS = 0.03
_COUNTED_STEPS = 50
_HOT, _COLD = 1.0, 0.1
# Parts of the run at which a chain that has fallen behind goes on from the board's best.
_MEETINGS = (0.5, 0.75, 0.9)


class Annealer:
    """One chain over one load; see ``compiled.annealing`` for its step."""

    def __init__(
        self, workload: Workload, axis: int, modes: Sequence[int], seed: int, stopwatch: Stopwatch
    ) -> None:
        self._workload = workload
        self._load = load_of(workload, axis)
        self._chain = chain_of(self._load, modes, seed)
        self._stopwatch = stopwatch
        self._steps = _COUNTED_STEPS
        self._met = 0
        self._joined: float | None = None
        has_modes = any(len(one.options) > 1 for one in workload.activities)
        self._switching = 30 if has_modes else 0

    def begin(self, board: Board, keys: Sequence[int]) -> bool:
        """Lay out a first plan in the order of the keys; False where the axis is too short."""
        if not begin(self._load, self._chain, np.array(keys, dtype=np.int64)):
            return False
        for more in self._other_keys(keys):
            begin(self._load, self._chain, more)
        resume(self._chain)
        self._tell(board)
        return True

    def _other_keys(self, keys: Sequence[int]) -> list[Ints]:
        """Return further orders to begin with where there are several groups: one group after another.

        Groups go by the place they are due, and by the work they hold.
        """
        load = self._load
        count = int(load.groups[0])
        if count == 1:
            return []
        held = np.zeros(count)
        np.add.at(held, load.group, load.days[load.mode_ptr[:-1]])
        dues = np.full(count, 1 << 40)
        for group, goal in zip(load.group, load.goal, strict=True):
            if goal >= 0 and load.weight[goal] == load.weight.max():
                dues[group] = min(dues[group], load.due[goal])
        found = []
        for rank in (dues, held):
            order = np.lexsort((np.array(keys), rank[load.group]))
            place = np.empty(len(order), dtype=np.int64)
            place[order] = np.arange(len(order))
            found.append(place)
        return found

    def turn(self, board: Board, passed: float) -> bool:
        """Anneal for some hundredths of a second, or a fixed count of steps where steps are counted."""
        if self._met < len(_MEETINGS) and passed >= _MEETINGS[self._met]:
            self._met += 1
            self._meet(board)
        if self._joined is None:
            self._joined = passed
        before = self._stopwatch.spent()
        heat = _HOT * (_COLD / _HOT) ** ((passed - self._joined) / max(1 - self._joined, 1e-9))
        anneal(self._load, self._chain, self._steps, float(heat), self._switching, int(board.bound))
        board.steps += self._steps
        self._tell(board)
        self._pace(self._stopwatch.spent() - before)
        return True

    def _pace(self, taken: float) -> None:
        """Set the steps of the next turn by the time that this one took (no clock: none taken)."""
        if taken > 0:
            self._steps = max(2, min(int(self._steps * _TURN_SECONDS / taken) + 1, 20_000))

    def _meet(self, board: Board) -> None:
        best = board.best
        if best is None or best.cost >= self._chain.value[0]:
            resume(self._chain)
            return
        first = self._load.mode_ptr[:-1]
        self._chain.new_modes[:] = first + np.array(best.options)
        keys = np.array(best.starts, dtype=np.int64) - self._workload.origin
        chosen = self._chain.modes.copy()
        self._chain.modes[:] = self._chain.new_modes
        if not begin(self._load, self._chain, keys):
            self._chain.modes[:] = chosen

    def _tell(self, board: Board) -> None:
        chain = self._chain
        cost, excess, second = chain.value
        best = board.best
        if excess > 0 or (best is not None and (cost, second) >= (best.cost, best.second - 1e-9)):
            return
        origin = self._workload.origin
        found = FoundPlan(
            starts=tuple(origin + int(place) for place in chain.best_start),
            finishes=tuple(origin + int(place) for place in chain.best_finish),
            options=tuple(int(one) for one in chain.best_modes - self._load.mode_ptr[:-1]),
            cost=int(cost),
            second=float(second),
        )
        board.offer(found, self._stopwatch.spent())


def annealers(  # noqa: PLR0917 what a run knows, in one order everywhere
    workload: Workload,
    heads: Heads,
    board: Board,
    allowance: Allowance,
    stopwatch: Stopwatch,
    count: int,
) -> list[Annealer]:
    """Return as many chains as there are workers, each begun; none where no plan fits the axis."""
    modes = first_modes(workload)
    keys = first_keys(workload, heads)
    longest = longest_axis(workload, heads)
    axis = first_axis(workload, heads)
    first = Annealer(workload, axis, modes, allowance.seed, stopwatch)
    while not first.begin(board, keys):
        if axis >= longest:
            return []
        axis = min(longest, 3 * axis)
        first = Annealer(workload, axis, modes, allowance.seed, stopwatch)
    axis = _axis(workload, board, longest)
    chains = []
    for number in range(max(1, count)):
        one = Annealer(workload, axis, modes, allowance.seed + 7919 * number, stopwatch)
        if not one.begin(board, keys):
            return [first]
        chains.append(one)
    return chains


def as_late(workload: Workload, plan: FoundPlan, ceilings: Sequence[int]) -> FoundPlan | None:
    """Return the plan with everything as late as links, capacities and the ceilings allow; None where that fails."""
    axis = max(*ceilings, *plan.finishes) - workload.origin + 2
    load = load_of(workload, axis)
    modes = [
        int(first) + option for first, option in zip(load.mode_ptr[:-1], plan.options, strict=True)
    ]
    chain = chain_of(load, modes, 1)
    finishes = np.array(plan.finishes, dtype=np.int64) - workload.origin
    sort_keys(load, load.order, finishes, chain.counts, chain.place, 0)
    limits = np.array(ceilings, dtype=np.int64) - workload.origin
    start, finish = chain.new_start, chain.new_finish
    if not place_late(load, chain.place, chain.modes, start, finish, chain.free, limits):
        return None
    starts = tuple(workload.origin + int(place) for place in start)
    ends = tuple(workload.origin + int(place) for place in finish)
    return replace(plan, starts=starts, finishes=ends, cost=cost_of(workload, ends))


def _axis(workload: Workload, board: Board, longest: int) -> int:
    """Return a shorter axis that still leaves room for worse plans than the first."""
    if board.best is None:
        return longest
    reached = max(board.best.finishes) - workload.origin
    return min(longest, reached + reached // 2 + 30)


def first_modes(workload: Workload) -> list[int]:
    """Return first modes: those that spend least of what is used up, then the quickest."""
    chosen = []
    number = 0
    for one in workload.activities:
        weights = [
            (
                sum(units / max(workload.stocks[stock], 1) for stock, units in option.spends),
                option.days,
            )
            for option in one.options
        ]
        fitting = [
            at
            for at, option in enumerate(one.options)
            if all(units <= workload.capacities[resource].most for resource, units in option.uses)
            or not option.days
        ]
        chosen.append(number + min(fitting, key=lambda at: weights[at]))
        number += len(one.options)
    return chosen


def first_keys(workload: Workload, heads: Heads) -> list[int]:
    """Return the late starts by the links (hung starts where they are known) as keys from 0 on."""
    if any(one.hung is not None for one in workload.activities):
        return [
            max(0, (heads.starts[number] if one.hung is None else one.hung) - workload.origin)
            for number, one in enumerate(workload.activities)
        ]
    length = max(heads.finishes, default=0)
    tails = _tails(workload)
    keys = [length - tail for tail in tails]
    least = min(keys, default=0)
    return [key - least for key in keys]


def _tails(workload: Workload) -> list[int]:
    """Return by activity the working days of the longest chain that begins with it."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in workload.activities]
    waiting = [0] * len(workload.activities)
    for bond in workload.bonds:
        leaving[bond.before].append((bond.after, max(0, bond.lag)))
        waiting[bond.after] += 1
    order = [number for number, count in enumerate(waiting) if not count]
    for number in order:
        for one, _ in leaving[number]:
            waiting[one] -= 1
            if not waiting[one]:
                order.append(one)
    tails = [0] * len(workload.activities)
    for number in reversed(order):
        days = min(option.days for option in workload.activities[number].options)
        tails[number] = days + max((lag + tails[one] for one, lag in leaving[number]), default=0)
    return tails
