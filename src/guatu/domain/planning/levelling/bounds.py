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
_LONGEST_SUPPLY = 1 << 20
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
    late = late_bounds(workload, heads)
    return sum(wanted.weight * by for wanted, by in zip(workload.goals, late, strict=True))


def late_bounds(workload: Workload, heads: Heads) -> list[int]:
    """Return by goal the places by which every plan passes its due place at least."""
    before: list[list[int]] = [[] for _ in workload.activities]
    for bond in workload.bonds:
        if bond.kind == FS and bond.lag >= 0:
            before[bond.after].append(bond.before)
    members: list[list[int]] = [[] for _ in workload.goals]
    for number, one in enumerate(workload.activities):
        if one.goal is not None:
            members[one.goal].append(number)
    supplies = [_supply(workload, number) for number in range(len(workload.capacities))]
    most_heads = max(3, _MOST_HEADS // len(workload.goals))
    late = []
    for goal, wanted in enumerate(workload.goals):
        end = max((heads.finishes[number] for number in members[goal]), default=wanted.due)
        if members[goal]:
            held = _led(members[goal], before)
            is_whole = len(members[goal]) == len(workload.activities)
            end = max(end, _energy_end(workload, heads, held, supplies, most_heads, is_whole))
        late.append(max(0, end - wanted.due))
    return late


def _led(members: Sequence[int], before: Sequence[Sequence[int]]) -> list[int]:
    """Return the activities of a goal and all that lead to them by FS."""
    held = set(members)
    stack = list(members)
    while stack:
        for one in before[stack.pop()]:
            if one not in held:
                held.add(one)
                stack.append(one)
    return sorted(held)


def _energy_end(  # noqa: PLR0917 what one bound knows
    workload: Workload,
    heads: Heads,
    held: Sequence[int],
    supplies: Sequence[Ints],
    most_heads: int,
    is_whole: bool,  # noqa: FBT001 a plain fact of the goal
) -> int:
    """Return the earliest end of work that must all be done, by each resource over pairs of head and tail.

    Tails count only where all activities belong to the goal.
    """
    rows: dict[int, list[tuple[int, int, int]]] = {}
    for number in held:
        options = workload.activities[number].options
        tail = heads.tails[number] if is_whole else 0
        for resource in {resource for option in options for resource, _ in option.uses}:
            needed = min(_energy(option, resource) for option in options)
            if needed:
                rows.setdefault(resource, []).append((heads.starts[number], tail, needed))
    ends = [
        _packed_end(supplies[resource], workload.origin, np.array(work, dtype=np.int64), most_heads)
        for resource, work in rows.items()
    ]
    return max(ends, default=0)


def _energy(option: Option, resource: int) -> int:
    return option.days * sum(units for number, units in option.uses if number == resource)


def _packed_end(given: Ints, origin: int, work: Ints, most_heads: int) -> int:
    """Return the earliest end by one resource; ``given`` are the units before each place from the origin on."""
    if not len(given):
        return 0
    by_tail = work[np.argsort(-work[:, 1], kind="stable")]
    heads = np.unique(work[:, 0])
    if len(heads) > most_heads:
        heads = heads[:: -(-len(heads) // most_heads)]
    end = 0
    for head in heads:
        chosen = by_tail[by_tail[:, 0] >= head]
        used = np.cumsum(chosen[:, 2]) + given[min(int(head) - origin, len(given) - 1)]
        places = origin + np.searchsorted(given, used, side="left")
        end = max(end, int((places + chosen[:, 1]).max()))
    return end


def _supply(workload: Workload, resource: int) -> Ints:
    """Return the units given before each place from the origin on, until they cover all work; empty: never."""
    users = [
        one
        for one in workload.activities
        if any(number == resource for option in one.options for number, _ in option.uses)
    ]
    needed = sum(min(_energy(option, resource) for option in one.options) for one in users)
    capacity = workload.capacities[resource]
    last = capacity.steps[-1][1] if capacity.steps else 0
    floors = [option.not_before for one in users for option in one.options]
    start = max([place for place, _ in capacity.steps] + floors + [workload.origin])
    length = start - workload.origin + 2
    if not last or not users:
        return np.zeros(0, dtype=np.int64)
    while True:
        given = _given(workload, resource, {one.calendar for one in users}, length)
        if given[-1] - given[start - workload.origin] >= needed or length > _LONGEST_SUPPLY:
            return given if given[-1] >= needed else np.zeros(0, dtype=np.int64)
        length *= 2


def _given(workload: Workload, resource: int, calendars: set[int | None], length: int) -> Ints:
    """Tabulate the units given before each of so many places, on days that any user works."""
    units = np.zeros(length, dtype=np.int64)
    steps = workload.capacities[resource].steps
    for at, (place, there) in enumerate(steps):
        end = steps[at + 1][0] if at + 1 < len(steps) else workload.origin + length
        units[max(place - workload.origin, 0) : max(end - workload.origin, 0)] = there
    if None not in calendars:
        worked = np.zeros(length, dtype=bool)
        for calendar in calendars - {None}:
            own = workload.calendars[calendar or 0]
            done = own.before(workload.origin)
            while (place := own.start_at(done) - workload.origin) < length:
                worked[place] = True
                done += 1
        units[~worked] = 0
    return np.concatenate(([0], np.cumsum(units)))
