"""Meetings and visits: kept from the desk, and listed with who was where."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from guatu.apps.sources import queries
from guatu.apps.sources.actions import keep_record, release_record
from guatu.apps.sources.actions.recording import KINDS
from guatu.domain.kernel.acting import Role
from guatu.entry.packs_at_hand import messages as words_of_codes
from guatu.entry.roles import WHOLE_REGION
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.fields import DayField
from guatu.entry.web.routing import page

DESK_ROLES = frozenset({Role.CLERK})
PAGE_SIZE = 50


class KeepForm(forms.Form):
    """What a person corrects of a record before keeping it."""

    version = forms.IntegerField(min_value=0)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of record"))
    day = DayField(label=gettext_lazy("Day"), required=False)

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed through
        choice = self.fields["kind"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = record_kinds()


def record_kinds() -> list[tuple[str, str]]:
    """Return the kinds of records as choices in the page's language."""
    return [(kind, words_of_codes().words(f"sources.record.{kind}", {})) for kind in KINDS]


def records(request: OfficeRequest) -> HttpResponse:
    """List the kept records, the latest first; ``?named=`` finds a person, firm or place."""
    named = request.GET.get("named", "")
    rows = queries.records(
        request.acting.scope,
        named=named,
        before=_place_of(request.GET.get("before", "")),
        most=PAGE_SIZE + 1,
    )
    last = rows[PAGE_SIZE - 1] if len(rows) > PAGE_SIZE else None
    context = {
        "rows": rows[:PAGE_SIZE],
        "named": named,
        "older": f"{last.day}:{last.row_id}" if last is not None and last.day else None,
    }
    return render(request, "sources/records.html", context)


def _place_of(words: str) -> tuple[date, int] | None:
    day, _colon, number = words.partition(":")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        return None


@require_POST
def keep(request: OfficeRequest, source_id: int, record_id: str) -> HttpResponse:
    """Keep a meeting or visit of a source, with the kind and day as the person stated them."""
    form = KeepForm(request.POST)
    if form.is_valid():
        record = keep_record(
            acting=request.acting,
            source_id=source_id,
            expected_version=form.cleaned_data["version"],
            record_id=record_id,
            kind=form.cleaned_data["kind"],
            day=form.cleaned_data["day"],
        )
        messages.success(request, _("Kept as a record: %(title)s") % {"title": record.title})
    else:
        for faults in form.errors.values():
            for fault in faults:
                messages.error(request, str(fault))
    return redirect(f"{reverse('source', kwargs={'source_id': source_id})}?records=open#records")


@require_POST
def release(request: OfficeRequest, record_id: int) -> HttpResponse:
    """Take a kept record back."""
    version = request.POST.get("version", "")
    release_record(
        acting=request.acting,
        record_row_id=record_id,
        expected_version=int(version) if version.isdecimal() else 0,
    )
    messages.success(request, _("Taken back; it can be kept anew from its source."))
    source = request.POST.get("source", "")
    if source.isdecimal():
        return redirect(
            f"{reverse('source', kwargs={'source_id': int(source)})}?records=open#records"
        )
    return redirect("records")


routes = [
    page("records/", records, name="records", roles=WHOLE_REGION),
    page(
        "sources/<int:source_id>/records/<str:record_id>/keep/",
        keep,
        name="record-keep",
        roles=DESK_ROLES,
    ),
    page("records/<int:record_id>/release/", release, name="record-release", roles=DESK_ROLES),
]
