"""The plan of a work, and the plan as it was frozen."""

from django.db import models

from guatu.apps.journal.models import Recorded
from guatu.apps.works.models.work import Work


class Plan(Recorded):
    """The network of a work as a plan file (contract), with money and permit lanes beside it.

    ``document`` is always readable: an action refuses one with faults. ``data_date`` repeats
    the document's day up to which facts are known, so that lists can be sorted by it.
    """

    work = models.OneToOneField(Work, on_delete=models.PROTECT, related_name="plan")
    document = models.JSONField()
    data_date = models.DateField(null=True)

    class Meta:
        ordering = ["work_id"]


class Baseline(Recorded):
    """A plan as it stood on the day it was frozen; never changed afterwards."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="baselines")
    frozen_at = models.DateField()
    document = models.JSONField()
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["work_id", "frozen_at", "id"]
        indexes = [
            # "Which baseline is the latest of this work?"
            models.Index(fields=["work", "-frozen_at"], name="baseline_work_day"),
        ]
