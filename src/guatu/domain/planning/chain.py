"""The chain that drives a plan: back from its end along the links that set the dates."""

from collections.abc import Sequence

from guatu.domain.planning.engine import Engine
from guatu.domain.planning.network import FF, FINISHED, FS, SS, Passes


def link_drives(
    engine: Engine, passes: Passes, link: int, lasting: Sequence[int] | None = None
) -> bool:
    """Tell whether a link alone would push its successor to its early finish.

    ``lasting`` are the days of the passes where they are not the network's own.
    """
    network = engine.network
    before, after = network.before[link], network.after[link]
    kind = network.kind[link]
    edge = passes.early_finish[before] if kind in (FS, FF) else passes.early_start[before]
    lag = network.lag[link]
    if lag:
        own = network.calendars[network.lag_calendar[link]]
        edge = own.finish_at(own.before(edge) + lag)
    finish = passes.early_finish[after]
    days = (network.days if lasting is None else lasting)[after]
    if not days:
        return edge == finish
    calendar = network.calendars[network.calendar[after]]
    if kind in (FS, SS):
        return calendar.finish_at(calendar.before(edge) + days) == finish
    return calendar.finish_at(calendar.before(edge - 1) + 1) == finish


def driving_chain(
    engine: Engine, passes: Passes, bound: Sequence[bool], ends: Sequence[int]
) -> tuple[int, ...]:
    """Return the chain from the first activity to the end with the least float.

    Of several driving predecessors the one with the least float is followed, then
    the first in file order. Finished work ends the chain: it cannot be moved.
    """
    network = engine.network
    numbers = range(len(network))
    candidates = [n for n in numbers if bound[n] and network.state[n] != FINISHED]
    tails = [n for n in ends if bound[n] and network.state[n] != FINISHED]
    pool = _tightest(passes, tails, candidates)
    if not pool:
        return ()
    at = min(pool, key=lambda n: (passes.total_float[n], -passes.early_finish[n], n))
    chain = [at]
    while True:
        drivers = {
            network.before[link]
            for link in engine.arriving_links(at)
            if network.state[network.before[link]] != FINISHED and link_drives(engine, passes, link)
        }
        if not drivers:
            break
        at = min(drivers, key=lambda n: (passes.total_float[n], n))
        chain.append(at)
    chain.reverse()
    return tuple(chain)


def _tightest(passes: Passes, tails: list[int], candidates: list[int]) -> list[int]:
    """Take the bound ends, or what is tighter than they (an own ``must_by`` inside the plan)."""
    if not tails:
        return candidates
    least = min(passes.total_float[n] for n in tails)
    tighter = [n for n in candidates if passes.total_float[n] < min(least, 0)]
    if not tighter:
        return tails
    worst = min(passes.total_float[n] for n in tighter)
    return _last_of([n for n in tighter if passes.total_float[n] == worst], passes)


def _last_of(numbers: list[int], passes: Passes) -> list[int]:
    reached = max(passes.early_finish[n] for n in numbers)
    return [n for n in numbers if passes.early_finish[n] == reached]
