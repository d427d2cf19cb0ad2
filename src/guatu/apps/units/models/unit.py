"""The tree of units: county, departments, zone, townships, villages."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded


class Unit(RegionRecorded):
    """One unit of the county's tree.

    ``path`` is the chain of codes from the root (``/0/12/1203/``), so that a unit
    with all its sub-units is one prefix question on any database. ``closed_on`` is the
    first day on which a dissolved unit no longer acts; its history stays.
    """

    class Kind(models.TextChoices):
        """What sort of unit it is."""

        COUNTY = "COUNTY"
        OFFICE = "OFFICE"
        DEPARTMENT = "DEPARTMENT"
        ZONE = "ZONE"
        TOWNSHIP = "TOWNSHIP"
        VILLAGE = "VILLAGE"

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    short_name = models.CharField(max_length=40)
    aliases = models.JSONField(default=list, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="unit_code_once_in_region"),
        ]
        indexes = [
            # "This unit with all below it" (scope of a liaison)
            models.Index(fields=["region", "path"], name="unit_region_path"),
        ]
