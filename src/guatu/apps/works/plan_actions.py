"""Changes of plans: setting them, entering progress, freezing a baseline."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Refused, demand
from guatu.apps.works.actions import add_work, locked_work, told_of
from guatu.apps.works.mapping import read_document
from guatu.apps.works.models import Baseline, Plan, Work
from guatu.apps.works.rules import may_begin, may_freeze, may_plan
from guatu.apps.works.values import WorkDraft
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.planning import plan as planning
from guatu.domain.planning.plan_document import plan_document
from guatu.domain.planning.schedule import schedule


class FaultyPlan(Refused):
    """A plan document has faults and was not kept; ``diagnostics`` name each of them."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        faults = tuple(one for one in diagnostics if one.severity is Severity.ERROR)
        super().__init__("works.plan_faulty", count=len(faults))
        self.diagnostics = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """What a person reports of one activity; ``data_date`` is the day up to which it is known."""

    activity_id: str
    actual_start: date | None = None
    actual_finish: date | None = None
    percent: float = 0.0
    data_date: date | None = None


def plan_work(
    *,
    acting: Acting,
    work_id: int,
    document: Any,
    holidays: HolidayTable | None,
    template: str = "",
) -> Plan:
    """Give a work its first plan, from a template's document or an own plan file.

    Raises Refused (no right, has a plan already), FaultyPlan (faults, nothing kept), Absent.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        if Plan.objects.filter(work=work).exists():
            raise Refused("works.planned_already", name=work.name)
        sound = sound_plan(document, work, acting.today, holidays)
        row = Plan(work=work, document=kept_document(sound), data_date=sound.data_date)
        work.template = template
        write(acting, "work.planned", changed=[work, row], arguments=told_of(work))
        return row


def add_planned_work(
    *,
    acting: Acting,
    draft: WorkDraft,
    document: Any,
    holidays: HolidayTable | None,
    template: str = "",
) -> Work:
    """Add a work and its first plan, both or neither; raises what both actions raise."""
    with transaction.atomic():
        work = add_work(acting=acting, draft=draft)
        plan_work(
            acting=acting,
            work_id=work.pk,
            document=document,
            holidays=holidays,
            template=template,
        )
        return work


def change_plan(
    *,
    acting: Acting,
    work_id: int,
    expected_version: int,
    document: Any,
    holidays: HolidayTable | None,
) -> Plan:
    """Put another plan file in place of a work's plan; the former stays in the journal.

    ``expected_version`` is the plan's. Raises Refused, FaultyPlan, Absent, StaleVersion.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        row = locked_plan(work)
        expect_version(row, expected_version)
        sound = sound_plan(document, work, acting.today, holidays)
        row.document, row.data_date = kept_document(sound), sound.data_date
        write(acting, "plan.changed", changed=[row], arguments=told_of(work))
        return row


