"""Rows of units and people as values."""

from guatu.apps.units.models import Account, Person, Post, Unit
from guatu.apps.units.values import PersonFacts, PostFacts, PostInForce, UnitFacts
from guatu.domain.kernel.acting import Role


def unit_facts(row: Unit) -> UnitFacts:
    """Return the unit's value."""
    return UnitFacts(
        id=row.pk,
        version=row.version,
        region=row.region,
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        aliases=tuple(row.aliases),
        kind=row.kind,
        parent_id=row.parent_id,
        path=row.path,
        position=row.position,
        closed_on=row.closed_on,
    )


def person_facts(row: Person) -> PersonFacts:
    """Return the person's value; the account is read along by the caller's query."""
    try:
        username = row.account.username
    except Account.DoesNotExist:
        username = None
    return PersonFacts(
        id=row.pk,
        version=row.version,
        region=row.region,
        name=row.name,
        phone=row.phone,
        username=username,
    )


def post_facts(row: Post) -> PostFacts:
    """Return the post's value; person and unit are read along by the caller's query."""
    return PostFacts(
        id=row.pk,
        version=row.version,
        person_id=row.person_id,
        person_name=row.person.name,
        unit_id=row.unit_id,
        unit_name=row.unit.name,
        title=row.title,
        role=Role(row.role),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        deputy_of_id=row.deputy_of_id,
    )


def post_in_force(row: Post) -> PostInForce:
    """Return what acting in the post needs; its unit is read along by the caller's query."""
    return PostInForce(
        post_id=row.pk,
        person_id=row.person_id,
        region=row.unit.region,
        unit_id=row.unit_id,
        unit_name=row.unit.name,
        unit_path=row.unit.path,
        title=row.title,
        role=Role(row.role),
        is_deputy=row.deputy_of_id is not None,
    )
