"""The workload as the arrays that the compiled kernels run on.

Units of several resources stand side by side in one 64-bit word, each with a guard
bit on top, so that one subtraction compares them all: after taking the needs away
every guard bit is still set exactly where every resource has enough.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from guatu.domain.planning.compiled.annealing import Chain
from guatu.domain.planning.compiled.load import Load
from guatu.domain.planning.levelling.bounds import Heads
from guatu.domain.planning.levelling.workload import Bond, Option, Workload, order_of
from guatu.domain.planning.network import FS

Ints = npt.NDArray[np.int64]
_WORD = 64
# How much a mean finish weighs beside prices, which come first.
_SLIGHT = 0.001


def longest_axis(workload: Workload, heads: Heads) -> int:
    """Return an axis on which the activities fit one after another, at most some million places."""
    days = sum(max(option.days for option in one.options) for one in workload.activities)
    lags = sum(max(0, bond.lag) for bond in workload.bonds)
    floors = [option.not_before for one in workload.activities for option in one.options]
    steps = [place for one in workload.capacities for place, _ in one.steps]
    known = max([*heads.finishes, *floors, *steps, workload.origin]) - workload.origin
    if workload.calendars:
        days, lags = 3 * days, 3 * lags
    return min(known + days + lags + 2, 2_000_000)


def first_axis(workload: Workload, heads: Heads) -> int:
    """Return an axis that is likely to hold a plan: what is known and twice the work of the busiest resource."""
    load = [0] * len(workload.capacities)
    for one in workload.activities:
        option = min(one.options, key=lambda two: two.days)
        for resource, units in option.uses:
            load[resource] += units * option.days
    busiest = max(
        (
            units / max(1, one.steps[-1][1])
            for units, one in zip(load, workload.capacities, strict=True)
            if units and one.steps
        ),
        default=0.0,
    )
    floors = [option.not_before for one in workload.activities for option in one.options]
    known = max([*heads.finishes, *floors, workload.origin]) - workload.origin
    return min(longest_axis(workload, heads), 2 * known + int(3 * busiest) + 60)


def load_of(workload: Workload, axis: int) -> Load:
    """Lay a workload out on an axis of so many places from its origin."""
    activities = workload.activities
    options = [option for one in activities for option in one.options]
    into = _links(workload, [bond.after for bond in workload.bonds])
    out = _links(workload, [bond.before for bond in workload.bonds])
    use_ptr, use_word, use_need, capacity, guard = _packed(workload, options, axis)
    worked, day = _calendars(workload, axis)
    spend = np.zeros((len(workload.stocks), len(options)), dtype=np.int64)
    for mode, option in enumerate(options):
        for stock, units in option.spends:
            spend[stock, mode] += units
    is_plain = not workload.calendars and all(bond.kind == FS for bond in workload.bonds)
    goals = workload.goals
    groups = groups_of(workload)
    return Load(
        order=_ints(order_of(workload)),
        **into("into_", "from", lambda bond: bond.before),
        **out("out_", "to", lambda bond: bond.after),
        mode_ptr=_ptr([len(one.options) for one in activities]),
        days=_ints(option.days for option in options),
        floor=_ints(max(option.not_before - workload.origin, 0) for option in options),
        price=_floats(option.price for option in options),
        use_ptr=use_ptr,
        use_word=use_word,
        use_need=use_need,
        spend=spend,
        calendar=_ints(-1 if one.calendar is None else one.calendar for one in activities),
        worked=worked,
        day=day,
        capacity=capacity,
        guard=guard,
        goal=_ints(-1 if one.goal is None else one.goal for one in activities),
        due=_ints(one.due - workload.origin for one in goals),
        weight=_ints(one.weight for one in goals),
        pull=_floats(one.pull for one in goals),
        lean=_leaning(workload),
        hung=_ints(-1 if one.hung is None else one.hung - workload.origin for one in activities),
        change=np.array(
            [[one.change for one in activities], [one.shift for one in activities]], dtype=float
        ),
        plain=_ints([is_plain]),
        loose=_ints([any(bond.kind != FS or bond.lag < 0 for bond in workload.bonds)]),
        stock=_ints(workload.stocks),
        group=_ints(groups),
        groups=_ints([len(set(groups))]),
    )


def groups_of(workload: Workload) -> list[int]:
    """Return by activity the number of its group: what leads to one goal first of all."""
    led = [-1 if one.goal is None else one.goal for one in workload.activities]
    followers: list[list[int]] = [[] for _ in led]
    for bond in workload.bonds:
        followers[bond.before].append(bond.after)
    for number in reversed(order_of(workload)):
        found = [led[one] for one in followers[number] if led[one] >= 0]
        if found and led[number] < 0:
            led[number] = min(found)
    heads: dict[int, int] = {}
    for number, goal in enumerate(led):
        for one in followers[number]:
            if led[one] != goal and workload.activities[one].goal is not None:
                heads.setdefault(led[one], goal)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(heads.get(goal, goal), len(numbers)) for goal in led]


def chain_of(load: Load, modes: Sequence[int], seed: int) -> Chain:
    """Return an empty chain over a load; ``modes`` are the first modes, by number of the load."""
    count, axis = len(load.order), load.capacity.shape[1]

    def empty(*shape: int) -> Ints:
        return np.zeros(shape or count, dtype=np.int64)

    chosen = _ints(modes)
    return Chain(
        listed=empty(), modes=chosen.copy(), start=empty(), finish=empty(),
        best_listed=empty(), best_modes=chosen.copy(), best_start=empty(), best_finish=empty(),
        energy=np.array([1e18]), value=np.array([1e18, 1e18, 1e18]),
        random=np.array([(seed * 2_654_435_761 + 88_172_645_463_325_252) % (1 << 63) or 1], dtype=np.uint64),
        key=empty(), counts=empty(axis + 4 * count + 8), new_listed=empty(), new_modes=chosen.copy(),
        new_start=empty(), new_finish=empty(), free=np.zeros_like(load.capacity), ceiling=empty(),
        reached=empty(len(load.due)), place=empty(), spare=empty(),
    )  # fmt: skip


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _floats(values: Iterable[float]) -> npt.NDArray[np.float64]:
    return np.array(list(values), dtype=np.float64)


def _ptr(counts: Sequence[int]) -> Ints:
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int64)


def _links(workload: Workload, owners: Sequence[int]) -> Any:
    """Return a maker of the columns of all links, grouped by the activity that owns them."""
    rows: list[list[Bond]] = [[] for _ in workload.activities]
    for owner, bond in zip(owners, workload.bonds, strict=True):
        rows[owner].append(bond)
    flat = [bond for row in rows for bond in row]

    def columns(prefix: str, end: str, other: Any) -> dict[str, Ints]:
        return {
            f"{prefix}ptr": _ptr([len(row) for row in rows]),
            f"{prefix}{end}": _ints(other(bond) for bond in flat),
            f"{prefix}kind": _ints(bond.kind for bond in flat),
            f"{prefix}lag": _ints(bond.lag for bond in flat),
            f"{prefix}calendar": _ints(
                -1 if bond.calendar is None else bond.calendar for bond in flat
            ),
        }

    return columns


def _packed(workload: Workload, options: Sequence[Option], axis: int) -> tuple[Any, ...]:
    """Pack capacities and needs into words: the lanes are as wide as the largest number needs."""
    needs = [units for option in options for _, units in option.uses]
    most = max([*needs, *(one.most for one in workload.capacities), 1])
    width = most.bit_length() + 1
    lanes = _WORD // width
    words = -(-len(workload.capacities) // lanes) or 1
    guard = sum(1 << (width * lane + width - 1) for lane in range(lanes))
    capacity = np.full((words, axis), guard, dtype=np.uint64)
    for number, one in enumerate(workload.capacities):
        for at, (place, units) in enumerate(one.steps):
            end = one.steps[at + 1][0] if at + 1 < len(one.steps) else workload.origin + axis
            first, last = max(place - workload.origin, 0), max(end - workload.origin, 0)
            capacity[number // lanes, first:last] += np.uint64(units << (width * (number % lanes)))
    rows: list[dict[int, int]] = []
    for option in options:
        row: dict[int, int] = {}
        for number, units in option.uses:
            if units and option.days:
                word = number // lanes
                row[word] = row.get(word, 0) + (units << (width * (number % lanes)))
        rows.append(row)
    return (
        _ptr([len(row) for row in rows]),
        _ints(word for row in rows for word in sorted(row)),
        np.array([row[word] for row in rows for word in sorted(row)], dtype=np.uint64),
        capacity,
        np.array([guard], dtype=np.uint64),
    )


def _calendars(workload: Workload, axis: int) -> tuple[Ints, Ints]:
    """Tabulate the calendars: worked days before each place, and the place of each worked day."""
    worked = np.zeros((max(len(workload.calendars), 1), axis + 1), dtype=np.int64)
    day = np.full((max(len(workload.calendars), 1), axis + 1), axis, dtype=np.int64)
    for number, own in enumerate(workload.calendars):
        done = own.before(workload.origin)
        count = 0
        while (place := own.start_at(done + count) - workload.origin) < axis:
            day[number, count] = place
            count += 1
        ends = np.zeros(axis + 1, dtype=np.int64)
        ends[day[number, :count] + 1] = 1
        worked[number] = np.cumsum(ends)
    return worked, day


def _leaning(workload: Workload) -> npt.NDArray[np.float64]:
    """Return how much an early finish of each activity helps: its share of all scarce work.

    A plan that finishes its work early has more room at its end; the shares add up to
    one, so that the measure is a mean finish. Where dates hang already it is nothing.
    """
    if any(one.hung is not None for one in workload.activities):
        return np.zeros(len(workload.activities))
    shares = np.zeros(len(workload.activities))
    for number, one in enumerate(workload.activities):
        option = one.options[0]
        for resource, units in option.uses:
            shares[number] += option.days * units / max(workload.capacities[resource].most, 1)
    total = shares.sum()
    is_priced = any(option.price for one in workload.activities for option in one.options)
    return shares / total * (_SLIGHT if is_priced else 1.0) if total else shares
