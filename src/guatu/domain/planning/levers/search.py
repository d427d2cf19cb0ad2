"""The cheapest purchases that end a lateness, with a proof on small plans.

A box says which options of each activity are still open. The cheapest corner of a box
is tried; if it is late, the chain that makes it so bounds the price of every cure in
the box, and the box is split at what that chain would buy. The cheapest box goes
first. When no box is left that could be cheaper, the set is proved; when the work
allowed is used up, the best set so far is returned as not proved.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from guatu.domain.planning.judging import late_by
from guatu.domain.planning.levers.chain_price import chain_price, late_chain_of
from guatu.domain.planning.levers.lateness import Purse

# Work is counted in activities passed and labels carried, so that answers do not
# depend on the machine; 100,000 take about a quarter of a second.
_MOST_WORK = 100_000
_MOST_CHAINS = 60
_MOST_SWAPS = 12
_MOST_TO_SWAP = 6_000
_WORTH_LEANING = 1.15
_NO_LIMIT = 10**18
_MOST_SINGLE_TRIALS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """Chosen options by activity, their price, the lateness they leave, and the least possible.

    ``bound`` is a price below which no set does as well; ``is_proved`` says that the price
    equals it.
    """

    levels: Mapping[int, int]
    cost: int
    left: int
    bound: int
    is_proved: bool


def cheapest(purse: Purse, *, work: int = _MOST_WORK) -> Bought:
    """Return the cheapest options that end the lateness, or that end as much of it as any do."""
    low = dict.fromkeys(purse.menus, 0)
    high = {number: len(menu.options) - 1 for number, menu in purse.menus.items()}
    goal = purse.late(high)
    best = _given_back(purse, high, goal)
    driven = _driven(purse, high, goal)
    if driven is not None:
        lean = _given_back(purse, driven, goal)
        best = min(best, lean, key=purse.cost)
    if not purse.is_regular():
        return _bought(purse, best, goal, 0, is_proved=False)
    found = _searched(purse, low, high, best, goal, work)
    if found.is_proved or len(found.levels) * len(purse.engine.network) > _MOST_TO_SWAP:
        return found
    swapped = _swapped(purse, dict(found.levels), high, goal)
    is_proved = purse.cost(swapped) <= found.bound
    return _bought(purse, swapped, goal, found.bound, is_proved=is_proved)


def _bought(
    purse: Purse, levels: Mapping[int, int], goal: int, bound: int, *, is_proved: bool
) -> Bought:
    chosen = {number: level for number, level in levels.items() if level}
    cost = purse.cost(chosen)
    return Bought(
        levels=chosen, cost=cost, left=goal, bound=cost if is_proved else bound, is_proved=is_proved
    )


def _driven(
    purse: Purse, high: Mapping[int, int], goal: int, begun: Mapping[int, int] | None = None
) -> dict[int, int] | None:
    """Buy for one late chain after the other what is cheapest for it alone."""
    levels = dict.fromkeys(high, 0) | dict(begun or {})
    for _ in range(_MOST_CHAINS):
        reached = purse.reached(levels)
        if late_by(reached.finishes, purse.ceiling, purse.live) <= goal:
            return {number: level for number, level in levels.items() if level}
        chain = late_chain_of(purse, reached, goal)
        found = chain_price(purse, chain, levels, high, _NO_LIMIT)
        if found is None or not found.levels:
            return None
        levels |= found.levels
    return None


def _swapped(
    purse: Purse, best: dict[int, int], high: Mapping[int, int], goal: int
) -> dict[int, int]:
    """Try the set without each of its dearest purchases, repaired by others; keep what is cheaper."""
    price = purse.cost(best)
    bought = [number for number, level in best.items() if level]
    bought.sort(key=lambda n: (-purse.menus[n].options[best[n]].cost, n))
    for number in bought[:_MOST_SWAPS]:
        level = best.get(number, 0)
        if not level:
            continue
        fewer = dict(high) | {number: level - 1}
        found = _driven(purse, fewer, goal, best | {number: 0})
        if found is None:
            continue
        if purse.cost(found) >= price * _WORTH_LEANING:
            continue
        lean = _given_back(purse, found, goal)
        if purse.cost(lean) < price:
            best, price = lean, purse.cost(lean)
    return best


def _given_back(purse: Purse, high: Mapping[int, int], goal: int) -> dict[int, int]:
    """Start from everything and give back the dearest first, whole and then in part."""

    def dearness(number: int) -> float:
        option = purse.menus[number].options[high[number]]
        return option.cost / max(1, purse.menus[number].options[0].days - option.days)

    cheap_first = sorted(high, key=dearness)
    fewest, most = 0, len(cheap_first)
    while fewest < most:
        middle = (fewest + most) // 2
        if purse.late({number: high[number] for number in cheap_first[:middle]}) <= goal:
            most = middle
        else:
            fewest = middle + 1
    levels = {number: high[number] for number in cheap_first[:fewest]}
    if fewest > _MOST_SINGLE_TRIALS:
        return levels
    for number in reversed(cheap_first[:fewest]):
        lowest, highest = 0, levels[number]
        while lowest < highest:
            middle = (lowest + highest) // 2
            if purse.late(levels | {number: middle}) <= goal:
                highest = middle
            else:
                lowest = middle + 1
        levels[number] = highest
    return levels


def _searched(  # noqa: PLR0917 the box, the best so far, the goal and the work
    purse: Purse,
    low: dict[int, int],
    high: dict[int, int],
    best: dict[int, int],
    goal: int,
    work: int,
) -> Bought:
    price = purse.cost(best)
    ticket = count()
    boxes = [(0, next(ticket), low, high)]
    size = len(purse.engine.network)
    while boxes and boxes[0][0] < price and work > 0:
        bound, _, low, high = heappop(boxes)
        reached = purse.reached(low)
        work -= 2 * size
        if late_by(reached.finishes, purse.ceiling, purse.live) <= goal:
            best, price = low, purse.cost(low)
            break
        if purse.late(high) > goal:
            continue
        chain = late_chain_of(purse, reached, goal)
        spent = purse.cost(low)
        found = chain_price(purse, chain, low, high, price - spent)
        if found is None:
            continue
        work -= found.labels
        tried = low | dict(found.levels)
        if spent + found.extra < price and purse.late(tried) <= goal:
            best, price = tried, spent + found.extra
        bound = max(bound, spent + found.extra)
        for part in _split(low, high, found.levels):
            heappush(boxes, (max(bound, purse.cost(part[0])), next(ticket), *part))
    open_bound = min((box[0] for box in boxes), default=price)
    is_proved = open_bound >= price
    return _bought(purse, best, goal, min(open_bound, price), is_proved=is_proved)


def _split(
    low: dict[int, int], high: dict[int, int], levels: Mapping[int, int]
) -> list[tuple[dict[int, int], dict[int, int]]]:
    """Split a box at the largest step that the chain's own cure takes."""
    steps = {number: level - low[number] for number, level in levels.items()}
    number = max(steps, key=lambda one: (steps[one], -one))
    at = levels[number]
    return [(low | {number: at}, high), (low, high | {number: at - 1})]
