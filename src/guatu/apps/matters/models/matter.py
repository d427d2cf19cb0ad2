"""The matter and its co-units."""

from django.db import models

from guatu.apps.journal.models import Recorded, RegionRecorded
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.units.models import Person, Unit
from guatu.domain.following.evidence import MatterKind
from guatu.domain.following.stages import Stage


class Matter(RegionRecorded):
    """A confirmed obligation: one lead unit, a measurable result, a deadline with its basis.

    ``deadline_basis`` is STATED, PERSON or ``RULE:`` with the name of the limit;
    ``deadline_words`` are the words or the rule that fix it. ``original_deadline`` never
    changes once the matter is issued. ``done_on`` is the day of the report that
    verification accepted. The light is not kept: it is computed from these days.
    """

    class Weight(models.TextChoices):
        """How much a matter counts in a unit's score."""

        ORDINARY = "ordinary"
        KEY = "key"
        TOP = "top"

    class Content(models.TextChoices):
        """Which of the four contents of supervision it is (Order 733, article 4)."""

        CENTRAL = "CENTRAL"
        DEPLOYMENT = "DEPLOYMENT"
        DUTY = "DUTY"
        EFFICIENCY = "EFFICIENCY"

    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200)
    result = models.TextField(blank=True)
    lead = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="led_matters")
    leader = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        max_length=14,
        choices=[(one.value, one.value) for one in MatterKind],
        default=MatterKind.WORK.value,
    )
    content = models.CharField(max_length=12, choices=Content.choices, default=Content.DEPLOYMENT)
    weight = models.CharField(max_length=10, choices=Weight.choices, default=Weight.ORDINARY)
    stage = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Stage])
    deadline = models.DateField(null=True)
    original_deadline = models.DateField(null=True)
    deadline_basis = models.CharField(max_length=60, blank=True)
    deadline_words = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="matters")
    proposal = models.ForeignKey(
        Proposal, null=True, on_delete=models.PROTECT, related_name="matters"
    )
    article_id = models.CharField(max_length=12, blank=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    plan = models.TextField(blank=True)
    opinion = models.TextField(blank=True)
    returns = models.PositiveSmallIntegerField(default=0)
    extensions = models.PositiveSmallIntegerField(default=0)
    drafted_on = models.DateField()
    registered_on = models.DateField(null=True)
    issued_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=12, blank=True)
    approved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "number"],
                condition=~models.Q(number=""),
                name="matter_number_once_in_region",
            ),
        ]
        indexes = [
            # "What is due soon?" and the ledger's usual order
            models.Index(fields=["region", "deadline", "id"], name="matter_region_deadline"),
            models.Index(fields=["region", "stage", "deadline"], name="matter_region_stage"),
            # "What does this unit lead?"
            models.Index(fields=["lead", "deadline"], name="matter_lead_deadline"),
        ]


class CoUnit(Recorded):
    """A unit that takes part in a matter; it owes its part to the lead by ``due``."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="co_units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="co_matters")
    due = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "unit"], name="co_unit_once_in_matter"),
        ]
