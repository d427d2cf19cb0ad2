"""The ledger, a matter's page, drafts by hand, and handing evidence out."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guatu.apps.matters import queries
from guatu.apps.matters.actions import add_matter, revise_matter
from guatu.apps.matters.ledger import SORTS
from guatu.apps.matters.values import MatterCard
from guatu.apps.units.queries import open_units
from guatu.domain.following.stages import STRAIGHT_PATH, Stage
from guatu.domain.kernel.acting import Role
from guatu.entry.desk_tools import rulebook
from guatu.entry.downloads import download
from guatu.entry.journal_words import told
from guatu.entry.matter_notice import has_notice, notice_pdf
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages import matters_ledger, matters_steps
from guatu.entry.web.pages.matters_forms import (
    MOVE_FORMS,
    EvidenceForm,
    ExtensionForm,
    LedgerForm,
    PartForm,
)
from guatu.entry.web.pages.sources_forms import DraftForm
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import EVERYONE, page

DESK_ROLES = frozenset({Role.CLERK})
_PAGE_SIZE = 60
_ADDRESS_PARTS = ("text", "light", "stage", "unit", "weight", "due_from", "due_to", "source")


def matters(request: OfficeRequest) -> HttpResponse:
    """Show the ledger: filtered, sorted, one page after the mark in the address."""
    acting = request.acting
    units = open_units(acting.scope, day=acting.today)
    asked = {name: _printable(value) for name, value in request.GET.items()}
    form = LedgerForm(asked, units=units)
    filters = form.filters()
    sort = asked.get("sort", "deadline")
    page_of = queries.ledger(
        acting.scope,
        filters,
        rules=rulebook(),
        today=acting.today,
        sort=sort,
        after=asked.get("after", ""),
        most=_PAGE_SIZE,
    )
    kept = {name: asked[name] for name in _ADDRESS_PARTS if asked.get(name)}
    context = {
        "rows": page_of.rows,
        "form": form,
        "counts": queries.counts(acting.scope, rules=rulebook(), today=acting.today),
        "kept": urlencode(kept),
        "sort": sort,
        "sorts": {name: f"-{name}" if sort == name else name for name in SORTS},
        "following": urlencode({**kept, "sort": sort, "after": page_of.following})
        if page_of.following
        else "",
        "begun": bool(request.GET.get("after")),
        "may_draft": acting.role in DESK_ROLES,
    }
    return render(request, "matters/ledger.html", context)


def _printable(value: str | list[object]) -> str:
    """Return an address's part without control characters, which no page may hold."""
    return "".join(sign for sign in str(value) if sign.isprintable())


def matter(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Show one matter with its light unfolded and the forms of the steps permitted now."""
    acting = request.acting
    card = queries.matter_card(acting, matter_id, rules=rulebook())
    history = queries.history(acting.scope, matter_id)
    version = {"version": card.version}
    steps = [
        (move, MOVE_FORMS[move.move](initial=version, auto_id=f"{move.move}-%s"))
        for move in card.moves
        if move.move in MOVE_FORMS
    ]
    context = {
        "card": card,
        "path": _path(card),
        "steps": steps,
        "evidence_form": EvidenceForm(initial=version, auto_id="evidence-%s"),
        "part_form": PartForm(initial=version, auto_id="part-%s"),
        "extension_form": ExtensionForm(initial=version, auto_id="extension-%s"),
        "notice_address": reverse("matter-notice", args=[card.id]) if has_notice(card) else "",
        "history": told(acting.scope, reversed([step.entry for step in history])),
    }
    return render(request, "matters/matter.html", context)


def _path(card: MatterCard) -> list[tuple[Stage, str]]:
    """Return the stages of the straight path, each past, present or to come."""
    here = card.stage
    if here is Stage.SUSPENDED:
        here = Stage.IN_PROGRESS
    places = list(STRAIGHT_PATH[1:])
    at = places.index(here) if here in places else -1
    words = ("past", "now", "ahead")
    return [(stage, words[(place >= at) + (place > at)]) for place, stage in enumerate(places)]


def add(request: OfficeRequest) -> HttpResponse:
    """Enter a draft by hand."""
    form = _draft_form(request, {})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: add_matter(acting=request.acting, draft=form.draft(), rules=rulebook()),
        )
        if made is not None:
            messages.success(request, _("The draft is entered."))
            return redirect("matter", matter_id=made.pk)
    return _draft_page(request, form, heading=_("Add a matter"))


def revise(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Change a draft before it is registered."""
    card = queries.matter_card(request.acting, matter_id, rules=rulebook())
    form = _draft_form(request, _present(card))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: revise_matter(
                acting=request.acting,
                matter_id=matter_id,
                expected_version=form.cleaned_data["version"] or 0,
                draft=form.draft(quote=card.quote, words=card.deadline_words),
                rules=rulebook(),
            ),
        )
        if made is not None:
            messages.success(request, _("The draft is changed."))
            return redirect("matter", matter_id=matter_id)
    return _draft_page(request, form, heading=_("Change the draft"))


def _present(card: MatterCard) -> dict[str, object]:
    basis = card.deadline_basis.partition(":")[0]
    return {
        "version": card.version,
        "title": card.title,
        "result": card.result,
        "lead": card.lead_name,
        "co_units": "、".join(one.name for one in card.co_units),
        "leader": card.leader_id,
        "kind": card.kind,
        "weight": card.weight,
        "basis": {"": "NONE", "RULE": "PERSON"}.get(basis, basis),
        "deadline": card.deadline,
    }


def _draft_form(request: OfficeRequest, initial: dict[str, object]) -> DraftForm:
    acting = request.acting
    return DraftForm(
        request.POST or None,
        units=open_units(acting.scope, day=acting.today),
        leaders=queries.leader_posts(acting.scope, acting.today),
        initial=initial,
    )


def _draft_page(request: OfficeRequest, form: DraftForm, *, heading: str) -> HttpResponse:
    units = open_units(request.acting.scope, day=request.acting.today)
    context = {"form": form, "form_heading": heading, "unit_names": units}
    return render(request, "matters/draft.html", context, status=422 if form.errors else 200)


def notice_page(request: OfficeRequest, matter_id: int) -> HttpResponse:
    """Hand out the supervision notice of an issued matter as PDF."""
    response = HttpResponse(notice_pdf(request.acting, matter_id), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="notice-{matter_id}.pdf"'
    return response


def evidence_bytes(request: OfficeRequest, evidence_id: int) -> HttpResponse:
    """Hand a piece of evidence out as a download; the browser never shows or runs it."""
    file = queries.evidence_file(request.acting.scope, evidence_id)
    return download(file.name, file.sha256, file.media_type)


routes = [
    page("matters/", matters, name="matters", roles=EVERYONE),
    page("matters/add/", add, name="matter-add", roles=DESK_ROLES),
    page("matters/<int:matter_id>/", matter, name="matter", roles=EVERYONE),
    page("matters/<int:matter_id>/revise/", revise, name="matter-revise", roles=DESK_ROLES),
    page("matters/<int:matter_id>/notice.pdf", notice_page, name="matter-notice", roles=EVERYONE),
    page("evidence/<int:evidence_id>/file/", evidence_bytes, name="evidence-file", roles=EVERYONE),
    *matters_ledger.routes,
    *matters_steps.routes,
]
