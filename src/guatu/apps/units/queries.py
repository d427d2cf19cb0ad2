"""Questions about units, people and posts; each takes a scope and never leaves its region."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.units.mapping import person_facts, post_facts, post_in_force, unit_facts
from guatu.apps.units.models import Account, Person, Post, Unit
from guatu.apps.units.names import match_name
from guatu.apps.units.values import NameMatch, PersonFacts, PostFacts, PostInForce, UnitFacts
from guatu.domain.kernel.acting import Acting, Role, Scope

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")

# Which post a person acts in when none is chosen: own before deputy, then the widest.
_WIDEST_FIRST = (
    Role.ADMINISTRATOR,
    Role.LEADER,
    Role.APPROVER,
    Role.CLERK,
    Role.LIAISON,
    Role.VIEWER,
)


def unit_tree(scope: Scope) -> tuple[UnitFacts, ...]:
    """Return the units in sight, each parent before its children, siblings in their order."""
    rows = [unit_facts(row) for row in _units(scope).order_by("position", "code")]
    in_sight = {row.id for row in rows}
    children: dict[int | None, list[UnitFacts]] = {}
    for row in rows:
        above = row.parent_id if row.parent_id in in_sight else None
        children.setdefault(above, []).append(row)
    ordered: list[UnitFacts] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting.extend(reversed(children.get(unit.id, [])))
    return tuple(ordered)


def unit_by_id(scope: Scope, unit_id: int) -> UnitFacts:
    """Return one unit; raises Absent where it is not there or not in sight."""
    row = _units(scope).filter(pk=unit_id).first()
    if row is None:
        raise Absent(f"unit {unit_id}")
    return unit_facts(row)


def unit_by_code(scope: Scope, code: str) -> UnitFacts:
    """Return one unit by its code in the region; raises Absent."""
    row = _units(scope).filter(code=code).first()
    if row is None:
        raise Absent(f"unit {code}")
    return unit_facts(row)


def resolve_unit(scope: Scope, name: str, *, day: date | None = None) -> NameMatch:
    """Return the units of the region that a written name may mean (see ``names.match_name``).

    Names are matched over the whole region even for a liaison, since a page names any unit.
    With ``day``, units closed by then are left out.
    """
    return match_name(name, open_units(Scope(region=scope.region), day=day))


def resolve_units(
    scope: Scope, names: tuple[str, ...], *, day: date | None = None
) -> tuple[NameMatch, ...]:
    """Return the match of each name, with one reading of the units."""
    units = open_units(Scope(region=scope.region), day=day)
    return tuple(match_name(name, units) for name in names)


def open_units(scope: Scope, *, day: date | None = None) -> tuple[UnitFacts, ...]:
    """Return the units in sight that act on the day (all, without a day)."""
    return tuple(unit for unit in unit_tree(scope) if day is None or unit.is_open(day))


def subtree_ids(region: str, path: str) -> frozenset[int]:
    """Return the ids of the unit with this path and of all units below it."""
    return frozenset(
        Unit.objects.filter(region=region, path__startswith=path).values_list("pk", flat=True)
    )


def people(scope: Scope) -> tuple[PersonFacts, ...]:
    """Return the people in sight: the region's, for a liaison those with a post in the unit."""
    return tuple(person_facts(row) for row in _people(scope).order_by("name", "id"))


def person_by_id(scope: Scope, person_id: int) -> PersonFacts:
    """Return one person; raises Absent where there is none in sight."""
    row = _people(scope).filter(pk=person_id).first()
    if row is None:
        raise Absent(f"person {person_id}")
    return person_facts(row)


def people_named(name: str, *, region: str | None = None) -> tuple[PersonFacts, ...]:
    """Return the people with this name, sign-in name or number: how commands name a person."""
    told = Q(name=name) | Q(account__username=name)
    if name.isdecimal():
        told |= Q(pk=int(name))
    rows = Person.objects.select_related("account").filter(told)
    if region is not None:
        rows = rows.filter(region=region)
    return tuple(person_facts(row) for row in rows.order_by("id"))


