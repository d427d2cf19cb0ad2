"""The shape of every row whose changes the journal proves."""

from django.db import models


class Recorded(models.Model):
    """A row that only ``journal.actions.write`` saves, so that its last entry always equals it.

    ``version`` counts its changes; an action states the version it saw and is
    refused when another change came first.
    """

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True


class RegionRecorded(Recorded):
    """A recorded row at the root of a tree: it carries the region that queries are scoped by."""

    region = models.CharField(max_length=12, db_index=True)

    class Meta:
        abstract = True
