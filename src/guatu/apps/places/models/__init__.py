"""Rows of places and of the lines that the map is drawn from."""

from guatu.apps.places.models.place import Boundary, Place

__all__ = ["Boundary", "Place"]
