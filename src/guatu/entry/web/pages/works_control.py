"""The panels of a work's page beside its dates: what they show, in words and drawings."""

from datetime import date
from typing import Any

from guatu.apps.journal.jobs import latest_job
from guatu.apps.reports.control import AgainstBaseline, WorkControl, work_control
from guatu.apps.reports.values import PlannedWork
from guatu.apps.works.values import BaselineFacts
from guatu.domain.drawing.s_curve import draw_s_curve
from guatu.domain.kernel.acting import Scope
from guatu.domain.planning.certificate_document import certificate_text
from guatu.domain.planning.schedule import Schedule
from guatu.entry.packs_at_hand import messages
from guatu.entry.report_grounds import grounds
from guatu.entry.web.inline_drawing import inline_drawing

_CURVE_WIDTH = 1180.0
_YUAN_OF_WAN = 10_000
_MOST_MOVED = 40


def control_panels(work: PlannedWork, frozen: tuple[BaselineFacts, ...]) -> dict[str, Any]:
    """Return what the panels show; nothing where the work has no dates."""
    control = work_control(work, frozen, grounds=grounds())
    if control is None or work.schedule is None:
        return {}
    return {
        "control": control,
        "deadlines": _deadlines(control, work.schedule),
        "permits": [_permit(one) for one in control.open_permits],
        "certificate": _certificate(work.schedule),
        "levers": _levers(work.schedule),
        "against": None if control.baseline is None else _against(control.baseline, work),
        "figures": _figures(control, work),
    }


def _deadlines(control: WorkControl, schedule: Schedule) -> list[dict[str, Any]]:
    names = _names(schedule)
    return [
        {
            "one": one,
            "verdict": one.outlook.verdict.value,
            "verdict_words": messages().words(
                f"planning.print.verdict.{one.outlook.verdict.value}", {}
            ),
            "slack": int(one.outlook.slack),
            "chain": [names[each] for each in one.chain],
        }
        for one in control.deadlines
    ]


def _names(schedule: Schedule) -> dict[str, str]:
    return {one.id: one.name or one.id for one in schedule.plan.activities}


def _permit(one: Any) -> dict[str, Any]:
    limit, validity = "", ""
    if one.limit_days is not None and one.limit_calendar:
        code = f"work_control.limit.{one.limit_calendar}"
        limit = messages().words(code, {"days": one.limit_days})
    if one.validity is not None and one.dies_on is not None:
        code = f"work_control.validity.{one.validity.value}"
        if code in messages().templates:
            validity = messages().words(code, {"dies": one.dies_on.isoformat()})
    state = messages().words(f"work_control.permit.{one.state.value}", {})
    return {"one": one, "limit": limit, "validity": validity, "state": state}


def _certificate(schedule: Schedule) -> str:
    if schedule.certificate is None:
        return ""
    return certificate_text(schedule.certificate, schedule.plan, messages=messages())


def _levers(schedule: Schedule) -> dict[str, Any] | None:
    """Return what would win the days back, by who has to agree, and what the gate refuses."""
    cure = schedule.cure
    if cure is None:
        return None
    names = _names(schedule)
    refused = [
        {
            "name": names.get(one.activity, one.activity),
            "kind": messages().words(f"work_control.lever.{one.kind.value}", {}),
            "reason": one.reason,
        }
        for one in cure.refused
    ]
    return {"cure": cure, "refused": refused}


def _against(against: AgainstBaseline, work: PlannedWork) -> dict[str, Any]:
    assert work.schedule is not None
    names = _names(work.schedule)

    def amount(value: float) -> str:
        return f"{value / _YUAN_OF_WAN:,.0f}" if against.is_priced else f"{value:,.0f}"

    earned = against.earned
    drawn = draw_s_curve(
        against.curves, "S", messages(), today=work.today, amount=amount, width=_CURVE_WIDTH
    )
    moved = against.variance.moved
    return {
        "facts": against.facts,
        "variance": against.variance,
        "moved": [(names.get(one.activity, one.activity), one) for one in moved[:_MOST_MOVED]],
        "more": max(len(moved) - _MOST_MOVED, 0),
        "is_priced": against.is_priced,
        "earned": earned,
        "planned_words": amount(earned.planned),
        "earned_words": amount(earned.earned),
        "budget_words": amount(earned.budget),
        "curve": inline_drawing(drawn, "s-curve"),
    }


def _figures(control: WorkControl, work: PlannedWork) -> dict[str, Any]:
    """Return the numbers of progress, kept apart: on the ground, and what the unit reports."""
    facts = work.facts
    unit = facts.done_fen / facts.annual_fen * 100 if facts.annual_fen else None
    return {"physical": control.physical, "unit": unit}


def risk_panel(scope: Scope, work: PlannedWork) -> dict[str, Any]:
    """Return where the latest risk run of a work stands, and what it found."""
    if work.schedule is None or work.facts.plan is None:
        return {}
    job = latest_job(scope, "works.risk", subject=("work_id", work.facts.id))
    panel: dict[str, Any] = {"risk_job": job, "risk": None}
    if job is None or job.state != "DONE":
        return panel
    names, found = _names(work.schedule), job.result
    ends = [
        {
            "name": work.facts.name if one["activity"] is None else names.get(one["activity"], ""),
            "deadline": _day(one["deadline"]),
            "percent": None if one["chance"] is None else one["chance"] * 100,
            "p50": _day(one["p50"]),
            "p80": _day(one["p80"]),
        }
        for one in found["ends"]
    ]
    drivers = [
        {
            "name": names.get(one["id"], one["id"]),
            "percent": one["criticality"] * 100,
            "correlation": one["correlation"],
            "latest": _day(one["p80_latest_start"]),
        }
        for one in sorted(found["drivers"], key=lambda one: -one["cruciality"])
    ]
    panel["risk"] = {
        **found,
        "ends": ends,
        "drivers": drivers,
        "day": _day(found["today"]),
        "is_old": found["plan_version"] != work.facts.plan.version,
    }
    return panel


def _day(stated: str | None) -> date | None:
    return None if stated is None else date.fromisoformat(stated)
