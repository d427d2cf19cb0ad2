"""The emission list: who must do something under an alert."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.places.models import Place
from guatu.apps.units.models import Unit
from guatu.domain.watching.orders import Protection, SourceKind


class EmissionSource(RegionRecorded):
    """One row of the emission list: a site, an enterprise, a quarry, a road, a fleet.

    ``activity_classes`` are the classes of work that go on there (empty: all that a level
    stops); ``own_measures`` maps a level to the words of the list itself, which come first.
    """

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in SourceKind])
    place = models.ForeignKey(
        Place, null=True, on_delete=models.PROTECT, related_name="emission_sources"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="emission_sources")
    activity_classes = models.JSONField(default=list, blank=True)
    protection = models.CharField(
        max_length=12, blank=True, choices=[(one.value, one.value) for one in Protection]
    )
    grade = models.CharField(max_length=10, blank=True)
    own_measures = models.JSONField(default=dict, blank=True)
    contact = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], name="emission_source_code_once_in_region"
            ),
        ]
