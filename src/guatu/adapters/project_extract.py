"""A project as MPXJ holds it, into the plain document that the domain reads.

Runs in the child process only; every object here is one of Java.
"""

from collections.abc import Iterable
from typing import Any

Document = dict[str, Any]
_DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")


def project_document(project: Any, name: str) -> Document:
    """Return all that decides a project's dates, and those it stores; ``name`` is its id if it has none."""
    properties = project.getProjectProperties()
    primavera = is_primavera(properties)
    tasks = [
        one for one in project.getTasks() if one.getUniqueID() is not None and not one.getNull()
    ]
    kept = {int(one.getUniqueID()) for one in tasks}
    return {
        "id": _text(properties.getProjectID()) or name,
        "source": "Primavera" if primavera else "Microsoft Project",
        "project": _properties(project, properties),
        "calendars": [_calendar(one) for one in project.getCalendars()],
        "resources": [_resource(one) for one in project.getResources()],
        "tasks": [_task(one, properties, primavera=primavera) for one in tasks],
        "links": list(_links(project, properties, kept)),
        "assignments": list(_assignments(project, properties, kept)),
    }


def is_primavera(properties: Any) -> bool:
    """Tell whether P6's rules hold for a file."""
    stated = f"{properties.getFileApplication() or ''} {properties.getFileType() or ''}".upper()
    return "PRIMAVERA" in stated or " XER" in stated or "PMXML" in stated


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _name(value: Any) -> str | None:
    """Return the name of a Java enum's member."""
    return None if value is None else str(value.name())


def _moment(value: Any) -> str | None:
    return None if value is None else str(value)[:19]


def _minutes(duration: Any, properties: Any) -> float | dict[str, float] | None:
    """Return a duration in minutes; an elapsed one in an object."""
    if duration is None:
        return None
    units = _java("org.mpxj.TimeUnit")
    elapsed = bool(duration.getUnits().isElapsed())
    wanted = units.ELAPSED_MINUTES if elapsed else units.MINUTES
    minutes = round(float(duration.convertUnits(wanted, properties).getDuration()), 4)
    return {"elapsed_min": minutes} if elapsed else minutes


def _plain(duration: Any, properties: Any) -> float:
    found = _minutes(duration, properties)
    return found["elapsed_min"] if isinstance(found, dict) else found or 0.0


def _java(name: str) -> Any:
    import jpype  # noqa: PLC0415 only the child process may load the machine

    return jpype.JClass(name)


def _properties(project: Any, properties: Any) -> Document:
    calendar = project.getDefaultCalendar() or next(iter(project.getCalendars()), None)
    slack = _plain(properties.getCriticalSlackLimit(), properties)
    return {
        "name": _text(properties.getProjectTitle()) or _text(properties.getName()),
        "schedule_from": (_name(properties.getScheduleFrom()) or "start").lower(),
        "start": _moment(properties.getPlannedStart()) or _moment(properties.getStartDate()),
        "planned_start": _moment(properties.getPlannedStart()),
        "finish": _moment(properties.getFinishDate()),
        "status_date": _moment(properties.getStatusDate()),
        "must_finish_by": _moment(properties.getMustFinishBy()),
        "honor_constraints": bool(properties.getHonorConstraints()),
        "total_slack_type": _name(properties.getTotalSlackCalculationType()),
        "critical_type": _name(properties.getCriticalActivityType()),
        "lag_calendar": _name(properties.getRelationshipLagCalendar()),
        "progressed": _name(properties.getSchedulingProgressedActivities()),
        "minutes_per_day": int(properties.getMinutesPerDay() or 480),
        "default_calendar": None if calendar is None else int(calendar.getUniqueID()),
        "critical_slack_limit": slack,
    }


def _calendar(calendar: Any) -> Document:
    days = _java("java.time.DayOfWeek")
    parent = calendar.getParent()
    return {
        "id": int(calendar.getUniqueID()),
        "name": _text(calendar.getName()),
        "parent": None if parent is None else int(parent.getUniqueID()),
        "days": {name[:3]: _weekday(calendar, days.valueOf(name)) for name in _DAYS},
        "exceptions": [
            {
                "from": str(one.getFromDate()),
                "to": str(one.getToDate()),
                "hours": _hours(one) if one.getWorking() else [],
            }
            for one in calendar.getExpandedCalendarExceptionsWithWorkWeeks()
            if one.getFromDate() is not None
        ],
    }


def _weekday(calendar: Any, day: Any) -> list[list[str]] | None:
    kind = _name(calendar.getCalendarDayType(day))
    if kind == "DEFAULT":
        return None
    hours = calendar.getCalendarHours(day)
    return [] if kind == "NON_WORKING" or hours is None else _hours(hours)


def _hours(ranges: Iterable[Any]) -> list[list[str]]:
    return [
        [str(one.getStart()), str(one.getEnd())]
        for one in ranges
        if one is not None and one.getStart() is not None
    ]


def _resource(resource: Any) -> Document:
    calendar = resource.getCalendar()
    return {
        "id": int(resource.getUniqueID()),
        "name": _text(resource.getName()),
        "type": _name(resource.getType()),
        "calendar": None if calendar is None else int(calendar.getUniqueID()),
        "max_units": float(resource.getMaxUnits() or 100),
    }


