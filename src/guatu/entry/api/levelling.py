"""Shared resources and levelling runs: the twins of their pages."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.journal.jobs import job_by_id
from guatu.apps.journal.refusal import Absent
from guatu.apps.works import levelling_actions as actions
from guatu.apps.works import levelling_queries as queries
from guatu.apps.works.levelling_values import (
    LevellingWishes,
    ResourceDraft,
    ResourceFacts,
    RunFacts,
)
from guatu.domain.kernel.acting import Scope
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.api.parsing import PlainDay
from guatu.entry.report_grounds import grounds
from guatu.entry.roles import CLERKS, WHOLE_REGION

router = Router(tags=["levelling"])
_clerks, _whole = ForRoles(CLERKS), ForRoles(WHOLE_REGION)


class UnitsFrom(Schema):
    """So many units from a day on."""

    day: PlainDay
    units: int


class ResourceIn(Schema):
    """What is stated of a shared resource; of money the units are 10,000 yuan a month."""

    code: str
    name: str
    kind: str
    units: int
    changes: list[UnitsFrom] = []
    classes: list[str] = []


class ResourceChange(ResourceIn):
    """The same with the version that was seen."""

    version: int


class ResourceOut(ResourceIn):
    """A shared resource as kept."""

    id: int
    version: int


class KeptOut(Schema):
    """The id of what was changed and its version from now on."""

    id: int
    version: int


class WeightIn(Schema):
    """A work that takes part, and how much a day of its lateness weighs."""

    work_id: int
    weight: int = 1


class RunIn(Schema):
    """What a run is asked."""

    works: list[WeightIn]
    seconds: int = 20
    seed: int = 1
    frozen_until: PlainDay | None = None
    with_crashes: bool = False


class RunOut(Schema):
    """A run: how far its job is, and what it found (null before it has ended)."""

    id: int
    version: int
    asked_at: datetime
    state: str
    failure: str
    stop_asked: bool
    progress: dict[str, Any]
    wishes: dict[str, Any]
    result: Any
    taken: dict[int, int]


class SeenIn(Schema):
    """The version of the run that was seen."""

    version: int


@router.get("/resources", response=list[ResourceOut], auth=_whole)
def resources(request: HttpRequest) -> list[ResourceOut]:
    """List what the works of the county share."""
    return [_resource(one) for one in queries.resources(acting(request).scope)]


@router.post("/resources", response={201: KeptOut}, auth=_clerks)
def add_resource(request: HttpRequest, body: ResourceIn) -> Status[KeptOut]:
    """Add a shared resource."""
    row = actions.add_resource(acting=acting(request), draft=_draft(body))
    return Status(201, KeptOut(id=row.pk, version=row.version))


@router.put("/resources/{resource_id}", response=KeptOut, auth=_clerks)
def change_resource(request: HttpRequest, resource_id: int, body: ResourceChange) -> KeptOut:
    """Change a shared resource."""
    row = actions.change_resource(
        acting=acting(request),
        resource_id=resource_id,
        expected_version=body.version,
        draft=_draft(body),
    )
    return KeptOut(id=row.pk, version=row.version)


@router.delete("/resources/{resource_id}", response={204: None}, auth=_clerks)
def remove_resource(request: HttpRequest, resource_id: int, version: int) -> Status[None]:
    """Take a shared resource away."""
    actions.remove_resource(
        acting=acting(request), resource_id=resource_id, expected_version=version
    )
    return Status(204, None)


@router.get("/levelling-runs", response=list[RunOut], auth=_whole)
def runs(request: HttpRequest) -> list[RunOut]:
    """List the latest runs, the newest first, without their results."""
    scope = acting(request).scope
    return [_run(scope, one, with_result=False) for one in queries.levelling_runs(scope)]


@router.post("/levelling-runs", response={202: KeptOut}, auth=_clerks)
def ask_levelling(request: HttpRequest, body: RunIn) -> Status[KeptOut]:
    """Ask for a run; the job process does it."""
    run = actions.ask_levelling(
        acting=acting(request),
        wishes=LevellingWishes(
            weights={one.work_id: one.weight for one in body.works},
            seconds=body.seconds,
            seed=body.seed,
            frozen_until=body.frozen_until,
            with_crashes=body.with_crashes,
        ),
    )
    return Status(202, KeptOut(id=run.pk, version=run.version))


@router.get("/levelling-runs/{run_id}", response=RunOut, auth=_whole)
def run(request: HttpRequest, run_id: int) -> RunOut:
    """Show one run with its progress or its result."""
    scope = acting(request).scope
    return _run(scope, queries.levelling_run(scope, run_id), with_result=True)


@router.post("/levelling-runs/{run_id}/stop", response={204: None}, auth=_clerks)
def stop(request: HttpRequest, run_id: int) -> Status[None]:
    """Ask a run to end with the best it has."""
    actions.stop_levelling(acting=acting(request), run_id=run_id)
    return Status(204, None)


@router.post("/levelling-runs/{run_id}/take-over", response=KeptOut, auth=_clerks)
def take_over(request: HttpRequest, run_id: int, body: SeenIn) -> KeptOut:
    """Write the dates of a run into the plans."""
    row = actions.take_over(
        acting=acting(request),
        run_id=run_id,
        expected_version=body.version,
        holidays=grounds().holidays,
    )
    return KeptOut(id=row.pk, version=row.version)


@router.post("/levelling-runs/{run_id}/take-back", response=KeptOut, auth=_clerks)
def take_back(request: HttpRequest, run_id: int, body: SeenIn) -> KeptOut:
    """Put the plans back as they stood before a run was taken over."""
    row = actions.take_back(acting=acting(request), run_id=run_id, expected_version=body.version)
    return KeptOut(id=row.pk, version=row.version)


def _draft(body: ResourceIn) -> ResourceDraft:
    return ResourceDraft(
        code=body.code,
        name=body.name,
        kind=body.kind,
        units=body.units,
        changes=tuple((one.day, one.units) for one in body.changes),
        classes=tuple(body.classes),
    )


def _resource(facts: ResourceFacts) -> ResourceOut:
    return ResourceOut(
        id=facts.id,
        version=facts.version,
        code=facts.code,
        name=facts.name,
        kind=facts.kind,
        units=facts.units,
        changes=[UnitsFrom(day=day, units=units) for day, units in facts.changes],
        classes=list(facts.classes),
    )


def _run(scope: Scope, facts: RunFacts, *, with_result: bool) -> RunOut:
    try:
        job = None if facts.job_id is None or not with_result else job_by_id(scope, facts.job_id)
    except Absent:
        job = None
    ended = "DONE" if facts.result is not None else ""
    return RunOut(
        id=facts.id,
        version=facts.version,
        asked_at=facts.asked_at,
        state=ended if job is None else job.state,
        failure="" if job is None else job.failure,
        stop_asked=job is not None and job.stop_asked,
        progress={} if job is None else dict(job.progress),
        wishes=facts.wishes.document(),
        result=facts.result if with_result else None,
        taken=dict(facts.taken),
    )
