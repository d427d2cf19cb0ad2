"""Works and effects as the charts that pages draw: Gantt lines, permit lanes, money by month."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from guatu.apps.reports.values import PlannedWork
from guatu.apps.reports.wall import worded_stop
from guatu.domain.drawing.curve import MonthAmount
from guatu.domain.drawing.gantt import Gantt, GanttLine
from guatu.domain.drawing.gantt_links import GanttLink
from guatu.domain.drawing.wall_rows import bars_of, lanes_of, stops_of
from guatu.domain.drawing.wall_values import LANES, PermitDot
from guatu.domain.kernel.messages import Messages
from guatu.domain.linking.alert_walk import MonthChange
from guatu.domain.planning.schedule import Schedule

_FEN_PER_YUAN = 100


def gantt_of(
    work: PlannedWork,
    messages: Messages,
    *,
    former: Schedule | None = None,
    with_links: bool = False,
) -> Gantt | None:
    """Return the chart of a work's plan; None where it has no schedule.

    Bars show where they stood in ``former``, by default the plan without the orders in force.
    Floats up to the buffer of the plan are colored as near-critical.
    """
    found = work.schedule
    if found is None:
        return None
    before = former or (work.former if work.stops else None)
    dated = found.by_id()
    lines = tuple(
        GanttLine(bar=bar, unit=activity.unit, total_float=dated[activity.id].total_float)
        for activity, bar in zip(found.plan.activities, bars_of(found, before), strict=True)
    )
    return Gantt(
        title=f"{work.facts.code} {work.facts.name}",
        today=work.today,
        lines=lines,
        stops=tuple(worded_stop(stop, messages) for stop in stops_of(found)),
        target=found.plan.target,
        links=_links(found) if with_links else (),
        near=found.buffer_days,
    )


def _links(found: Schedule) -> tuple[GanttLink, ...]:
    """Return the links of a plan; those along the critical path drive."""
    driving = set(pairwise(found.critical_path))
    return tuple(
        GanttLink(
            before=link.predecessor,
            after=one.id,
            kind=link.kind.value,
            driving=(link.predecessor, one.id) in driving,
        )
        for one in found.plan.activities
        for link in one.links
    )


def permit_lanes(work: PlannedWork) -> tuple[tuple[str, tuple[PermitDot, ...]], ...]:
    """Return the four permit lanes of a work by name; empty lanes where there is no schedule."""
    if work.schedule is None:
        return tuple((lane, ()) for lane in LANES)
    return tuple(zip(LANES, lanes_of(work.schedule, work.today), strict=True))


def month_amounts(months: Sequence[MonthChange]) -> tuple[MonthAmount, ...]:
    """Return months as the curve draws them: one line where nothing changed, else two."""
    changed = any(one.change for one in months)
    return tuple(
        MonthAmount(
            month=date(one.year, one.month, 1),
            before_fen=one.before * _FEN_PER_YUAN,
            after_fen=one.after * _FEN_PER_YUAN if changed else None,
        )
        for one in months
    )
