"""Works, plans and progress: the twins of their pages."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.journal.refusal import Refused
from guatu.apps.reports.editing import edited_work
from guatu.apps.reports.queries import planned_work, planned_works, what_if_stopped
from guatu.apps.reports.values import PlannedWork, SupposedStop
from guatu.apps.works import actions, edit_actions, plan_actions, queries
from guatu.apps.works.values import WorkDraft
from guatu.domain.planning import schedule_document
from guatu.domain.planning.plan_edits import PlanEdit, read_edits
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.api.parsing import PlainDay
from guatu.entry.packs_at_hand import messages
from guatu.entry.report_grounds import grounds
from guatu.entry.roles import CLERKS, OFFICE, WORKERS

router = Router(tags=["works"])
_clerks, _office, _workers = ForRoles(CLERKS), ForRoles(OFFICE), ForRoles(WORKERS)


class WorkIn(Schema):
    """What is stated about a work; money in fen."""

    code: str
    name: str
    lead_id: int
    kind: str = ""
    sponsor_id: int | None = None
    sponsor_words: str = ""
    place_id: int | None = None
    livelihood: bool = False
    guaranteed: bool = False
    group: str = ""
    total_fen: int = 0
    annual_fen: int = 0
    done_fen: int = 0
    problem: str = ""
    maturity: str | None = None


class WorkChange(WorkIn):
    """The same with the version that was seen."""

    version: int


class PlannedIn(WorkIn):
    """A new work with its plan file."""

    plan: Any


class PlanChange(Schema):
    """A plan file with the version of the plan that was seen (none for the first plan)."""

    plan: Any
    version: int | None = None


class ProgressIn(Schema):
    """What happened with one activity; ``version`` is the plan's."""

    version: int
    actual_start: date | None = None
    actual_finish: date | None = None
    percent: float = 0.0
    data_date: date | None = None


class VersionIn(Schema):
    """The version of the plan that was seen."""

    version: int
    words: str = ""


class EditsIn(VersionIn):
    """Edits of the plan (``PlanEdit`` as plain data); ``save`` false only asks what they would do."""

    edits: Any
    save: bool = False


class EditedOut(Schema):
    """What edits lead to: ``schedule`` as ``guatu plan --json`` prints it, None with faults."""

    version: int
    last_day: date | None
    moved_days: int
    schedule: Any
    faults: list[str]


class StopIn(Schema):
    """A stop that is only tried: classes, first and last day."""

    classes: list[str]
    first_day: PlainDay
    last_day: PlainDay


class WorkOut(Schema):
    """One work with what its plan says; dates are null without a plan."""

    id: int
    version: int
    plan_version: int | None
    code: str
    name: str
    lead_id: int
    lead: str
    sponsor: str
    group: str
    total_fen: int
    annual_fen: int
    done_fen: int
    problem: str
    light: str
    why: str
    latest_start: date | None
    last_day: date | None
    target: date | None
    late_by_days: int
    moved_days: int
    next_node: str
    next_day: date | None


class VersionOut(Schema):
    """The id of what was changed and its version from now on."""

    id: int
    version: int


class StopOut(Schema):
    """What a stop would do to one work."""

    last_day_before: date | None
    last_day_after: date | None
    moved_days: int


@router.get("/works", response=list[WorkOut])
def works(request: HttpRequest) -> list[WorkOut]:
    """List the works in sight with light, dates and next node."""
    who = acting(request)
    found = planned_works(who.scope, at=who.at, today=who.today, grounds=grounds())
    return [_out(one) for one in found]


@router.get("/works/{work_id}", response=WorkOut)
def work(request: HttpRequest, work_id: int) -> WorkOut:
    """Show one work."""
    return _out(_planned(request, work_id))


@router.get("/works/{work_id}/schedule", response=Any)
def work_schedule(request: HttpRequest, work_id: int) -> Any:
    """Answer the schedule of a work in the shape of ``guatu plan --json``; null without a plan."""
    found = _planned(request, work_id)
    if found.schedule is None:
        return None
    return schedule_document(found.schedule, messages=messages())


@router.get("/works/{work_id}/plan", response=Any)
def plan_file(request: HttpRequest, work_id: int) -> Any:
    """Answer the plan file of a work."""
    return queries.plan_document_of(acting(request).scope, work_id)


@router.post("/works", response={201: VersionOut}, auth=_clerks)
def add_work(request: HttpRequest, body: PlannedIn) -> Status[VersionOut]:
    """Add a work with its plan."""
    row = plan_actions.add_planned_work(
        acting=acting(request),
        draft=_draft(body),
        document=body.plan,
        holidays=grounds().holidays,
    )
    return Status(201, VersionOut(id=row.pk, version=row.version))


@router.put("/works/{work_id}", response=VersionOut, auth=_clerks)
def change_work(request: HttpRequest, work_id: int, body: WorkChange) -> VersionOut:
    """Change what is stated about a work."""
    row = actions.change_work(
        acting=acting(request),
        work_id=work_id,
        expected_version=body.version,
        draft=_draft(body),
    )
    return VersionOut(id=row.pk, version=row.version)


@router.put("/works/{work_id}/plan", response=VersionOut, auth=_workers)
def put_plan(request: HttpRequest, work_id: int, body: PlanChange) -> VersionOut:
    """Give a work its first plan, or put another in its place."""
    shared: dict[str, Any] = {
        "acting": acting(request),
        "work_id": work_id,
        "document": body.plan,
        "holidays": grounds().holidays,
    }
    if body.version is None:
        row = plan_actions.plan_work(**shared)
    else:
        row = plan_actions.change_plan(expected_version=body.version, **shared)
    return VersionOut(id=row.pk, version=row.version)


