"""The prover as a searcher: it asks CP-SAT for a better plan or for the proof that there is none.

A question is "is there a plan of at most this cost?", first just below the best plan
known (a no proves it the best), then nearer to the bound (a no raises the bound).
"""

from dataclasses import dataclass

from guatu.domain.kernel.protocols import Stopwatch
from guatu.domain.planning.levelling.bounds import Heads
from guatu.domain.planning.levelling.search import Allowance, Board, FoundPlan
from guatu.domain.planning.levelling.workload import LevelStatus, Workload, cost_of

# Part of a worker's run that the prover takes, by the most activities it is worth it for.
_SHARES = ((40, 0.9), (75, 0.35), (150, 0.15), (350, 0.05))
_SHARES_WITH_MODES = ((40, 1.0), (2000, 0.4))
# The solver's own measure of work that stands for one share of a run counted in steps.
_COUNTED_WORK = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the prover: how near to the best plan (1) or the bound (0), for what part of its time."""

    nearness: float
    part: float


_QUESTIONS = (
    Question(nearness=1.0, part=0.76),
    Question(nearness=0.2, part=0.08),
    Question(nearness=0.4, part=0.08),
    Question(nearness=0.6, part=0.08),
)
_WITH_MODES = (
    Question(nearness=1.0, part=0.1),
    Question(nearness=1.0, part=0.2),
    Question(nearness=1.0, part=0.7),
)


class ProofSearcher:
    """Asks its questions one after another, a question a turn."""

    def __init__(
        self,
        workload: Workload,
        heads: Heads,
        allowance: Allowance,
        stopwatch: Stopwatch,
        share: float,
    ) -> None:
        self._workload = workload
        self._heads = heads
        self._effort = allowance
        self._stopwatch = stopwatch
        self._share = share
        self._length = stopwatch.left()
        has_modes = any(len(one.options) > 1 for one in workload.activities)
        self._questions = list(_WITH_MODES if has_modes else _QUESTIONS)

    def turn(self, board: Board, passed: float) -> bool:
        """Ask the next question; False when all are asked or the time of proofs is over."""
        if not self._questions or passed >= self._share:
            return False
        asked = self._questions.pop(0)
        from guatu.domain.planning.cpsat import Hint, Proven, Prover  # noqa: PLC0415 OR-Tools is loaded where a proof begins

        best = board.best
        most = None if best is None else best.cost - 1
        if most is not None and asked.nearness < 1:
            most = board.bound + int((most - board.bound) * asked.nearness)
        if most is not None and most < board.bound:
            return bool(self._questions)
        prover = Prover(
            self._workload,
            self._heads,
            horizon=self._horizon(most),
            least=board.bound,
            most=most,
        )
        board.halts.append(prover.stop)
        hint = None if best is None else Hint(starts=best.starts, options=best.options)

        def take(proof: Proven) -> None:
            self._offer(board, proof.starts, proof.finishes, proof.options)

        seconds = min(self._stopwatch.left(), self._length * self._share * asked.part)
        counted = self._effort.steps is not None
        proof = prover.prove(
            seconds=seconds, seed=self._effort.seed, hint=hint, told=take,
            work=_COUNTED_WORK * self._share * asked.part if counted else None,
        )  # fmt: skip
        board.halts.remove(prover.stop)
        self._note(board, proof.status, proof.bound, most)
        return bool(self._questions)

    def _note(self, board: Board, status: LevelStatus, bound: int, most: int | None) -> None:
        if status is LevelStatus.INFEASIBLE and most is None:
            board.is_impossible = True
        elif status is LevelStatus.INFEASIBLE and most is not None:
            board.raise_bound(most + 1)
        else:
            board.raise_bound(bound)

    def _horizon(self, most: int | None) -> int:
        """Return the last place that a plan of at most that cost may reach."""
        workload = self._workload
        if most is not None and all(one.goal is not None for one in workload.activities):
            reach = [goal.due + most // goal.weight for goal in workload.goals if goal.weight]
            if len(reach) == len(workload.goals):
                return max([*reach, max(self._heads.finishes)])
        days = sum(max(option.days for option in one.options) for one in workload.activities)
        lags = sum(max(0, bond.lag) for bond in workload.bonds)
        steps = [place for one in workload.capacities for place, _ in one.steps]
        return max([*self._heads.finishes, *steps]) + days + lags

    def _offer(
        self,
        board: Board,
        starts: tuple[int, ...],
        finishes: tuple[int, ...],
        options: tuple[int, ...],
    ) -> None:
        cost = cost_of(self._workload, finishes)
        best = board.best
        if best is None or cost < best.cost:
            found = FoundPlan(
                starts=starts, finishes=finishes, options=options, cost=cost, second=float("inf")
            )
            board.offer(found, self._stopwatch.spent())


def prover(
    workload: Workload, heads: Heads, allowance: Allowance, stopwatch: Stopwatch, *, is_alone: bool
) -> ProofSearcher | None:
    """Return the prover for a workload that it can model, with the part of the run it takes."""
    if workload.calendars:
        return None
    count = len(workload.activities)
    has_modes = any(len(one.options) > 1 for one in workload.activities)
    shares = _SHARES_WITH_MODES if has_modes else _SHARES
    share = next((share for most, share in shares if count <= most), 0.0)
    if is_alone:
        share = 1.0
    if not share:
        return None
    return ProofSearcher(workload, heads, allowance, stopwatch, share)