def _task(task: Any, properties: Any, *, primavera: bool) -> Document:
    parent, calendar = task.getParentTask(), task.getCalendar()
    has_calendar = calendar is not None
    summary = bool(task.getSummary()) and not task.getExternalProject()
    return {
        "id": int(task.getUniqueID()),
        "row": int(task.getID() or 0),
        "name": _text(task.getName()),
        "parent": None if parent is None else int(parent.getUniqueID()),
        "summary": summary,
        "milestone": bool(task.getMilestone()),
        "activity_type": _name(task.getActivityType()),
        "task_type": _name(task.getType()),
        "effort_driven": bool(task.getEffortDriven()),
        "manual": _name(task.getTaskMode()) == "MANUALLY_SCHEDULED",
        "inactive": not task.getActive(),
        "external": bool(task.getExternalTask()),
        "duration": _minutes(_lasting(task, primavera=primavera), properties) or 0.0,
        "remaining": _minutes(task.getRemainingDuration(), properties),
        "calendar": int(calendar.getUniqueID()) if has_calendar else None,
        "ignore_resource_calendar": bool(task.getIgnoreResourceCalendar()),
        "pct": float(task.getPercentageComplete() or 0),
        "constraint": _name(task.getConstraintType()),
        "constraint_date": _moment(task.getConstraintDate()),
        "secondary_constraint": _name(task.getSecondaryConstraintType()),
        "secondary_constraint_date": _moment(task.getSecondaryConstraintDate()),
        **_facts(task, properties),
        "stored": _stored(task, properties),
    }


def _lasting(task: Any, *, primavera: bool) -> Any:
    """Return what a task takes: P6 keeps the original duration beside that at completion."""
    planned = task.getPlannedDuration() if primavera and task.getActualStart() is None else None
    return planned if planned is not None else task.getDuration()


def _facts(task: Any, properties: Any) -> Document:
    manual = _name(task.getTaskMode()) == "MANUALLY_SCHEDULED"
    splits = task.getWorkSplits() or ()
    return {
        "deadline": _moment(task.getDeadline()),
        "expected_finish": _moment(task.getExpectedFinish()),
        "external_early_start": _moment(task.getExternalEarlyStart()),
        "external_late_finish": _moment(task.getExternalLateFinish()),
        "actual_start": _moment(task.getActualStart()),
        "actual_finish": _moment(task.getActualFinish()),
        "resume": _moment(task.getResume()),
        "suspend": _moment(task.getSuspendDate()),
        "start": _moment(task.getStart()) if manual else None,
        "finish": _moment(task.getFinish()) if manual else None,
        "leveling_delay": _minutes(task.getLevelingDelay(), properties),
        "splits": [[_moment(one.getStart()), _moment(one.getEnd())] for one in splits]
        if len(splits) > 1
        else [],
    }


def _stored(task: Any, properties: Any) -> Document:
    """Return the computed dates that the file itself holds; MPXJ would work out missing ones."""
    fields = _java("org.mpxj.TaskField")

    def minutes(name: str) -> float | None:
        found = task.getCachedValue(getattr(fields, name))
        return None if found is None else _plain(found, properties)

    def moment(name: str) -> str | None:
        return _moment(task.getCachedValue(getattr(fields, name)))

    return {
        "early_start": moment("EARLY_START"),
        "early_finish": moment("EARLY_FINISH"),
        "late_start": moment("LATE_START"),
        "late_finish": moment("LATE_FINISH"),
        "total_float": minutes("TOTAL_SLACK"),
        "free_float": minutes("FREE_SLACK"),
    }


def _links(project: Any, properties: Any, kept: set[int]) -> Iterable[list[Any]]:
    short = {"FINISH_START": "FS", "START_START": "SS", "FINISH_FINISH": "FF", "START_FINISH": "SF"}
    for one in project.getRelations():
        before, after = one.getPredecessorTask(), one.getSuccessorTask()
        if before is None or after is None:
            continue
        ends = int(before.getUniqueID()), int(after.getUniqueID())
        if not kept.issuperset(ends):
            continue
        yield [*ends, short[_name(one.getType()) or "FINISH_START"], _lag(one.getLag(), properties)]


def _lag(lag: Any, properties: Any) -> Any:
    if lag is None:
        return 0
    if "PERCENT" in (_name(lag.getUnits()) or ""):
        return {"percent": float(lag.getDuration())}
    return _minutes(lag, properties)


def _assignments(project: Any, properties: Any, kept: set[int]) -> Iterable[Document]:
    for one in project.getResourceAssignments():
        task, resource = one.getTask(), one.getResource()
        if task is None or resource is None or int(task.getUniqueID()) not in kept:
            continue
        contour = one.getWorkContour()
        flat = contour is None or bool(contour.isContourFlat())
        yield {
            "task": int(task.getUniqueID()),
            "resource": int(resource.getUniqueID()),
            "units": float(one.getUnits() if one.getUnits() is not None else 100),
            "work": _plain(one.getWork(), properties),
            "remaining_work": _plain(one.getRemainingWork(), properties),
            "contour": None if flat else _text(contour),
            "delay": _plain(one.getDelay(), properties) or None,
        }
