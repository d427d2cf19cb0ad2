"""Changes of places and of the lines of the map."""

from collections.abc import Sequence

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.places.models import Boundary, Place
from guatu.apps.places.rules import may_change_places
from guatu.apps.units.models import Unit
from guatu.domain.kernel.acting import Acting


def add_place(
    *,
    acting: Acting,
    code: str,
    name: str,
    kind: str,
    unit_id: int | None = None,
    x: float | None = None,
    y: float | None = None,
) -> Place:
    """Add a place of the region; Refused where the code is taken or the coordinates are none."""
    _require_writer(acting)
    _check_coordinates(x, y)
    region = acting.scope.region
    with transaction.atomic():
        if Place.objects.filter(region=region, code=code.strip()).exists():
            raise Refused("places.code_taken", taken=code.strip())
        place = Place(
            region=region,
            code=_required(code),
            name=_required(name),
            kind=Place.Kind(kind).value,
            unit=_unit(acting, unit_id),
            x=x,
            y=y,
        )
        write(acting, "place.added", changed=[place], arguments={"name": place.name})
        return place


def change_place(
    *,
    acting: Acting,
    place_id: int,
    expected_version: int,
    name: str,
    kind: str,
    unit_id: int | None,
    x: float | None,
    y: float | None,
) -> Place:
    """Change what a place is called, who answers for it and where it lies; its code stays."""
    _require_writer(acting)
    _check_coordinates(x, y)
    with transaction.atomic():
        place = (
            Place.objects.select_for_update(of=("self",))
            .filter(region=acting.scope.region, pk=place_id)
            .first()
        )
        if place is None:
            raise Absent(f"place {place_id}")
        expect_version(place, expected_version)
        place.name, place.kind = _required(name), Place.Kind(kind).value
        place.unit, place.x, place.y = _unit(acting, unit_id), x, y
        write(acting, "place.changed", changed=[place], arguments={"name": place.name})
        return place


def add_boundary(
    *, acting: Acting, name: str, kind: str, points: Sequence[tuple[float, float]]
) -> Boundary:
    """Add a line of the map; Refused with fewer than two points or points off the globe."""
    _require_writer(acting)
    if len(points) < 2:
        raise Refused("places.line_too_short", name=name)
    for x, y in points:
        _check_coordinates(x, y)
    boundary = Boundary(
        region=acting.scope.region,
        name=_required(name),
        kind=Boundary.Kind(kind).value,
        points=[[float(x), float(y)] for x, y in points],
    )
    write(acting, "boundary.added", changed=[boundary], arguments={"name": boundary.name})
    return boundary


def remove_boundary(*, acting: Acting, boundary_id: int, expected_version: int) -> None:
    """Take a line off the map; the inverse of ``add_boundary``."""
    _require_writer(acting)
    with transaction.atomic():
        row = (
            Boundary.objects.select_for_update()
            .filter(region=acting.scope.region, pk=boundary_id)
            .first()
        )
        if row is None:
            raise Absent(f"boundary {boundary_id}")
        expect_version(row, expected_version)
        write(acting, "boundary.removed", changed=[], removed=[row], arguments={"name": row.name})


def _require_writer(acting: Acting) -> None:
    demand(may_change_places(acting))


def _required(words: str) -> str:
    tidy = words.strip()
    if not tidy:
        raise Refused("places.words_missing")
    return tidy


def _check_coordinates(x: float | None, y: float | None) -> None:
    if (x is None) != (y is None):
        raise Refused("places.half_a_point")
    if x is not None and y is not None and not (-180 <= x <= 180 and -90 <= y <= 90):
        raise Refused("places.off_the_globe", x=str(x), y=str(y))


def _unit(acting: Acting, unit_id: int | None) -> Unit | None:
    if unit_id is None:
        return None
    unit = Unit.objects.filter(region=acting.scope.region, pk=unit_id).first()
    if unit is None:
        raise Absent(f"unit {unit_id}")
    return unit
