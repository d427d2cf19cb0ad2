"""How the job process takes work: one job, one worker, a lease that frees it when the worker dies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from guatu.apps.journal.models import Job
from guatu.apps.journal.refusal import Absent
from guatu.domain.kernel.acting import Scope

MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedJob:
    """A job in a worker's hands; ``attempt`` tells its claim from any later one."""

    id: int
    attempt: int
    region: str
    kind: str
    person_id: int | None
    post_id: int | None
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFacts:
    """Where a job stands, for the page that waits for it; ``failure`` is a message code.

    ``result`` is what the job made, or the arguments of its failure; ``progress`` what a
    running one told last, ``stop_asked`` whether it was asked to end.
    """

    id: int
    kind: str
    state: str
    failure: str
    result: Mapping[str, Any]
    created_at: datetime
    finished_at: datetime | None
    progress: Mapping[str, Any]
    stop_asked: bool

    @property
    def is_open(self) -> bool:
        """Whether the job still waits or runs."""
        return self.state in {Job.State.WAITING, Job.State.RUNNING}


def claim_next(*, at: datetime, lease: timedelta) -> ClaimedJob | None:
    """Take the oldest waiting job, or one whose worker died, until ``at + lease``.

    Two workers never get the same claim: PostgreSQL skips locked rows, SQLite lets one
    writer in at a time. A job that killed its worker three times has failed.
    """
    with transaction.atomic():
        for job in _open_jobs(at):
            if job.attempts >= MOST_ATTEMPTS:
                _close(job, Job.State.FAILED, at=at, failure="jobs.worker_died")
                continue
            job.state = Job.State.RUNNING
            job.attempts += 1
            job.claimed_until = at + lease
            job.save()
            return ClaimedJob(
                id=job.pk,
                attempt=job.attempts,
                region=job.region,
                kind=job.kind,
                person_id=job.person_id,
                post_id=job.post_id,
                arguments=job.arguments,
            )
    return None


def finish(claimed: ClaimedJob, *, result: Mapping[str, Any], at: datetime) -> bool:
    """Mark the job done with what it made; False where the claim was lost meanwhile."""
    return _end(claimed, Job.State.DONE, at=at, result=result)


def fail(
    claimed: ClaimedJob,
    *,
    failure: str,
    at: datetime,
    arguments: Mapping[str, Any] | None = None,
) -> bool:
    """Mark the job failed with a message code and its arguments; it is not tried again."""
    return _end(claimed, Job.State.FAILED, at=at, failure=failure, result=arguments)


def release(claimed: ClaimedJob) -> bool:
    """Give the job back for another attempt; False where the claim was lost meanwhile."""
    return bool(
        _of_claim(claimed).update(state=Job.State.WAITING, claimed_until=None),
    )


def prolong(claimed: ClaimedJob, *, until: datetime) -> bool:
    """Keep a long job in the worker's hands; False where the claim was lost meanwhile."""
    return bool(_of_claim(claimed).update(claimed_until=until))


def tell_progress(claimed: ClaimedJob, progress: Mapping[str, Any], *, until: datetime) -> bool:
    """Write how far a long job is and keep it in the worker's hands.

    False where it should end now: somebody asked it to stop, or the claim was lost.
    """
    rows = _of_claim(claimed)
    if not rows.update(progress=dict(progress), claimed_until=until):
        return False
    return rows.filter(stop_asked=False).exists()


def job_by_id(scope: Scope, job_id: int) -> JobFacts:
    """Return where a job of the region stands; raises Absent."""
    job = Job.objects.filter(pk=job_id, region=scope.region).first()
    if job is None:
        raise Absent(f"job {job_id}")
    return _facts(job)


def latest_job(scope: Scope, kind: str, *, subject: tuple[str, int]) -> JobFacts | None:
    """Return the newest job of a kind whose arguments name a row; None where none was asked for.

    The caller has seen the row itself.
    """
    name, row_id = subject
    rows = Job.objects.filter(region=scope.region, kind=kind, **{f"arguments__{name}": row_id})
    job = rows.order_by("-id").first()
    return None if job is None else _facts(job)


def _facts(job: Job) -> JobFacts:
    return JobFacts(
        id=job.pk,
        kind=job.kind,
        state=job.state,
        failure=job.failure,
        result=job.result,
        created_at=job.created_at,
        finished_at=job.finished_at,
        progress=job.progress,
        stop_asked=job.stop_asked,
    )


def _open_jobs(at: datetime) -> QuerySet[Job]:
    free = Q(state=Job.State.WAITING) | Q(state=Job.State.RUNNING, claimed_until__lt=at)
    skip = connection.features.has_select_for_update_skip_locked
    rows = Job.objects.select_for_update(skip_locked=skip).filter(free)
    return rows.order_by("id")[: MOST_ATTEMPTS + 1]


def _of_claim(claimed: ClaimedJob) -> QuerySet[Job]:
    return Job.objects.filter(pk=claimed.id, attempts=claimed.attempt, state=Job.State.RUNNING)


def _end(
    claimed: ClaimedJob,
    state: Job.State,
    *,
    at: datetime,
    failure: str = "",
    result: Mapping[str, Any] | None = None,
) -> bool:
    with transaction.atomic():
        job = _of_claim(claimed).select_for_update().first()
        if job is None:
            return False
        _close(job, state, at=at, failure=failure, result=result)
        return True


def _close(
    job: Job,
    state: Job.State,
    *,
    at: datetime,
    failure: str = "",
    result: Mapping[str, Any] | None = None,
) -> None:
    job.state = state
    job.failure = failure
    job.result = dict(result or {})
    job.claimed_until = None
    job.finished_at = at
    job.save()
