"""A project schedule as the document that ``guatu plan --json`` prints: days, and moments beside them."""

from datetime import date
from typing import Any

from guatu.domain.kernel.outlook import Verdict
from guatu.domain.planning.project.days import first_day, float_days, iso, last_day
from guatu.domain.planning.project.ticks import minutes_of
from guatu.domain.planning.project.values import (
    Project,
    ProjectSchedule,
    ProjectTask,
    StoredDates,
    TaskDates,
)

_TIGHT_SHARE = 20


def answer_document(schedule: ProjectSchedule, *, target: date | None = None) -> dict[str, Any]:
    """Return the contract's plan answer; activities are the leaves, ``summaries`` the rest.

    Floats of the contract are whole days of the file's own length; ``*_minutes`` and
    ``*_at`` hold the exact values.
    """
    project = schedule.project
    by_id = {task.id: task for task in project.tasks}
    rows = [(by_id[one.id], one) for one in schedule.tasks]
    verdict, late_by = judged(schedule, target=target)
    first, last = first_day(schedule.start), last_day(schedule.start, schedule.finish)
    return {
        "id": project.id,
        "name": project.name,
        "dialect": project.options.dialect.value,
        "verdict": verdict.value,
        "late_by_days": late_by,
        "latest_start": _latest_start(schedule),
        "start": first.isoformat(),
        "last_day": last.isoformat(),
        "start_at": iso(schedule.start),
        "finish_at": iso(schedule.finish),
        "span_days": (last - first).days + 1,
        "activities": [_row(project, task, one) for task, one in rows if not task.summary],
        "summaries": [_row(project, task, one) for task, one in rows if task.summary],
        "critical_path": list(critical_path(schedule)),
        "near_critical": [
            {"activities": list(one.tasks), "total_float_minutes": minutes_of(one.total_float)}
            for one in schedule.chains
        ],
        "driving": [[one.before, one.after, one.kind.value] for one in schedule.driving],
        "levers": [],
        "levelling": None,
    }


def judged(schedule: ProjectSchedule, *, target: date | None) -> tuple[Verdict, int]:
    """Return the verdict and by how many days the project is late: over its target or its own dates."""
    least = min((one.total_float for one in _leaves(schedule)), default=0)
    late_by = max(-float_days(least, schedule.project.options.day_ticks), 0)
    last = last_day(schedule.start, schedule.finish)
    if target is not None:
        late_by = max(late_by, (last - target).days)
    if late_by > 0:
        return Verdict.LATE, late_by
    span = (last - first_day(schedule.start)).days + 1
    if target is not None and (target - last).days * _TIGHT_SHARE < span:
        return Verdict.TIGHT, 0
    return Verdict.ON_TRACK, 0


def critical_path(schedule: ProjectSchedule) -> tuple[str, ...]:
    """Return the leaves of the longest path in the order of their starts."""
    found = [one for one in _leaves(schedule) if one.longest_path]
    return tuple(one.id for one in sorted(found, key=lambda one: (one.early_start, one.id)))


def _leaves(schedule: ProjectSchedule) -> list[TaskDates]:
    summaries = {task.id for task in schedule.project.tasks if task.summary}
    return [one for one in schedule.tasks if one.id not in summaries]


def _latest_start(schedule: ProjectSchedule) -> str | None:
    starts = [one.late_start for one in schedule.tasks]
    return first_day(min(starts)).isoformat() if starts else None


def _row(project: Project, task: ProjectTask, one: TaskDates) -> dict[str, Any]:
    day_ticks = project.options.day_ticks
    row: dict[str, Any] = {
        "id": one.id,
        "name": task.name,
        "parent": task.parent,
        "early_start": first_day(one.early_start).isoformat(),
        "early_last_day": last_day(one.early_start, one.early_finish).isoformat(),
        "late_start": first_day(one.late_start).isoformat(),
        "late_last_day": last_day(one.late_start, one.late_finish).isoformat(),
        "total_float": float_days(one.total_float, day_ticks),
        "free_float": float_days(one.free_float, day_ticks),
        "critical": one.critical,
        "longest_path": one.longest_path,
        "start": first_day(one.start).isoformat(),
        "last_day": last_day(one.start, one.finish).isoformat(),
        "total_float_minutes": minutes_of(one.total_float),
        "free_float_minutes": minutes_of(one.free_float),
    }
    moments = ("early_start", "early_finish", "late_start", "late_finish", "start", "finish")
    row |= {f"{key}_at": iso(getattr(one, key)) for key in moments}
    if task.stored != StoredDates():
        row["stored"] = _stored(task.stored)
    return row


def _stored(stored: StoredDates) -> dict[str, Any]:
    moments = ("early_start", "early_finish", "late_start", "late_finish")
    found: dict[str, Any] = {}
    for key in moments:
        value = getattr(stored, key)
        found[f"{key}_at"] = None if value is None else iso(value)
    for key in ("total_float", "free_float"):
        value = getattr(stored, key)
        found[f"{key}_minutes"] = None if value is None else minutes_of(value)
    return found