def posts_on(scope: Scope, day: date) -> tuple[PostFacts, ...]:
    """Return the posts in sight that give rights on the day, deputies' posts included."""
    return tuple(
        post_facts(row) for row in _posts(scope).filter(_in_force(day)).order_by("unit", "id")
    )


def posts_of(scope: Scope, person_id: int) -> tuple[PostFacts, ...]:
    """Return every post that a person in sight has or had, the newest first."""
    rows = _posts(scope).filter(person_id=person_id).order_by("-valid_from", "-id")
    return tuple(post_facts(row) for row in rows)


def all_posts(scope: Scope) -> tuple[PostFacts, ...]:
    """Return every post in sight, past and to come."""
    return tuple(post_facts(row) for row in _posts(scope).order_by("unit", "valid_from", "id"))


def post_names(region: str, post_ids: frozenset[int]) -> dict[int, PostFacts]:
    """Return posts of the region by id, for showing who stood behind an entry."""
    rows = Post.objects.filter(person__region=region, pk__in=post_ids)
    return {row.pk: post_facts(row) for row in rows.select_related("person", "unit")}


def posts_in_force(person_id: int, day: date) -> tuple[PostInForce, ...]:
    """Return the posts in which a person may act on a day, the preferred one first."""
    rows = Post.objects.filter(_in_force(day), person_id=person_id).select_related("unit")
    return tuple(
        sorted(
            map(post_in_force, rows),
            key=lambda post: (post.is_deputy, _WIDEST_FIRST.index(post.role), post.post_id),
        )
    )


def acting_in(post: PostInForce, *, at: datetime, today: date) -> Acting:
    """Return the person acting in a post; a liaison sees the own unit with all below it."""
    narrow = subtree_ids(post.region, post.unit_path) if post.role is Role.LIAISON else None
    return Acting(
        person_id=post.person_id,
        post_id=post.post_id,
        unit_id=post.unit_id,
        role=post.role,
        scope=Scope(region=post.region, unit_ids=narrow),
        at=at,
        today=today,
    )


def acting_of(
    holder: Account | Person | int, *, at: datetime, post_id: int | None = None
) -> Acting:
    """Return the person acting in the post (or the preferred one) at the moment.

    ``holder`` is an account, a person or a person's id. Raises Refused when the person
    holds no such post on that day: rights end with the post.
    """
    today = at.astimezone(OFFICE_ZONE).date()
    person_id = _person_id(holder)
    for post in posts_in_force(person_id, today):
        if post_id in {None, post.post_id}:
            return acting_in(post, at=at, today=today)
    raise Refused("units.no_post_in_force", person=person_id)


def county_name(scope: Scope) -> str:
    """Return the name of the region's top unit; empty before there is one."""
    top = Unit.objects.filter(region=scope.region, parent=None).values_list("name", flat=True)
    return top.first() or ""


def has_people() -> bool:
    """Tell whether any person is known: an empty data folder has none."""
    return Person.objects.exists()


def _person_id(holder: Account | Person | int) -> int:
    if isinstance(holder, Account):
        return holder.person_id
    return holder if isinstance(holder, int) else holder.pk


def _in_force(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def _units(scope: Scope) -> QuerySet[Unit]:
    rows = Unit.objects.filter(region=scope.region)
    return rows if scope.unit_ids is None else rows.filter(pk__in=scope.unit_ids)


def _people(scope: Scope) -> QuerySet[Person]:
    rows = Person.objects.select_related("account").filter(region=scope.region)
    if scope.unit_ids is None:
        return rows
    return rows.filter(
        pk__in=Post.objects.filter(unit__in=scope.unit_ids).values_list("person_id", flat=True)
    )


def _posts(scope: Scope) -> QuerySet[Post]:
    rows = Post.objects.select_related("person", "unit").filter(unit__region=scope.region)
    return rows if scope.unit_ids is None else rows.filter(unit__in=scope.unit_ids)
