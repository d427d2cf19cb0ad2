"""Changes of units, people, posts and deputies."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.units.models import Person, Post, Unit
from guatu.apps.units.names import match_name, names_of, plain
from guatu.apps.units.queries import unit_tree
from guatu.apps.units.rules import may_change_units, may_learn_names
from guatu.domain.kernel.acting import Acting, Role

_CODE = re.compile(r"^[0-9A-Za-z-]{1,20}$")
_PATH_LENGTH = 200
_Row = TypeVar("_Row", Unit, Person, Post)


def add_unit(
    *,
    acting: Acting,
    code: str,
    name: str,
    kind: str,
    parent_id: int | None,
    short_name: str = "",
    aliases: Sequence[str] = (),
    position: int = 0,
) -> Unit:
    """Add a unit below its parent; only the first unit of a region has none.

    Raises Refused (not an administrator, code taken or malformed, no name, unknown kind,
    second root).
    """
    _require_administrator(acting)
    region = acting.scope.region
    with transaction.atomic():
        parent = None if parent_id is None else locked_unit(acting, parent_id)
        check_code(region, code)
        if kind not in Unit.Kind.values:
            raise Refused("units.kind_unknown", given=kind, known=", ".join(Unit.Kind.values))
        if parent is None and Unit.objects.filter(region=region, parent=None).exists():
            raise Refused("units.root_exists")
        path = f"{parent.path if parent else '/'}{code}/"
        if len(path) > _PATH_LENGTH:
            raise Refused("units.too_deep")
        unit = Unit(
            region=region,
            code=code,
            name=required(name),
            short_name=short_name.strip() or required(name),
            aliases=_tidy(aliases),
            kind=kind,
            parent=parent,
            path=path,
            position=position,
        )
        write(acting, "unit.added", changed=[unit], arguments={"name": unit.name})
        return unit


def change_unit(
    *,
    acting: Acting,
    unit_id: int,
    expected_version: int,
    name: str,
    short_name: str,
    aliases: Sequence[str],
    position: int,
) -> Unit:
    """Change how a unit is called and where it stands among its siblings.

    Its code and place in the tree stay. Raises Refused, Absent, StaleVersion.
    """
    _require_administrator(acting)
    with transaction.atomic():
        unit = locked_unit(acting, unit_id)
        expect_version(unit, expected_version)
        unit.name = required(name)
        unit.short_name = short_name.strip() or unit.name
        unit.aliases = _tidy(aliases)
        unit.position = position
        write(acting, "unit.changed", changed=[unit], arguments={"name": unit.name})
        return unit


def learn_alias(*, acting: Acting, unit_id: int, alias: str) -> Unit:
    """Remember another name of a unit, as a clerk met it in a source; ``change_unit`` takes it away.

    A name the unit already has changes nothing and writes nothing. Raises Absent, and Refused
    for who is neither clerk nor administrator and for a name that another unit bears.
    """
    demand(may_learn_names(acting))
    wanted = required(alias)
    with transaction.atomic():
        unit = locked_unit(acting, unit_id)
        match = match_name(wanted, unit_tree(acting.scope))
        borne = [one for one in match.units if plain(wanted) in names_of(one)]
        if any(one.id == unit.pk for one in borne):
            return unit
        if borne:
            raise Refused("units.name_of_another", alias=wanted, name=borne[0].name)
        unit.aliases = _tidy([*unit.aliases, wanted])
        arguments = {"name": unit.name, "alias": wanted}
        write(acting, "unit.alias_learned", changed=[unit], arguments=arguments)
        return unit


def close_unit(*, acting: Acting, unit_id: int, expected_version: int, closed_on: date) -> Unit:
    """Let a unit act no longer from a day on; its rows and history stay."""
    _require_administrator(acting)
    with transaction.atomic():
        unit = locked_unit(acting, unit_id)
        expect_version(unit, expected_version)
        unit.closed_on = closed_on
        write(acting, "unit.closed", changed=[unit], arguments={"name": unit.name})
        return unit


def add_person(*, acting: Acting, name: str, phone: str = "") -> Person:
    """Add a person of the region; rights come later, with a post."""
    _require_administrator(acting)
    with transaction.atomic():
        person = Person(region=acting.scope.region, name=required(name), phone=phone.strip())
        write(acting, "person.added", changed=[person])
        return person


def change_person(
    *, acting: Acting, person_id: int, expected_version: int, name: str, phone: str
) -> Person:
    """Change a person's name or telephone."""
    _require_administrator(acting)
    with transaction.atomic():
        person = locked_person(acting, person_id)
        expect_version(person, expected_version)
        person.name, person.phone = required(name), phone.strip()
        write(acting, "person.changed", changed=[person])
        return person


