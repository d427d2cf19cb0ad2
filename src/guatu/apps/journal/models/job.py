"""Work for later, written in the transaction that asks for it."""

from django.db import models


class Job(models.Model):
    """One piece of work that the job process claims: reading a source, setting a PDF.

    ``claimed_until`` frees the job again when its worker dies; ``failure`` keeps the
    last error code for the page that shows it. The job acts in the name of the person and
    post that asked for it; ``result`` is what it made (a file's hash, an id). ``progress`` is
    what a long one tells on its way; ``stop_asked`` asks it to end with what it has.
    """

    class State(models.TextChoices):
        """Where a job stands."""

        WAITING = "WAITING"
        RUNNING = "RUNNING"
        DONE = "DONE"
        FAILED = "FAILED"

    region = models.CharField(max_length=12)
    kind = models.CharField(max_length=60)
    person_id = models.BigIntegerField(null=True)
    post_id = models.BigIntegerField(null=True)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    finished_at = models.DateTimeField(null=True)
    progress = models.JSONField(default=dict)
    stop_asked = models.BooleanField(default=False)

    class Meta:
        indexes = [
            # "Which job is next?"
            models.Index(fields=["state", "id"], name="job_state_id"),
        ]
