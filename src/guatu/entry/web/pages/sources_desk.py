"""The reading desk: the text with its marked quotes beside the proposals, and their decisions."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from guatu.apps.journal.refusal import Refused
from guatu.apps.matters.actions import confirm_proposal, confirm_proposals
from guatu.apps.matters.queries import leader_posts, matter_ids_of_proposals
from guatu.apps.matters.suggesting import suggestion
from guatu.apps.sources import actions, queries
from guatu.apps.sources.values import DeskSource, ProposalFacts
from guatu.apps.units.queries import open_units
from guatu.apps.units.values import NameFit
from guatu.domain.kernel.acting import Role
from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.review import reviews_needed
from guatu.entry import packs_at_hand
from guatu.entry.advice_tools import has_model
from guatu.entry.desk_tools import rulebook
from guatu.entry.roles import WHOLE_REGION
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.sources_forms import DraftForm, DropForm, EditProposalForm
from guatu.entry.web.pages.sources_records import record_kinds
from guatu.entry.web.pages.sources_scan import has_pictures, scan_pages
from guatu.entry.web.pages.sources_text import doubts_of, notes_of, pieces_of, split_places
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import page

DESK_ROLES = frozenset({Role.CLERK})
_SURE = 0.85
AIM = 0.99
THRESHOLDS = (0.99, 0.97, 0.95, 0.9)


def desk(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Show a source at the reading desk; ``?at=`` opens one proposal, ``?order=`` sorts them."""
    return _desk(request, source_id, at=request.GET.get("at", ""), form=None, status=200)


def _desk(
    request: OfficeRequest, source_id: int, *, at: str, form: DraftForm | None, status: int
) -> HttpResponse:
    acting = request.acting
    source = queries.desk(acting.scope, source_id)
    matters = matter_ids_of_proposals(acting.scope, source_id)
    order = "page" if request.GET.get("order") == "page" else "doubt"
    shown = _ordered(source.proposals, order)
    active = next((one for one in shown if str(one.id) == at and one.state == "OPEN"), None)
    may_decide = acting.role in DESK_ROLES
    on_pages = request.GET.get("view") == "page" and has_pictures(source)
    context = {
        "source": source,
        "pieces": () if on_pages else pieces_of(source),
        "pages": scan_pages(source) if on_pages else (),
        "has_pictures": has_pictures(source),
        "doubts": doubts_of(source),
        "notes": notes_of(source),
        "cards": [
            (one, _why(one), matters.get(one.id), source.printed_again(one)) for one in shown
        ],
        "open_count": sum(_waits(one) for one in source.proposals),
        "made_count": len(matters),
        "aim": AIM,
        "reviews": reviews_needed(
            [one.confidence for one in source.proposals if _waits(one)], aim=AIM
        ),
        "sure_counts": [
            (threshold, count)
            for threshold in THRESHOLDS
            if (count := sum(_is_sure(one, threshold) for one in source.proposals))
        ],
        "order": order,
        "active": active,
        "failure": _failure(source),
        "may_decide": may_decide,
        "may_ask_model": may_decide and has_model() and bool(source.reading),
        "record_kinds": record_kinds(),
        "kept_count": sum(one.row_id is not None for one in source.records),
        "open_records": request.GET.get("records") == "open",
        "elsewhere": queries.told_elsewhere(acting.scope, source_id),
        "untouched": all(one.version == 1 for one in source.proposals)
        and not matters
        and all(one.row_id is None for one in source.records),
        "unit_names": open_units(acting.scope, day=acting.today) if may_decide else (),
    }
    if active is not None and may_decide:
        context |= _panel_context(request, source, active, form)
    return render(request, "sources/desk.html", context, status=status)


def _failure(source: DeskSource) -> str:
    """Return the words of why the last try to read a source failed; "" where none did."""
    if source.failure is None:
        return ""
    code, arguments = source.failure
    return packs_at_hand.messages().words(code, dict(arguments))


