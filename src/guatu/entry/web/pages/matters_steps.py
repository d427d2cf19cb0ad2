"""The steps of a matter: one address a move, open to the roles that the table of stages names."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.matters import actions
from guatu.apps.matters.values import Upload
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import TRANSITIONS, Move
from guatu.domain.kernel.acting import Role
from guatu.entry.desk_tools import rulebook
from guatu.entry.packs_at_hand import messages as sentences
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.matters_forms import (
    MOVE_FORMS,
    EvidenceForm,
    ExtensionForm,
    PartForm,
    VersionForm,
)
from guatu.entry.web.routing import page

ACTIONS: dict[Move, Callable[..., Any]] = {
    Move.DROP: actions.drop_matter,
    Move.REGISTER: actions.register_matter,
    Move.SEND_BACK: actions.send_back_matter,
    Move.ISSUE: actions.issue_matter,
    Move.SIGN: actions.sign_matter,
    Move.OBJECT: actions.object_to_matter,
    Move.START: actions.start_matter,
    Move.INFORM: actions.inform_matter,
    Move.REPORT: actions.report_matter,
    Move.VERIFY: actions.verify_matter,
    Move.RETURN: actions.return_for_rework,
    Move.COMPLETE: actions.complete_matter,
    Move.ORDER_ANEW: actions.order_anew,
    Move.CLOSE: actions.close_matter,
    Move.SUSPEND: actions.suspend_matter,
    Move.RESUME: actions.resume_matter,
    Move.REOPEN: actions.reopen_matter,
}


@require_POST
def step(request: OfficeRequest, matter_id: int, *, move: Move) -> HttpResponse:
    """Make one move; what the form lacks or the table refuses is told, and nothing is written."""
    form = MOVE_FORMS[move](request.POST)
    if not form.is_valid():
        return _faulty(request, form, matter_id)
    data = dict(form.cleaned_data)
    ACTIONS[move](
        acting=request.acting,
        matter_id=matter_id,
        expected_version=data.pop("version"),
        rules=rulebook(),
        **data,
    )
    done = sentences().words(f"following.move_name.{move}", {})
    messages.success(request, _("Done: %(step)s") % {"step": done})
    if move is Move.OBJECT:
        return redirect("matters")
    return redirect("matter", matter_id=matter_id)


@require_POST
def attach(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Add a piece of evidence."""
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        return _faulty(request, form, matter_id)
    data = form.cleaned_data
    file = data["file"]
    actions.attach_evidence(
        acting=request.acting,
        matter_id=matter_id,
        expected_version=data["version"],
        grade=EvidenceClass[data["grade"]],
        note=data["note"],
        upload=Upload(name=file.name, content=file.read()) if file else None,
    )
    messages.success(request, _("The evidence is kept."))
    return redirect("matter", matter_id=matter_id)


@require_POST
def tell_part(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Tell the lead, as a co-unit, how far the own part is."""
    form = PartForm(request.POST)
    if not form.is_valid():
        return _faulty(request, form, matter_id)
    data = dict(form.cleaned_data)
    actions.report_part(
        acting=request.acting,
        matter_id=matter_id,
        expected_version=data.pop("version"),
        **data,
    )
    messages.success(request, _("The lead unit sees your part now."))
    return redirect("matter", matter_id=matter_id)


@require_POST
def ask(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Ask for a later deadline."""
    form = ExtensionForm(request.POST)
    if not form.is_valid():
        return _faulty(request, form, matter_id)
    data = form.cleaned_data
    actions.ask_extension(
        acting=request.acting,
        matter_id=matter_id,
        expected_version=data["version"],
        new_deadline=data["new_deadline"],
        reason=data["reason"],
        rules=rulebook(),
    )
    messages.success(request, _("The request waits for its decision."))
    return redirect("matter", matter_id=matter_id)


@require_POST
def decide(request: OfficeRequest, matter_id: int, extension_id: int) -> HttpResponse:
    """Grant or refuse a later deadline."""
    version = request.POST.get("version", "")
    actions.decide_extension(
        acting=request.acting,
        extension_id=extension_id,
        expected_version=int(version) if version.isdecimal() else 0,
        granted=request.POST.get("decision") == "grant",
        note=request.POST.get("note", "")[:1000],
    )
    messages.success(request, _("The request is decided."))
    return redirect("matter", matter_id=matter_id)


def _faulty(request: OfficeRequest, form: VersionForm, matter_id: int) -> HttpResponse:
    for name, faults in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        for fault in faults:
            messages.error(request, f"{label}：{fault}" if label else str(fault))
    return redirect("matter", matter_id=matter_id)


def roles_of(move: Move) -> frozenset[Role]:
    """Return the roles that the table lets make a move."""
    return frozenset(role for row in TRANSITIONS if row.move is move for role in row.roles)


def _route(move: Move) -> URLPattern:
    word = move.value.replace("_", "-")
    view = partial(step, move=move)
    return page(
        f"matters/<int:matter_id>/{word}/", view, name=f"matter-{word}", roles=roles_of(move)
    )


routes = [
    *(_route(move) for move in ACTIONS),
    page(
        "matters/<int:matter_id>/evidence/",
        attach,
        name="matter-evidence",
        roles=frozenset({Role.CLERK, Role.LIAISON}),
    ),
    page(
        "matters/<int:matter_id>/part/",
        tell_part,
        name="matter-part",
        roles=frozenset({Role.LIAISON}),
    ),
    page(
        "matters/<int:matter_id>/extension/",
        ask,
        name="matter-extension",
        roles=frozenset({Role.LIAISON}),
    ),
    page(
        "matters/<int:matter_id>/extension/<int:extension_id>/",
        decide,
        name="extension-decide",
        roles=frozenset({Role.APPROVER, Role.LEADER}),
    ),
]
