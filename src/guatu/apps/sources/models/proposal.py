"""A directive read from a source that waits for a person's decision."""

from django.db import models

from guatu.apps.journal.models import Recorded
from guatu.apps.sources.models.source import Source
from guatu.apps.units.models import Unit


class Proposal(Recorded):
    """A directive as read, with its exact spans; it becomes a matter only by a person's act.

    ``spans``, ``addressees``, ``deadline`` and ``measures`` have the shapes of the
    contract. ``unit`` is the unit that the addressee's name points at, null where no
    single unit is named. A split or merge keeps the old proposals and names them as
    ``parent`` of the new one, or as ``merged_into``.
    """

    class State(models.TextChoices):
        """What a person decided."""

        OPEN = "OPEN"
        CONFIRMED = "CONFIRMED"
        DROPPED = "DROPPED"
        MERGED = "MERGED"
        SPLIT = "SPLIT"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="proposals")
    position = models.PositiveIntegerField()
    directive_id = models.CharField(max_length=12, blank=True)
    article_id = models.CharField(max_length=12, blank=True)
    record_id = models.CharField(max_length=12, blank=True)
    action = models.TextField()
    spans = models.JSONField(default=list)
    addressees = models.JSONField(default=list)
    lead_text = models.CharField(max_length=120, blank=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40, blank=True)
    issuer_name = models.CharField(max_length=80, blank=True)
    issuer_post = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12)
    deadline = models.JSONField(default=dict)
    measures = models.JSONField(default=list)
    confidence = models.FloatField(default=0.0)
    repeats_of = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.TextField(blank=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            # "What is still open on this page, in its order?"
            models.Index(fields=["source", "state", "position"], name="proposal_source_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="DROPPED") | ~models.Q(reason=""),
                name="proposal_dropped_with_reason",
            ),
        ]
