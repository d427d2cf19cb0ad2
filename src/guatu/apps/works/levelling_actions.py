"""Changes of shared resources, and levelling runs: asked for, ended, taken over, taken back."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import ask_for, ask_to_stop, expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.works.edit_actions import edit_plan, undo_plan_change
from guatu.apps.works.levelling_values import LevellingWishes, ResourceDraft
from guatu.apps.works.models import LevellingRun, Plan, SharedResource, Work
from guatu.apps.works.rules import may_level
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.planning.plan_edits import EditVerb, PlanEdit

MOST_SECONDS = 300
_MOST_WEIGHT = 1000
_MOST_UNITS = 1_000_000


def add_resource(*, acting: Acting, draft: ResourceDraft) -> SharedResource:
    """Add a resource that works share; ``remove_resource`` takes it back. Raises Refused."""
    demand(may_level(acting))
    with transaction.atomic():
        row = SharedResource(region=acting.scope.region)
        _fill(row, draft)
        write(acting, "resource.added", changed=[row], arguments=_told_of(row))
        return row


def change_resource(
    *, acting: Acting, resource_id: int, expected_version: int, draft: ResourceDraft
) -> SharedResource:
    """Change a shared resource. Raises Refused, Absent, StaleVersion."""
    demand(may_level(acting))
    with transaction.atomic():
        row = _locked_resource(acting, resource_id)
        expect_version(row, expected_version)
        _fill(row, draft)
        write(acting, "resource.changed", changed=[row], arguments=_told_of(row))
        return row


def remove_resource(*, acting: Acting, resource_id: int, expected_version: int) -> None:
    """Take a shared resource away; the journal keeps it. Raises Refused, Absent, StaleVersion."""
    demand(may_level(acting))
    with transaction.atomic():
        row = _locked_resource(acting, resource_id)
        expect_version(row, expected_version)
        write(acting, "resource.removed", changed=[], removed=[row], arguments=_told_of(row))


def ask_levelling(*, acting: Acting, wishes: LevellingWishes) -> LevellingRun:
    """Ask for a run; the job process does it, and nothing changes by it.

    Raises Refused (no right, no work, a weight or the seconds off, none has a plan).
    """
    demand(may_level(acting))
    if not 1 <= wishes.seconds <= MOST_SECONDS:
        raise Refused("levelling_app.seconds_off", most=MOST_SECONDS)
    if any(not 1 <= weight <= _MOST_WEIGHT for weight in wishes.weights.values()):
        raise Refused("levelling_app.weight_off", most=_MOST_WEIGHT)
    with transaction.atomic():
        planned = Plan.objects.filter(
            work__region=acting.scope.region, work_id__in=wishes.weights
        ).count()
        if not planned or planned < len(wishes.weights):
            raise Refused("levelling_app.no_works")
        job = ask_for(acting, "works.level", {})
        run = LevellingRun(
            region=acting.scope.region,
            asked_at=acting.at,
            wishes=wishes.document(),
            job_id=job.pk,
            result=None,
        )
        write(acting, "levelling.asked", changed=[run], arguments={"works": planned})
        job.arguments = {"run_id": run.pk}
        job.save(update_fields=["arguments"])
        return run


def stop_levelling(*, acting: Acting, run_id: int) -> None:
    """Ask a run to end with the best it has. Raises Refused, Absent."""
    demand(may_level(acting))
    with transaction.atomic():
        run = _locked_run(acting, run_id)
        if run.job_id is None:
            raise Absent(f"job of levelling run {run_id}")
        ask_to_stop(acting, run.job_id)


def keep_levelling(*, acting: Acting, run_id: int, result: Mapping[str, Any]) -> LevellingRun:
    """Keep what a run found; a run that has a result already keeps that. Raises Refused, Absent."""
    demand(may_level(acting))
    with transaction.atomic():
        run = _locked_run(acting, run_id)
        if run.result is None:
            run.result = dict(result)
            arguments = {"late": result["late_after"], "before": result["late_before"]}
            write(acting, "levelling.ended", changed=[run], arguments=arguments)
        return run


def take_over(
    *, acting: Acting, run_id: int, expected_version: int, holidays: HolidayTable | None
) -> LevellingRun:
    """Write the dates of a run into the plans as earliest starts: one entry a work, all or none.

    ``take_back`` is its inverse. Raises Refused (no right, nothing to take over, taken over
    already, a plan changed since the run), FaultyPlan, Absent, StaleVersion.
    """
    demand(may_level(acting))
    with transaction.atomic():
        run = _locked_run(acting, run_id)
        expect_version(run, expected_version)
        moved = _moved(run)
        if run.taken:
            raise Refused("levelling_app.taken_already")
        if not moved:
            raise Refused("levelling_app.nothing_moves")
        _require_unchanged(run, {one["id"]: one["plan_version"] for one in moved})
        taken: dict[str, int] = {}
        for one in moved:
            row = edit_plan(
                acting=acting,
                work_id=one["id"],
                expected_version=one["plan_version"],
                edits=_edits(one["start"], one["starts"], one["days"]),
                holidays=holidays,
                kind="plan.levelled",
            )
            taken[str(one["id"])] = row.version
        run.taken = taken
        write(acting, "levelling.taken_over", changed=[run], arguments={"works": len(taken)})
        return run


def take_back(*, acting: Acting, run_id: int, expected_version: int) -> LevellingRun:
    """Put every plan back as it stood before a run was taken over, all or none.

    Raises Refused (no right, not taken over, a plan changed since), Absent, StaleVersion.
    """
    demand(may_level(acting))
    with transaction.atomic():
        run = _locked_run(acting, run_id)
        expect_version(run, expected_version)
        taken = {int(work): version for work, version in run.taken.items()}
        if not taken:
            raise Refused("levelling_app.not_taken")
        _require_unchanged(run, taken)
        for work_id, version in taken.items():
            undo_plan_change(acting=acting, work_id=work_id, expected_version=version)
        run.taken = {}
        write(acting, "levelling.taken_back", changed=[run], arguments={"works": len(taken)})
        return run


def _edits(
    start: str | None, starts: Mapping[str, str], days: Mapping[str, int]
) -> Sequence[PlanEdit]:
    begin = PlanEdit(verb=EditVerb.PLAN, field="start", value=start)
    stated = [
        *(("not_before", activity, day) for activity, day in starts.items()),
        *(("days", activity, crashed) for activity, crashed in days.items()),
    ]
    edits = [
        PlanEdit(verb=EditVerb.SET, activity=activity, field=field, value=value)
        for field, activity, value in stated
    ]
    return edits if start is None else [begin, *edits]


def _moved(run: LevellingRun) -> list[dict[str, Any]]:
    result = run.result or {"works": []}
    return [one for one in result["works"] if one["start"] or one["starts"] or one["days"]]


def _require_unchanged(run: LevellingRun, seen: Mapping[int, int]) -> None:
    """Refuse by name where a plan is no longer the one that the run saw."""
    rows = Plan.objects.select_for_update(of=("self",)).filter(
        work_id__in=seen, work__region=run.region
    )
    versions = dict(rows.values_list("work_id", "version"))
    for work_id, version in seen.items():
        if versions.get(work_id) != version:
            name = Work.objects.filter(pk=work_id).values_list("name", flat=True).first()
            raise Refused("levelling_app.plan_changed", name=name or str(work_id))


def _locked_run(acting: Acting, run_id: int) -> LevellingRun:
    rows = LevellingRun.objects.select_for_update().filter(region=acting.scope.region, pk=run_id)
    run = rows.first()
    if run is None:
        raise Absent(f"levelling run {run_id}")
    return run


def _locked_resource(acting: Acting, resource_id: int) -> SharedResource:
    rows = SharedResource.objects.select_for_update()
    row = rows.filter(region=acting.scope.region, pk=resource_id).first()
    if row is None:
        raise Absent(f"resource {resource_id}")
    return row


def _told_of(row: SharedResource) -> dict[str, str]:
    return {"code": row.code, "name": row.name}


def _fill(row: SharedResource, draft: ResourceDraft) -> None:
    code, name = draft.code.strip(), draft.name.strip()
    if not code or not name:
        raise Refused("levelling_app.words_missing")
    others = SharedResource.objects.filter(region=row.region, code=code).exclude(pk=row.pk)
    if others.exists():
        raise Refused("levelling_app.code_taken", taken=code)
    if draft.kind not in SharedResource.Kind.values:
        raise Refused("levelling_app.kind_unknown", kind=draft.kind)
    days = [day for day, _ in draft.changes]
    if days != sorted(set(days)):
        raise Refused("levelling_app.days_not_rising")
    if any(
        not 0 <= units <= _MOST_UNITS for units in (draft.units, *(u for _, u in draft.changes))
    ):
        raise Refused("levelling_app.units_off", most=_MOST_UNITS)
    row.code, row.name, row.kind, row.units = code, name, draft.kind, draft.units
    row.changes = [[day.isoformat(), units] for day, units in draft.changes]
    row.classes = sorted({one.strip() for one in draft.classes if one.strip()})
