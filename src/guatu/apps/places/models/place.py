"""Places with their coordinates, and the outlines, rivers and roads around them."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.units.models import Unit


class Place(RegionRecorded):
    """A point that the office follows: a site, a plant, a river reach, a sign board, a village.

    ``x`` and ``y`` are degrees of longitude and latitude (CGCS2000), null where nobody measured.
    """

    class Kind(models.TextChoices):
        """What sort of place it is."""

        SITE = "SITE"
        PLANT = "PLANT"
        RIVER_REACH = "RIVER_REACH"
        SIGN_BOARD = "SIGN_BOARD"
        VILLAGE = "VILLAGE"
        OTHER = "OTHER"

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="places")
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="place_code_once_in_region"),
        ]


class Boundary(RegionRecorded):
    """One line of the map; ``points`` is a list of ``[longitude, latitude]`` pairs."""

    class Kind(models.TextChoices):
        """What the line shows."""

        OUTLINE = "OUTLINE"
        RIVER = "RIVER"
        ROAD = "ROAD"

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    points = models.JSONField(default=list)

    class Meta:
        ordering = ["kind", "name", "id"]
