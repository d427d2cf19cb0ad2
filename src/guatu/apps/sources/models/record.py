"""A meeting or visit as a person confirmed it: who met where, with which firms, about what."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.sources.models.source import Source


class Record(RegionRecorded):
    """One meeting or visit of a source, kept by a person's act.

    ``people``, ``organisations``, ``places`` and ``agenda`` have the shapes of the
    contract; a person or unit that the office knows carries its ``id`` besides.
    ``names`` joins all names, one a line, for the question "when was anybody here last?".
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="records")
    record_id = models.CharField(max_length=12)
    article_id = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    day = models.DateField(null=True)
    lead_name = models.CharField(max_length=80, blank=True)
    lead_post = models.CharField(max_length=120, blank=True)
    people = models.JSONField(default=list)
    organisations = models.JSONField(default=list)
    places = models.JSONField(default=list)
    agenda = models.JSONField(default=list)
    names = models.TextField(blank=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            # A source tells of a meeting once.
            models.UniqueConstraint(fields=["source", "record_id"], name="record_once_in_source"),
        ]
        indexes = [
            # "Which meetings and visits were there lately?"
            models.Index(fields=["region", "-day", "-id"], name="record_region_day"),
        ]
