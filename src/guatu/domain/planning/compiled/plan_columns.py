"""The computation of a large plan on columns, handed back as the lists that judging reads."""

from collections.abc import Sequence

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.compiled.calculation import Anchors, Unfit, calculate, print_columns
from guatu.domain.planning.compiled.engine import CompiledEngine
from guatu.domain.planning.compiled.layout import narrow
from guatu.domain.planning.computed import Computed, fault
from guatu.domain.planning.engine import Engine
from guatu.domain.planning.network import Passes
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.scheduled import DateColumns


def computed_by_columns(
    plan: Plan, engine: Engine, start: int | None, deadline: int | None, ends: Sequence[int]
) -> Computed | Diagnostic | None:
    """Compute a plan on columns; None where its dates leave every window of the tables."""
    assert isinstance(engine, CompiledEngine)
    layout = engine.layout
    anchors = Anchors(
        start=start,
        deadline=deadline,
        ends=narrow(ends),
        milestone=np.asarray([one.is_milestone for one in plan.activities], dtype=np.int8),
    )
    found = calculate(engine, anchors)
    if isinstance(found, Unfit):
        lost = {} if found.number is None else {"activity": plan.activities[found.number].id}
        return fault(found.code, plan, **lost)
    printed = None if found is None else print_columns(engine, anchors, found)
    if found is None or printed is None:
        return None
    place = layout.place
    early, late = engine.listed(found.early), engine.listed(found.late)
    total = found.floats.total[place].tolist()
    free = found.floats.free[place].tolist()
    return Computed(
        passes=Passes(
            early_start=early[0],
            early_finish=early[1],
            late_start=late[0],
            late_finish=late[1],
            total_float=total,
            free_float=free,
        ),
        ends=ends,
        bound=(found.bound[place] == 1).tolist(),
        ceiling=found.ceiling[place].tolist(),
        latest_start=found.latest,
        dates=DateColumns(
            ids=[one.id for one in plan.activities],
            early_start=printed.early_start.tolist(),
            early_last=printed.early_last.tolist(),
            late_start=printed.late_start.tolist(),
            late_last=printed.late_last.tolist(),
            total_float=total,
            free_float=free,
            critical=printed.critical.tolist(),
        ),
    )
