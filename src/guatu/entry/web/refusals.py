"""Pages for a request that cannot be answered as asked: each says what to do next."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from guatu.apps.journal.refusal import Refused
from guatu.entry.packs_at_hand import messages

Done = TypeVar("Done")


def attempt(form: forms.Form, act: Callable[[], Done]) -> Done | None:
    """Do an action for a form; where it is refused, the sentence becomes the form's fault.

    Returns what the action returned, None after a refusal; StaleVersion and Absent pass on.
    """
    try:
        return act()
    except Refused as refused:
        form.add_error(None, messages().words(refused.code, dict(refused.arguments)))
        return None


def form_page(request: HttpRequest, form: forms.Form, *, heading: str, button: str) -> HttpResponse:
    """Return the plain page of one form; status 422 where what was entered has faults."""
    context = {"form": form, "form_heading": heading, "button": button}
    return render(request, "web/form.html", context, status=422 if form.errors else 200)


def render_refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return the sentence of a refused action, status 409; in place for an htmx request."""
    sentence = messages().words(refused.code, dict(refused.arguments))
    return _refusal(request, _("This cannot be done now"), sentence, 409)


def render_stale(request: HttpRequest) -> HttpResponse:
    """Return the page that asks to look again because another change came first."""
    return _refusal(request, _("Another change came first"), _sentence("entry.stale"), 409)


def render_absent(request: HttpRequest) -> HttpResponse:
    """Return the page for a row that is not there or not in sight."""
    return _refusal(request, _("Not found"), _sentence("entry.absent"), 404)


def render_wrong_role(request: HttpRequest) -> HttpResponse:
    """Return the page for a role that may not open the address."""
    return _refusal(request, _("Not permitted"), _sentence("entry.wrong_role"), 403)


def render_no_post(request: HttpRequest) -> HttpResponse:
    """Return the page for an account whose person holds no post today."""
    return render(request, "web/no_post.html", status=403)


def _sentence(code: str) -> str:
    return messages().words(code, {})


def _refusal(request: HttpRequest, heading: str, sentence: str, status: int) -> HttpResponse:
    told = {"refusal_heading": heading, "sentence": sentence, "back": _page_before(request)}
    if getattr(request, "htmx", False):
        response = render(request, "web/_refusal.html", told, status=status)
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "web/refusal.html", told, status=status)


def _page_before(request: HttpRequest) -> str:
    """Return the page of this site from which a form was sent, "" where there is none to go to."""
    before = request.headers.get("Referer", "")
    own = url_has_allowed_host_and_scheme(
        before, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    sent = request.method == "POST" and before != request.build_absolute_uri()
    parts = urlsplit(before)
    return urlunsplit(("", "", parts.path, parts.query, "")) if own and sent else ""
