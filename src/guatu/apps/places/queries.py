"""Questions about places; each takes a scope and never leaves its region."""

from guatu.apps.journal.refusal import Absent
from guatu.apps.places.mapping import boundary_facts, place_facts
from guatu.apps.places.models import Boundary, Place
from guatu.apps.places.values import BoundaryFacts, PlaceFacts
from guatu.domain.kernel.acting import Scope


def places(scope: Scope) -> tuple[PlaceFacts, ...]:
    """Return every place of the region by code; places are no secret of a unit."""
    rows = Place.objects.filter(region=scope.region).select_related("unit")
    return tuple(place_facts(row) for row in rows)


def place_by_id(scope: Scope, place_id: int) -> PlaceFacts:
    """Return one place; raises Absent where it is not there or in another region."""
    row = Place.objects.filter(region=scope.region, pk=place_id).select_related("unit").first()
    if row is None:
        raise Absent(f"place {place_id}")
    return place_facts(row)


def boundaries(scope: Scope) -> tuple[BoundaryFacts, ...]:
    """Return the lines of the region's map: outlines, rivers, roads."""
    return tuple(boundary_facts(row) for row in Boundary.objects.filter(region=scope.region))
