"""The works of the county: list, facts, adding and changing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guatu.apps.places.queries import places
from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.values import PlannedWork
from guatu.apps.units.queries import open_units, people
from guatu.apps.works.actions import change_work
from guatu.apps.works.plan_actions import FaultyPlan, add_planned_work
from guatu.apps.works.queries import work_by_id, work_codes
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.acting import Scope
from guatu.domain.planning.control import MonthForecast, investment_forecast
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.works_forms import (
    ChangeWorkForm,
    PlanForm,
    WorkForm,
    present_of,
)
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import CLERKS, EVERYONE, WHOLE_REGION, page

_FAR_OFF = "9999"
_MOST_MONTHS = 24
SORTS: dict[str, Callable[[PlannedWork], Any]] = {
    "code": lambda one: one.facts.code,
    "light": lambda one: -(one.light.severity if one.light else -1),
    "finish": lambda one: one.schedule.forecast_last_day.isoformat() if one.schedule else _FAR_OFF,
    "node": lambda one: one.next_node[1].isoformat() if one.next_node[1] else _FAR_OFF,
}


def works(request: OfficeRequest) -> HttpResponse:
    """Show the works in sight with light, latest start, forecast finish and next node."""
    acting = request.acting
    every = planned_works(acting.scope, at=acting.at, today=acting.today, grounds=grounds())
    asked = request.GET
    found = [one for one in every if _fits(one, asked.get("q", ""), asked.get("light", ""))]
    unit = asked.get("unit", "")
    if unit:
        found = [one for one in found if str(one.facts.lead_id) == unit]
    sort = asked.get("sort", "")
    if sort in SORTS:
        found.sort(key=SORTS[sort])
    context = {
        "works": found,
        "all_count": len(every),
        "asked": asked,
        "colors": [color.value for color in LightColor],
        "units": sorted({(one.facts.lead_id, one.facts.lead) for one in every}),
        "sums": _sums(found),
        # Summed only when asked for: a large county would wait for it on every look.
        "months": _months(found, acting.today) if "months" in asked else (),
        "may_add": acting.role in CLERKS,
        "may_level_page": acting.role in WHOLE_REGION,
    }
    return render(request, "works/works.html", context)


def _fits(work: PlannedWork, words: str, color: str) -> bool:
    shown = "grey" if work.light is None else work.light.color.value
    if color and shown != color:
        return False
    facts = work.facts
    text = f"{facts.code} {facts.name} {facts.sponsor} {facts.lead} {facts.problem}".lower()
    return all(part in text for part in words.lower().split())


def _sums(found: list[PlannedWork]) -> dict[str, int]:
    return {
        "total": sum(one.facts.total_fen for one in found),
        "annual": sum(one.facts.annual_fen for one in found),
        "done": sum(one.facts.done_fen for one in found),
    }


def _months(found: list[PlannedWork], today: date) -> list[MonthForecast]:
    """Return the money of the shown works by month from this month on, with its range."""
    forecast = investment_forecast([one.schedule for one in found if one.schedule is not None])
    coming = [one for one in forecast if (one.year, one.month) >= (today.year, today.month)]
    return coming[:_MOST_MONTHS]


def add_work_page(request: OfficeRequest) -> HttpResponse:
    """Add a work with its plan, from a template or a plan file."""
    acting = request.acting
    sent = request.POST or None
    facts = WorkForm(sent, initial={"code": _free_code(acting.scope)}, **_choices(acting.scope))
    plan = PlanForm(sent, request.FILES or None)
    if request.method == "POST" and facts.is_valid() and plan.is_valid():
        draft = facts.draft()
        try:
            work = attempt(
                facts,
                lambda: add_planned_work(
                    acting=acting,
                    draft=draft,
                    document=plan.plan_document(code=draft.code, name=draft.name),
                    holidays=grounds().holidays,
                    template=plan.cleaned_data["template"],
                ),
            )
        except FaultyPlan as faulty:
            work, plan.faults = None, faulty.diagnostics
        if work is not None:
            messages.success(request, _("The work is added with its plan."))
            return redirect("work", work_id=work.pk)
    has_faults = bool(facts.errors or plan.errors or plan.faults)
    context = {"facts_form": facts, "plan_form": plan, "has_faults": has_faults}
    status = 422 if has_faults else 200
    return render(request, "works/add.html", context, status=status)


def change_work_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Change what is stated about a work."""
    acting = request.acting
    facts = work_by_id(acting.scope, work_id, holidays=grounds().holidays)
    form = ChangeWorkForm(request.POST or None, initial=present_of(facts), **_choices(acting.scope))
    if request.method == "POST" and form.is_valid():
        changed = attempt(
            form,
            lambda: change_work(
                acting=acting,
                work_id=work_id,
                expected_version=form.cleaned_data["version"],
                draft=form.draft(),
            ),
        )
        if changed is not None:
            messages.success(request, _("The work is changed."))
            return redirect("work", work_id=work_id)
    context = {"facts": facts, "facts_form": form}
    return render(request, "works/change.html", context, status=422 if form.errors else 200)


def _choices(scope: Scope) -> dict[str, Any]:
    return {"units": open_units(scope), "people": people(scope), "places": places(scope)}


def _free_code(scope: Scope) -> str:
    """Return the next free code as the county numbers its works, from W01 on."""
    used = work_codes(scope)
    return next(code for code in (f"W{n:02}" for n in range(1, len(used) + 2)) if code not in used)


routes = [
    page("works/", works, name="works", roles=EVERYONE),
    page("works/add/", add_work_page, name="work-add", roles=CLERKS),
    page("works/<int:work_id>/change/", change_work_page, name="work-change", roles=CLERKS),
]
