"""What stands beside the dates of a work, its risk, and its plan as files: twins of the page's panels."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status

from guatu.apps.journal.jobs import latest_job
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.reports.control import AgainstBaseline, AlertReach, work_control
from guatu.apps.reports.queries import planned_work
from guatu.apps.reports.values import PlannedWork
from guatu.apps.works.queries import baselines, plan_document_of
from guatu.apps.works.risk_actions import KIND, ask_risk
from guatu.domain.planning.answer import schedule_document
from guatu.domain.planning.control.baseline import variance_document
from guatu.domain.planning.control.earned_value import earned_document
from guatu.domain.planning.deadlines import deadline_document
from guatu.domain.planning.finding import finding_document
from guatu.domain.planning.permits import permit_document
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.packs_at_hand import messages
from guatu.entry.plan_downloads import PLAN_FORMS, plan_file_of
from guatu.entry.report_grounds import grounds
from guatu.entry.roles import WORKERS

router = Router(tags=["works"])
_workers = ForRoles(WORKERS)


class RiskOut(Schema):
    """Where the latest risk run of a work stands; ``result`` is null before it is done."""

    state: str
    failure: str
    result: Any


class JobOut(Schema):
    """The job that was asked for."""

    job_id: int


@router.get("/works/{work_id}/control", response=Any)
def control(request: HttpRequest, work_id: int) -> Any:
    """Answer deadlines, permits, checks, the baseline and alerts of a work; null without dates."""
    scope = acting(request).scope
    work = _planned(request, work_id)
    told = work_control(
        work, baselines(scope, work_id, holidays=grounds().holidays), grounds=grounds()
    )
    if told is None or work.schedule is None:
        return None
    catalogue = messages()
    answer = schedule_document(work.schedule, messages=catalogue)
    return {
        "deadlines": [deadline_document(one, messages=catalogue) for one in told.deadlines],
        "permits": [permit_document(one) for one in told.permits],
        "findings": [
            finding_document(one, messages=catalogue) for one in (*told.quality, *told.honesty)
        ],
        "certificate": answer["certificate"],
        "refused_levers": answer["refused_levers"],
        "physical_percent": round(told.physical, 2),
        "baseline": None if told.baseline is None else _baseline(told.baseline),
        "alert": None if told.alert is None else _alert(told.alert),
    }


def _baseline(against: AgainstBaseline) -> dict[str, Any]:
    return {
        "frozen_at": against.facts.frozen_at.isoformat(),
        "words": against.facts.words,
        "in_yuan": against.is_priced,
        "variance": variance_document(against.variance),
        "earned": earned_document(against.earned),
        "curve": [
            {
                "day": one.day.isoformat(),
                "planned": round(one.planned, 2),
                "earned": None if one.earned is None else round(one.earned, 2),
            }
            for one in against.curves
        ],
    }


def _alert(reach: AlertReach) -> dict[str, Any]:
    return {
        "stood_days": reach.stood,
        "costs": [
            {
                "days": days,
                "moved_days": one.moved_days,
                "float_eaten": one.float_eaten,
                "late_after": one.late_after,
            }
            for days, one in reach.costs
        ],
    }


@router.get("/works/{work_id}/risk", response=RiskOut)
def risk(request: HttpRequest, work_id: int) -> RiskOut:
    """Show where the latest risk run of a work stands."""
    job = latest_job(
        acting(request).scope, KIND, subject=("work_id", _planned(request, work_id).facts.id)
    )
    if job is None:
        return RiskOut(state="", failure="", result=None)
    result = dict(job.result) if job.state == "DONE" else None
    return RiskOut(state=job.state, failure=job.failure, result=result)


@router.post("/works/{work_id}/risk", response={202: JobOut}, auth=_workers)
def draw_risk(request: HttpRequest, work_id: int) -> Status[JobOut]:
    """Ask for a risk run; the job process draws it."""
    return Status(202, JobOut(job_id=ask_risk(acting=acting(request), work_id=work_id)))


@router.get("/works/{work_id}/plan.{form}")
def plan_as(request: HttpRequest, work_id: int, form: str) -> HttpResponse:
    """Hand out the plan as a workbook (xlsx) or a project file (xml, xer)."""
    if form not in PLAN_FORMS:
        raise Absent(f"plan as {form}")
    work = _planned(request, work_id)
    answer, told = plan_file_of(work, plan_document_of(acting(request).scope, work_id), form)
    if answer is None:
        fault = told[0]
        raise Refused(fault.code, **{k: v for k, v in fault.arguments if not isinstance(v, float)})
    return answer


def _planned(request: HttpRequest, work_id: int) -> PlannedWork:
    who = acting(request)
    return planned_work(who.scope, work_id, at=who.at, today=who.today, grounds=grounds())
