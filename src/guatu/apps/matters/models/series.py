"""The series that numbers matters, and the pairs of characters that find them."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.matters.models.matter import Matter


class NumberSeries(RegionRecorded):
    """The last number given in a region and year; ``mark`` is the office's sign (岚政督)."""

    year = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "year"], name="series_once_a_year"),
        ]


class MatterGram(models.Model):
    """A pair of neighboring characters that a matter's words hold; made anew with the row."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="grams")
    gram = models.CharField(max_length=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gram", "matter"], name="gram_once_in_matter"),
        ]
