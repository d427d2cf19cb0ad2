"""The journal: the latest entries in words, and the history of one row."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from guatu.apps.journal.kinds import known_kinds
from guatu.apps.journal.queries import chain_head, history_of, latest_entries
from guatu.apps.journal.refusal import Absent
from guatu.entry.journal_words import told
from guatu.entry.packs_at_hand import messages
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.routing import WHOLE_REGION, page

PAGE_SIZE = 50


class JournalFilter(forms.Form):
    """Which kind of entry, and the number before which the page begins."""

    kind = forms.ChoiceField(label=_("What was done"), required=False)
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


def journal(request: OfficeRequest) -> HttpResponse:
    """Show the newest entries of the region, or those before a number."""
    chosen = JournalFilter(request.GET)
    chosen.fields["kind"].choices = [("", _("Everything")), *_kind_choices()]  # type: ignore[attr-defined]  # ChoiceField
    asked = chosen.cleaned_data if chosen.is_valid() else {}
    scope = request.acting.scope
    found = latest_entries(
        scope,
        limit=PAGE_SIZE + 1,
        before=asked.get("before"),
        kind=asked.get("kind") or None,
    )
    shown = told(scope, found[:PAGE_SIZE])
    number, head = chain_head()
    context = {
        "form": chosen,
        "kind": asked.get("kind") or "",
        "entries": shown,
        "older": shown[-1].number if len(found) > PAGE_SIZE else None,
        "head": head,
        "head_number": number,
    }
    return render(request, "journal/journal.html", context)


def history(request: OfficeRequest, label: str, row_id: int) -> HttpResponse:
    """Show what happened to one row, with each changed column before and after."""
    steps = history_of(request.acting.scope, label, row_id)
    if not steps:
        raise Absent(f"{label} {row_id}")
    entries = told(request.acting.scope, (step.entry for step in steps))
    pairs = tuple(zip(entries, (step.changes for step in steps), strict=True))
    context = {"label": label, "row_id": row_id, "steps": pairs[::-1]}
    return render(request, "journal/history.html", context)


def _kind_choices() -> list[tuple[str, str]]:
    """Return the kinds with a short form of their words (arguments left out)."""
    templates = messages().templates
    named = [(kind, _short(templates[code])) for kind, code in known_kinds().items()]
    return sorted(named, key=lambda pair: pair[0])


def _short(template: str) -> str:
    return template.format_map(_Blank()).strip(" “”《》：:，,。.；;")


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


routes = [
    page("journal/", journal, name="journal", roles=WHOLE_REGION),
    page("journal/<str:label>/<int:row_id>/", history, name="journal-history", roles=WHOLE_REGION),
]
