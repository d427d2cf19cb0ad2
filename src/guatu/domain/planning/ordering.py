"""The order in which a network can be computed, or the circle that forbids one."""

from collections.abc import Sequence

from guatu.domain.planning.network import Network


def incoming(network: Network) -> list[list[int]]:
    """Return for each activity the numbers of the links that lead to it."""
    found: list[list[int]] = [[] for _ in range(len(network))]
    for number, after in enumerate(network.after):
        found[after].append(number)
    return found


def outgoing(network: Network) -> list[list[int]]:
    """Return for each activity the numbers of the links that leave it."""
    found: list[list[int]] = [[] for _ in range(len(network))]
    for number, before in enumerate(network.before):
        found[before].append(number)
    return found


def compute_order(network: Network) -> list[int]:
    """Return the activities so that predecessors come first; those in or after a circle are left out."""
    waiting = [0] * len(network)
    for after in network.after:
        waiting[after] += 1
    leaving = outgoing(network)
    order = [number for number, count in enumerate(waiting) if not count]
    for number in order:
        for link in leaving[number]:
            after = network.after[link]
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    return order


def find_circle(network: Network, ordered: Sequence[int]) -> tuple[int, ...]:
    """Return one circle among the activities that have no place in the order, in link order."""
    done = set(ordered)
    arriving = incoming(network)
    at = next(number for number in range(len(network)) if number not in done)
    seen: dict[int, int] = {}
    walk: list[int] = []
    while at not in seen:
        seen[at] = len(walk)
        walk.append(at)
        at = next(network.before[link] for link in arriving[at] if network.before[link] not in done)
    circle = walk[seen[at] :]
    circle.reverse()
    first = circle.index(min(circle))
    return tuple(circle[first:] + circle[:first])
