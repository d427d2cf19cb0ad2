"""Evidence of a matter, and its verification."""

from django.db import models

from guatu.apps.journal.models import Recorded
from guatu.apps.matters.models.matter import Matter
from guatu.apps.matters.models.report import Report
from guatu.apps.units.models import Person
from guatu.domain.following.evidence import EvidenceClass


class Evidence(Recorded):
    """One piece of evidence: its class, and a file by hash or a statement alone.

    The file is served as an attachment only, with ``media_type`` as found in its content.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="evidence")
    grade = models.PositiveSmallIntegerField(
        choices=[(one.value, one.name) for one in EvidenceClass]
    )
    sha256 = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=80, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    note = models.TextField(blank=True)
    on = models.DateField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]


class Verification(Recorded):
    """The judgment of a report by someone who did not make it."""

    class Result(models.TextChoices):
        """What the check found."""

        ACCEPTED = "ACCEPTED"
        RETURNED = "RETURNED"

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="verifications")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="verifications")
    on = models.DateField()
    result = models.CharField(max_length=8, choices=Result.choices)
    reason = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
