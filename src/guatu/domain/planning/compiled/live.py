"""A plan held ready for changes: one edit, and all dates anew in a few thousandths of a second.

The columns stay laid out and the calendars tabulated between edits. A changed
number costs two sweeps; a changed link lays the links out again, and looks for a new
order only where the old one forbids it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.compiled.calculation import (
    Anchors,
    PrintedColumns,
    Unfit,
    calculate,
    print_columns,
)
from guatu.domain.planning.compiled.engine import CompiledEngine
from guatu.domain.planning.compiled.kernel import Ints
from guatu.domain.planning.compiled.layout import layout_of, narrow
from guatu.domain.planning.network import ALWAYS, NEVER, OPEN, Network, network_of
from guatu.domain.planning.ordering import find_circle
from guatu.domain.planning.plan import LinkKind, Plan
from guatu.domain.planning.schedule import given_start

_KINDS = list(LinkKind)
_LINK_COLUMNS = ("before", "after", "kind", "lag", "lag_calendar")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveDates:
    """All dates after an edit, as columns in file order; days of the axis.

    ``late_by_days`` is by how many calendar days the worst activity passes its bound.
    """

    printed: PrintedColumns
    total_float: Ints
    free_float: Ints
    latest_start: date | None
    last_day: date
    late_by_days: int


class LivePlan:
    """A plan under edit; ``live_plan`` builds it, each edit answers with the fault it met."""

    def __init__(self, plan: Plan) -> None:
        found = network_of(plan)
        columns = {
            name: narrow(getattr(found, name)) for name in Network.__slots__ if name != "calendars"
        }
        self._plan = plan
        self._calendars = found.calendars
        self._row = {one.id: number for number, one in enumerate(plan.activities)}
        self._columns: dict[str, Any] = columns
        self._milestone = np.asarray([one.is_milestone for one in plan.activities], dtype=np.int8)
        self._target = plan.target
        self._start = given_start(plan)
        self._data_date = ALWAYS if plan.data_date is None else day_number(plan.data_date)
        self._engine = self._laid_out(None)

    @property
    def circle(self) -> Diagnostic | None:
        """The circle that forbids dates, if the plan came with one."""
        return self._circle(self._engine)

    def set_days(self, activity: str, days: int) -> None:
        """Change the days still to be worked of an activity; 0 makes it a milestone."""
        row, place = self._at(activity)
        if not 0 <= days <= 10**6:
            raise ValueError(f"activity {activity} cannot last {days} days")
        self._columns["days"][row] = self._engine.layout.days[place] = days
        self._milestone[row] = days == 0

    def set_not_before(self, activity: str, day: date | None) -> None:
        """Change the earliest day of work of an activity that has not started."""
        row, place = self._at(activity)
        if self._columns["state"][row] == OPEN:
            floor = max(self._data_date, ALWAYS if day is None else day_number(day))
            self._columns["floor"][row] = self._engine.layout.floor[place] = floor

    def set_must_by(self, activity: str, day: date | None) -> None:
        """Change the last day of work of an activity."""
        row, place = self._at(activity)
        ceiling = NEVER if day is None else day_number(day) + 1
        self._columns["ceiling"][row] = self._engine.layout.ceiling[place] = ceiling

    def set_target(self, day: date | None) -> None:
        """Change the last day of the plan."""
        self._target = day

    def set_link(
        self, before: str, after: str, *, kind: LinkKind = LinkKind.FS, lag: int = 0
    ) -> Diagnostic | None:
        """Add a link or change its lag; a link that would close a circle is told and not kept.

        The lag counts in the successor's calendar.
        """
        ends = self._row[before], self._row[after]
        stated = (*ends, _KINDS.index(kind), lag, int(self._columns["calendar"][ends[1]]))
        former = {name: self._columns[name] for name in _LINK_COLUMNS}
        kept = ~self._same(*ends, kind)
        for name, value in zip(_LINK_COLUMNS, stated, strict=True):
            self._columns[name] = np.append(former[name][kept], np.int32(value))
        place = self._engine.layout.place
        order = self._engine.layout.order if place[ends[0]] < place[ends[1]] else None
        engine = self._laid_out(order)
        fault = self._circle(engine)
        if fault is None:
            self._engine = engine
        else:
            self._columns |= former
        return fault

    def remove_link(self, before: str, after: str, *, kind: LinkKind = LinkKind.FS) -> None:
        """Take a link away; the order of the rest stays good."""
        kept = ~self._same(self._row[before], self._row[after], kind)
        for name in _LINK_COLUMNS:
            self._columns[name] = self._columns[name][kept]
        self._engine = self._laid_out(self._engine.layout.order)

    def dates(self) -> LiveDates | Diagnostic:
        """Return all dates as they stand now, or why there are none."""
        engine = self._engine
        anchors = Anchors(
            start=self._start,
            deadline=None if self._target is None else day_number(self._target) + 1,
            ends=self._ends(),
            milestone=self._milestone,
        )
        if self._start is None and anchors.deadline is None and not self._has_must_by():
            return self._fault("planning.no_anchor")
        found = calculate(engine, anchors)
        printed = None if found is None or isinstance(found, Unfit) else print_columns(engine, anchors, found)  # fmt: skip
        if found is None or isinstance(found, Unfit) or printed is None:
            return self._fault("planning.off_axis" if found is None else getattr(found, "code", ""))
        place = engine.layout.place
        held = found.bound == 1
        late = found.early[1::2][held] - found.ceiling[held]
        return LiveDates(
            printed=printed,
            total_float=found.floats.total[place],
            free_float=found.floats.free[place],
            latest_start=None if found.latest is None else day_of(found.latest),
            last_day=day_of(int(printed.early_last[anchors.ends].max())),
            late_by_days=max(0, int(late.max(initial=0))),
        )

    def _at(self, activity: str) -> tuple[int, int]:
        row = self._row[activity]
        return row, int(self._engine.layout.place[row])

    def _same(self, before: int, after: int, kind: LinkKind) -> Any:
        columns = self._columns
        ends = (columns["before"] == before) & (columns["after"] == after)
        return ends & (columns["kind"] == _KINDS.index(kind))

    def _has_must_by(self) -> bool:
        return bool((self._columns["ceiling"] < NEVER).any())

    def _ends(self) -> Ints:
        if self._plan.ends:
            return narrow([self._row[one] for one in self._plan.ends])
        layout = self._engine.layout
        last = np.diff(layout.leaving.first) == 0
        return np.sort(layout.order[last])

    def _laid_out(self, order: Ints | None) -> CompiledEngine:
        network = Network(**self._columns, calendars=self._calendars)
        engine = CompiledEngine(network, layout_of(network, order))
        if hasattr(self, "_engine"):
            engine.share_tables(self._engine)
        return engine

    def _circle(self, engine: CompiledEngine) -> Diagnostic | None:
        order: Sequence[int] = engine.layout.order.tolist()
        if len(order) == len(self._row):
            return None
        rows = find_circle(engine.network, order)
        names = [self._plan.activities[row].id for row in rows]
        path = " → ".join([*names, names[0]])
        return self._fault("planning.circle", activity=names[0], path=path)

    def _fault(self, code: str, **arguments: str) -> Diagnostic:
        return Diagnostic(code=code, arguments=(("plan", self._plan.id), *arguments.items()))


def live_plan(plan: Plan) -> LivePlan:
    """Hold a plan ready for changes."""
    return LivePlan(plan)
