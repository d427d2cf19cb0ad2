"""The plan editor: a table and a chart over one list of edits that is kept in the form until saved.

The server keeps nothing between two requests: the form carries the edits made so far and
those undone. Cells are compared with the plan as edited, so that it works without script.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from guatu.apps.reports.charts import gantt_of
from guatu.apps.reports.editing import days_to_end_on, edited_work
from guatu.apps.reports.values import EditedWork
from guatu.apps.works.edit_actions import edit_plan, undo_plan_change
from guatu.apps.works.plan_actions import FaultyPlan
from guatu.apps.works.queries import baselines
from guatu.apps.works.rules import may_plan
from guatu.domain.drawing.gantt import GanttScale, draw_gantt, gantt_scale
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.outlook import Lever, LeverKind
from guatu.domain.planning.plan_edits import PlanEdit, with_edits
from guatu.domain.planning.schedule import ScheduledActivity
from guatu.entry.packs_at_hand import messages as catalogue
from guatu.entry.report_grounds import grounds
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.inline_drawing import inline_drawing
from guatu.entry.web.pages.works_edit_cells import (
    Cell,
    cell_edits,
    edits_of,
    pointed_edit,
    row_cells,
    words_of,
)
from guatu.entry.web.routing import WORKERS, page

_PANEL_WIDTH = 1212.0
MOST_ROWS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the form carries: the version seen, edits made, edits undone, the comparison."""

    version: int
    edits: tuple[PlanEdit, ...] = ()
    undone: tuple[PlanEdit, ...] = ()
    baseline: int | None = None


def edit_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Show the editor; a POST adds edits, undoes, redoes, or saves."""
    draft = _draft_of(request.POST) if request.method == "POST" else Draft(version=0)
    seen = _seen(request, work_id, draft)
    if request.method != "POST":
        kept = seen.kept.facts.plan
        return _shown(request, seen, Draft(version=kept.version if kept else 0))
    if "save" in request.POST:
        return _saved(request, seen, draft)
    told: tuple[Diagnostic, ...] = ()
    if "undo" in request.POST and draft.edits:
        draft = Draft(
            version=draft.version,
            edits=draft.edits[:-1],
            undone=(*draft.undone, draft.edits[-1]),
            baseline=draft.baseline,
        )
    elif "redo" in request.POST and draft.undone:
        draft = Draft(
            version=draft.version,
            edits=(*draft.edits, draft.undone[-1]),
            undone=draft.undone[:-1],
            baseline=draft.baseline,
        )
    elif "undo" not in request.POST and "redo" not in request.POST:
        draft, told = _with_new(request.POST, seen, draft)
    return _shown(request, _seen(request, work_id, draft), draft, told)


def _draft_of(sent: QueryDict) -> Draft:
    number, baseline = sent.get("version", ""), sent.get("baseline", "")
    return Draft(
        version=int(number) if number.isdecimal() else 0,
        edits=edits_of(sent.get("edits", "")),
        undone=edits_of(sent.get("undone", "")),
        baseline=int(baseline) if baseline.isdecimal() else None,
    )


def _seen(request: OfficeRequest, work_id: int, draft: Draft) -> EditedWork:
    acting = request.acting
    return edited_work(
        acting.scope,
        work_id,
        draft.edits,
        at=acting.at,
        today=acting.today,
        grounds=grounds(),
        baseline_id=draft.baseline,
    )


def _with_new(
    sent: QueryDict, seen: EditedWork, draft: Draft
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Add what the person did to the edits; what cannot be done is told and left out."""
    found = [*cell_edits(sent, seen.document), *_pointed(sent, seen)]
    if not found:
        return draft, ()
    document, faults = with_edits(seen.document, found)
    if document is None:
        return draft, faults
    edits = (*draft.edits, *found)
    return Draft(version=draft.version, edits=edits, baseline=draft.baseline), ()


def _pointed(sent: QueryDict, seen: EditedWork) -> list[PlanEdit]:
    """Return what was done on the chart or by a button; a stretched bar becomes working days."""
    if sent.get("verb") != "stretch":
        edit = pointed_edit(sent, seen.document)
        return [] if edit is None else [edit]
    try:
        last_day = date.fromisoformat(sent.get("value", ""))
    except ValueError:
        return []
    days = days_to_end_on(seen.shown, sent.get("activity", ""), last_day)
    if days is None:
        return []
    edit = pointed_edit(
        {"verb": "set", "activity": sent.get("activity", ""), "field": "days", "value": str(days)},
        seen.document,
    )
    return [] if edit is None else [edit]


