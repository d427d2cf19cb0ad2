"""A network laid out for the sweeps: predecessors first, links beside the activity that asks for them.

Everything is 32 bits wide, and the two edges of an activity lie side by side, so that
a sweep of a million activities touches little memory and touches it in order.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from guatu.domain.planning.compiled.kernel import FactRows, Ints, LinkRows, Marks, kernel
from guatu.domain.planning.network import Network


@dataclass(slots=True, kw_only=True)
class Layout:
    """Activities in level order and their links from both sides.

    ``order`` gives the number of each place and ``place`` the place of each number;
    activities in or after a circle have none.
    """

    order: Ints
    place: Ints
    days: Ints
    own: Ints
    floor: Ints
    ceiling: Ints
    facts: FactRows
    arriving: LinkRows
    leaving: LinkRows


def narrow(column: Any) -> Ints:
    """Return a column as 32-bit integers."""
    return np.ascontiguousarray(np.asarray(column), dtype=np.int32)


def layout_of(network: Network, order: Ints | None = None) -> Layout:
    """Lay a network out; a known ``order`` with predecessors first spares the search for one."""
    count = len(network)
    ends = narrow(network.before), narrow(network.after)
    found = level_order(count, *ends) if order is None else order
    days, own = narrow(network.days), narrow(network.calendar)
    state = np.asarray(network.state).astype(np.int8)
    place = np.full(count, -1, dtype=np.int32)
    place[found] = np.arange(len(found), dtype=np.int32)
    rules = LinkRules(
        narrow(network.kind), narrow(network.lag), narrow(network.lag_calendar), state
    )
    if len(found) == count:
        arriving, leaving = _arranged(place, *ends, rules)
    else:
        nothing = np.empty(0, dtype=np.int32)
        arriving = leaving = LinkRows(np.zeros(count + 1, dtype=np.int32), *[nothing] * 3)
    return Layout(
        order=found,
        place=place,
        days=days[found],
        own=own[found],
        floor=narrow(network.floor)[found],
        ceiling=narrow(network.ceiling)[found],
        facts=FactRows(
            state[found],
            narrow(network.actual_start)[found],
            narrow(network.actual_finish)[found],
        ),
        arriving=arriving,
        leaving=leaving,
    )


class LinkRules(NamedTuple):
    """Kind, lag and lag calendar of each link, and the state of each activity, by number."""

    kind: Ints
    lag: Ints
    calendar: Ints
    state: Marks


@kernel
def level_order(count: int, before: Ints, after: Ints) -> Ints:
    """Return the activities level by level; those in or after a circle never come up."""
    waiting = np.zeros(count, dtype=np.int32)
    first = np.zeros(count + 2, dtype=np.int32)
    for link in range(len(before)):
        waiting[after[link]] += 1
        first[before[link] + 2] += 1
    for number in range(count + 1):
        first[number + 1] += first[number]
    followers = np.empty(len(before), dtype=np.int32)
    for link in range(len(before)):
        followers[first[before[link] + 1]] = after[link]
        first[before[link] + 1] += 1
    order = np.empty(count, dtype=np.int32)
    reached = 0
    for number in range(count):
        if waiting[number] == 0:
            order[reached] = number
            reached += 1
    at = 0
    while at < reached:
        number = order[at]
        at += 1
        for link in range(first[number], first[number + 1]):
            follower = followers[link]
            waiting[follower] -= 1
            if waiting[follower] == 0:
                order[reached] = follower
                reached += 1
    return order[:reached]


@kernel
def _arranged(
    place: Ints, before: Ints, after: Ints, rules: LinkRules
) -> tuple[LinkRows, LinkRows]:
    """Group the links by their successor and by their predecessor, in places."""
    kind, lag, lag_calendar, state = rules
    count, links = len(place), len(before)
    arriving = np.zeros(count + 2, dtype=np.int32)
    leaving = np.zeros(count + 2, dtype=np.int32)
    for link in range(links):
        arriving[place[after[link]] + 2] += 1
        leaving[place[before[link]] + 2] += 1
    for one in range(count + 1):
        arriving[one + 1] += arriving[one]
        leaving[one + 1] += leaving[one]
    source, target = np.empty(links, dtype=np.int32), np.empty(links, dtype=np.int32)
    arriving_lag, leaving_lag = np.empty(links, dtype=np.int32), np.empty(links, dtype=np.int32)
    arriving_rule, leaving_rule = np.empty(links, dtype=np.int32), np.empty(links, dtype=np.int32)
    for link in range(links):
        first, last = place[before[link]], place[after[link]]
        from_start, to_finish = kind[link] & 1, kind[link] >> 1
        # The kinds are FS 0, SS 1, FF 2, SF 3: bit 0 tells the predecessor's edge.
        at = arriving[last + 1]
        arriving[last + 1] += 1
        source[at] = 2 * first + 1 - from_start
        arriving_lag[at] = lag[link]
        arriving_rule[at] = 2 * lag_calendar[link] + to_finish
        at = leaving[first + 1]
        leaving[first + 1] += 1
        target[at] = 2 * last + to_finish
        leaving_lag[at] = lag[link]
        settled = state[after[link]] == 2 or (state[before[link]] != 0 and from_start == 1)
        leaving_rule[at] = 4 * lag_calendar[link] + from_start + (2 if settled else 0)
    return (
        LinkRows(arriving[: count + 1], source, arriving_lag, arriving_rule),
        LinkRows(leaving[: count + 1], target, leaving_lag, leaving_rule),
    )
