"""The chain that drives a large plan, found on its columns; ``driving_chain`` gives the rules."""

import numpy as np

from guatu.domain.planning.compiled.calculation import Calculation
from guatu.domain.planning.compiled.engine import CompiledEngine
from guatu.domain.planning.compiled.kernel import (
    CalendarRows,
    FactRows,
    Ints,
    LinkRows,
    before,
    kernel,
    start_at,
)
from guatu.domain.planning.compiled.sweeps import ActivityRows
from guatu.domain.planning.network import FINISHED


def driving_places(engine: CompiledEngine, found: Calculation, early: Ints, ends: Ints) -> Ints:
    """Return the places of the chain from its first activity to the end with the least float."""
    layout = engine.layout
    total = found.floats.total
    finishes = early[1::2]
    live = (found.bound == 1) & (layout.facts.state != FINISHED)
    pool = ends[live[ends]]
    candidates = np.flatnonzero(live)
    if not pool.size:
        pool = candidates
    else:
        least = min(int(total[pool].min()), 0)
        tighter = candidates[total[candidates] < least]
        if tighter.size:
            pool = tighter[total[tighter] == total[tighter].min()]
            pool = pool[finishes[pool] == finishes[pool].max()]
    if not pool.size:
        return np.empty(0, dtype=np.int32)
    last = pool[np.lexsort((layout.order[pool], -finishes[pool], total[pool]))[0]]
    chain = np.empty(len(layout.order), dtype=np.int32)
    rows = ActivityRows(layout.days, layout.own, total)
    length = _walk(
        chain, int(last), early, (rows, layout.order), layout.facts, layout.arriving,
        engine.calendars(early),
    )  # fmt: skip
    return chain[:length][::-1].copy()


@kernel
def _walk(  # noqa: PLR0917 the columns of one walk
    chain: Ints,
    at: int,
    early: Ints,
    rows: tuple[ActivityRows, Ints],
    facts: FactRows,
    links: LinkRows,
    calendars: CalendarRows,
) -> int:
    """Write the chain back from its last place; return its length."""
    (days, own, total), order = rows
    arriving, source, lags, rules = links
    chain[0] = at
    length = 1
    while True:
        best = -1
        for link in range(arriving[at], arriving[at + 1]):
            one = source[link] >> 1
            if facts.state[one] == 2:
                continue
            edge, lag = early[source[link]], lags[link]
            if lag != 0:
                row = rules[link] >> 1
                edge = start_at(calendars, row, before(calendars, row, edge) + lag - 1) + 1
            reached = edge
            if days[at] > 0:
                if rules[link] & 1:
                    done = before(calendars, own[at], edge - 1) + 1
                else:
                    done = before(calendars, own[at], edge) + days[at]
                reached = start_at(calendars, own[at], done - 1) + 1
            if reached != early[2 * at + 1]:
                continue
            if (
                best < 0
                or total[one] < total[best]
                or (total[one] == total[best] and order[one] < order[best])
            ):
                best = one
        if best < 0:
            return length
        at = best
        chain[length] = at
        length += 1
