"""Which links drive, the longest path, and the chains of tasks next to it."""

from collections.abc import Callable, Sequence

from guatu.domain.planning.project.net import Edge, Net, Role
from guatu.domain.planning.project.values import FloatChain

Asked = Callable[[Edge], int]


def driving_edges(net: Net, starts: Sequence[int], asked: Asked) -> list[Edge]:
    """Return the edges whose demand is met without slack by a task that has not begun.

    ``asked`` tells the start that one edge asks of its successor.
    """
    found: list[Edge] = []
    for node, edges in enumerate(net.arriving):
        if net.roles[node] is not Role.TASK:
            found += edges
        elif net.tasks[node].actual_start is None:
            found += (edge for edge in edges if asked(edge) == starts[node])
    return found


def longest_path(net: Net, finishes: Sequence[int], driving: Sequence[Edge]) -> set[int]:
    """Return the tasks from which driving links lead to the last finish of the project."""
    tasks = range(len(net.tasks))
    last = max((finishes[node] for node in tasks), default=0)
    into: dict[int, list[int]] = {}
    for edge in driving:
        into.setdefault(edge.after, []).append(edge.before)
    waiting = [node for node in tasks if finishes[node] == last]
    seen = set(waiting)
    while waiting:
        for before in into.get(waiting.pop(), ()):
            if before not in seen:
                seen.add(before)
                waiting.append(before)
    return {node for node in seen if node < len(net.tasks)}


def float_chains(
    net: Net, floats: Sequence[int], driving: Sequence[Edge], *, most: int
) -> tuple[FloatChain, ...]:
    """Return the chains of driving links from the least float on; no task stands in two."""
    into: dict[int, list[int]] = {}
    ahead: set[int] = set()
    for edge in driving:
        into.setdefault(edge.after, []).append(edge.before)
        ahead.add(edge.before)
    size = len(net.tasks)
    ends = sorted(
        (node for node in range(size) if net.tasks[node].actual_finish is None),
        key=lambda node: (floats[node], node),
    )
    taken: set[int] = set()
    chains: list[FloatChain] = []
    for end in ends:
        if len(chains) == most:
            break
        if end in taken or end in ahead:
            continue
        chain = _traced(end, into, floats, taken, size)
        least = min(floats[node] for node in chain)
        names = tuple(net.tasks[node].id for node in reversed(chain))
        chains.append(FloatChain(tasks=names, total_float=least))
    return tuple(chains)


def _traced(
    end: int, into: dict[int, list[int]], floats: Sequence[int], taken: set[int], size: int
) -> list[int]:
    chain, at = [], end
    while at not in taken:
        taken.add(at)
        if at < size:
            chain.append(at)
        befores = [one for one in into.get(at, ()) if one not in taken]
        if not befores:
            break
        at = min(befores, key=lambda one: (floats[one] if one < size else 0, one))
    return chain
