"""Rows of places as values."""

from guatu.apps.places.models import Boundary, Place
from guatu.apps.places.values import BoundaryFacts, PlaceFacts


def place_facts(row: Place) -> PlaceFacts:
    """Return the place's value; its unit is read along by the caller's query."""
    return PlaceFacts(
        id=row.pk,
        version=row.version,
        code=row.code,
        name=row.name,
        kind=row.kind,
        unit_id=row.unit_id,
        unit="" if row.unit is None else row.unit.short_name,
        x=row.x,
        y=row.y,
    )


def boundary_facts(row: Boundary) -> BoundaryFacts:
    """Return the line's value."""
    return BoundaryFacts(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        points=tuple((float(x), float(y)) for x, y in row.points),
    )
