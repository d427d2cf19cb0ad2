"""The sweeps over a laid-out network: early places, late places, floats, and who is bound.

``edges`` holds the start and the finish of each place side by side. What leaves the
window of the calendars sticks to its edge, which the caller sees in the places returned.
"""

from typing import NamedTuple

import numpy as np

from guatu.domain.planning.compiled.kernel import (
    UNSET,
    CalendarRows,
    FactRows,
    Ints,
    LinkRows,
    Marks,
    before,
    kernel,
    start_at,
)

_NEVER = 100_000_000
_FINISHED, _STARTED = 2, 1


class ActivityRows(NamedTuple):
    """Days, calendar and bound of each place: the floor of a start, or the ceiling of a finish."""

    days: Ints
    own: Ints
    bound: Ints


class FloatRows(NamedTuple):
    """Total and free floats by place, in working days of the own calendars."""

    total: Ints
    free: Ints


@kernel
def sweep_early(
    edges: Ints, work: ActivityRows, facts: FactRows, links: LinkRows, calendars: CalendarRows
) -> int:
    """Fill in early places from the floors of ``work``; return the last finish."""
    days, own, floor = work
    state, actual_start, actual_finish = facts
    arriving, source, lags, rules = links
    last = -_NEVER
    for at in range(len(days)):
        if state[at] == _FINISHED:
            edges[2 * at], edges[2 * at + 1] = actual_start[at], actual_finish[at]
            continue
        earliest, done = floor[at], -_NEVER
        for link in range(arriving[at], arriving[at + 1]):
            edge = edges[source[link]]
            lag, rule = lags[link], rules[link]
            if lag != 0:
                row = rule >> 1
                edge = start_at(calendars, row, before(calendars, row, edge) + lag - 1) + 1
            if rule & 1 and days[at] > 0:
                done = max(done, edge)
            else:
                earliest = max(earliest, edge)
        if days[at] == 0:
            first, finish = earliest, earliest
        else:
            row = own[at]
            begun = before(calendars, row, earliest)
            if done > -_NEVER:
                begun = max(begun, before(calendars, row, done - 1) + 1 - days[at])
            first = start_at(calendars, row, begun)
            finish = start_at(calendars, row, begun + days[at] - 1) + 1
        last = max(last, finish)
        if last >= calendars.low + calendars.width - 2:
            # Beyond the window: what follows would be wrong, and is run again on a wider one.
            return int(last)
        edges[2 * at] = actual_start[at] if state[at] == _STARTED else first
        edges[2 * at + 1] = finish
    return int(last)


@kernel
def sweep_late(  # noqa: PLR0917 the columns of one sweep
    edges: Ints,
    bound: Marks,
    work: ActivityRows,
    facts: FactRows,
    links: LinkRows,
    calendars: CalendarRows,
) -> int:
    """Fill in late places under the ceilings of finishes; return the first start.

    An activity that nothing binds stands at a place beyond all; a link from bound
    work to unbound does not bind, nor one that facts settled.
    """
    days, own, ceiling = work
    state, actual_start, actual_finish = facts
    leaving, target, lags, rules = links
    first = _NEVER
    for at in range(len(days) - 1, -1, -1):
        if state[at] == _FINISHED:
            edges[2 * at], edges[2 * at + 1] = actual_start[at], actual_finish[at]
            continue
        latest, begun = ceiling[at], _NEVER
        for link in range(leaving[at], leaving[at + 1]):
            rule, to = rules[link], target[link]
            if rule & 2 or bound[to >> 1] < bound[at]:
                continue
            edge, lag = edges[to], lags[link]
            if edge >= UNSET:
                continue
            if lag != 0:
                row = rule >> 2
                edge = start_at(calendars, row, before(calendars, row, edge) - lag)
            if rule & 1:
                begun = min(begun, edge)
            else:
                latest = min(latest, edge)
        if min(latest, begun) >= UNSET:
            edges[2 * at], edges[2 * at + 1] = _NEVER, _NEVER
            continue
        if days[at] == 0:
            edges[2 * at] = edges[2 * at + 1] = min(latest, begun)
        else:
            row = own[at]
            done = before(calendars, row, latest)
            if begun < UNSET:
                by_start = before(calendars, row, begun + 1) - 1 + days[at]
                done = min(done, by_start) if latest < UNSET else by_start
            edges[2 * at] = start_at(calendars, row, done - days[at])
            edges[2 * at + 1] = start_at(calendars, row, done - 1) + 1
        first = min(first, edges[2 * at])
        if first <= calendars.low:
            return int(first)
    return int(first)


