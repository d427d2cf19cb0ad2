"""From a laid-out network and what its plan asks of it to all places: the columns of a schedule.

The rules are those of ``schedule``; here they run on whole columns.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.compiled.engine import CompiledEngine
from guatu.domain.planning.compiled.kernel import Ints, Marks
from guatu.domain.planning.compiled.sweeps import FloatRows
from guatu.domain.planning.network import ALWAYS, FINISHED, NEVER
from guatu.domain.planning.plan import MOST_DAYS

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What a plan asks of its network.

    ``start`` is the given start and ``deadline`` the first place after the last day
    that may be worked, each None where the plan states none; the deadline binds the
    activities ``ends``; ``milestone`` marks the activities that take no time.
    """

    start: int | None
    deadline: int | None
    ends: Ints
    milestone: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """Why a network gave no dates: the code of a diagnostic, and the activity at fault."""

    code: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """Edges, floats, ceilings and who is bound, all by place of the layout; the latest start."""

    early: Ints
    late: Ints
    floats: FloatRows
    ceiling: Ints
    bound: Marks
    latest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedColumns:
    """The days that people read, and who is critical, in the order of the network."""

    early_start: Ints
    early_last: Ints
    late_start: Ints
    late_last: Ints
    critical: Flags


def calculate(engine: CompiledEngine, anchors: Anchors) -> Calculation | Unfit | None:
    """Run what a plan asks for; None where its dates leave every window of the tables."""
    layout = engine.layout
    ceiling, bound = framed(engine, anchors, anchors.deadline)
    start = anchors.start
    if start is None:
        late = engine.late(ceiling, bound)
        if late is None:
            return None
        lost = _off_axis(engine, late, bound == 1)
        if lost is not None:
            return lost
        start = latest_start(engine, late, bound)
        if start is None:
            return Unfit(code="planning.no_anchor")
    early = engine.early(start)
    if early is None:
        return None
    lost = _off_axis(engine, early, None)
    if lost is not None:
        return lost
    if anchors.deadline is None and not (layout.ceiling < NEVER).any():
        ends = layout.place[anchors.ends]
        ceiling, bound = framed(engine, anchors, int(early[2 * ends + 1].max()))
    ceiling = _with_loose_ends(engine, anchors, ceiling, bound, early)
    late = engine.late(ceiling, bound)
    if late is None:
        return None
    lost = _off_axis(engine, late, None)
    if lost is not None:
        return lost
    floats = engine.spare(early, late, ceiling)
    if floats is None:
        return None
    latest = latest_start(engine, late, bound)
    return Calculation(
        early=early, late=late, floats=floats, ceiling=ceiling, bound=bound, latest=latest
    )


def framed(engine: CompiledEngine, anchors: Anchors, deadline: int | None) -> tuple[Ints, Marks]:
    """Return the ceilings under a deadline, and who is bound by them."""
    layout = engine.layout
    ceiling = layout.ceiling.copy()
    if deadline is not None:
        ends = layout.place[anchors.ends]
        ceiling[ends] = np.minimum(ceiling[ends], deadline)
    first = np.diff(layout.arriving.first) == 0
    ceiling[(anchors.milestone[layout.order] == 1) & first & (ceiling < NEVER)] -= 1
    return ceiling, engine.bound(ceiling)


def latest_start(engine: CompiledEngine, late: Ints, bound: Marks) -> int | None:
    """Return the least late start of bound work that is not finished; None if there is none."""
    live = late[0::2][(bound == 1) & (engine.layout.facts.state != FINISHED)]
    return int(live.min()) if live.size else None


def _with_loose_ends(
    engine: CompiledEngine, anchors: Anchors, ceiling: Ints, bound: Marks, early: Ints
) -> Ints:
    if bound.all():
        return ceiling
    held = ceiling[engine.layout.place[anchors.ends]]
    by_ends = int(held[held < NEVER].max(initial=ALWAYS))
    finishes = early[1::2]
    whole = max(by_ends, int(finishes.max()))
    loose = np.where(finishes <= by_ends, by_ends, whole)
    return np.where(bound == 1, ceiling, loose).astype(np.int32)


def _off_axis(engine: CompiledEngine, edges: Ints, only: Flags | None) -> Unfit | None:
    lost = (edges[0::2] < 2) | (edges[1::2] > MOST_DAYS)
    if only is not None:
        lost &= only
    if not lost.any():
        return None
    return Unfit(code="planning.off_axis", number=int(engine.layout.order[lost].min()))


def print_columns(
    engine: CompiledEngine, anchors: Anchors, found: Calculation
) -> PrintedColumns | None:
    """Return the days that people read; a milestone prints one day, as ``printed_days`` says."""
    layout = engine.layout
    early_start, early_last = engine.columns(found.early)
    late_start, late_last = engine.columns(found.late)
    early_last -= 1
    late_last -= 1
    milestone = anchors.milestone == 1
    first = np.minimum(early_start, early_last)
    last = np.maximum(early_start, early_last)
    late_first = np.minimum(late_start, late_last)
    if milestone.any():
        marks = engine.reached(found.early, anchors.milestone[layout.order])
        if marks is None:
            return None
        shift = marks[layout.place].astype(np.int32)
        stands = early_start - shift
        latest = np.where(found.floats.total[layout.place] == 0, stands, late_start - shift)
        first, last = np.where(milestone, stands, first), np.where(milestone, stands, last)
        late_first = np.where(milestone, latest, late_first)
        late_last = np.where(milestone, latest, late_last)
    return PrintedColumns(
        early_start=first,
        early_last=last,
        late_start=late_first,
        late_last=late_last,
        critical=criticals(engine, found)[layout.place],
    )


def criticals(engine: CompiledEngine, found: Calculation) -> Flags:
    """Mark floats of zero or less by place; where every float is positive, the smallest."""
    live = (found.bound == 1) & (engine.layout.facts.state != FINISHED)
    limit = max(0, int(found.floats.total[live].min())) if live.any() else 0
    critical: Flags = live & (found.floats.total <= limit)
    return critical
