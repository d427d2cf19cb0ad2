"""A work under edits that nobody has saved yet: what they would do to its dates."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from guatu.apps.journal.refusal import Absent
from guatu.apps.reports.schedules import planned, rules_of, scheduled, stops_by_place, stops_since
from guatu.apps.reports.values import EditedWork, Grounds, PlannedWork
from guatu.apps.watch import queries as watch
from guatu.apps.works import queries as works
from guatu.apps.works.mapping import read_document
from guatu.domain.kernel.acting import Scope
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.plan import named_in
from guatu.domain.planning.plan_edits import PlanEdit, with_edits
from guatu.domain.planning.schedule import Schedule


def edited_work(
    scope: Scope,
    work_id: int,
    edits: Sequence[PlanEdit],
    *,
    at: datetime,
    today: date,
    grounds: Grounds,
    baseline_id: int | None = None,
) -> EditedWork:
    """Return a work as kept and as the edits would leave it; raises Absent without a plan.

    Moves are told against the kept plan, or against a frozen baseline where one is named.
    """
    facts = works.work_by_id(scope, work_id, holidays=grounds.holidays)
    if facts.plan is None:
        raise Absent(f"plan of work {work_id}")
    document: Mapping[str, Any] = works.plan_document_of(scope, work_id)
    stops = stops_by_place(watch.place_stops(scope.region, since=stops_since(at)))
    kept = planned(facts, stops, today=today, grounds=grounds)
    changed, faults = with_edits(document, edits)
    after: PlannedWork | None = None
    if changed is not None:
        document = changed
        plan, told = read_document(changed, source=facts.code, holidays=grounds.holidays)
        faults = tuple(told)
        if plan is not None:
            edited = replace(facts, plan=replace(facts.plan, plan=plan, faults=()))
            found = planned(edited, stops, today=today, grounds=grounds)
            after = found if found.schedule is not None else None
            faults = (*faults, *found.faults)
    return EditedWork(
        kept=kept,
        document=document,
        after=after,
        compared=_compared(scope, kept, baseline_id, grounds),
        faults=_worst(faults),
    )


def _worst(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return errors alone where there are any, else all that was told."""
    return tuple(one for one in faults if has_error([one])) or faults


def _compared(
    scope: Scope, kept: PlannedWork, baseline_id: int | None, grounds: Grounds
) -> Schedule | None:
    if baseline_id is None:
        return kept.schedule
    frozen = works.baselines(scope, kept.facts.id, holidays=grounds.holidays)
    chosen = next((one for one in frozen if one.id == baseline_id), None)
    if chosen is None or chosen.plan is None:
        raise Absent(f"baseline {baseline_id}")
    plan = named_in(chosen.plan, grounds.language)
    found, _ = scheduled(plan, kept.today, rules_of(grounds, kept.today))
    return found


def days_to_end_on(work: PlannedWork, activity_id: str, last_day: date) -> int | None:
    """Return the working days an activity needs to end on a day, begun as it is scheduled now.

    At least one; None where the work has no such activity or no schedule.
    """
    found = work.schedule
    dated = None if found is None else found.by_id().get(activity_id)
    if found is None or dated is None:
        return None
    name = found.plan.activity(activity_id).calendar
    calendar = next(one for one in found.plan.calendars if one.name == name)
    start, end = day_number(dated.start), day_number(last_day) + 1
    return max(1, calendar.count(start, max(start, end)))
