"""The own account: the posts in force, which one acts, the own password."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units.access import set_password
from guatu.domain.kernel.acting import Role
from guatu.entry.api.acting import acting

router = Router(tags=["account"])


class HeldPost(Schema):
    """A post that the person may act in today."""

    post_id: int
    unit_id: int
    unit_name: str
    title: str
    role: Role
    is_deputy: bool


class AccountOut(Schema):
    """Who is signed in, and in which post they act."""

    person_id: int
    post_id: int
    role: Role
    posts: list[HeldPost]


class Choice(Schema):
    """The post to act in from now on."""

    post_id: int


class PasswordChange(Schema):
    """The present password and the new one."""

    present: str
    password: str


@router.get("/account", response=AccountOut)
def account(request: HttpRequest) -> dict[str, Any]:
    """Return who is signed in and the posts that give the rights."""
    who = acting(request)
    return {
        "person_id": who.person_id,
        "post_id": who.post_id,
        "role": who.role,
        "posts": list(request.seat.posts),  # type: ignore[attr-defined]  # ActingMiddleware
    }


@router.post("/account/acting", response={204: None})
def act_in(request: HttpRequest, body: Choice) -> Status[None]:
    """Act in another of the own posts from now on."""
    if not request.seat.choose(body.post_id):  # type: ignore[attr-defined]  # ActingMiddleware
        raise Absent(f"post {body.post_id}")
    return Status(204, None)


@router.put("/account/password", response={204: None})
def change_password(request: HttpRequest, body: PasswordChange) -> Status[None]:
    """Set the own password; the present one is asked for."""
    user = request.user
    if not user.is_authenticated or not user.check_password(body.present):
        raise Refused("entry.password_wrong")
    changed = set_password(acting=acting(request), password=body.password)
    update_session_auth_hash(request, changed)
    return Status(204, None)
