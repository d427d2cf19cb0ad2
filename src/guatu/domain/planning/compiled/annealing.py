"""Simulated annealing over activity lists whose plans are justified both ways.

A step moves one to three activities within the reach of their links (or takes another
mode), lays the list out early, justifies it to the right and to the left, and keeps the
plan by the rule of annealing. What is minimised is the weighted lateness of the goals;
among equals the plan that finishes its work earlier (or that changes fewer hung
dates) is preferred, which guides the search across its wide plateaus. Numbers at
random come from an own generator: a seed and a count of steps give the same plan
everywhere.
"""

from math import exp
from typing import Any, NamedTuple

import numpy as np

from guatu.domain.planning.compiled.kernel import kernel
from guatu.domain.planning.compiled.load import Ints, Load, sort_counted, sort_keys
from guatu.domain.planning.compiled.placing import place_early, place_late

_ONE = 1 << 30
# Steps in 100 that move all work of one goal, where there are several.
_GROUP_SHARE = 20


class Chain(NamedTuple):
    """One plan under way, the best one met, and the working space of a step.

    ``listed``, ``modes``, ``start``, ``finish``: the plan under way; ``best_*``: the
    best; ``energy``: energy under way; ``value``: cost, excess and second measure of
    the best. The rest is scratch.
    """

    listed: Any
    modes: Any
    start: Any
    finish: Any
    best_listed: Any
    best_modes: Any
    best_start: Any
    best_finish: Any
    energy: Any
    value: Any
    random: Any
    key: Any
    counts: Any
    new_listed: Any
    new_modes: Any
    new_start: Any
    new_finish: Any
    free: Any
    ceiling: Any
    reached: Any
    place: Any
    spare: Any


