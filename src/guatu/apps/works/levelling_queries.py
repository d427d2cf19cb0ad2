"""Questions about shared resources and levelling runs; both belong to the whole county."""

from datetime import date

from guatu.apps.journal.refusal import Absent
from guatu.apps.works.levelling_values import ResourceFacts, RunFacts, wishes_of
from guatu.apps.works.models import LevellingRun, SharedResource
from guatu.domain.kernel.acting import Scope


def resources(scope: Scope) -> tuple[ResourceFacts, ...]:
    """Return what the works of the county share, by code."""
    rows = SharedResource.objects.filter(region=scope.region).order_by("code")
    return tuple(resource_facts(row) for row in rows)


def resource_by_id(scope: Scope, resource_id: int) -> ResourceFacts:
    """Return one shared resource; raises Absent."""
    row = SharedResource.objects.filter(region=scope.region, pk=resource_id).first()
    if row is None:
        raise Absent(f"resource {resource_id}")
    return resource_facts(row)


def levelling_runs(scope: Scope, *, most: int = 10) -> tuple[RunFacts, ...]:
    """Return the latest runs, the newest first; none to who sees only a part of the county."""
    if scope.unit_ids is not None:
        return ()
    rows = LevellingRun.objects.filter(region=scope.region).order_by("-id")[:most]
    return tuple(run_facts(row) for row in rows)


def levelling_run(scope: Scope, run_id: int) -> RunFacts:
    """Return one run; raises Absent, also for who sees only a part of the county."""
    row = LevellingRun.objects.filter(region=scope.region, pk=run_id).first()
    if row is None or scope.unit_ids is not None:
        raise Absent(f"levelling run {run_id}")
    return run_facts(row)


def resource_facts(row: SharedResource) -> ResourceFacts:
    """Return a shared resource as a value."""
    return ResourceFacts(
        id=row.pk,
        version=row.version,
        code=row.code,
        name=row.name,
        kind=row.kind,
        units=row.units,
        changes=tuple((date.fromisoformat(day), units) for day, units in row.changes),
        classes=tuple(row.classes),
    )


def run_facts(row: LevellingRun) -> RunFacts:
    """Return a run as a value."""
    return RunFacts(
        id=row.pk,
        version=row.version,
        asked_at=row.asked_at,
        wishes=wishes_of(row.wishes),
        job_id=row.job_id,
        result=row.result,
        taken={int(work): version for work, version in row.taken.items()},
    )
