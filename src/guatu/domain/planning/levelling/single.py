"""Levelling one plan alone, as ``guatu plan --level`` does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.protocols import Hands, Stopwatch
from guatu.domain.planning.levelling.county import level_county
from guatu.domain.planning.levelling.search import Allowance
from guatu.domain.planning.levelling.workload import Levelled
from guatu.domain.planning.levelling.works import CountyWork, LevelWishes
from guatu.domain.planning.schedule import Levelling, Schedule

_COUNTED = Allowance(steps=2000)


@dataclass(frozen=True, slots=True)
class _NoClock:
    """The stopwatch of runs that count steps."""

    def spent(self) -> float:
        return 0.0

    def left(self) -> float:
        return 3600.0


@dataclass(frozen=True, slots=True)
class _OneHand:
    """Does one job after another; for runs that count steps."""

    count: int = 1

    def together(self, jobs: Sequence[Callable[[], None]]) -> None:
        for job in jobs:
            job()


def level(
    schedule: Schedule,
    *,
    allowance: Allowance = _COUNTED,
    stopwatch: Stopwatch | None = None,
    hands: Hands | None = None,
    told: Callable[[Levelled], None] | None = None,
) -> Schedule:
    """Return the schedule with dates that no capacity forbids, and what was reached.

    Without a stopwatch a fixed count of steps is made and the answer is the same
    everywhere. ``infeasible``: an activity alone needs more than there is; dates stay.
    """
    if not any(one.uses for one in schedule.plan.activities):
        whole = (max(one.last_day for one in schedule.activities) - schedule.start).days + 1
        reached = Levelling(status="optimal", objective=whole, bound=whole)
        return replace(schedule, levelling=reached)
    answer = level_county(
        (CountyWork(schedule=schedule),),
        wishes=LevelWishes(),
        allowance=allowance,
        stopwatch=stopwatch or _NoClock(),
        hands=hands or _OneHand(),
        told=told,
    )
    return answer.schedules[0]