@kernel
def _below(state: Ints, limit: int) -> int:
    """Return a number from 0 to below the limit from the xorshift generator."""
    x = state[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    state[0] = x
    return np.int64(x >> np.uint64(1)) % limit  # type: ignore[return-value]  # compiled: whole numbers are one kind


@kernel
def _reach(load: Load, finish: Ints, reached: Ints) -> int:
    """Fill the ends of the goals and return the end of the whole."""
    reached[:] = 0
    whole = 0
    for number in range(len(finish)):
        goal = load.goal[number]
        whole = max(whole, finish[number])
        if goal >= 0 and finish[number] > reached[goal]:
            reached[goal] = finish[number]
    return whole


@kernel
def _cost(load: Load, reached: Ints) -> int:
    cost = 0
    for goal in range(len(reached)):
        cost += load.weight[goal] * max(0, reached[goal] - load.due[goal])
    return cost


@kernel
def _pulled(load: Load, reached: Ints) -> float:
    pulled = 0.0
    for goal in range(len(reached)):
        pulled += load.pull[goal] * max(0, reached[goal] - load.due[goal])
    return pulled


@kernel
def _second(load: Load, chain: Chain) -> float:
    """Return what decides among plans of one cost: early work, changed dates, prices of modes."""
    second = 0.0
    for number in range(len(chain.new_start)):
        second += load.lean[number] * chain.new_finish[number]
        second += load.price[chain.new_modes[number]]
        hung = load.hung[number]
        if hung >= 0 and chain.new_start[number] != hung:
            moved = abs(chain.new_start[number] - hung)
            second += load.change[0, number] + load.change[1, number] * moved
    return second


@kernel
def _excess(load: Load, modes: Ints) -> int:
    """Return by how many units the modes take more of the used-up resources than there is."""
    excess = 0
    for stock in range(len(load.stock)):
        spent = 0
        for number in range(len(modes)):
            spent += load.spend[stock, modes[number]]
        excess += max(0, spent - load.stock[stock])
    return excess


@kernel
def _build(load: Load, chain: Chain) -> bool:
    """Lay out the new list early, late and early again; False where the axis is too short.

    Where a successor may start before its predecessor the late pass can fail or cost
    time (it places an activity before one that ends later); the first plan then stands.
    """
    listed, start, finish = chain.new_listed, chain.new_start, chain.new_finish
    if not place_early(load, listed, chain.new_modes, start, finish, chain.free):
        return False
    if not load.loose[0]:
        return _justify(load, chain)
    chain.spare[:] = listed
    _reach(load, finish, chain.reached)
    cost = _cost(load, chain.reached)
    if _justify(load, chain):
        _reach(load, finish, chain.reached)
        if _cost(load, chain.reached) <= cost:
            return True
    listed[:] = chain.spare
    return place_early(load, listed, chain.new_modes, start, finish, chain.free)


@kernel
def _justify(load: Load, chain: Chain) -> bool:
    """Lay the new plan out late and early again, and sort its list; False where it does not fit."""
    listed, place, key = chain.new_listed, chain.place, chain.key
    start, finish, modes = chain.new_start, chain.new_finish, chain.new_modes
    whole = _reach(load, finish, chain.reached)
    for number in range(len(finish)):
        goal = load.goal[number]
        late = whole if goal < 0 else max(chain.reached[goal], load.due[goal])
        chain.ceiling[number] = min(late, chain.free.shape[1] - 1)
        key[number] = finish[number]
    sort_keys(load, listed, key, chain.counts, place, 0)
    if not place_late(load, place, modes, start, finish, chain.free, chain.ceiling):
        return False
    key[:] = start
    sort_keys(load, place, key, chain.counts, listed, 1)
    if not place_early(load, listed, modes, start, finish, chain.free):
        return False
    key[:] = start
    place[:] = listed
    sort_keys(load, place, key, chain.counts, listed, 1)
    return True


@kernel
def _shift(load: Load, chain: Chain, number: int) -> None:
    """Move an activity to a random place of the new list within the reach of its links."""
    listed, place = chain.new_listed, chain.place
    low, high = 0, len(listed) - 1
    for at in range(len(listed)):
        place[listed[at]] = at
    for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
        low = max(low, place[load.into_from[link]] + 1)
    for link in range(load.out_ptr[number], load.out_ptr[number + 1]):
        high = min(high, place[load.out_to[link]] - 1)
    if high <= low:
        return
    at = place[number]
    wanted = low + _below(chain.random, high - low + 1)
    while at < wanted:
        listed[at] = listed[at + 1]
        at += 1
    while at > wanted:
        listed[at] = listed[at - 1]
        at -= 1
    listed[at] = number


@kernel
def _shift_group(load: Load, chain: Chain, group: int) -> None:
    """Move all activities of a group by the same random distance in the new list."""
    listed, key, place = chain.new_listed, chain.key, chain.place
    count = len(listed)
    distance = _below(chain.random, 2 * count + 1) - count
    for at in range(count):
        number = listed[at]
        moved = distance if load.group[number] == group else 0
        key[number] = min(max(at + count + moved, 0), 3 * count)
    for number in load.order:
        for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
            key[number] = max(key[number], key[load.into_from[link]])
    place[:] = listed
    sort_counted(place, key, chain.counts, listed)


@kernel
def _switch(load: Load, chain: Chain, number: int) -> None:
    """Give an activity of the new plan another of its modes."""
    first = load.mode_ptr[number]
    count = load.mode_ptr[number + 1] - first
    if count > 1:
        step = 1 + _below(chain.random, count - 1)
        chain.new_modes[number] = first + (chain.new_modes[number] - first + step) % count


@kernel
def _take(chain: Chain, energy: float) -> None:
    chain.listed[:] = chain.new_listed
    chain.modes[:] = chain.new_modes
    chain.start[:] = chain.new_start
    chain.finish[:] = chain.new_finish
    chain.energy[0] = energy


@kernel
def _note(chain: Chain, cost: int, excess: int, second: float) -> None:
    """Remember the new plan if it is the best met."""
    value = chain.value
    if excess != value[1]:
        better = excess < value[1]
    elif cost != value[0]:
        better = cost < value[0]
    else:
        better = second < value[2] - 1e-9
    if better:
        value[0], value[1], value[2] = cost, excess, second
        chain.best_listed[:] = chain.new_listed
        chain.best_modes[:] = chain.new_modes
        chain.best_start[:] = chain.new_start
        chain.best_finish[:] = chain.new_finish


@kernel
def begin(load: Load, chain: Chain, keys: Ints) -> bool:
    """Start the chain with the plan of the list that follows the keys; False where it does not fit."""
    for number in load.order:
        for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
            keys[number] = max(keys[number], keys[load.into_from[link]] + 1)
    sort_counted(load.order, keys, chain.counts, chain.new_listed)
    if not _build(load, chain):
        return False
    _reach(load, chain.new_finish, chain.reached)
    second = _second(load, chain)
    excess = _excess(load, chain.new_modes)
    _take(chain, _pulled(load, chain.reached) + second + excess)
    _note(chain, _cost(load, chain.reached), excess, second)
    return True


@kernel
def resume(chain: Chain) -> None:
    """Go on from the best plan of the chain."""
    chain.listed[:] = chain.best_listed
    chain.modes[:] = chain.best_modes
    chain.start[:] = chain.best_start
    chain.finish[:] = chain.best_finish
    chain.energy[0] = 1e18


@kernel
def anneal(  # noqa: PLR0917 the settings of one turn, in the order that compiled code takes them
    load: Load, chain: Chain, steps: int, heat: float, switching: int, floor: int
) -> None:
    """Make steps at one heat; ``switching``: chance in 100 of another mode; stop at the cost ``floor``."""
    count = len(chain.listed)
    for _ in range(steps):
        chain.new_listed[:] = chain.listed
        chain.new_modes[:] = chain.modes
        many = load.groups[0] > 1 and _below(chain.random, 100) < _GROUP_SHARE
        if many:
            _shift_group(load, chain, _below(chain.random, load.groups[0]))
        for _ in range(0 if many else 1 + _below(chain.random, 2)):
            number = _below(chain.random, count)
            if _below(chain.random, 100) < switching:
                _switch(load, chain, number)
            else:
                _shift(load, chain, number)
        if not _build(load, chain):
            continue
        _reach(load, chain.new_finish, chain.reached)
        cost = _cost(load, chain.reached)
        second = _second(load, chain)
        excess = _excess(load, chain.new_modes)
        energy = _pulled(load, chain.reached) + second + excess / heat
        gain = chain.energy[0] - energy
        if gain >= 0 or exp(gain / heat) * _ONE > _below(chain.random, _ONE):
            _take(chain, energy)
            _note(chain, cost, excess, second)
            if excess == 0 and cost <= floor:
                return
