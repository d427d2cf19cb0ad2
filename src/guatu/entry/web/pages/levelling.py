"""The county's shared resources, and the works levelled under them."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.journal.jobs import JobFacts, job_by_id
from guatu.apps.journal.refusal import Absent
from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.values import PlannedWork
from guatu.apps.works import levelling_actions as actions
from guatu.apps.works import levelling_queries as queries
from guatu.apps.works.levelling_values import RunFacts
from guatu.apps.works.plan_actions import FaultyPlan
from guatu.apps.works.rules import may_level
from guatu.domain.kernel.acting import Scope
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.levelling_forms import (
    ChangeResourceForm,
    ResourceForm,
    StartForm,
    kind_of_resource,
    present_of_resource,
)
from guatu.entry.web.pages.levelling_shown import shown_result
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import CLERKS, WHOLE_REGION, page


def levelling(request: OfficeRequest) -> HttpResponse:
    """Show what the works share, the latest runs, and the form that starts one."""
    return _shown(request, StartForm(works=_planned(request)))


def start(request: OfficeRequest) -> HttpResponse:
    """Ask for a run; the job process does it."""
    if request.method != "POST":
        return redirect("levelling")
    form = StartForm(request.POST, works=_planned(request))
    run = None
    if form.is_valid():
        asked = form.wishes()
        run = attempt(form, lambda: actions.ask_levelling(acting=request.acting, wishes=asked))
    if run is None:
        return _shown(request, form)
    return redirect("levelling-run", run_id=run.pk)


def _planned(request: OfficeRequest) -> tuple[PlannedWork, ...]:
    acting = request.acting
    every = planned_works(acting.scope, at=acting.at, today=acting.today, grounds=grounds())
    return tuple(one for one in every if one.schedule is not None)


def _shown(request: OfficeRequest, form: StartForm) -> HttpResponse:
    acting = request.acting
    shared = queries.resources(acting.scope)
    context = {
        "resources": [
            {"facts": one, "kind": kind_of_resource(one.kind), "now": one.units_on(acting.today)}
            for one in shared
        ],
        "runs": queries.levelling_runs(acting.scope),
        "form": form,
        "stated": _stated_only(form.works, {one.code for one in shared}),
        "may_level": bool(may_level(acting)),
    }
    return render(request, "levelling/levelling.html", context, status=422 if form.errors else 200)


def _stated_only(works: Sequence[PlannedWork], known: set[str]) -> list[tuple[str, int]]:
    """Return the resources that plan files alone state, with the least capacity of any."""
    found: dict[str, int] = {}
    for work in works:
        for one in () if work.schedule is None else work.schedule.plan.resources:
            if one.id not in known:
                found[one.id] = min(one.capacity, found.get(one.id, one.capacity))
    return sorted(found.items())


def add_resource(request: OfficeRequest) -> HttpResponse:
    """Add a resource that works share."""
    form = ResourceForm(request.POST or None, classes=_classes(request))
    if request.method == "POST" and form.is_valid():
        draft = form.draft()
        row = attempt(form, lambda: actions.add_resource(acting=request.acting, draft=draft))
        if row is not None:
            messages.success(request, _("The resource is kept."))
            return redirect("levelling")
    context = {"form": form, "resource_heading": _("Add a shared resource")}
    return render(request, "levelling/resource.html", context, status=422 if form.errors else 200)


def change_resource(request: OfficeRequest, resource_id: int) -> HttpResponse:
    """Change a shared resource, or take it away."""
    facts = queries.resource_by_id(request.acting.scope, resource_id)
    form = ChangeResourceForm(
        request.POST or None,
        initial=present_of_resource(facts),
        classes=_classes(request, facts.classes),
    )
    if request.method == "POST" and form.is_valid():
        draft, version = form.draft(), form.cleaned_data["version"]
        row = attempt(
            form,
            lambda: actions.change_resource(
                acting=request.acting,
                resource_id=resource_id,
                expected_version=version,
                draft=draft,
            ),
        )
        if row is not None:
            messages.success(request, _("The resource is kept."))
            return redirect("levelling")
    context = {"form": form, "facts": facts, "resource_heading": facts.name}
    return render(request, "levelling/resource.html", context, status=422 if form.errors else 200)


@require_POST
def remove_resource(request: OfficeRequest, resource_id: int) -> HttpResponse:
    """Take a shared resource away."""
    actions.remove_resource(
        acting=request.acting, resource_id=resource_id, expected_version=_version(request)
    )
    messages.success(request, _("The resource is taken away."))
    return redirect("levelling")


def _classes(request: OfficeRequest, held: Sequence[str] = ()) -> list[str]:
    """Return the classes of activity that the plans of the county know, and those held already."""
    found = dict.fromkeys(held)
    for work in _planned(request):
        assert work.schedule is not None
        found |= dict.fromkeys(
            one.activity_class for one in work.schedule.plan.activities if one.activity_class
        )
    return sorted(found)


def run_page(request: OfficeRequest, run_id: int) -> HttpResponse:
    """Show how far a run is, or what it found."""
    acting = request.acting
    run = queries.levelling_run(acting.scope, run_id)
    context = {
        "run": run,
        "job": None if run.result is not None else _job(acting.scope, run),
        "may_level": bool(may_level(acting)),
        "shown": None if run.result is None else shown_result(request, run),
    }
    return render(request, "levelling/run.html", context)


def _job(scope: Scope, run: RunFacts) -> JobFacts | None:
    """Return the job of a run; None where a copied or cleared ledger has it no more."""
    try:
        return None if run.job_id is None else job_by_id(scope, run.job_id)
    except Absent:
        return None


@require_POST
def stop(request: OfficeRequest, run_id: int) -> HttpResponse:
    """Ask a run to end with the best it has."""
    actions.stop_levelling(acting=request.acting, run_id=run_id)
    messages.success(request, _("Asked to stop; the best plan so far is kept."))
    return redirect("levelling-run", run_id=run_id)


@require_POST
def take_over(request: OfficeRequest, run_id: int) -> HttpResponse:
    """Write the dates of a run into the plans."""
    try:
        run = actions.take_over(
            acting=request.acting,
            run_id=run_id,
            expected_version=_version(request),
            holidays=grounds().holidays,
        )
    except FaultyPlan as faulty:
        return _faulty(request, run_id, faulty)
    said = _("The dates stand in the plans of %(count)s works.") % {"count": len(run.taken)}
    messages.success(request, said)
    return redirect("levelling-run", run_id=run_id)


def _faulty(request: OfficeRequest, run_id: int, faulty: FaultyPlan) -> HttpResponse:
    from guatu.entry.packs_at_hand import messages as catalogue  # noqa: PLC0415 only where a plan refuses its dates

    for fault in faulty.diagnostics:
        messages.error(request, catalogue().of(fault))
    return redirect("levelling-run", run_id=run_id)


@require_POST
def take_back(request: OfficeRequest, run_id: int) -> HttpResponse:
    """Put the plans back as they stood before a run was taken over."""
    actions.take_back(acting=request.acting, run_id=run_id, expected_version=_version(request))
    messages.success(request, _("The plans stand as before."))
    return redirect("levelling-run", run_id=run_id)


def _version(request: OfficeRequest) -> int:
    stated = request.POST.get("version", "")
    # A version that no row has ever had asks to look again.
    return int(stated) if stated.isdecimal() and len(stated) < 10 else -1


routes = [
    page("works/levelling/", levelling, name="levelling", roles=WHOLE_REGION),
    page("works/levelling/start/", start, name="levelling-start", roles=CLERKS),
    page("works/levelling/resources/add/", add_resource, name="resource-add", roles=CLERKS),
    page(
        "works/levelling/resources/<int:resource_id>/",
        change_resource,
        name="resource",
        roles=CLERKS,
    ),
    page(
        "works/levelling/resources/<int:resource_id>/remove/",
        remove_resource,
        name="resource-remove",
        roles=CLERKS,
    ),
    page("works/levelling/<int:run_id>/", run_page, name="levelling-run", roles=WHOLE_REGION),
    page("works/levelling/<int:run_id>/stop/", stop, name="levelling-stop", roles=CLERKS),
    page(
        "works/levelling/<int:run_id>/take-over/",
        take_over,
        name="levelling-take-over",
        roles=CLERKS,
    ),
    page(
        "works/levelling/<int:run_id>/take-back/",
        take_back,
        name="levelling-take-back",
        roles=CLERKS,
    ),
]
