"""What a unit reports of a matter, and the extensions it asks for."""

from django.db import models

from guatu.apps.journal.models import Recorded
from guatu.apps.matters.models.matter import Matter
from guatu.apps.units.models import Person, Unit


class Report(Recorded):
    """One report: how far, what was done, and which problem needs others.

    Only a report of the kind DONE claims the result and is verified or returned; PROGRESS
    comes from the lead on the way, PART from a co-unit about its part.
    """

    class Kind(models.TextChoices):
        """What a report claims."""

        PROGRESS = "PROGRESS"
        DONE = "DONE"
        PART = "PART"

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.DONE)
    on = models.DateField()
    percent = models.PositiveSmallIntegerField()
    facts = models.TextField()
    problem = models.TextField(blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(percent__lte=100), name="report_percent_at_most_100"
            ),
        ]


class Extension(Recorded):
    """A request for a later deadline, and the leader's decision on it."""

    class State(models.TextChoices):
        """What became of the request."""

        PENDING = "PENDING"
        GRANTED = "GRANTED"
        REFUSED = "REFUSED"

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="extension_requests")
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    old_deadline = models.DateField()
    new_deadline = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=models.Q(state="PENDING"),
                name="extension_one_pending_a_matter",
            ),
        ]
