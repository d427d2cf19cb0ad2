"""People, their dated posts and deputies, accounts and sign-in links."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guatu.apps.journal.refusal import Absent
from guatu.apps.units.access import close_account, make_sign_in_link, open_account
from guatu.apps.units.actions import add_deputy, add_person, appoint, change_person, end_post
from guatu.apps.units.queries import open_units, people, person_by_id, posts_of, posts_on
from guatu.apps.units.values import PostFacts
from guatu.domain.kernel.acting import Role
from guatu.entry.web.acting import OfficeRequest
from guatu.entry.web.pages.units_forms import (
    AccountForm,
    AppointForm,
    ChangePersonForm,
    DeputyForm,
    EndPostForm,
    PersonForm,
)
from guatu.entry.web.refusals import attempt, form_page
from guatu.entry.web.routing import ADMINISTRATORS, EVERYONE, page


def people_page(request: OfficeRequest) -> HttpResponse:
    """Show the people in sight with the posts they hold today."""
    acting = request.acting
    by_person: dict[int, list[PostFacts]] = {}
    for post in posts_on(acting.scope, acting.today):
        by_person.setdefault(post.person_id, []).append(post)
    rows = [(person, by_person.get(person.id, [])) for person in people(acting.scope)]
    return render(request, "units/people.html", {"rows": rows})


def person_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Show one person: posts past and present; for an administrator also the account."""
    acting = request.acting
    context = {
        "person": person_by_id(acting.scope, person_id),
        "posts": [
            (post, post.in_force(acting.today)) for post in posts_of(acting.scope, person_id)
        ],
        "account_form": AccountForm(prefix="account"),
    }
    return render(request, "units/person.html", context)


def add_person_page(request: OfficeRequest) -> HttpResponse:
    """Add a person; posts and account come next, on the person's page."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        person = attempt(
            form,
            lambda: add_person(acting=request.acting, name=data["name"], phone=data["phone"]),
        )
        if person is not None:
            messages.success(request, _("The person is added. Now appoint a post."))
            return redirect("person", person_id=person.pk)
    return form_page(request, form, heading=_("Add a person"), button=_("Add"))


def change_person_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Change a person's name or telephone."""
    person = person_by_id(request.acting.scope, person_id)
    present = {"name": person.name, "phone": person.phone, "version": person.version}
    form = ChangePersonForm(request.POST or None, initial=present)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        changed = attempt(
            form,
            lambda: change_person(
                acting=request.acting,
                person_id=person_id,
                expected_version=data["version"],
                name=data["name"],
                phone=data["phone"],
            ),
        )
        if changed is not None:
            messages.success(request, _("The person is changed."))
            return redirect("person", person_id=person_id)
    return form_page(request, form, heading=_("Change the person"), button=_("Save"))