@router.post("/works/{work_id}/edits", response=EditedOut, auth=_workers)
def edit_plan(request: HttpRequest, work_id: int, body: EditsIn) -> EditedOut:
    """Tell what edits of the plan would do, and with ``save`` keep them as one change."""
    who, edits = acting(request), _edits(body)
    seen = edited_work(who.scope, work_id, edits, at=who.at, today=who.today, grounds=grounds())
    version = body.version
    if body.save:
        row = edit_actions.edit_plan(
            acting=who,
            work_id=work_id,
            expected_version=body.version,
            edits=edits,
            holidays=grounds().holidays,
        )
        version = row.version
    after = None if seen.after is None else seen.after.schedule
    return EditedOut(
        version=version,
        last_day=None if after is None else after.last_day,
        moved_days=seen.moved_days,
        schedule=None if after is None else schedule_document(after, messages=messages()),
        faults=[messages().of(one) for one in seen.faults],
    )


def _edits(body: EditsIn) -> tuple[PlanEdit, ...]:
    edits, faults = read_edits(body.edits)
    for one in faults:
        raise Refused(one.code, **{key: str(value) for key, value in one.arguments})
    return edits


@router.post("/works/{work_id}/undo", response=VersionOut, auth=_workers)
def undo(request: HttpRequest, work_id: int, body: VersionIn) -> VersionOut:
    """Put the plan back as it stood before its last change."""
    row = edit_actions.undo_plan_change(
        acting=acting(request), work_id=work_id, expected_version=body.version
    )
    return VersionOut(id=row.pk, version=row.version)


@router.put("/works/{work_id}/activities/{activity}", response=VersionOut, auth=_workers)
def enter_progress(
    request: HttpRequest, work_id: int, activity: str, body: ProgressIn
) -> VersionOut:
    """Record the progress of one activity."""
    row = plan_actions.enter_progress(
        acting=acting(request),
        work_id=work_id,
        expected_version=body.version,
        report=plan_actions.ProgressReport(
            activity_id=activity,
            actual_start=body.actual_start,
            actual_finish=body.actual_finish,
            percent=body.percent,
            data_date=body.data_date,
        ),
        holidays=grounds().holidays,
    )
    return VersionOut(id=row.pk, version=row.version)


@router.delete("/works/{work_id}/activities/{activity}", response=VersionOut, auth=_workers)
def withdraw_progress(
    request: HttpRequest, work_id: int, activity: str, version: int
) -> VersionOut:
    """Take back what was recorded of an activity."""
    row = plan_actions.withdraw_progress(
        acting=acting(request),
        work_id=work_id,
        expected_version=version,
        activity_id=activity,
        holidays=grounds().holidays,
    )
    return VersionOut(id=row.pk, version=row.version)


@router.post("/works/{work_id}/baselines", response={201: VersionOut}, auth=_office)
def freeze(request: HttpRequest, work_id: int, body: VersionIn) -> Status[VersionOut]:
    """Freeze the plan as a baseline."""
    row = plan_actions.freeze_baseline(
        acting=acting(request),
        work_id=work_id,
        expected_version=body.version,
        words=body.words,
    )
    return Status(201, VersionOut(id=row.pk, version=row.version))


@router.post("/works/{work_id}/what-if", response=StopOut)
def what_if(request: HttpRequest, work_id: int, body: StopIn) -> StopOut:
    """Tell what a stop would do; nothing is written. Days in the wrong order stop nothing."""
    who = acting(request)
    supposed = SupposedStop(
        classes=frozenset(body.classes),
        first_day=body.first_day,
        last_day=max(body.first_day, body.last_day),
    )
    told = what_if_stopped(
        who.scope, work_id, supposed, at=who.at, today=who.today, grounds=grounds()
    )
    effect = told.works[0].effect
    return StopOut(
        last_day_before=None if effect.before is None else effect.before.last_day,
        last_day_after=None if effect.after is None else effect.after.last_day,
        moved_days=effect.moved_days,
    )


def _planned(request: HttpRequest, work_id: int) -> PlannedWork:
    who = acting(request)
    return planned_work(who.scope, work_id, at=who.at, today=who.today, grounds=grounds())


def _draft(body: WorkIn) -> WorkDraft:
    stated = body.dict()
    return WorkDraft(**{name: stated[name] for name in WorkIn.model_fields})


def _out(found: PlannedWork) -> WorkOut:
    facts, planned = found.facts, found.schedule
    node, day = found.next_node
    return WorkOut(
        id=facts.id,
        version=facts.version,
        plan_version=None if facts.plan is None else facts.plan.version,
        code=facts.code,
        name=facts.name,
        lead_id=facts.lead_id,
        lead=facts.lead,
        sponsor=facts.sponsor,
        group=facts.group,
        total_fen=facts.total_fen,
        annual_fen=facts.annual_fen,
        done_fen=facts.done_fen,
        problem=facts.problem,
        light="grey" if found.light is None else found.light.color.value,
        why="" if found.light is None else messages().of(found.light.reason),
        latest_start=None if planned is None else planned.latest_start,
        last_day=None if planned is None else planned.last_day,
        target=None if planned is None else planned.plan.target,
        late_by_days=0 if planned is None else planned.late_by_days,
        moved_days=found.moved_days,
        next_node=node,
        next_day=day,
    )
