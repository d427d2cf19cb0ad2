"""One work: its plan, progress, baselines, and what a stop would do to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guatu.apps.reports.charts import gantt_of, month_amounts, permit_lanes
from guatu.apps.reports.queries import planned_work, what_if_stopped
from guatu.apps.reports.values import PlannedWork, SupposedStop, WindowEffect
from guatu.apps.works.plan_actions import (
    FaultyPlan,
    change_plan,
    enter_progress,
    freeze_baseline,
    plan_work,
    withdraw_progress,
)
from guatu.apps.works.queries import baselines, plan_document_of
from guatu.apps.works.rules import may_freeze, may_keep_works, may_plan
from guatu.domain.drawing.curve import draw_curve
from guatu.domain.drawing.gantt import Gantt, draw_gantt
from guatu.entry.packs_at_hand import messages as catalogue
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.inline_drawing import inline_drawing
from guatu.entry.web.pages.works_control import control_panels, risk_panel
from guatu.entry.web.pages.works_forms import (
    ChangePlanForm,
    FreezeForm,
    PlanForm,
    ProgressForm,
    StopForm,
    class_words,
)
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import EVERYONE, OFFICE, WORKERS, page

_CURVE_WIDTH = 1180.0
# What a panel of a page offers to a chart on a screen of 1280 pixels.
_PANEL_WIDTH = 1212.0


def work_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Show one work: facts, light, lanes, chart, activities; enter progress; try a stop."""
    return _shown(request, _work(request, work_id))


def _work(request: OfficeRequest, work_id: int) -> PlannedWork:
    acting = request.acting
    return planned_work(acting.scope, work_id, at=acting.at, today=acting.today, grounds=grounds())


def _shown(
    request: OfficeRequest, work: PlannedWork, *, form: ProgressForm | None = None
) -> HttpResponse:
    acting = request.acting
    may_enter = bool(may_plan(acting, work.facts.lead_id))
    entering = form or (_progress_form(request, work) if may_enter else None)
    stop_form, stopped = _what_if(request, work)
    gantt = gantt_of(work, catalogue())
    frozen = baselines(acting.scope, work.facts.id, holidays=grounds().holidays)
    context = {
        **control_panels(work, frozen),
        **risk_panel(acting.scope, work),
        "work": work,
        "facts": work.facts,
        "lanes": _lanes(work),
        "gantt": "" if gantt is None else _gantt(gantt),
        "lines": _lines(work),
        "entering": entering,
        "entered": None if entering is None else entering["activity"].value(),
        "stop_form": stop_form,
        "stopped": stopped,
        "stopped_curve": "" if stopped is None else _curve(stopped),
        "baselines": frozen,
        "freeze_form": _freeze_form(work),
        "may_plan": may_enter,
        "may_change": bool(may_keep_works(acting)),
        "may_freeze": bool(may_freeze(acting)),
    }
    has_faults = form is not None and bool(form.errors)
    return render(request, "works/work.html", context, status=422 if has_faults else 200)


def _gantt(gantt: Gantt) -> SafeString:
    drawn = draw_gantt(gantt, catalogue(), room=_PANEL_WIDTH)
    return inline_drawing(drawn, "gantt")


def _lanes(work: PlannedWork) -> list[tuple[str, Any]]:
    return [
        (catalogue().words(f"works.lane.{lane}", {}), dots) for lane, dots in permit_lanes(work)
    ]


def _lines(work: PlannedWork) -> list[dict[str, Any]]:
    """Return the activities of the plan with their dates, for the table."""
    if work.schedule is None:
        return []
    former = {} if work.former is None or not work.stops else work.former.by_id()
    lines = []
    for activity, dated in zip(
        work.schedule.plan.activities, work.schedule.activities, strict=True
    ):
        before = former.get(dated.id)
        moved = 0 if before is None else (dated.last_day - before.last_day).days
        words = class_words(activity.activity_class) if activity.activity_class else ""
        lines.append({"activity": activity, "dated": dated, "moved": moved, "class_words": words})
    return lines


def _progress_form(request: OfficeRequest, work: PlannedWork) -> ProgressForm | None:
    asked = request.GET.get("enter")
    plan = None if work.schedule is None else work.schedule.plan
    if plan is None or work.facts.plan is None or asked not in {one.id for one in plan.activities}:
        return None
    activity = plan.activity(asked)
    return ProgressForm(
        initial={
            "activity": asked,
            "version": work.facts.plan.version,
            "actual_start": activity.actual_start,
            "actual_finish": activity.actual_finish,
            "percent": round(activity.percent),
            "data_date": request.acting.today,
        }
    )


def _freeze_form(work: PlannedWork) -> FreezeForm | None:
    if work.facts.plan is None:
        return None
    return FreezeForm(initial={"version": work.facts.plan.version}, prefix="freeze")


