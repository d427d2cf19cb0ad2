"""Units, people, posts and accounts: the twins of their pages."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.units import access, actions, queries
from guatu.apps.units.values import PersonFacts, PostFacts, UnitFacts
from guatu.domain.kernel.acting import Role
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.roles import ADMINISTRATORS

router = Router(tags=["units"])
_administrators = ForRoles(ADMINISTRATORS)


class UnitOut(Schema):
    """One unit."""

    id: int
    version: int
    code: str
    name: str
    short_name: str
    aliases: list[str]
    kind: str
    parent_id: int | None
    depth: int
    closed_on: date | None


class PersonOut(Schema):
    """One person; ``username`` is null without an account."""

    id: int
    version: int
    name: str
    phone: str
    username: str | None


class PostOut(Schema):
    """One post; ``valid_to`` is exclusive."""

    id: int
    version: int
    person_id: int
    person_name: str
    unit_id: int
    unit_name: str
    title: str
    role: Role
    valid_from: date
    valid_to: date | None
    deputy_of_id: int | None


class UnitIn(Schema):
    """A new unit."""

    code: str
    name: str
    kind: str
    parent_id: int
    short_name: str = ""
    aliases: list[str] = []
    position: int = 0


class UnitChange(Schema):
    """How a unit is called from now on; ``version`` is the one that was seen."""

    version: int
    name: str
    short_name: str
    aliases: list[str] = []
    position: int = 0


class Closing(Schema):
    """The first day on which a unit no longer acts."""

    version: int
    closed_on: date


class PersonIn(Schema):
    """A new person."""

    name: str
    phone: str = ""


class PersonChange(PersonIn):
    """A person's name and telephone from now on."""

    version: int


class PostIn(Schema):
    """A post to be given; ``valid_to`` is exclusive."""

    unit_id: int
    title: str
    role: Role
    valid_from: date
    valid_to: date | None = None


class Ending(Schema):
    """The first day on which a post gives no rights any more."""

    version: int
    valid_to: date


class DeputyIn(Schema):
    """Who stands in, from when, until when (exclusive)."""

    person_id: int
    valid_from: date
    valid_to: date


class AccountIn(Schema):
    """The name that a person signs in by."""

    username: str


class Made(Schema):
    """What was made or changed."""

    id: int


@router.get("/units", response=list[UnitOut])
def units(request: HttpRequest) -> list[UnitFacts]:
    """Return the units in sight, each parent before its children."""
    return list(queries.unit_tree(acting(request).scope))


@router.post("/units", response={201: Made}, auth=_administrators)
def add_unit(request: HttpRequest, body: UnitIn) -> Status[dict[str, int]]:
    """Add a unit below a parent."""
    return Status(201, {"id": actions.add_unit(acting=acting(request), **body.dict()).pk})


@router.get("/units/{int:unit_id}", response=UnitOut)
def unit(request: HttpRequest, unit_id: int) -> UnitFacts:
    """Return one unit."""
    return queries.unit_by_id(acting(request).scope, unit_id)


@router.put("/units/{int:unit_id}", response=Made, auth=_administrators)
def change_unit(request: HttpRequest, unit_id: int, body: UnitChange) -> dict[str, int]:
    """Change how a unit is called."""
    told = body.dict()
    version = told.pop("version")
    changed = actions.change_unit(
        acting=acting(request), unit_id=unit_id, expected_version=version, **told
    )
    return {"id": changed.pk}


@router.post("/units/{int:unit_id}/close", response=Made, auth=_administrators)
def close_unit(request: HttpRequest, unit_id: int, body: Closing) -> dict[str, int]:
    """Let a unit act no longer from a day on."""
    closed = actions.close_unit(
        acting=acting(request),
        unit_id=unit_id,
        expected_version=body.version,
        closed_on=body.closed_on,
    )
    return {"id": closed.pk}


@router.get("/people", response=list[PersonOut])
def people(request: HttpRequest) -> list[PersonFacts]:
    """Return the people in sight."""
    return list(queries.people(acting(request).scope))


@router.post("/people", response={201: Made}, auth=_administrators)
def add_person(request: HttpRequest, body: PersonIn) -> Status[dict[str, int]]:
    """Add a person."""
    return Status(201, {"id": actions.add_person(acting=acting(request), **body.dict()).pk})


@router.get("/people/{int:person_id}", response=PersonOut)
def person(request: HttpRequest, person_id: int) -> PersonFacts:
    """Return one person."""
    return queries.person_by_id(acting(request).scope, person_id)


@router.put("/people/{int:person_id}", response=Made, auth=_administrators)
def change_person(request: HttpRequest, person_id: int, body: PersonChange) -> dict[str, int]:
    """Change a person's name or telephone."""
    changed = actions.change_person(
        acting=acting(request),
        person_id=person_id,
        expected_version=body.version,
        name=body.name,
        phone=body.phone,
    )
    return {"id": changed.pk}


@router.get("/people/{int:person_id}/posts", response=list[PostOut])
def posts(request: HttpRequest, person_id: int) -> list[PostFacts]:
    """Return every post that a person has or had."""
    scope = acting(request).scope
    queries.person_by_id(scope, person_id)
    return list(queries.posts_of(scope, person_id))


@router.post("/people/{int:person_id}/posts", response={201: Made}, auth=_administrators)
def appoint(request: HttpRequest, person_id: int, body: PostIn) -> Status[dict[str, int]]:
    """Give a person a post."""
    post = actions.appoint(acting=acting(request), person_id=person_id, **body.dict())
    return Status(201, {"id": post.pk})


@router.post("/posts/{int:post_id}/end", response=Made, auth=_administrators)
def end_post(request: HttpRequest, post_id: int, body: Ending) -> dict[str, int]:
    """End a post."""
    ended = actions.end_post(
        acting=acting(request),
        post_id=post_id,
        expected_version=body.version,
        valid_to=body.valid_to,
    )
    return {"id": ended.pk}


@router.post("/posts/{int:post_id}/deputies", response={201: Made}, auth=_administrators)
def add_deputy(request: HttpRequest, post_id: int, body: DeputyIn) -> Status[dict[str, int]]:
    """Let a person stand in for a post between two days."""
    post = actions.add_deputy(acting=acting(request), post_id=post_id, **body.dict())
    return Status(201, {"id": post.pk})


@router.post("/people/{int:person_id}/account", response={201: AccountIn}, auth=_administrators)
def open_account(request: HttpRequest, person_id: int, body: AccountIn) -> Status[dict[str, str]]:
    """Open a person's account."""
    account = access.open_account(
        acting=acting(request), person_id=person_id, username=body.username
    )
    return Status(201, {"username": account.username})


@router.delete("/people/{int:person_id}/account", response={204: None}, auth=_administrators)
def close_account(request: HttpRequest, person_id: int) -> Status[None]:
    """Let an account sign in no longer."""
    access.close_account(acting=acting(request), person_id=person_id)
    return Status(204, None)


class LinkOut(Schema):
    """The address of a one-time sign-in link, told only now."""

    address: str


@router.post("/people/{int:person_id}/link", response={201: LinkOut}, auth=_administrators)
def make_link(request: HttpRequest, person_id: int) -> Status[dict[str, str]]:
    """Make a new one-time sign-in link."""
    secret = access.make_sign_in_link(acting=acting(request), person_id=person_id)
    return Status(201, {"address": request.build_absolute_uri(f"/sign-in/link/{secret}/")})
