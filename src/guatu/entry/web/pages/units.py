"""The tree of units, one unit, and their changes by an administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from guatu.apps.units.actions import add_unit, change_unit, close_unit
from guatu.apps.units.queries import posts_on, unit_by_id, unit_tree
from guatu.apps.units.values import PostFacts, UnitFacts
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.units_forms import AddUnitForm, ChangeUnitForm, CloseUnitForm
from guatu.entry.web.refusals import attempt, form_page
from guatu.entry.web.routing import ADMINISTRATORS, EVERYONE, page


def units(request: OfficeRequest) -> HttpResponse:
    """Show the units in sight as a tree, each with who acts in it today."""
    acting = request.acting
    by_unit: dict[int, list[PostFacts]] = {}
    for post in posts_on(acting.scope, acting.today):
        by_unit.setdefault(post.unit_id, []).append(post)
    found = unit_tree(acting.scope)
    rows = [(unit, by_unit.get(unit.id, []), unit.is_open(acting.today)) for unit in found]
    context = {"rows": rows, "open_units": sum(is_open for *_unit, is_open in rows)}
    return render(request, "units/units.html", context)


def unit_page(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Show one unit: what it is called, its parent and sub-units, who acts in it today."""
    acting = request.acting
    unit = unit_by_id(acting.scope, unit_id)
    found = unit_tree(acting.scope)
    context = {
        "unit": unit,
        "is_open": unit.is_open(acting.today),
        "parent": next((one for one in found if one.id == unit.parent_id), None),
        "children": [one for one in found if one.parent_id == unit.id],
        "posts": [one for one in posts_on(acting.scope, acting.today) if one.unit_id == unit.id],
        "close_form": CloseUnitForm(
            initial={"closed_on": acting.today, "version": unit.version}, prefix="close"
        ),
    }
    return render(request, "units/unit.html", context)


def add_unit_page(request: OfficeRequest) -> HttpResponse:
    """Add a unit below a parent."""
    found = unit_tree(request.acting.scope)
    asked = {"parent": request.GET.get("parent")}
    form = AddUnitForm(request.POST or None, units=found, initial=asked)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        unit = attempt(
            form,
            lambda: add_unit(
                acting=request.acting,
                code=data["code"],
                name=data["name"],
                kind=data["kind"],
                parent_id=data["parent"],
                short_name=data["short_name"],
                aliases=form.other_names(),
                position=data["position"],
            ),
        )
        if unit is not None:
            messages.success(request, _("The unit is added."))
            return redirect("unit", unit_id=unit.pk)
    return form_page(request, form, heading=_("Add a unit"), button=_("Add"))


def change_unit_page(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Change how a unit is called."""
    unit = unit_by_id(request.acting.scope, unit_id)
    form = ChangeUnitForm(request.POST or None, initial=_present(unit))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        changed = attempt(
            form,
            lambda: change_unit(
                acting=request.acting,
                unit_id=unit_id,
                expected_version=data["version"],
                name=data["name"],
                short_name=data["short_name"],
                aliases=form.other_names(),
                position=data["position"],
            ),
        )
        if changed is not None:
            messages.success(request, _("The unit is changed."))
            return redirect("unit", unit_id=unit_id)
    return form_page(request, form, heading=_("Change the unit"), button=_("Save"))


def close_unit_page(request: OfficeRequest, unit_id: int) -> HttpResponse:
    """Let a unit act no longer from a day on."""
    unit = unit_by_id(request.acting.scope, unit_id)
    form = CloseUnitForm(
        request.POST or None,
        initial={"closed_on": request.acting.today, "version": unit.version},
        prefix="close",
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        closed = attempt(
            form,
            lambda: close_unit(
                acting=request.acting,
                unit_id=unit_id,
                expected_version=data["version"],
                closed_on=data["closed_on"],
            ),
        )
        if closed is not None:
            messages.success(request, _("The unit is closed; its history stays."))
            return redirect("unit", unit_id=unit_id)
    return form_page(request, form, heading=_("Close the unit"), button=_("Close the unit"))


def _present(unit: UnitFacts) -> dict[str, str | int]:
    return {
        "name": unit.name,
        "short_name": unit.short_name,
        "aliases": " ".join(unit.aliases),
        "position": unit.position,
        "version": unit.version,
    }


routes = [
    page("units/", units, name="units", roles=EVERYONE),
    page("units/add/", add_unit_page, name="unit-add", roles=ADMINISTRATORS),
    page("units/<int:unit_id>/", unit_page, name="unit", roles=EVERYONE),
    page("units/<int:unit_id>/change/", change_unit_page, name="unit-change", roles=ADMINISTRATORS),
    page("units/<int:unit_id>/close/", close_unit_page, name="unit-close", roles=ADMINISTRATORS),
]