def _what_if(
    request: OfficeRequest, work: PlannedWork
) -> tuple[StopForm | None, WindowEffect | None]:
    if work.schedule is None:
        return None, None
    classes = dict.fromkeys(
        one.activity_class for one in work.schedule.plan.activities if one.activity_class
    )
    asked = request.GET if "first_day" in request.GET else None
    form = StopForm(asked, classes=tuple(classes))
    if asked is None or not form.is_valid():
        return form, None
    acting = request.acting
    supposed = SupposedStop(
        classes=frozenset(form.cleaned_data["classes"]),
        first_day=form.cleaned_data["first_day"],
        last_day=form.cleaned_data["last_day"],
    )
    told = what_if_stopped(
        acting.scope,
        work.facts.id,
        supposed,
        at=acting.at,
        today=acting.today,
        grounds=grounds(),
    )
    return form, told


def _curve(effect: WindowEffect) -> str:
    if not effect.months:
        return ""
    drawn = draw_curve(
        month_amounts(effect.months), _("Investment by month"), catalogue(), width=_CURVE_WIDTH
    )
    return inline_drawing(drawn, "curve")


def progress_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Take in the progress of one activity, or take it back."""
    work = _work(request, work_id)
    form = ProgressForm(request.POST or None)
    if request.method != "POST":
        return redirect("work", work_id=work_id)
    if not form.is_valid():
        return _shown(request, work, form=form)
    acting, data = request.acting, form.cleaned_data
    shared: dict[str, Any] = {
        "acting": acting,
        "work_id": work_id,
        "expected_version": data["version"],
        "holidays": grounds().holidays,
    }
    if "withdraw" in request.POST:
        row = attempt(form, lambda: withdraw_progress(activity_id=data["activity"], **shared))
    else:
        row = attempt(form, lambda: enter_progress(report=form.report(), **shared))
    if row is None:
        return _shown(request, work, form=form)
    messages.success(request, _("The progress is recorded and the plan is worked out again."))
    return redirect(reverse("work", kwargs={"work_id": work_id}) + "#activities")


def freeze_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Freeze the plan as a baseline."""
    form = FreezeForm(request.POST or None, prefix="freeze")
    if request.method == "POST" and form.is_valid():
        freeze_baseline(
            acting=request.acting,
            work_id=work_id,
            expected_version=form.cleaned_data["version"],
            words=form.cleaned_data["words"],
        )
        messages.success(request, _("The plan is frozen as a baseline."))
    return redirect("work", work_id=work_id)


def plan_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Give a work its plan, or put another in its place."""
    work = _work(request, work_id)
    form = _plan_form(request, work)
    if request.method == "POST" and form.is_valid():
        try:
            row = attempt(form, lambda: _keep_plan(request, work, form))
        except FaultyPlan as faulty:
            row, form.faults = None, faulty.diagnostics
        if row is not None:
            messages.success(request, _("The plan is saved."))
            return redirect("work", work_id=work_id)
    has_faults = bool(form.errors or form.faults)
    context = {"facts": work.facts, "plan_form": form, "has_faults": has_faults}
    return render(request, "works/plan.html", context, status=422 if has_faults else 200)


def _plan_form(request: OfficeRequest, work: PlannedWork) -> PlanForm:
    sent, files = request.POST or None, request.FILES or None
    if work.facts.plan is None:
        return PlanForm(sent, files)
    return ChangePlanForm(sent, files, initial={"version": work.facts.plan.version})


def _keep_plan(request: OfficeRequest, work: PlannedWork, form: PlanForm) -> Any:
    facts = work.facts
    shared: dict[str, Any] = {
        "acting": request.acting,
        "work_id": facts.id,
        "document": form.plan_document(code=facts.code, name=facts.name),
        "holidays": grounds().holidays,
    }
    if isinstance(form, ChangePlanForm):
        return change_plan(expected_version=form.cleaned_data["version"], **shared)
    return plan_work(template=form.cleaned_data["template"], **shared)


def plan_file(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Hand out the plan file of a work."""
    document = plan_document_of(request.acting.scope, work_id)
    response = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="plan-{work_id}.json"'
    return response


routes = [
    page("works/<int:work_id>/", work_page, name="work", roles=EVERYONE),
    page("works/<int:work_id>/progress/", progress_page, name="work-progress", roles=WORKERS),
    page("works/<int:work_id>/freeze/", freeze_page, name="work-freeze", roles=OFFICE),
    page("works/<int:work_id>/plan/", plan_page, name="work-plan", roles=WORKERS),
    page("works/<int:work_id>/plan.json", plan_file, name="work-plan-file", roles=EVERYONE),
]
