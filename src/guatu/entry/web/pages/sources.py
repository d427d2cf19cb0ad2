"""The list of sources, taking new ones in, and handing their bytes out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.journal.refusal import Refused
from guatu.apps.sources import queries
from guatu.apps.sources.actions import ask_reading, read_source, receive_source, withdraw_source
from guatu.apps.sources.values import Incoming
from guatu.domain.kernel.acting import Role
from guatu.entry import packs_at_hand
from guatu.entry.desk_tools import reader
from guatu.entry.downloads import download, download_type
from guatu.entry.incoming_files import incoming_file, reads_at_once
from guatu.entry.page_pictures import picture_response
from guatu.entry.roles import WHOLE_REGION
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages import sources_beside, sources_desk, sources_records
from guatu.entry.web.pages.sources_forms import UploadForm
from guatu.entry.web.routing import page

DESK_ROLES = frozenset({Role.CLERK})
PAGE_SIZE = 50


def sources(request: OfficeRequest) -> HttpResponse:
    """Show what came in, the latest first, with the form to take more in."""
    return _list(request, UploadForm(), status=200)


def _list(request: OfficeRequest, form: UploadForm, *, status: int) -> HttpResponse:
    before = request.GET.get("before", "")
    rows = queries.source_list(
        request.acting.scope,
        before=int(before) if before.isdecimal() else None,
        most=PAGE_SIZE + 1,
    )
    context = {
        "rows": rows[:PAGE_SIZE],
        "older": rows[PAGE_SIZE - 1].id if len(rows) > PAGE_SIZE else None,
        "form": form,
        "may_upload": request.acting.role in DESK_ROLES,
    }
    return render(request, "sources/sources.html", context, status=status)


@require_POST
def upload(request: OfficeRequest) -> HttpResponse:
    """Take a page in and read it; faults of the file stand on the form, nothing is kept then."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, form, status=422)
    incoming = _incoming(form)
    if incoming is None:
        return _list(request, form, status=422)
    try:
        source = receive_source(acting=request.acting, incoming=incoming)
    except Refused as refused:
        known = dict(refused.arguments).get("id")
        sentence = packs_at_hand.messages().words(refused.code, dict(refused.arguments))
        if refused.code == "sources.known" and known is not None:
            messages.warning(request, sentence)
            return redirect("source", source_id=known)
        form.add_error(None, sentence)
        return _list(request, form, status=409)
    if not reads_at_once(incoming):
        ask_reading(acting=request.acting, source_id=source.pk)
        messages.success(request, _("It is read in the background; the result appears here."))
    else:
        read_source(
            acting=request.acting,
            source_id=source.pk,
            expected_version=source.version,
            reader=reader,
        )
    return redirect("source", source_id=source.pk)


def _incoming(form: UploadForm) -> Incoming | None:
    """Return the document, or None with the fault put on the form."""
    data = form.cleaned_data
    if data["file"]:
        name, content = data["file"].name, data["file"].read()
    else:
        name, content = _("pasted text") + ".txt", data["text"].encode()
    stated = {key: data[key] for key in ("origin", "title", "year")}
    incoming, told = incoming_file(name, content, **stated)
    if incoming is None:
        for one in told:
            form.add_error("file" if data["file"] else "text", packs_at_hand.messages().of(one))
    return incoming


@require_POST
def read_again(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Read a source, or read it again with the year that a person states."""
    words = request.POST.get("year", "")
    year = int(words) if words.isdecimal() and len(words) == 4 else None
    if queries.source_file(request.acting.scope, source_id).unread:
        ask_reading(acting=request.acting, source_id=source_id, year=year)
        return redirect("source", source_id=source_id)
    read_source(
        acting=request.acting,
        source_id=source_id,
        expected_version=int(request.POST.get("version") or 0),
        reader=reader,
        year=year,
    )
    return redirect("source", source_id=source_id)


@require_POST
def withdraw(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Take a source away that came in by mistake, and go back to the list."""
    withdraw_source(
        acting=request.acting,
        source_id=source_id,
        expected_version=int(request.POST.get("version") or 0),
    )
    messages.success(request, _("Withdrawn; the same file can be taken in again."))
    return redirect("sources")


def source_bytes(request: OfficeRequest, source_id: int) -> HttpResponse:
    """Hand a source's bytes out, to be saved and never shown by the browser itself."""
    file = queries.source_file(request.acting.scope, source_id)
    return download(file.name, file.sha256, download_type(file.media_type))


def page_picture(request: OfficeRequest, source_id: int, number: int) -> HttpResponse:
    """Show a page of a scan or PDF as a picture, for the boxes of its lines to lie on."""
    file = queries.page_picture(request.acting.scope, source_id, number)
    return picture_response(file, number)


routes = [
    page("sources/", sources, name="sources", roles=WHOLE_REGION),
    page("sources/upload/", upload, name="sources-upload", roles=DESK_ROLES),
    page("sources/<int:source_id>/file/", source_bytes, name="source-file", roles=WHOLE_REGION),
    page(
        "sources/<int:source_id>/pages/<int:number>/",
        page_picture,
        name="source-page",
        roles=WHOLE_REGION,
    ),
    page("sources/<int:source_id>/read/", read_again, name="source-read", roles=DESK_ROLES),
    page("sources/<int:source_id>/withdraw/", withdraw, name="source-withdraw", roles=DESK_ROLES),
    *sources_desk.routes,
    *sources_records.routes,
    *sources_beside.routes,
]
