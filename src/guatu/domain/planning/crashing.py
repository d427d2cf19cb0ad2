"""The cheapest shortening that meets the deadline, every gain proved by a pass of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from guatu.domain.planning.engine import Engine
from guatu.domain.planning.terms import Crash

_MOST_SINGLE_TRIALS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashOffer:
    """So many days taken from one activity under its offer."""

    number: int
    days: int
    crash: Crash

    @property
    def cost(self) -> int:
        """What the days cost: the offer's price in proportion, rounded up to a yuan."""
        return -(-self.crash.cost * self.days // self.crash.days)


def cheapest_crashes(
    engine: Engine,
    offers: Sequence[CrashOffer],
    begin: int,
    lateness: Callable[[Sequence[int]], int],
) -> tuple[list[CrashOffer], int]:
    """Choose crashes that end the lateness; return them with the lateness that remains.

    All offers together show whether a cure exists. If so, offers are given back,
    the dearest day first, whole and then by days, as long as the deadline holds:
    none of what is left can be spared, though another set may cost less. If not,
    only offers that win days are returned.
    """

    def left(taken: Sequence[CrashOffer]) -> int:
        days = list(engine.network.days)
        for one in taken:
            days[one.number] -= one.days
        return lateness(engine.forward(begin, days)[1])

    def enough(kept: Sequence[CrashOffer], one: CrashOffer, days: int) -> bool:
        return left(_with(kept, one, days)) <= best

    kept = sorted(offers, key=lambda one: one.crash.cost / one.crash.days)
    best = left(kept)
    fewest = _search(0, len(kept), lambda count: left(kept[:count]) <= best)
    kept = kept[:fewest]
    if len(kept) <= _MOST_SINGLE_TRIALS:
        for one in reversed(list(kept)):
            others = [other for other in kept if other is not one]
            if left(others) <= best:
                kept = others
                continue
            days = _search(1, one.days, partial(enough, kept, one))
            kept = _with(kept, one, days)
    return kept, best


def _with(kept: Sequence[CrashOffer], one: CrashOffer, days: int) -> list[CrashOffer]:
    return [replace(other, days=days) if other is one else other for other in kept]


def _search(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Return the least value from low to high for which a monotone statement holds."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
