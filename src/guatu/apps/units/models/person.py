"""People and the dated posts that give them rights."""

from django.db import models

from guatu.apps.journal.models import Recorded, RegionRecorded
from guatu.apps.units.models.unit import Unit
from guatu.domain.kernel.acting import Role


class Person(RegionRecorded):
    """A person of the county; rights come from posts, never from the person."""

    name = models.CharField(max_length=40)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["name", "id"]


class Post(Recorded):
    """A person's post in a unit from ``valid_from`` until ``valid_to`` (exclusive; open if null).

    A deputy's post names the post it stands in for; it gives that post's role for its own dates.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=60)
    role = models.CharField(max_length=14, choices=[(one.value, one.value) for one in Role])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    deputy_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="deputies"
    )

    class Meta:
        ordering = ["valid_from", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gt=models.F("valid_from")),
                name="post_ends_after_it_begins",
            ),
        ]
