"""The levelling run: annealed chains and the prover side by side on one board.

Each worker has a searcher that works in short turns and looks at the board between
them. With a clock the turns end when time is over and answers may differ from run to
run (another number of steps fits in); with a count of steps the turns go round in a
fixed order and the answer depends on the seed alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from guatu.domain.kernel.protocols import Hands, Stopwatch
from guatu.domain.planning.levelling.checking import broken_rules
from guatu.domain.planning.levelling.workload import (
    Levelled,
    LevelStatus,
    Workload,
    cost_of,
    order_of,
)

if TYPE_CHECKING:
    from guatu.domain.planning.levelling.bounds import Heads


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a levelling run may use: a seed, and a limit of steps in place of the clock where one is given."""

    seed: int = 1
    steps: int | None = None
    with_prover: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlan:
    """A plan as a searcher found it; places on the axis of the workload."""

    starts: tuple[int, ...]
    finishes: tuple[int, ...]
    options: tuple[int, ...]
    cost: int
    second: float


class PartOfTime:
    """A stopwatch that stops after a part of what another one has left."""

    def __init__(self, whole: Stopwatch, *, part: float) -> None:
        self._whole = whole
        self._kept = whole.left() * (1 - part)

    def spent(self) -> float:
        """Return the seconds since the beginning of the whole."""
        return self._whole.spent()

    def left(self) -> float:
        """Return the seconds that remain of the part."""
        return self._whole.left() - self._kept


class Board:
    """What the searchers of one run know together: the best plan, the bound, and what to tell of it.

    ``is_tied``: plans of equal cost still differ in worth (hung dates, prices), so that
    the least cost does not end the run.
    """

    def __init__(
        self, bound: int, told: Callable[[Levelled], None] | None, *, is_tied: bool = False
    ) -> None:
        self.bound = bound
        self.halts: list[Callable[[], None]] = []
        self._is_tied = is_tied
        self.best: FoundPlan | None = None
        self.steps = 0
        self.is_impossible = False
        self._told = told
        self._lock = Lock()

    def offer(self, found: FoundPlan, seconds: float) -> None:
        """Take a plan if it is better than the best."""
        with self._lock:
            best = self.best
            if best is not None and (found.cost, found.second) >= (best.cost, best.second - 1e-9):
                return
            self.best = found
            if self._told is not None and (best is None or found.cost < best.cost):
                self._told(_levelled(self, seconds))

    def raise_bound(self, bound: int) -> None:
        """Take a proven bound if it is higher."""
        with self._lock:
            self.bound = max(self.bound, bound)

    @property
    def is_done(self) -> bool:
        """Tell whether nothing better can be found."""
        if self.is_impossible:
            return True
        if self.best is None or self.best.cost > self.bound:
            return False
        return not self._is_tied or self.best.second <= 0

    def halt(self) -> None:
        """End what runs outside the turns."""
        for one in self.halts:
            one()


class Searcher(Protocol):
    """Works in short turns."""

    def turn(self, board: Board, passed: float) -> bool:
        """Work a little; ``passed`` is the part of the run that is over. False: nothing left to do."""
        ...


def level_workload(
    workload: Workload,
    *,
    allowance: Allowance,
    stopwatch: Stopwatch,
    hands: Hands,
    told: Callable[[Levelled], None] | None = None,
    hint: FoundPlan | None = None,
) -> Levelled:
    """Level a workload: a first plan at once, then better ones until time or steps are over.

    ``told`` hears of every better plan. ``hint`` is a plan known before. The answer is
    checked exactly; an AssertionError there is a bug of ours.
    """
    from guatu.domain.planning.levelling.bounds import heads_of, lower_bound  # noqa: PLC0415 numpy is loaded where a run begins

    if not workload.activities:
        return Levelled(status=LevelStatus.OPTIMAL, seconds=stopwatch.spent())
    if any(not _fits(workload, number) for number in range(len(workload.activities))):
        return Levelled(status=LevelStatus.INFEASIBLE, seconds=stopwatch.spent())
    heads = heads_of(workload)
    is_tied = any(
        one.hung is not None or any(option.price for option in one.options)
        for one in workload.activities
    )
    board = Board(lower_bound(workload, heads), told, is_tied=is_tied)
    if hint is not None:
        board.offer(hint, stopwatch.spent())
    searchers = _searchers(workload, heads, board, allowance, stopwatch, hands.count)
    if allowance.steps is None:
        hands.together([_timed(one, board, stopwatch) for one in searchers])
    else:
        _counted(searchers, board, stopwatch, allowance.steps)
    answer = _levelled(board, stopwatch.spent())
    if answer.starts:
        broken = broken_rules(workload, answer.starts, answer.finishes, answer.options)
        assert not broken, broken[:3]
        assert answer.cost == cost_of(workload, answer.finishes)
    return answer


def _fits(workload: Workload, number: int) -> bool:
    return any(
        all(units <= workload.capacities[resource].most for resource, units in option.uses)
        or not option.days
        for option in workload.activities[number].options
    )


def _searchers(  # noqa: PLR0917 what a run knows, in one order everywhere
    workload: Workload,
    heads: "Heads",
    board: Board,
    allowance: Allowance,
    stopwatch: Stopwatch,
    count: int,
) -> Sequence[Searcher]:
    from guatu.domain.planning.levelling.chain import annealers  # noqa: PLC0415 numba is loaded where a run begins
    from guatu.domain.planning.levelling.proving import prover  # noqa: PLC0415 OR-Tools is loaded where a run begins

    in_order = len(order_of(workload)) == len(workload.activities)
    found: list[Searcher] = []
    if in_order:
        found += annealers(workload, heads, board, allowance, stopwatch, count)
    if allowance.with_prover or not in_order:
        proving = prover(workload, heads, allowance, stopwatch, is_alone=not found)
        if proving is not None:
            found[1:2] = [Relay(proving, found[1])] if len(found) > 1 else [proving]
    return found


class Relay:
    """Hands one worker from a first searcher, when it is through, to a second."""

    def __init__(self, first: Searcher, second: Searcher) -> None:
        self._first: Searcher | None = first
        self._second = second

    def turn(self, board: Board, passed: float) -> bool:
        """Take the turn of the first while it has something to do, then that of the second."""
        if self._first is not None:
            if self._first.turn(board, passed):
                return True
            self._first = None
        return self._second.turn(board, passed)


def _timed(searcher: Searcher, board: Board, stopwatch: Stopwatch) -> Callable[[], None]:
    def work() -> None:
        while not board.is_done and (left := stopwatch.left()) > 0:
            spent = stopwatch.spent()
            if not searcher.turn(board, spent / (spent + left)):
                return
        board.halt()

    return work


def _counted(searchers: Sequence[Searcher], board: Board, stopwatch: Stopwatch, steps: int) -> None:
    live = list(searchers)
    while live and not board.is_done and board.steps < steps and stopwatch.left() > 0:
        passed = board.steps / steps
        live = [one for one in live if one.turn(board, passed)]


def _levelled(board: Board, seconds: float) -> Levelled:
    best = board.best
    if best is None:
        status = LevelStatus.INFEASIBLE if board.is_impossible else LevelStatus.UNKNOWN
        return Levelled(status=status, bound=board.bound, seconds=seconds, steps=board.steps)
    bound = min(board.bound, best.cost)
    return Levelled(
        status=LevelStatus.OPTIMAL if board.is_done else LevelStatus.FEASIBLE,
        starts=best.starts,
        finishes=best.finishes,
        options=best.options,
        cost=best.cost,
        bound=bound,
        second=best.second,
        seconds=seconds,
        steps=board.steps,
    )
