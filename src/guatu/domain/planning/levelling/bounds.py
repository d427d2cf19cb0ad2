"""What no levelled plan can go below: the plan without capacities, and the energy of its work.

The energy bound: work that cannot begin before a head ``h`` and is followed by at least
a tail ``q`` needs its units times days; the capacity from ``h`` on must hold them, and
``q`` comes after. Every pair of head and tail is tried for every resource.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from guatu.domain.planning.levelling.workload import Bond, Option, Placeable, Workload, order_of
from guatu.domain.planning.network import FF, FS, SS

_FAR = 1 << 40
_MOST_HEADS = 250
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Earliest starts and finishes by the links alone, each activity by its shortest option.

    ``tails``: places that must follow a finish before the goal's end; only where every
    day is worked (else 0).
    """

    starts: tuple[int, ...]
    finishes: tuple[int, ...]
    tails: tuple[int, ...]


def heads_of(workload: Workload) -> Heads:
    """Return the earliest places of all activities without any capacity."""
    activities = workload.activities
    arriving: list[list[Bond]] = [[] for _ in activities]
    leaving: list[list[Bond]] = [[] for _ in activities]
    for bond in workload.bonds:
        arriving[bond.after].append(bond)
        leaving[bond.before].append(bond)
    starts, finishes, tails = ([0] * len(activities) for _ in range(3))
    order = order_of(workload)
    for number in order:
        one = activities[number]
        days = min(option.days for option in one.options)
        floor = max(min(option.not_before for option in one.options), workload.origin)
        starts[number], finishes[number] = _pushed(
            workload, one, days, floor, arriving[number], (starts, finishes)
        )
    if not workload.calendars:
        for number in reversed(order):
            tails[number] = max(
                (
                    bond.lag + tails[bond.after] + _shortest(activities[bond.after])
                    for bond in leaving[number]
                    if bond.kind == FS
                ),
                default=0,
            )
    return Heads(starts=tuple(starts), finishes=tuple(finishes), tails=tuple(tails))


def _shortest(one: Placeable) -> int:
    return min(option.days for option in one.options)


def _pushed(  # noqa: PLR0917 what a run knows, in one order everywhere
    workload: Workload,
    one: Placeable,
    days: int,
    floor: int,
    arriving: Sequence[Bond],
    known: tuple[list[int], list[int]],
) -> tuple[int, int]:
    """Return the first start and finish that floor and predecessors allow, as the passes do."""
    own = None if one.calendar is None else workload.calendars[one.calendar]
    earliest, needed = floor, -_FAR
    for bond in arriving:
        edge = known[1][bond.before] if bond.kind in (FS, FF) else known[0][bond.before]
        if bond.lag:
            lag_own = None if bond.calendar is None else workload.calendars[bond.calendar]
            edge = (
                edge + bond.lag
                if lag_own is None
                else lag_own.finish_at(lag_own.before(edge) + bond.lag)
            )
        if bond.kind in (FS, SS) or not days:
            earliest = max(earliest, edge)
        else:
            needed = max(needed, (edge if own is None else own.before(edge - 1) + 1) - days)
    if not days:
        return earliest, earliest
    if own is None:
        begun = max(earliest, needed)
        return begun, begun + days
    begun = max(own.before(earliest), needed)
    return own.start_at(begun), own.finish_at(begun + days)


def lower_bound(workload: Workload, heads: Heads) -> int:
    """Return a cost that no plan can go below."""
    return sum(
        wanted.weight * late_bound(workload, heads, goal)
        for goal, wanted in enumerate(workload.goals)
        if wanted.weight
    )


def late_bound(workload: Workload, heads: Heads, goal: int) -> int:
    """Return the places by which every plan passes the due place of a goal at least."""
    ends = [
        finish
        for one, finish in zip(workload.activities, heads.finishes, strict=True)
        if one.goal == goal
    ]
    if not ends:
        return 0
    end = max(*ends, int(_energy_end(workload, heads, goal)))
    return max(0, end - workload.goals[goal].due)


def _energy_end(workload: Workload, heads: Heads, goal: int) -> int:
    """Return the earliest end of a goal by the work that must be done before it."""
    held = _led(workload, goal)
    end = 0
    for resource in range(len(workload.capacities)):
        work = [
            (heads.starts[number], heads.tails[number] if held[number] == 2 else 0, needed)
            for number, one in enumerate(workload.activities)
            if held[number] and (needed := min(_energy(two, resource) for two in one.options))
        ]
        if work:
            end = max(end, _packed_end(workload, resource, np.array(work, dtype=np.int64)))
    return end


def _energy(option: Option, resource: int) -> int:
    return option.days * sum(units for number, units in option.uses if number == resource)


def _led(workload: Workload, goal: int) -> list[int]:
    """Mark activities of a goal or before one by FS (1); 2 where the whole tail lies in the goal."""
    everyone = all(one.goal == goal for one in workload.activities)
    if everyone:
        return [2] * len(workload.activities)
    held = [1 if one.goal == goal else 0 for one in workload.activities]
    before: list[list[int]] = [[] for _ in held]
    for bond in workload.bonds:
        if bond.kind == FS and bond.lag >= 0:
            before[bond.after].append(bond.before)
    stack = [number for number, mark in enumerate(held) if mark]
    while stack:
        for one in before[stack.pop()]:
            if not held[one]:
                held[one] = 1
                stack.append(one)
    return held


def _packed_end(workload: Workload, resource: int, work: Ints) -> int:
    """Return the earliest end by one resource over all pairs of head and tail."""
    needed = int(work[:, 2].sum())
    supply = _supply(workload, resource, int(work[:, 0].min()), needed)
    if supply is None:
        return 0
    first, given = supply
    by_tail = work[np.argsort(-work[:, 1], kind="stable")]
    heads = np.unique(work[:, 0])
    if len(heads) > _MOST_HEADS:
        heads = heads[:: -(-len(heads) // _MOST_HEADS)]
    end = 0
    for head in heads:
        chosen = by_tail[by_tail[:, 0] >= head]
        used = np.cumsum(chosen[:, 2]) + given[min(int(head) - first, len(given) - 1)]
        places = first + np.searchsorted(given, used, side="left")
        end = max(end, int((places + chosen[:, 1]).max()))
    return end


def _supply(workload: Workload, resource: int, first: int, needed: int) -> tuple[int, Ints] | None:
    """Return the units given before each place from ``first`` on, until they cover the need twice."""
    capacity = workload.capacities[resource]
    users = {
        one.calendar
        for one in workload.activities
        if any(number == resource for option in one.options for number, _ in option.uses)
    }
    calendars = [workload.calendars[one] for one in users if one is not None]
    always = None in users
    given = [0]
    last = capacity.steps[-1][0] if capacity.steps else 0
    place = first
    while given[-1] < needed or place < last:
        if place - first > 200_000 or (place > last and not capacity.at(place)):
            return None
        worked = always or any(one.works(place) for one in calendars)
        given.append(given[-1] + (capacity.at(place) if worked else 0))
        place += 1
    return first, np.array(given, dtype=np.int64)
