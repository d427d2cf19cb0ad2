"""Alerts as received from the city, and one order a source for each of them."""

from django.db import models

from guatu.apps.journal.models import Recorded, RegionRecorded
from guatu.apps.units.models import Person
from guatu.apps.watch.models.emission_source import EmissionSource
from guatu.domain.watching.alert import AlertLevel


class Alert(RegionRecorded):
    """A heavy-pollution alert: level and window as issued; lifting is a second fact.

    ``pack_name`` and ``pack_version`` are the measures that its orders were made with.
    """

    level = models.CharField(max_length=8, choices=[(one.value, one.value) for one in AlertLevel])
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    basis = models.CharField(max_length=200)
    pack_name = models.CharField(max_length=60)
    pack_version = models.CharField(max_length=40)

    class Meta:
        ordering = ["-starts_at", "-id"]
        indexes = [
            # "Which alerts of this county touch these days?"
            models.Index(fields=["region", "-starts_at"], name="alert_region_start"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="alert_ends_after_it_starts",
            ),
        ]


class Order(Recorded):
    """What one source must do under one alert; printed on its order sheet.

    ``measures`` are ``[code, {arguments}]`` pairs in printed order; ``exempt_reason`` is such
    a pair or null. The window of the order is the alert's own, so that lifting cuts both.
    """

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="orders")
    source = models.ForeignKey(EmissionSource, on_delete=models.PROTECT, related_name="orders")
    measures = models.JSONField(default=list)
    stopped_classes = models.JSONField(default=list, blank=True)
    exempt_reason = models.JSONField(null=True)
    issued_at = models.DateTimeField()
    receipt_due_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["alert_id", "source__code"]
        constraints = [
            models.UniqueConstraint(fields=["alert", "source"], name="one_order_a_source"),
        ]
