"""The append-only hash chain of every change."""

from django.db import models


class Entry(models.Model):
    """One change: who did what to which rows, chained to the entry before it.

    ``payload`` holds the arguments of the change and the full image of every row
    after it, as canonical JSON text. The chain covers ``payload_hash`` (of salt and
    payload), never the payload, so that a payload can be erased by a later entry
    without breaking the chain.
    """

    number = models.PositiveBigIntegerField(unique=True)
    region = models.CharField(max_length=12)
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    person_id = models.BigIntegerField(null=True)
    post_id = models.BigIntegerField(null=True)
    payload = models.TextField(null=True)
    salt = models.CharField(max_length=64, null=True)
    payload_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            # "What happened lately in this county?" (home, journal page)
            models.Index(fields=["region", "-number"], name="entry_region_number"),
        ]


class EntrySubject(models.Model):
    """Which rows an entry touched: the index that answers "the history of this row"."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="subjects")
    label = models.CharField(max_length=60)
    row_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["label", "row_id", "entry"], name="subject_row")]


class ChainHead(models.Model):
    """The one row that is locked to append: number and hash of the last entry."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