def _saved(request: OfficeRequest, seen: EditedWork, draft: Draft) -> HttpResponse:
    work_id = seen.kept.facts.id
    draft, told = _with_new(request.POST, seen, draft)
    if not told:
        try:
            edit_plan(
                acting=request.acting,
                work_id=work_id,
                expected_version=draft.version,
                edits=draft.edits,
                holidays=grounds().holidays,
            )
        except FaultyPlan as faulty:
            told = faulty.diagnostics
        else:
            messages.success(request, _("The edits are saved."))
            address = reverse("work", kwargs={"work_id": work_id})
            return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    return _shown(request, _seen(request, work_id, draft), draft, told)


def _shown(
    request: OfficeRequest,
    seen: EditedWork,
    draft: Draft,
    told: tuple[Diagnostic, ...] = (),
) -> HttpResponse:
    acting, facts = request.acting, seen.kept.facts
    rows = seen.document.get("activities", [])
    drawn, scale = _chart(seen)
    faults = (*told, *seen.faults)
    context = {
        "facts": facts,
        "seen": seen,
        "work": seen.shown,
        "draft": draft,
        "edits": words_of(draft.edits),
        "undone": words_of(draft.undone),
        "document": seen.document,
        "rows": _rows(seen) if len(rows) <= MOST_ROWS else [],
        "too_many": len(rows) > MOST_ROWS,
        "calendars": sorted(seen.document.get("calendars", {})),
        "faults": faults,
        "gantt": drawn,
        "scale": scale,
        "levers": _levers(seen),
        "baselines": baselines(acting.scope, facts.id, holidays=grounds().holidays),
        "may_save": bool(may_plan(acting, facts.lead_id)),
    }
    return render(request, "works/edit.html", context, status=422 if told else 200)


def _chart(seen: EditedWork) -> tuple[SafeString, GanttScale | None]:
    gantt = gantt_of(seen.shown, catalogue(), former=seen.compared, with_links=True)
    if gantt is None:
        return SafeString(""), None
    drawn = inline_drawing(draw_gantt(gantt, catalogue(), room=_PANEL_WIDTH), "gantt")
    return drawn, gantt_scale(gantt, room=_PANEL_WIDTH)


def _rows(seen: EditedWork) -> list[dict[str, Any]]:
    """Return the rows of the table: cells to type in, and the dates that follow from them."""
    found = seen.shown.schedule
    dated = {} if found is None else found.by_id()
    former = {} if seen.compared is None else seen.compared.by_id()
    listed = []
    for row in seen.document.get("activities", []):
        name = str(row.get("id", ""))
        now, before = dated.get(name), former.get(name)
        moved = (now.last_day - before.last_day).days if now and before else 0
        cells: tuple[Cell, ...] = row_cells(row)
        listed.append(
            {
                "id": name,
                "cells": cells,
                "dated": now,
                "moved": moved,
                "shade": _shade(seen, now, is_done=bool(row.get("actual_finish"))),
            }
        )
    return listed


def _shade(seen: EditedWork, now: ScheduledActivity | None, *, is_done: bool) -> str:
    """Return how a float is colored: late, critical, near, or not at all."""
    found = seen.shown.schedule
    if now is None or found is None or is_done:
        return ""
    if now.total_float < 0:
        return "late"
    if now.critical:
        return "critical"
    return "near" if now.total_float <= found.buffer_days else ""


def _levers(seen: EditedWork) -> list[tuple[Lever, dict[str, str] | None]]:
    """Return the levers, each with the edit that would try it, where one edit is enough."""
    found = seen.shown.schedule
    if found is None:
        return []
    days = {one.id: one.days for one in found.plan.activities}
    tried: list[tuple[Lever, dict[str, str] | None]] = []
    for lever in found.outlook.levers:
        edit: dict[str, str] | None = None
        if lever.kind is LeverKind.CRASH and lever.subject in days and lever.days:
            left = str(days[lever.subject] - int(lever.days))
            edit = {"verb": "set", "activity": lever.subject, "field": "days", "value": left}
        elif lever.kind is LeverKind.TARGET:
            day = dict(lever.reason.arguments).get("day")
            edit = {"verb": "plan", "field": "target", "value": str(day)} if day else None
        tried.append((lever, edit))
    return tried


def undo_page(request: OfficeRequest, work_id: int) -> HttpResponse:
    """Put the plan back as it stood before its last saved change."""
    if request.method == "POST":
        version = request.POST.get("version", "")
        undo_plan_change(
            acting=request.acting,
            work_id=work_id,
            expected_version=int(version) if version.isdecimal() else 0,
        )
        messages.success(request, _("The plan stands as before its last change."))
    return redirect("work", work_id=work_id)


routes = [
    page("works/<int:work_id>/edit/", edit_page, name="work-edit", roles=WORKERS),
    page("works/<int:work_id>/undo/", undo_page, name="work-undo", roles=WORKERS),
]