@kernel
def resume(
    edges: Ints, early: Ints, work: ActivityRows, state: Marks, calendars: CalendarRows
) -> None:
    """Copy early places; the start of started work becomes that of what remains of it."""
    days, own, _ = work
    edges[:] = early
    for at in range(len(days)):
        if state[at] == _STARTED:
            finish = early[2 * at + 1]
            if days[at] == 0:
                edges[2 * at] = finish
            else:
                row = own[at]
                done = before(calendars, row, finish) - days[at]
                edges[2 * at] = start_at(calendars, row, done)


@kernel
def sweep_floats(  # noqa: PLR0917 the columns of one sweep
    floats: FloatRows, passes: tuple[Ints, Ints, Ints], work: ActivityRows, state: Marks,
    links: LinkRows, calendars: CalendarRows,
) -> None:  # fmt: skip
    """Fill in total and free floats between early, resumed and late places."""
    total, free = floats
    early, resumed, late = passes
    days, own, ceiling = work
    leaving, target, lags, rules = links
    for at in range(len(days)):
        if state[at] == _FINISHED:
            total[at] = free[at] = 0
            continue
        row = own[at]
        reached = before(calendars, row, early[2 * at + 1])
        total[at] = before(calendars, row, late[2 * at + 1]) - reached
        latest, begun = ceiling[at], _NEVER
        for link in range(leaving[at], leaving[at + 1]):
            rule, lag = rules[link], lags[link]
            if rule & 2:
                continue
            edge = resumed[target[link]]
            if lag != 0:
                other = rule >> 2
                edge = start_at(calendars, other, before(calendars, other, edge) - lag)
            if rule & 1:
                begun = min(begun, edge)
            else:
                latest = min(latest, edge)
        spare = before(calendars, row, latest) - reached
        if begun < UNSET and state[at] == 0:
            ahead = 1 if days[at] > 0 else 0
            by_start = before(calendars, row, begun + ahead) - ahead
            spare = min(spare, by_start - before(calendars, row, early[2 * at]))
        free[at] = max(spare, 0)


@kernel
def sweep_bound(bound: Marks, ceiling: Ints, links: LinkRows) -> None:
    """Mark what has a ceiling, or leads to bound work by a link that facts have not settled."""
    leaving, target, _, rules = links
    for at in range(len(bound) - 1, -1, -1):
        bound[at] = 1 if ceiling[at] < UNSET else 0
        for link in range(leaving[at], leaving[at + 1]):
            if bound[at] == 1:
                break
            if rules[link] & 2 == 0 and bound[target[link] >> 1] == 1:
                bound[at] = 1


@kernel
def sweep_reached(
    marks: tuple[Marks, Marks, Marks], early: Ints, floor: Ints, links: LinkRows,
    calendars: CalendarRows,
) -> None:  # fmt: skip
    """Mark the milestones that finished work brings about, and nothing else beside it.

    ``marks`` are those found, the milestones, and the states.
    """
    found, milestone, state = marks
    arriving, source, lags, rules = links
    for at in range(len(found)):
        found[at] = 0
        if milestone[at] == 0 or state[at] == _FINISHED:
            continue
        reached = early[2 * at + 1]
        finishing, other = False, reached == floor[at]
        for link in range(arriving[at], arriving[at + 1]):
            edge, lag = early[source[link]], lags[link]
            if lag != 0:
                row = rules[link] >> 1
                done = before(calendars, row, edge) + lag - 1
                edge = start_at(calendars, row, done) + 1
            if edge == reached:
                one = source[link] >> 1
                ends = source[link] & 1 == 1 and (milestone[one] == 0 or found[one] == 1)
                finishing = finishing or ends
                other = other or not ends
        found[at] = 1 if finishing and not other else 0


def new_edges(count: int) -> Ints:
    """Return room for the edges of so many places."""
    return np.empty(2 * count, dtype=np.int32)
