"""The emission list: who must do what under an alert."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guatu.apps.journal.refusal import Absent
from guatu.apps.places.queries import places
from guatu.apps.units.queries import open_units
from guatu.apps.watch.list_actions import add_source, change_source
from guatu.apps.watch.queries import sources
from guatu.apps.watch.rules import may_keep_list
from guatu.domain.kernel.acting import Acting
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import stopped_classes
from guatu.entry.packs_at_hand import shelf
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.watch_forms import SourceForm, present_of
from guatu.entry.web.refusals import attempt, form_page
from guatu.entry.web.routing import CLERKS, EVERYONE, page


def source_list(request: OfficeRequest) -> HttpResponse:
    """Show the emission list in sight."""
    acting = request.acting
    context = {"sources": sources(acting.scope), "may_keep": bool(may_keep_list(acting))}
    return render(request, "watch/list.html", context)


def add_source_page(request: OfficeRequest) -> HttpResponse:
    """Add a row to the list."""
    acting = request.acting
    form = SourceForm(request.POST or None, **_choices(acting))
    if request.method == "POST" and form.is_valid():
        row = attempt(form, lambda: add_source(acting=acting, draft=form.draft()))
        if row is not None:
            messages.success(request, _("The row is added to the list."))
            return redirect("source-list")
    return form_page(request, form, heading=_("Add to the emission list"), button=_("Add"))


def change_source_page(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Change a row of the list; orders already issued stand."""
    acting = request.acting
    facts = next((one for one in sources(acting.scope) if one.id == source_id), None)
    if facts is None:
        raise Absent(f"source {source_id}")
    form = SourceForm(request.POST or None, initial=present_of(facts), **_choices(acting))
    if request.method == "POST" and form.is_valid():
        row = attempt(
            form,
            lambda: change_source(
                acting=acting,
                source_id=source_id,
                expected_version=form.cleaned_data["version"] or 0,
                draft=form.draft(),
            ),
        )
        if row is not None:
            messages.success(request, _("The row is changed."))
            return redirect("source-list")
    return form_page(request, form, heading=_("Change a row of the list"), button=_("Save"))


def _choices(acting: Acting) -> dict[str, Any]:
    pack = shelf().choose("alert_measures", on=acting.today, region=acting.scope.region)
    return {
        "units": open_units(acting.scope),
        "places": places(acting.scope),
        "classes": stopped_classes(AlertLevel.RED, pack),
    }


routes = [
    page("watch/list/", source_list, name="source-list", roles=EVERYONE),
    page("watch/list/add/", add_source_page, name="source-list-add", roles=CLERKS),
    page(
        "watch/list/<int:source_id>/", change_source_page, name="source-list-change", roles=CLERKS
    ),
]
