"""A document as received."""

from django.db import models

from guatu.apps.journal.models import RegionRecorded
from guatu.apps.units.models import Person


class Source(RegionRecorded):
    """A document as received: its name, hash, text as decoded, and what was read from it.

    ``reading`` is the document of the contract (``guatu read --json``); the bytes lie
    in the file store under ``sha256``. ``year`` is the year a person gave, null where
    the text itself tells it.
    """

    class State(models.TextChoices):
        """How far the desk has come with it."""

        RECEIVED = "RECEIVED"
        READ = "READ"
        CONFIRMED = "CONFIRMED"

    class Origin(models.TextChoices):
        """What sort of paper it is."""

        PAGE = "PAGE"
        MINUTES = "MINUTES"
        ORDER = "ORDER"
        LETTER = "LETTER"
        OTHER = "OTHER"

    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField()
    text = models.TextField()
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PAGE)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(null=True)
    reading = models.JSONField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)

    class Meta:
        ordering = ["-id"]
        constraints = [
            # The same bytes come in once; the second try is led to the first.
            models.UniqueConstraint(fields=["region", "sha256"], name="source_once_in_region"),
        ]
        indexes = [
            # "What came in lately?"
            models.Index(fields=["region", "-id"], name="source_region_latest"),
        ]

    @property
    def words(self) -> str:
        """The title, or the file's name where it has none yet."""
        return self.title or self.name
