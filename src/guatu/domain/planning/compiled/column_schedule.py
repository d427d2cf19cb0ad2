"""The schedule of a columnar plan: dates, floats and the judgment, without an object an activity."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Outlook, Reason, Verdict
from guatu.domain.planning.column_plan import ColumnPlan
from guatu.domain.planning.compiled.calculation import (
    Anchors,
    Calculation,
    PrintedColumns,
    Unfit,
    calculate,
    print_columns,
)
from guatu.domain.planning.compiled.chains import driving_places
from guatu.domain.planning.compiled.engine import CompiledEngine, compiled_engine
from guatu.domain.planning.compiled.kernel import Ints
from guatu.domain.planning.compiled.layout import narrow
from guatu.domain.planning.judging import PlanningRules
from guatu.domain.planning.network import FINISHED, NEVER
from guatu.domain.planning.ordering import find_circle

# A chain of hundreds of names is told by its two ends.
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSchedule:
    """What ``Schedule`` says, for a columnar plan; columns stand in the order of its rows.

    No levers are worked out: columns hold no crash offers and no permit lanes, so that
    a plan which is behind is ``impossible`` as it stands.
    """

    plan: ColumnPlan
    today: date
    outlook: Outlook
    late_by_days: int
    buffer_days: int
    latest_start: date | None
    start: date
    last_day: date
    printed: PrintedColumns
    total_float: Ints
    free_float: Ints
    critical_path: Ints


def schedule_columns(
    plan: ColumnPlan, *, today: date, rules: PlanningRules | None = None
) -> tuple[ColumnSchedule | None, tuple[Diagnostic, ...]]:
    """Schedule a columnar plan; errors are those of ``schedule``."""
    engine = compiled_engine(plan.network)
    layout = engine.layout
    if len(layout.order) < len(plan):
        names = [plan.id_of(row) for row in find_circle(plan.network, layout.order.tolist())]
        path = " → ".join([*names, names[0]])
        return None, (_fault(plan, "planning.circle", activity=names[0], path=path),)
    header = plan.header
    has_deadline = header.target is not None or bool((layout.ceiling < NEVER).any())
    start = plan.began if header.start is None else day_number(header.start)
    if start is None and not has_deadline:
        return None, (_fault(plan, "planning.no_anchor"),)
    anchors = Anchors(
        start=start,
        deadline=None if header.target is None else day_number(header.target) + 1,
        ends=plan.ends,
        milestone=plan.milestone,
    )
    found = calculate(engine, anchors)
    if isinstance(found, Unfit):
        lost = {} if found.number is None else {"activity": plan.id_of(found.number)}
        return None, (_fault(plan, found.code, **lost),)
    printed = None if found is None else print_columns(engine, anchors, found)
    if found is None or printed is None:
        return None, (_fault(plan, "planning.off_axis", activity=plan.id_of(0)),)
    judge = _Judge(engine=engine, plan=plan, found=found, rules=rules or PlanningRules())
    outlook, late_by, buffer_days = judge.judged(start, day_number(today), has_deadline)
    latest, place = found.latest, layout.place
    return ColumnSchedule(
        plan=plan,
        today=today,
        outlook=outlook,
        late_by_days=late_by,
        buffer_days=buffer_days,
        latest_start=None if latest is None else day_of(latest),
        start=day_of(int(printed.early_start.min())),
        last_day=day_of(int(printed.early_last[plan.ends].max())),
        printed=printed,
        total_float=found.floats.total[place],
        free_float=found.floats.free[place],
        critical_path=layout.order[driving_places(engine, found, found.early, place[plan.ends])],
    ), ()


def _fault(plan: ColumnPlan, code: str, **arguments: str | int) -> Diagnostic:
    return Diagnostic(code=code, arguments=(("plan", plan.header.id), *arguments.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    engine: CompiledEngine
    plan: ColumnPlan
    found: Calculation
    rules: PlanningRules

    def judged(self, start: int | None, today: int, has_deadline: bool) -> tuple[Outlook, int, int]:  # noqa: FBT001 a fact of the plan
        """Return the outlook, the lateness in calendar days and the buffer, as ``judge`` does."""
        found, layout = self.found, self.engine.layout
        live = (found.bound == 1) & (layout.facts.state != FINISHED)
        if not live.any() or not has_deadline:
            code = "planning.no_deadline" if live.any() else "planning.finished"
            reason = Reason(code=code, arguments=(("plan", self.plan.header.id),))
            return self._outlook(Verdict.ON_TRACK, 0, 0, reason), 0, 0
        forecast = found
        if start is None or today > start:
            forecast = self._from(today)
        early, floats = forecast.early, forecast.floats
        held = narrow(np.flatnonzero(live & (found.ceiling < NEVER)))
        chain = driving_places(self.engine, forecast, early, held)
        length = int(layout.days[chain].sum())
        buffer_days = -(-length * self.rules.buffer_percent // 100)
        slack = int(floats.total[live].min())
        late_by = max(0, int((early[2 * held + 1] - found.ceiling[held]).max()))
        if late_by > 0:
            names = [self.plan.id_of(row) for row in layout.order[chain].tolist()]
            if len(names) > _MOST_NAMED:
                names = [*names[: _MOST_NAMED // 2], "…", *names[-_MOST_NAMED // 2 :]]
            reason = Reason(
                code="planning.impossible",
                arguments=(
                    ("days", late_by),
                    ("left", late_by),
                    ("chain", "-".join(names)),
                    ("first", names[0] if names else ""),
                ),
            )
            outlook = self._outlook(Verdict.IMPOSSIBLE, min(slack, -1), length, reason)
            return outlook, late_by, buffer_days
        verdict = Verdict.ON_TRACK if slack >= buffer_days else Verdict.TIGHT
        reason = Reason(
            code=f"planning.{verdict.value}", arguments=(("slack", slack), ("buffer", buffer_days))
        )
        return self._outlook(verdict, slack, length, reason), late_by, buffer_days

    def _from(self, today: int) -> Calculation:
        """Run once more with no open work before today, against the same late dates."""
        early = self.engine.early(today)
        floats = None if early is None else self.engine.spare(early, self.found.late, self.found.ceiling)  # fmt: skip
        assert early is not None
        assert floats is not None
        return replace(self.found, early=early, floats=floats)

    @staticmethod
    def _outlook(verdict: Verdict, slack: int, length: int, reason: Reason) -> Outlook:
        return Outlook(
            verdict=verdict,
            slack=float(slack),
            needed=float(length),
            attained=float(length + slack),
            reason=reason,
            levers=(),
        )
