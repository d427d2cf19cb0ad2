"""The own account: which posts, which post to act in now, the own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.units.access import set_password
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.sign_in import SET_PASSWORD_KEY
from guatu.entry.web.pages.sign_in_forms import PasswordForm
from guatu.entry.web.refusals import attempt
from guatu.entry.web.routing import EVERYONE, SIGNED_IN, page


def account(request: OfficeRequest) -> HttpResponse:
    """Show who is signed in and the posts that give the rights."""
    return render(request, "sign_in/account.html")


def password(request: OfficeRequest) -> HttpResponse:
    """Set the own password; the present one is asked for unless a link has just signed in."""
    by_link = bool(request.session.get(SET_PASSWORD_KEY))
    form = PasswordForm(request.POST or None)
    if by_link:
        form = form.without_present()
    if request.method == "POST" and form.is_valid():
        if not by_link and not request.user.check_password(form.cleaned_data["present"]):
            form.add_error("present", _("This is not your present password."))
        elif _set(request, form):
            messages.success(request, _("Your password is set."))
            return redirect("home")
    told = {"form": form, "by_link": by_link}
    return render(request, "sign_in/password.html", told, status=422 if form.errors else 200)


def _set(request: OfficeRequest, form: PasswordForm) -> bool:
    new = form.cleaned_data["password"]
    changed = attempt(form, lambda: set_password(acting=request.acting, password=new))
    if changed is None:
        return False
    update_session_auth_hash(request, changed)
    request.session.pop(SET_PASSWORD_KEY, None)
    return True


@require_POST
def act_in(request: OfficeRequest) -> HttpResponse:
    """Act in another of the own posts from now on."""
    chosen = request.POST.get("post", "")
    if not chosen.isdecimal() or not request.seat.choose(int(chosen)):
        messages.error(request, _("That post is not one of yours today."))
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if safe else reverse("home"))


routes = [
    page("account/", account, name="account", roles=SIGNED_IN),
    page("account/password/", password, name="password", roles=EVERYONE),
    page("account/acting/", act_in, name="acting", roles=SIGNED_IN),
]