def appoint(
    *,
    acting: Acting,
    person_id: int,
    unit_id: int,
    title: str,
    role: Role,
    valid_from: date,
    valid_to: date | None = None,
) -> Post:
    """Give a person a post in a unit from a day on, until ``valid_to`` (exclusive) if set."""
    _require_administrator(acting)
    with transaction.atomic():
        _check_period(valid_from, valid_to)
        post = Post(
            person=locked_person(acting, person_id),
            unit=locked_unit(acting, unit_id),
            title=required(title),
            role=role.value,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        write(acting, "post.appointed", changed=[post])
        return post


def end_post(*, acting: Acting, post_id: int, expected_version: int, valid_to: date) -> Post:
    """End a post, so that it gives no rights from ``valid_to`` on; its deputies end with it."""
    _require_administrator(acting)
    with transaction.atomic():
        post = _locked_post(acting, post_id)
        expect_version(post, expected_version)
        if post.valid_to is not None and post.valid_to <= acting.today:
            raise Refused("units.post_ended", day=post.valid_to.isoformat())
        _check_period(post.valid_from, valid_to)
        post.valid_to = valid_to
        changed = [post]
        for deputy in post.deputies.select_for_update().filter(valid_from__lt=valid_to):
            if deputy.valid_to is None or deputy.valid_to > valid_to:
                deputy.valid_to = valid_to
                changed.append(deputy)
        write(acting, "post.ended", changed=changed)
        return post


def add_deputy(
    *, acting: Acting, post_id: int, person_id: int, valid_from: date, valid_to: date
) -> Post:
    """Let a person stand in for a post between two days: the same unit and role, dated."""
    _require_administrator(acting)
    with transaction.atomic():
        held = _locked_post(acting, post_id)
        _check_period(valid_from, valid_to)
        if held.person_id == person_id:
            raise Refused("units.deputy_is_holder")
        if valid_from < held.valid_from or (held.valid_to and valid_to > held.valid_to):
            raise Refused("units.deputy_outside_post")
        post = Post(
            person=locked_person(acting, person_id),
            unit=held.unit,
            title=held.title,
            role=held.role,
            valid_from=valid_from,
            valid_to=valid_to,
            deputy_of=held,
        )
        write(acting, "deputy.added", changed=[post])
        return post


def locked_unit(acting: Acting, unit_id: int) -> Unit:
    """Return a unit of the region, locked for a change; raises Absent."""
    return _locked(Unit, pk=unit_id, region=acting.scope.region)


def locked_person(acting: Acting, person_id: int) -> Person:
    """Return a person of the region, locked for a change; raises Absent."""
    return _locked(Person, pk=person_id, region=acting.scope.region)


def check_code(region: str, code: str) -> None:
    """Refuse a unit code that is malformed or in use in the region."""
    if not _CODE.match(code):
        raise Refused("units.code_malformed", given=code)
    if Unit.objects.filter(region=region, code=code).exists():
        raise Refused("units.code_taken", given=code)


def required(words: str) -> str:
    """Return the words without outer spaces; refuse nothing at all."""
    if not words.strip():
        raise Refused("units.name_missing")
    return words.strip()


def _locked_post(acting: Acting, post_id: int) -> Post:
    return _locked(Post, pk=post_id, unit__region=acting.scope.region)


def _locked(model: type[_Row], **named: Any) -> _Row:
    # On PostgreSQL only the row itself is locked, never the rows it is found through.
    found = model._default_manager.select_for_update(of=("self",))
    row = found.filter(**named).first()
    if row is None:
        raise Absent(f"{model.__name__} {named}")
    return row


def _tidy(aliases: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(alias.strip() for alias in aliases if alias.strip()))


def _check_period(valid_from: date, valid_to: date | None) -> None:
    if valid_to is not None and valid_to <= valid_from:
        raise Refused("units.period_empty")


def _require_administrator(acting: Acting) -> None:
    demand(may_change_units(acting))
