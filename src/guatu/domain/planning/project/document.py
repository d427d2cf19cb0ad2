"""Reads a project from its plain JSON document: the one that the reader of project files writes.

Durations are minutes, or ``{"elapsed_min": n}``; lags also ``{"percent": n}``. Moments
are ISO, local. A field that is missing says nothing.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from guatu.domain.planning.project.shift_calendar import Runs, ShiftCalendar, ShiftException
from guatu.domain.planning.project.ticks import (
    DAY,
    MINUTE,
    tick_of,
    ticks_of_minutes,
)
from guatu.domain.planning.project.values import (
    ConstraintKind,
    Dialect,
    FloatMode,
    LagCalendar,
    LinkType,
    ProgressMode,
    Project,
    ProjectLink,
    ProjectOptions,
    ProjectResource,
    ProjectTask,
    StoredDates,
    TaskAssignment,
    TaskConstraint,
    TaskKind,
    WorkSpan,
)

Document = dict[str, Any]
_DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_FLOATS = {
    "SMALLEST_SLACK": FloatMode.SMALLEST,
    "START_SLACK": FloatMode.START,
    "FINISH_SLACK": FloatMode.FINISH,
}
_KINDS = {
    "START_MILESTONE": TaskKind.START_MILESTONE,
    "FINISH_MILESTONE": TaskKind.FINISH_MILESTONE,
    "LEVEL_OF_EFFORT": TaskKind.LEVEL_OF_EFFORT,
    "WBS_SUMMARY": TaskKind.WBS_SUMMARY,
    "RESOURCE_DEPENDENT": TaskKind.RESOURCE_DEPENDENT,
}


def _tick(text: str | None) -> int | None:
    return None if not text else tick_of(datetime.fromisoformat(text[:19]))


def _clock(text: str) -> int:
    hours, minutes = text.split(":")[:2]
    return (int(hours) * 60 + int(minutes)) * MINUTE


def _runs(stated: list[list[str]]) -> Runs:
    pairs = ((_clock(start), _clock(end)) for start, end in stated)
    return tuple((start, end if end > start else DAY) for start, end in pairs)


def _calendar(stated: Document) -> ShiftCalendar:
    return ShiftCalendar(
        id=str(stated["id"]),
        name=stated.get("name") or "",
        parent=None if stated.get("parent") is None else str(stated["parent"]),
        week=tuple(
            None if stated["days"][day] is None else _runs(stated["days"][day]) for day in _DAYS
        ),
        exceptions=tuple(
            ShiftException(
                first=date.fromisoformat(one["from"]),
                last=date.fromisoformat(one["to"]),
                shifts=_runs(one["hours"]),
            )
            for one in stated["exceptions"]
        ),
    )


def _span(stated: Any) -> WorkSpan:
    if isinstance(stated, dict):
        return WorkSpan(ticks=max(ticks_of_minutes(stated.get("elapsed_min", 0)), 0), elapsed=True)
    return WorkSpan(ticks=max(ticks_of_minutes(stated or 0), 0))


def _constraint(kind: str | None, at: str | None) -> TaskConstraint | None:
    name = str(kind or "").lower()
    if name == ConstraintKind.AS_SOON or name not in set(ConstraintKind):
        return None
    found = ConstraintKind(name)
    if found is ConstraintKind.AS_LATE:
        return TaskConstraint(kind=found)
    return TaskConstraint(kind=found, at=_tick(at)) if at else None


def _placeholder(task: Document) -> str | None:
    """Return the moment that stands for "none" in a record whose facts contradict each other.

    Some libraries write a fixed date where Microsoft Project writes none: a task that
    is not begun, of which all is still to do, then has an actual finish.
    """
    if task.get("actual_finish") and not task.get("pct") and task.get("remaining"):
        return str(task["actual_finish"])
    return None


def _manual_finish(document: Document) -> int | None:
    """Return where tasks placed by hand end, if the file tells.

    Some documents leave their dates out. A project computed from its start that is said to
    finish before it starts can only have that finish from tasks placed by hand.
    """
    project = document["project"]
    start, finish = _tick(project.get("start")), _tick(project.get("finish"))
    early = start is not None and finish is not None and finish < start
    return finish if early and project.get("schedule_from") != "finish" else None


def _delay(stated: Document, day: int) -> WorkSpan | None:
    """Return a levelling delay: its days are days of the wall clock, whatever its unit says."""
    found = stated.get("leveling_delay", stated.get("levelling_delay"))
    if not found:
        return None
    span = _span(found)
    ticks = span.ticks if span.elapsed else round(span.ticks * DAY / day)
    return WorkSpan(ticks=ticks, elapsed=True)


def _stored(stated: Document) -> StoredDates:
    floats = {
        key: None if stated.get(key) is None else ticks_of_minutes(stated[key])
        for key in ("total_float", "free_float")
    }
    dates = {
        key: _tick(stated.get(key))
        for key in ("early_start", "early_finish", "late_start", "late_finish")
    }
    return StoredDates(**dates, **floats)


def _task(stated: Document, known: set[str], by_hand: int | None, day: int) -> ProjectTask:
    none = _placeholder(stated)
    facts = {
        key: None if none is not None and stated.get(key) == none else _tick(stated.get(key))
        for key in ("actual_start", "actual_finish", "resume", "deadline")
    }
    if none is not None:
        facts["actual_start"] = facts["resume"] = None
    duration = _span(stated.get("duration"))
    remaining = _span(stated["remaining"]) if stated.get("remaining") is not None else None
    if stated.get("manual") and not duration.ticks and remaining is not None:
        duration = remaining
    parent = stated.get("parent")
    return ProjectTask(
        id=str(stated["id"]),
        name=stated.get("name") or "",
        parent=None if parent is None else str(parent),
        summary=bool(stated.get("summary")),
        kind=_KINDS.get(str(stated.get("activity_type")), TaskKind.TASK),
        milestone=bool(stated.get("milestone")),
        duration=duration,
        remaining=None if remaining is None else remaining.ticks,
        calendar=str(stated["calendar"]) if str(stated.get("calendar")) in known else None,
        ignores_resources=bool(stated.get("ignore_resource_calendar")),
        fixed_duration=stated.get("task_type") == "FIXED_DURATION",
        constraint=_constraint(stated.get("constraint"), stated.get("constraint_date")),
        second_constraint=_constraint(
            stated.get("secondary_constraint"), stated.get("secondary_constraint_date")
        ),
        percent=float(stated.get("pct") or 0),
        manual=bool(stated.get("manual")),
        start=_tick(stated.get("start")) if stated.get("manual") else None,
        finish=(_tick(stated.get("finish")) or by_hand) if stated.get("manual") else None,
        expected_finish=_tick(stated.get("expected_finish")),
        external_start=_tick(stated.get("external_early_start")),
        external_finish=_tick(stated.get("external_late_finish")),
        suspend=_tick(stated.get("suspend")),
        delay=_delay(stated, day),
        stored=_stored(stated.get("stored") or {}),
        inactive=bool(stated.get("inactive")),
        external=bool(stated.get("external")),
        parts=tuple(
            (_tick(start) or 0, _tick(end) or 0) for start, end in stated.get("splits") or ()
        ),
        **facts,
    )


def _link(stated: list[Any]) -> ProjectLink:
    before, after, kind, lag = stated
    plain = ProjectLink(before=str(before), after=str(after), kind=LinkType(kind))
    if isinstance(lag, dict) and "percent" in lag:
        return replace(plain, percent=float(lag["percent"]))
    if isinstance(lag, dict):
        return replace(plain, lag=ticks_of_minutes(lag["elapsed_min"]), elapsed=True)
    return replace(plain, lag=ticks_of_minutes(lag or 0))


def _options(document: Document, known: list[str]) -> ProjectOptions:
    stated = document["project"]
    source = document.get("source") or document.get("oracle")
    default = str(stated.get("default_calendar"))
    return ProjectOptions(
        dialect=Dialect.PRIMAVERA if "Primavera" in str(source) else Dialect.MICROSOFT,
        start=_tick(stated.get("start")) or 0,
        finish=_tick(stated.get("finish")),
        from_finish=stated.get("schedule_from") == "finish",
        data_date=_tick(stated.get("status_date")),
        planned_start=_tick(stated.get("planned_start")),
        must_finish=_tick(stated.get("must_finish_by")),
        calendar=default if default in known else known[0],
        honours_dates=stated.get("honor_constraints", True),
        progress=ProgressMode(str(stated.get("progressed", "retained_logic")).lower()),
        total_float=_FLOATS.get(str(stated.get("total_slack_type")), FloatMode.SMALLEST),
        lag_calendar=_lag_calendar(stated.get("lag_calendar")),
        longest_path=stated.get("critical_type") == "LONGEST_PATH",
        day_ticks=ticks_of_minutes(stated.get("minutes_per_day") or 480),
        critical_below=ticks_of_minutes(stated.get("critical_slack_limit") or 0),
    )


def _lag_calendar(stated: str | None) -> LagCalendar:
    name = str(stated or "").lower()
    found = {"twenty_four_hour": "24_hour", "project_default": "project"}.get(name, name)
    try:
        return LagCalendar(found)
    except ValueError:
        return LagCalendar.PREDECESSOR


def read_project(document: Document) -> Project | None:
    """Return the project of a document; None where it has no task or no calendar."""
    calendars = tuple(_calendar(one) for one in document["calendars"])
    known = [one.id for one in calendars]
    if not document["tasks"] or not known:
        return None
    kept = {str(one["id"]) for one in document["tasks"]}
    by_hand = _manual_finish(document)
    day = ticks_of_minutes(document["project"].get("minutes_per_day") or 480)
    return Project(
        id=str(document["id"]),
        name=document["project"].get("name") or "",
        options=_options(document, known),
        calendars=calendars,
        tasks=tuple(_task(one, set(known), by_hand, day) for one in document["tasks"]),
        links=tuple(_link(one) for one in document["links"] if kept.issuperset(map(str, one[:2]))),
        resources=tuple(
            ProjectResource(
                id=str(one["id"]),
                name=one.get("name") or "",
                calendar=str(one["calendar"]) if str(one.get("calendar")) in known else None,
                works=one.get("type") == "WORK",
                units=float(one.get("max_units") or 100.0),
            )
            for one in document["resources"]
        ),
        assignments=tuple(
            TaskAssignment(
                task=str(one["task"]),
                resource=str(one["resource"]),
                units=float(one.get("units") if one.get("units") is not None else 100.0),
                work=ticks_of_minutes(one.get("work") or 0),
                remaining=ticks_of_minutes(one.get("remaining_work") or 0),
                even=not one.get("contour") and not one.get("delay"),
            )
            for one in document["assignments"]
            if one.get("resource") is not None
        ),
    )
