"""Signing in by password or one-time link, signing out, and the page of a locked sign-in."""

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from guatu.apps.units.access import link_is_open, use_sign_in_link
from guatu.entry import clock
from guatu.entry.web.pages.sign_in_forms import SignInForm
from guatu.entry.web.routing import PUBLIC, page

# Set in the session that a link opened: the next page asks for a password.
SET_PASSWORD_KEY = "set_password"  # noqa: S105  the name of a session key, no password
_PASSWORD_BACKEND = "django.contrib.auth.backends.ModelBackend"  # noqa: S105  a class path


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; on success go on to where the visitor was headed."""
    if request.user.is_authenticated:
        return redirect(_onward(request))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if account is not None:
            login(request, account)
            return redirect(_onward(request))
        form.refuse()
    status = 422 if form.errors else 200
    told = {"form": form, "next": _onward(request)}
    return render(request, "sign_in/sign_in.html", told, status=status)


def sign_in_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a button for a one-time link, and spend the link only when it is pressed.

    Mail programs and chat previews open links by themselves; a GET therefore spends nothing.
    """
    at = clock.moment()
    if request.method == "POST":
        account = use_sign_in_link(secret, at=at)
        login(request, account, backend=_PASSWORD_BACKEND)
        request.session[SET_PASSWORD_KEY] = True
        return redirect("password")
    return render(request, "sign_in/link.html", {"open": link_is_open(secret, at=at)})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Tell that too many sign-ins failed and how long to wait (called by django-axes)."""
    return render(request, "sign_in/locked_out.html", status=429)


def _onward(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else reverse("home")


routes = [
    page("sign-in/", sign_in, name="sign-in", roles=PUBLIC),
    page("sign-in/link/<str:secret>/", sign_in_link, name="sign-in-link", roles=PUBLIC),
    page("sign-out/", sign_out, name="sign-out", roles=PUBLIC),
]