def panel(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Return the forms of one proposal, to be put into its card."""
    proposal = queries.proposal(request.acting.scope, proposal_id)
    source = queries.desk(request.acting.scope, proposal.source_id)
    context = _panel_context(request, source, proposal, None)
    order = "page" if request.GET.get("order") == "page" else "doubt"
    context |= {"source": source, "one": proposal, "order": order}
    return render(request, "sources/_panel.html", context)


def _panel_context(
    request: OfficeRequest, source: DeskSource, proposal: ProposalFacts, form: DraftForm | None
) -> dict[str, object]:
    form = form or _draft_form(request, proposal.id)
    units = open_units(request.acting.scope, day=request.acting.today)
    version = {"version": proposal.version}
    kind = {"unit": proposal.unit_name, "kind": proposal.kind}
    return {
        "form": form,
        "suggested": form.suggested,
        "edit_form": EditProposalForm(
            units=units, initial={**version, **kind}, auto_id=f"edit-{proposal.id}-%s"
        ),
        "drop_form": DropForm(initial=version, auto_id=f"drop-{proposal.id}-%s"),
        "split_places": split_places(source.text, proposal),
    }


def _draft_form(request: OfficeRequest, proposal_id: int) -> DraftForm:
    """Return the form to confirm a proposal, filled with what its words support."""
    acting = request.acting
    suggested = suggestion(acting, proposal_id, rules=rulebook())
    units = open_units(acting.scope, day=acting.today)
    names = {unit.id: unit.name for unit in units}
    stated = suggested.proposal.deadline_day is not None
    initial = {
        "version": suggested.proposal.version,
        "title": suggested.title,
        "result": suggested.result,
        "lead": names.get(suggested.lead_id or 0, ""),
        "co_units": "、".join(names[one] for one in suggested.co_unit_ids if one in names),
        "basis": "STATED" if stated else "NONE",
    }
    return DraftForm(
        request.POST or None,
        units=units,
        leaders=leader_posts(acting.scope, acting.today),
        suggested=suggested,
        initial=initial,
        auto_id=f"confirm-{proposal_id}-%s",
    )


@require_POST
def confirm(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Make a draft matter of a proposal and go on to the next one."""
    form = _draft_form(request, proposal_id)
    facts = queries.proposal(request.acting.scope, proposal_id)
    if form.is_valid():
        matter = attempt(
            form,
            lambda: confirm_proposal(
                acting=request.acting,
                proposal_id=proposal_id,
                expected_version=form.cleaned_data["version"] or 0,
                draft=form.draft(words=facts.deadline_text),
                rules=rulebook(),
            ),
        )
        if matter is not None:
            messages.success(request, _("Drafted: %(title)s") % {"title": matter.title})
            return _onward(request, facts)
    return _desk(request, facts.source_id, at=str(proposal_id), form=form, status=422)


@require_POST
def advise(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Ask for the local model's advice on the doubtful proposals; it comes by a job."""
    if not has_model():
        raise Refused("sources.no_model")
    actions.ask_advice(acting=request.acting, source_id=source_id)
    messages.success(request, _("The local model was asked; reload the page in a moment."))
    return _back(source_id)


@require_POST
def edit(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Change the proposed unit, the kind or the quote."""
    facts = queries.proposal(request.acting.scope, proposal_id)
    units = open_units(request.acting.scope, day=request.acting.today)
    form = EditProposalForm(request.POST, units=units)
    if form.is_valid():
        data = form.cleaned_data
        chosen = data["start"] is not None and data["end"] is not None
        actions.edit_proposal(
            acting=request.acting,
            proposal_id=proposal_id,
            expected_version=data["version"],
            unit_id=data["unit"].id if data["unit"] is not None else None,
            kind=data["kind"],
            span=Span(start=data["start"], end=max(data["start"], data["end"])) if chosen else None,
        )
        return _back(facts.source_id, at=proposal_id)
    for faults in form.errors.values():
        for fault in faults:
            messages.error(request, str(fault))
    return _back(facts.source_id, at=proposal_id)


@require_POST
def drop(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Drop a proposal with its reason and go on to the next one."""
    facts = queries.proposal(request.acting.scope, proposal_id)
    actions.drop_proposal(
        acting=request.acting,
        proposal_id=proposal_id,
        expected_version=_version(request),
        reason=request.POST.get("reason", ""),
    )
    messages.success(request, _("Dropped; it can be reopened."))
    return _onward(request, facts)


@require_POST
def split(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Split a proposal at the chosen place."""
    offset = request.POST.get("offset", "")
    first, _second = actions.split_proposal(
        acting=request.acting,
        proposal_id=proposal_id,
        expected_version=_version(request),
        offset=int(offset) if offset.isdecimal() else -1,
    )
    return _back(first.source_id, at=first.pk)


@require_POST
def reopen(request: OfficeRequest, proposal_id: int) -> HttpResponse:
    """Undo a drop, split or merge."""
    proposal = actions.reopen_proposal(
        acting=request.acting, proposal_id=proposal_id, expected_version=_version(request)
    )
    return _back(proposal.source_id, at=proposal.pk)


@require_POST
def merge(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Merge the picked proposals into one."""
    whole = actions.merge_proposals(acting=request.acting, picks=_picks(request))
    return _back(source_id, at=whole.pk)


@require_POST
def accept(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Make drafts of the picked proposals that name one unit; the others stay open."""
    picks = _picks(request)
    if not picks:
        messages.warning(request, _("No proposal is picked: tick some first."))
        return _back(source_id)
    return _draft_all(request, source_id, picks)


def _draft_all(
    request: OfficeRequest, source_id: int, picks: list[tuple[int, int]]
) -> HttpResponse:
    done = confirm_proposals(acting=request.acting, picks=picks, rules=rulebook())
    made = len(done.made)
    messages.success(
        request,
        ngettext("%(count)d draft made.", "%(count)d drafts made.", made) % {"count": made},
    )
    if done.left:
        left = len(done.left)
        messages.warning(
            request,
            ngettext(
                "%(count)d proposal was left: choose its lead unit.",
                "%(count)d proposals were left: choose their lead units.",
                left,
            )
            % {"count": left},
        )
    return _back(source_id)


@require_POST
def accept_sure(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Make drafts of all proposals that are as sure as the person asks and name one unit."""
    stated = request.POST.get("above", "")
    threshold = next((one for one in THRESHOLDS if str(one) == stated), None)
    source = queries.desk(request.acting.scope, source_id)
    picks = [
        (one.id, one.version)
        for one in source.proposals
        if threshold is not None and _is_sure(one, threshold)
    ]
    if not picks:
        messages.warning(request, _("No open proposal is that sure and names one unit."))
        return _back(source_id)
    return _draft_all(request, source_id, picks)


def _waits(one: ProposalFacts) -> bool:
    """Tell whether a proposal still waits for a decision that matters."""
    return one.state == "OPEN" and one.checkable


def _is_sure(one: ProposalFacts, threshold: float) -> bool:
    """Tell whether a proposal may be taken unseen: sure enough, one unit, named beyond doubt."""
    return (
        _waits(one)
        and one.unit_id is not None
        and one.confidence >= threshold
        and _why(one) not in {"everyone", "no_unit", "likely_unit"}
    )


def _picks(request: OfficeRequest) -> list[tuple[int, int]]:
    """Return the picked proposals with the versions seen, as the check boxes send them."""
    pairs = (one.partition(":") for one in request.POST.getlist("pick"))
    return [
        (int(number), int(version))
        for number, _colon, version in pairs
        if number.isdecimal() and version.isdecimal()
    ]


def _version(request: OfficeRequest) -> int:
    told = request.POST.get("version", "")
    return int(told) if told.isdecimal() else 0


def _back(source_id: int, *, at: int | None = None) -> HttpResponse:
    address = reverse("source", kwargs={"source_id": source_id})
    return redirect(address if at is None else f"{address}?at={at}#proposal-{at}")


def _onward(request: OfficeRequest, facts: ProposalFacts) -> HttpResponse:
    """Go on to the next open proposal in the order that the person works in."""
    source = queries.desk(request.acting.scope, facts.source_id)
    order = "page" if request.POST.get("order") == "page" else "doubt"
    shown = _ordered(source.proposals, order)
    places = [place for place, one in enumerate(shown) if one.id == facts.id]
    after = shown[places[0] + 1 :] + shown[: places[0]] if places else shown
    following = next((one for one in after if one.state == "OPEN" and one.checkable), None)
    address = reverse("source", kwargs={"source_id": facts.source_id})
    if following is None:
        return redirect(f"{address}?order={order}")
    return redirect(f"{address}?order={order}&at={following.id}#proposal-{following.id}")


def _ordered(proposals: Sequence[ProposalFacts], order: str) -> list[ProposalFacts]:
    """Return checkable proposals first, by doubt or in the order of the page, then the rest."""

    def key(one: ProposalFacts) -> tuple[object, ...]:
        doubtful = 0 if order == "page" or _why(one) else 1
        return (not one.checkable, doubtful, one.start, one.id)

    live = [one for one in proposals if one.state != "SPLIT"]
    return sorted(live, key=key)


def _why(one: ProposalFacts) -> str:
    """Return what is doubtful about a proposal, as a word of the template; "" for nothing."""
    if one.everyone:
        return "everyone"
    if one.unit_id is None:
        return "no_unit"
    if any(candidate.fit is NameFit.LIKELY for candidate in one.candidates):
        return "likely_unit"
    return "unsure" if one.confidence < _SURE else ""


routes = [
    page("sources/<int:source_id>/", desk, name="source", roles=WHOLE_REGION),
    page("sources/<int:source_id>/advise/", advise, name="source-advise", roles=DESK_ROLES),
    page("sources/<int:source_id>/merge/", merge, name="source-merge", roles=DESK_ROLES),
    page("sources/<int:source_id>/accept/", accept, name="source-accept", roles=DESK_ROLES),
    page(
        "sources/<int:source_id>/accept-sure/",
        accept_sure,
        name="source-accept-sure",
        roles=DESK_ROLES,
    ),
    page("proposals/<int:proposal_id>/", panel, name="proposal", roles=DESK_ROLES),
    page(
        "proposals/<int:proposal_id>/confirm/", confirm, name="proposal-confirm", roles=DESK_ROLES
    ),
    page("proposals/<int:proposal_id>/edit/", edit, name="proposal-edit", roles=DESK_ROLES),
    page("proposals/<int:proposal_id>/drop/", drop, name="proposal-drop", roles=DESK_ROLES),
    page("proposals/<int:proposal_id>/split/", split, name="proposal-split", roles=DESK_ROLES),
    page("proposals/<int:proposal_id>/reopen/", reopen, name="proposal-reopen", roles=DESK_ROLES),
]
