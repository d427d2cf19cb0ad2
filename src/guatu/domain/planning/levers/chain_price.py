"""The least price at which one late chain alone meets its deadline: a bound for every cure.

Whatever cures a plan cures each of its chains. Along a chain the places and prices
that can be reached are carried as labels; a label that is later and dearer than
another is dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.network import FF, FINISHED, FS, SF, STARTED
from guatu.domain.planning.proving import Reach, chain_to

_Label = tuple[int, int, int, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPrice:
    """The least price of a chain beyond what was bought already, and the options that make it."""

    extra: int
    levels: Mapping[int, int]
    labels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateChain:
    """The chain to the worst end: activities, links, and the place before which it must end."""

    numbers: tuple[int, ...]
    links: tuple[int, ...]
    limit: int


def late_chain_of(purse: Purse, reached: Reach, goal: int) -> LateChain:
    """Return the chain to the finish that passes its ceiling by most."""
    ends = [n for n in purse.live if purse.ceiling[n] < 10**8]
    worst = max(ends, key=lambda n: (reached.finishes[n] - purse.ceiling[n], -n))
    numbers, links = chain_to(purse.engine, reached, worst)
    limit = int(purse.ceiling[worst]) + goal
    return LateChain(numbers=tuple(numbers), links=tuple(links), limit=limit)


def chain_price(
    purse: Purse, chain: LateChain, low: Mapping[int, int], high: Mapping[int, int], most: int
) -> ChainPrice | None:
    """Return the least extra price that brings a chain to its limit; None above ``most``."""
    network = purse.engine.network
    head = chain.numbers[0]
    place = max(purse.begin, int(network.floor[head]))
    labels: list[_Label] = [(place, place, 0, ())]
    seen = 0
    for at, number in enumerate(chain.numbers):
        link = chain.links[at - 1] if at else None
        leaving = chain.links[at] if at < len(chain.links) else None
        found: list[_Label] = []
        for start, end, cost, taken in labels:
            edge = (start, end) if link is None else _edge(purse, link, start, end)
            for level, days, price in _choices(purse, number, low, high):
                if cost + price > most:
                    break
                begun, ended = _span(purse, number, link, edge, days)
                more = ((number, level),) if level != low.get(number, 0) else ()
                found.append((begun, ended, cost + price, taken + more))
        seen += len(found)
        by_start = leaving is not None and network.kind[leaving] not in (FS, FF)
        labels = _kept(found, by_start=by_start)
    done = [one for one in labels if one[1] <= chain.limit]
    if not done:
        return None
    best = min(done, key=lambda one: (one[2], one[1]))
    return ChainPrice(extra=best[2], levels=dict(best[3]), labels=seen)


def _choices(
    purse: Purse, number: int, low: Mapping[int, int], high: Mapping[int, int]
) -> list[tuple[int, int, int]]:
    """Return level, days and extra price of each option still open."""
    menu = purse.menus.get(number)
    if menu is None:
        return [(0, int(purse.engine.network.days[number]), 0)]
    base = menu.options[low[number]].cost
    return [
        (level, menu.options[level].days, menu.options[level].cost - base)
        for level in range(low[number], high[number] + 1)
    ]


def _edge(purse: Purse, link: int, start: int, end: int) -> tuple[int, int]:
    network = purse.engine.network
    edge = end if network.kind[link] in (FS, FF) else start
    lag = network.lag[link]
    if lag:
        clock = network.calendars[network.lag_calendar[link]]
        edge = clock.finish_at(clock.before(edge) + lag)
    return int(edge), int(edge)


def _span(
    purse: Purse, number: int, link: int | None, edge: tuple[int, int], days: int
) -> tuple[int, int]:
    network = purse.engine.network
    if network.state[number] == FINISHED:
        return int(network.actual_start[number]), int(network.actual_finish[number])
    floor = max(purse.begin, int(network.floor[number]))
    clock = network.calendars[network.calendar[number]]
    by_end = link is not None and network.kind[link] in (FF, SF) and days > 0
    place = max(floor, edge[0]) if not by_end else floor
    if not days:
        start = end = place
    else:
        begun = clock.before(place)
        if by_end:
            begun = max(begun, clock.before(edge[1] - 1) + 1 - days)
        start, end = clock.start_at(begun), clock.finish_at(begun + days)
    if network.state[number] == STARTED:
        start = int(network.actual_start[number])
    return start, end


def _kept(found: Sequence[_Label], *, by_start: bool) -> list[_Label]:
    """Keep the labels that no other beats in both the edge that leaves and the price."""
    kept: list[_Label] = []
    earliest = 10**9
    priced = sorted((one[2], one[0] if by_start else one[1], at) for at, one in enumerate(found))
    for _, edge, at in priced:
        if edge < earliest:
            earliest = edge
            kept.append(found[at])
    return kept
