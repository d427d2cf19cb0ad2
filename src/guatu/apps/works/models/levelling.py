"""What works share in a county, and the runs that level them under it."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded


class SharedResource(RegionRecorded):
    """Hands, machines, an approving office or money that the works of a county share.

    ``code`` is the resource's id in plan files. ``units`` are there a day from the beginning,
    ``changes`` are pairs of a day and the units from that day on, in rising order. ``classes``
    are the classes of activity that take one unit each where their plan states no use; of
    money they take their cost, and its units are 10,000 yuan a month.
    """

    class Kind(models.TextChoices):
        """What is shared."""

        CREW = "CREW"
        MACHINE = "MACHINE"
        OFFICE = "OFFICE"
        MONEY = "MONEY"

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    units = models.PositiveIntegerField()
    changes = models.JSONField(default=list)
    classes = models.JSONField(default=list)

    class Meta:
        ordering = ["region", "code"]
        constraints = [
            models.UniqueConstraint(fields=["region", "code"], name="resource_code_once_in_region"),
        ]


class LevellingRun(RegionRecorded):
    """One run that levels works of the county; the plans change only when it is taken over.

    ``wishes`` say which works with which weights, how long, and what stays frozen;
    ``result`` is what the run found, None before; ``taken`` the versions that the plans had
    after it was taken over, by the work's id, empty before and after taking back.
    """

    asked_at = models.DateTimeField()
    wishes = models.JSONField(default=dict)
    job_id = models.BigIntegerField(null=True)
    result = models.JSONField(null=True)
    taken = models.JSONField(default=dict)

    class Meta:
        ordering = ["region", "-id"]
