"""A plan's document as a project that MPXJ holds, written as a file of another program.

Runs in the child process only; every object here is one of Java.
"""

from pathlib import Path
from typing import Any

from guatu.adapters.project_fill import java, write

Document = dict[str, Any]
_DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_KINDS = {"FS": "FINISH_START", "SS": "START_START", "FF": "FINISH_FINISH", "SF": "START_FINISH"}


def written_from(document: Document, out: str) -> None:
    """Build the project of a document and write it in the format of ``out``."""
    project = java("org.mpxj.ProjectFile")()
    suffix = Path(out).suffix.lower()
    calendars = [_calendar(project, one) for one in document["calendars"]]
    project.setDefaultCalendar(calendars[0])
    properties = project.getProjectProperties()
    properties.setProjectTitle(document["name"] or document["id"])
    properties.setProjectID(document["id"])
    properties.setStartDate(_moment(document["start"]))
    properties.setPlannedStart(_moment(document["start"]))
    properties.setFinishDate(_moment(document["finish"]))
    properties.setHonorConstraints(java("java.lang.Boolean").TRUE)
    properties.setRelationshipLagCalendar(java("org.mpxj.RelationshipLagCalendar").SUCCESSOR)
    if document["data_date"]:
        properties.setStatusDate(_moment(document["data_date"]))
    resources = {one["name"]: _resource(project, one) for one in document["resources"]}
    tasks = {}
    for one in document["tasks"]:
        tasks[one["id"]] = _task(project, one, calendars, is_xer=suffix == ".xer")
        _assign(tasks[one["id"]], one, resources)
    for before, after, kind, lag, elapsed in document["links"]:
        _link(tasks[before], tasks[after], kind, lag, elapsed=elapsed)
    write(project, out)


def _moment(text: str) -> Any:
    return java("java.time.LocalDateTime").parse(text)


def _minutes(minutes: float) -> Any:
    return java("org.mpxj.Duration").getInstance(minutes / 60, java("org.mpxj.TimeUnit").HOURS)


def _calendar(project: Any, stated: Document) -> Any:
    days, kinds = java("java.time.DayOfWeek"), java("org.mpxj.DayType")
    calendar = project.addCalendar()
    calendar.setName(stated["name"])
    for name, worked in zip(_DAYS, stated["week"], strict=True):
        day = days.valueOf(name)
        calendar.setCalendarDayType(day, kinds.WORKING if worked else kinds.NON_WORKING)
        hours = calendar.addCalendarHours(day)
        if worked:
            hours.add(_shift())
    parse = java("java.time.LocalDate").parse
    for first, last, worked in stated["days"]:
        exception = calendar.addCalendarException(parse(first), parse(last))
        if worked:
            exception.add(_shift())
    return calendar


def _shift() -> Any:
    hour = java("java.time.LocalTime").of
    return java("org.mpxj.LocalTimeRange")(hour(8, 0), hour(16, 0))


def _resource(project: Any, stated: Document) -> Any:
    resource = project.addResource()
    resource.setName(stated["name"])
    ends = java("org.mpxj.common.LocalDateTimeHelper")
    units = java("java.lang.Double").valueOf(float(stated["capacity"] * 100))
    lasting = (ends.START_DATE_NA, ends.END_DATE_NA)
    resource.getAvailability().add(java("org.mpxj.Availability")(*lasting, units))
    return resource


def _task(project: Any, stated: Document, calendars: list[Any], *, is_xer: bool) -> Any:
    kinds = java("org.mpxj.ActivityType")
    task = project.addTask()
    task.setName(stated["name"])
    task.setActivityID(stated["code"])
    task.setText(1, stated["code"])
    done = 1.0 if stated["actual_finish"] else stated["percent"] / 100
    minutes = stated["minutes"]
    for setter in ("setDuration", "setPlannedDuration"):
        getattr(task, setter)(_minutes(minutes))
    task.setActualDuration(_minutes(minutes * done))
    task.setRemainingDuration(_minutes(minutes * (1 - done)))
    task.setPercentageComplete(java("java.lang.Double").valueOf(done * 100))
    task.setCalendar(calendars[stated["calendar"] - 1])
    task.setType(java("org.mpxj.TaskType").FIXED_DURATION)
    task.setMilestone(minutes == 0)
    task.setActivityType(kinds.TASK_DEPENDENT if minutes else kinds.FINISH_MILESTONE)
    _bound(task, stated, is_xer=is_xer)
    _dated(task, stated)
    return task


def _bound(task: Any, stated: Document, *, is_xer: bool) -> None:
    """State the plan's bounds as constraints; P6 has no deadline, a second constraint stands for it."""
    kinds = java("org.mpxj.ConstraintType")
    if stated["not_before"]:
        task.setConstraintType(kinds.START_NO_EARLIER_THAN)
        task.setConstraintDate(_moment(stated["not_before"]))
    if not stated["must_by"]:
        return
    bound = _moment(stated["must_by"])
    if not is_xer:
        task.setDeadline(bound)
    elif stated["not_before"]:
        task.setSecondaryConstraintType(kinds.FINISH_NO_LATER_THAN)
        task.setSecondaryConstraintDate(bound)
    else:
        task.setConstraintType(kinds.FINISH_NO_LATER_THAN)
        task.setConstraintDate(bound)


def _dated(task: Any, stated: Document) -> None:
    dates = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
    for key in dates:
        setter = "set" + "".join(part.title() for part in key.split("_"))
        getattr(task, setter)(_moment(stated[key]))
    for key in ("actual_start", "actual_finish"):
        if stated[key]:
            setter = "set" + "".join(part.title() for part in key.split("_"))
            getattr(task, setter)(_moment(stated[key]))
    task.setTotalSlack(_minutes(stated["total_float"]))
    task.setFreeSlack(_minutes(stated["free_float"]))
    task.setCritical(java("java.lang.Boolean").valueOf(bool(stated["critical"])))


def _assign(task: Any, stated: Document, resources: dict[str, Any]) -> None:
    for name, count in stated["uses"].items():
        if name in resources:
            held = task.addResourceAssignment(resources[name])
            held.setUnits(java("java.lang.Double").valueOf(float(count * 100)))
            held.setWork(_minutes(stated["minutes"] * count))
            held.setRemainingWork(_minutes(stated["minutes"] * count))


def _link(before: Any, after: Any, kind: str, lag: int, *, elapsed: bool) -> None:
    units = java("org.mpxj.TimeUnit")
    unit, amount = (units.ELAPSED_DAYS, lag) if elapsed else (units.HOURS, lag * 8)
    length = java("org.mpxj.Duration").getInstance(float(amount), unit)
    kinds = java("org.mpxj.RelationType")
    stated = java("org.mpxj.Relation").Builder().predecessorTask(before)
    after.addPredecessor(stated.type(getattr(kinds, _KINDS[kind])).lag(length))