def enter_progress(
    *,
    acting: Acting,
    work_id: int,
    expected_version: int,
    report: ProgressReport,
    holidays: HolidayTable | None,
) -> Plan:
    """Record the start, finish and percent of an activity, up to a data date.

    Refused: days to come, a finish before the start, a start before the construction
    permit (``rules.may_begin``), an activity that the plan has not.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        row = locked_plan(work)
        expect_version(row, expected_version)
        known, faults = read_document(row.document, source=work.code, holidays=holidays)
        if known is None:
            raise FaultyPlan(faults)
        told = _checked_report(known, report, acting.today)
        changed = planning.with_progress(
            known,
            told.activity_id,
            told.actual_start,
            told.actual_finish,
            told.percent,
            told.data_date,
        )
        row.document, row.data_date = kept_document(changed), told.data_date
        arguments = told_of(work) | {
            "activity": known.activity(told.activity_id).name or told.activity_id,
            "percent": round(told.percent),
        }
        write(acting, "progress.entered", changed=[row], arguments=arguments)
        return row


def withdraw_progress(
    *,
    acting: Acting,
    work_id: int,
    expected_version: int,
    activity_id: str,
    holidays: HolidayTable | None,
) -> Plan:
    """Take back what was recorded of an activity: the inverse of ``enter_progress``.

    The data date stays. Refused where a follower's recorded start rests on it.
    """
    with transaction.atomic():
        work = locked_work(acting, work_id)
        demand(may_plan(acting, work.lead_id))
        row = locked_plan(work)
        expect_version(row, expected_version)
        known, faults = read_document(row.document, source=work.code, holidays=holidays)
        if known is None:
            raise FaultyPlan(faults)
        _activity_of(known, activity_id)
        changed = planning.with_progress(known, activity_id, None, None, 0.0, known.data_date)
        for one in changed.activities:
            if one.actual_start is not None:
                demand(may_begin(changed, one.id, one.actual_start))
        row.document = kept_document(changed)
        arguments = told_of(work) | {"activity": known.activity(activity_id).name or activity_id}
        write(acting, "progress.withdrawn", changed=[row], arguments=arguments)
        return row


def freeze_baseline(
    *, acting: Acting, work_id: int, expected_version: int, words: str = ""
) -> Baseline:
    """Freeze the plan as it stands; ``expected_version`` is the plan's.

    Raises Refused (not the office, no plan), Absent, StaleVersion.
    """
    demand(may_freeze(acting))
    with transaction.atomic():
        work = locked_work(acting, work_id)
        row = locked_plan(work)
        expect_version(row, expected_version)
        baseline = Baseline(
            work=work, frozen_at=acting.today, document=row.document, words=words.strip()
        )
        write(acting, "baseline.frozen", changed=[baseline], arguments=told_of(work))
        return baseline


def locked_plan(work: Work) -> Plan:
    """Return the locked plan of a work; raises Refused where it has none."""
    row = Plan.objects.select_for_update(of=("self",)).filter(work=work).first()
    if row is None:
        raise Refused("works.no_plan", name=work.name)
    return row


def sound_plan(
    document: Any, work: Work, today: date, holidays: HolidayTable | None
) -> planning.Plan:
    """Return the plan of a document that reads and schedules; raises FaultyPlan."""
    plan, told = read_document(document, source=work.code, holidays=holidays)
    if plan is None:
        raise FaultyPlan(told)
    result, found = schedule(plan, today=today)
    if result is None:
        raise FaultyPlan(found)
    return plan


def kept_document(plan: planning.Plan) -> dict[str, Any]:
    """Return the document that is kept: what was understood, so that it reads the same again."""
    return plan_document(plan)


def _activity_of(plan: planning.Plan, activity_id: str) -> planning.Activity:
    try:
        return plan.activity(activity_id)
    except KeyError:
        raise Refused("works.unknown_activity", activity=activity_id)


def _checked_report(plan: planning.Plan, report: ProgressReport, today: date) -> ProgressReport:
    """Return the report with its data date and percent filled in; Refused where it cannot be."""
    activity = _activity_of(plan, report.activity_id)
    name = activity.name or activity.id
    start, finish = report.actual_start, report.actual_finish
    if not 0 <= report.percent <= 100:
        raise Refused("works.percent_off", activity=name)
    if finish is not None and start is None:
        raise Refused("works.finish_without_start", activity=name)
    if start is not None and finish is not None and finish < start:
        raise Refused("works.finish_before_start", activity=name)
    if start is None and report.percent > 0:
        raise Refused("works.percent_without_start", activity=name)
    known = [day for day in (start, finish, report.data_date) if day is not None]
    if known and max(known) > today:
        raise Refused("works.day_to_come", activity=name, day=max(known).isoformat())
    if start is not None:
        demand(may_begin(plan, activity.id, start))
    data_date = max([*known, plan.data_date or date.min], default=date.min)
    return ProgressReport(
        activity_id=activity.id,
        actual_start=start,
        actual_finish=finish,
        percent=100.0 if finish is not None else report.percent,
        data_date=None if data_date == date.min else data_date,
    )
