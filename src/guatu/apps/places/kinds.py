"""The kinds of entries that changes of places write, with the code of their words."""

KINDS = {
    "place.added": "places.entry_place_added",
    "place.changed": "places.entry_place_changed",
    "boundary.added": "places.entry_boundary_added",
    "boundary.removed": "places.entry_boundary_removed",
}