def appoint_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Give a person a post from a day on."""
    acting = request.acting
    person = person_by_id(acting.scope, person_id)
    asked = {"unit": request.GET.get("unit"), "valid_from": acting.today}
    form = AppointForm(
        request.POST or None, units=open_units(acting.scope, day=acting.today), initial=asked
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        post = attempt(
            form,
            lambda: appoint(
                acting=acting,
                person_id=person_id,
                unit_id=data["unit"],
                title=data["title"],
                role=Role(data["role"]),
                valid_from=data["valid_from"],
                valid_to=data["valid_to"],
            ),
        )
        if post is not None:
            messages.success(request, _("The post is given."))
            return redirect("person", person_id=person_id)
    heading = _("Appoint %(name)s") % {"name": person.name}
    return form_page(request, form, heading=heading, button=_("Appoint"))


def end_post_page(request: OfficeRequest, person_id: int, post_id: int) -> HttpResponse:
    """End a post: it gives no rights after its last day."""
    post = _post_of(request, person_id, post_id)
    form = EndPostForm(request.POST or None, initial={"version": post.version})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        ended = attempt(
            form,
            lambda: end_post(
                acting=request.acting,
                post_id=post_id,
                expected_version=data["version"],
                valid_to=data["valid_to"],
            ),
        )
        if ended is not None:
            messages.success(request, _("The post ends on that day; its deputies end with it."))
            return redirect("person", person_id=person_id)
    heading = _("End the post %(title)s of %(name)s") % {
        "title": post.title,
        "name": post.person_name,
    }
    return form_page(request, form, heading=heading, button=_("End the post"))


def deputy_page(request: OfficeRequest, person_id: int, post_id: int) -> HttpResponse:
    """Let another person stand in for a post between two days."""
    post = _post_of(request, person_id, post_id)
    others = tuple(one for one in people(request.acting.scope) if one.id != person_id)
    form = DeputyForm(
        request.POST or None, people=others, initial={"valid_from": request.acting.today}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        added = attempt(
            form,
            lambda: add_deputy(
                acting=request.acting,
                post_id=post_id,
                person_id=data["person"],
                valid_from=data["valid_from"],
                valid_to=data["valid_to"],
            ),
        )
        if added is not None:
            messages.success(request, _("The deputy is named for these days."))
            return redirect("person", person_id=data["person"])
    heading = _("A deputy for %(name)s, %(title)s") % {
        "title": post.title,
        "name": post.person_name,
    }
    return form_page(request, form, heading=heading, button=_("Name the deputy"))


@require_POST
def open_account_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Open a person's account and show its first sign-in link."""
    person_by_id(request.acting.scope, person_id)
    form = AccountForm(request.POST, prefix="account")
    if form.is_valid():
        username = form.cleaned_data["username"]
        opened = attempt(
            form,
            lambda: open_account(acting=request.acting, person_id=person_id, username=username),
        )
        if opened is not None:
            return _show_link(request, person_id)
    return form_page(request, form, heading=_("Open an account"), button=_("Open the account"))


@require_POST
def close_account_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Let an account sign in no longer."""
    close_account(acting=request.acting, person_id=person_id)
    messages.success(request, _("The account is closed; the person's history stays."))
    return redirect("person", person_id=person_id)


@require_POST
def sign_in_link_page(request: OfficeRequest, person_id: int) -> HttpResponse:
    """Make a new one-time link and show it once; only its hash is kept."""
    return _show_link(request, person_id)


def _show_link(request: OfficeRequest, person_id: int) -> HttpResponse:
    person = person_by_id(request.acting.scope, person_id)
    secret = make_sign_in_link(acting=request.acting, person_id=person_id)
    context = {"person": person, "link": link_address(request, secret)}
    return render(request, "units/link.html", context)


def link_address(request: HttpRequest, secret: str) -> str:
    """Return the full address of a one-time sign-in link."""
    return request.build_absolute_uri(reverse("sign-in-link", kwargs={"secret": secret}))


def _post_of(request: OfficeRequest, person_id: int, post_id: int) -> PostFacts:
    for post in posts_of(request.acting.scope, person_id):
        if post.id == post_id:
            return post
    raise Absent(f"post {post_id} of person {person_id}")


routes = [
    page("people/", people_page, name="people", roles=EVERYONE),
    page("people/add/", add_person_page, name="person-add", roles=ADMINISTRATORS),
    page("people/<int:person_id>/", person_page, name="person", roles=EVERYONE),
    page(
        "people/<int:person_id>/change/",
        change_person_page,
        name="person-change",
        roles=ADMINISTRATORS,
    ),
    page(
        "people/<int:person_id>/appoint/", appoint_page, name="person-appoint", roles=ADMINISTRATORS
    ),
    page(
        "people/<int:person_id>/posts/<int:post_id>/end/",
        end_post_page,
        name="post-end",
        roles=ADMINISTRATORS,
    ),
    page(
        "people/<int:person_id>/posts/<int:post_id>/deputy/",
        deputy_page,
        name="post-deputy",
        roles=ADMINISTRATORS,
    ),
    page(
        "people/<int:person_id>/account/open/",
        open_account_page,
        name="account-open",
        roles=ADMINISTRATORS,
    ),
    page(
        "people/<int:person_id>/account/close/",
        close_account_page,
        name="account-close",
        roles=ADMINISTRATORS,
    ),
    page(
        "people/<int:person_id>/account/link/",
        sign_in_link_page,
        name="account-link",
        roles=ADMINISTRATORS,
    ),
]
