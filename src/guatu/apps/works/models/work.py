"""The key projects of a county."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.places.models import Place
from guatu.apps.units.models import Person, Unit


class Work(RegionRecorded):
    """A key project from idea to design output, with one lead unit and one sponsoring leader.

    Amounts are fen. ``sponsor_words`` prints where the sponsor is no person of the ledger.
    ``livelihood`` and ``guaranteed`` works go on under an alert where the pack says so.
    ``annual_fen`` is the money planned for the running year, ``done_fen`` what of it is done.
    """

    class Maturity(models.TextChoices):
        """How far the work is ready (domain B2), from idea to started."""

        M0 = "M0"
        M1 = "M1"
        M2 = "M2"
        M3 = "M3"
        M4 = "M4"
        M5 = "M5"
        M6 = "M6"

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40, blank=True)
    lead = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="works")
    sponsor = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="sponsored_works"
    )
    sponsor_words = models.CharField(max_length=80, blank=True)
    place = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="works")
    livelihood = models.BooleanField(default=False)
    guaranteed = models.BooleanField(default=False)
    group = models.CharField(max_length=60, blank=True)
    total_fen = models.BigIntegerField(default=0)
    annual_fen = models.BigIntegerField(default=0)
    done_fen = models.BigIntegerField(default=0)
    template = models.CharField(max_length=60, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    maturity = models.CharField(max_length=2, choices=Maturity.choices, null=True)

    class Meta:
        ordering = ["group", "code"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="work_code_once_in_region"),
            models.CheckConstraint(
                condition=models.Q(total_fen__gte=0)
                & models.Q(annual_fen__gte=0)
                & models.Q(done_fen__gte=0),
                name="work_money_is_not_negative",
            ),
        ]
