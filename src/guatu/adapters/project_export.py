"""A scheduled plan of days as a project file of another program, .xml (MSPDI) or .xer.

A worked day is one shift of eight hours; stop-work windows and holidays become days
off of a calendar of their own. The dates written are those of the schedule, levelled
ones included.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from guatu.adapters.project_files import (
    WRITABLE,
    ask_machine,
    file_fault,
    reads_projects,
)
from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning import Activity, Plan, Schedule, ScheduledActivity
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.worktime import WorkTime, worktime

MORNING, EVENING, SHIFT = "T08:00:00", "T16:00:00", 480
_BEFORE, _AFTER = timedelta(days=31), timedelta(days=366)
Document = dict[str, Any]


def write_plan_file(out: Path, schedule: Schedule) -> tuple[Diagnostic, ...]:
    """Write a scheduled plan; returns what went wrong or could not be carried."""
    suffix = out.suffix.lower()
    if suffix not in WRITABLE:
        return (file_fault(out, "project.cannot_write", suffix=suffix or out.name),)
    if not reads_projects():
        return (file_fault(out, "planning.formats_extra", suffix=suffix),)
    document, told = export_document(schedule, elapsed_lags=suffix == ".xml")
    answer = ask_machine(["make", str(out)], json.dumps(document))
    if "fault" in answer:
        return (file_fault(out, answer["fault"], detail=answer["detail"]),)
    return tuple(file_fault(out, code, Severity.WARNING, **said) for code, said in told)


def export_document(
    schedule: Schedule, *, elapsed_lags: bool
) -> tuple[Document, list[tuple[str, dict[str, Any]]]]:
    """Return what the child process builds a project from, and what it does not carry.

    ``elapsed_lags`` tells whether the format knows lags that run through days off.
    """
    plan = schedule.plan
    calendars = _Calendars(schedule)
    numbers = {one.id: number for number, one in enumerate(plan.activities, 1)}
    every_day = {one.name for one in plan.calendars if all(one.week) and not one.off}
    dates = {one.id: one for one in schedule.activities}
    ends = set(plan.end_ids()) if plan.target is not None else set()
    lost: list[str] = []
    links = []
    for one in plan.activities:
        for link in one.links:
            elapsed = elapsed_lags and link.lag_calendar in every_day
            if link.lag and link.lag_calendar is not None and not elapsed:
                lost.append(one.name or one.id)
            pair = [numbers[link.predecessor], numbers[one.id], link.kind.value]
            links.append([*pair, link.lag, elapsed])
    tasks = [
        _task(plan, one, dates[one.id], numbers[one.id], calendars, is_end=one.id in ends)
        for one in plan.activities
    ]
    document = {
        "id": plan.id,
        "name": plan.name,
        "start": _at(schedule.start, MORNING),
        "finish": _at(schedule.last_day, EVENING),
        "data_date": _at(plan.data_date, MORNING),
        "calendars": calendars.stated,
        "resources": [{"name": one.id, "capacity": one.capacity} for one in plan.resources],
        "tasks": tasks,
        "links": links,
    }
    told: list[tuple[str, dict[str, Any]]] = []
    if lost:
        told.append(("project.lag_calendar_lost", {"count": len(lost), "names": _first(lost)}))
    return document, told


def _first(names: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(names))[:3])


def _at(day: date | None, hour: str) -> str | None:
    return None if day is None else f"{day.isoformat()}{hour}"


def _task(
    plan: Plan,
    one: Activity,
    dates: ScheduledActivity,
    number: int,
    calendars: "_Calendars",
    *,
    is_end: bool,
) -> Document:
    bounds = [day for day in (one.must_by, plan.target if is_end else None) if day is not None]
    morning = EVENING if one.is_milestone and one.links else MORNING
    evening = MORNING if one.is_milestone and not one.links else EVENING
    return {
        "id": number,
        "code": one.id,
        "name": one.name or one.id,
        "minutes": one.days * SHIFT,
        "percent": one.percent,
        "calendar": calendars.number(plan, one),
        "not_before": _at(one.not_before, MORNING),
        "must_by": _at(min(bounds), EVENING) if bounds else None,
        "actual_start": _at(one.actual_start, morning),
        "actual_finish": _at(one.actual_finish, evening),
        "uses": dict(one.uses),
        "start": _at(dates.start, morning),
        "finish": _at(dates.last_day, evening),
        "early_start": _at(dates.early_start, morning),
        "early_finish": _at(dates.early_last_day, evening),
        "late_start": _at(dates.late_start, morning),
        "late_finish": _at(dates.late_last_day, evening),
        "total_float": dates.total_float * SHIFT,
        "free_float": dates.free_float * SHIFT,
        "critical": dates.critical,
    }


class _Calendars:
    """The calendars that a plan's activities run on, stop-work taken out, each stated once."""

    def __init__(self, schedule: Schedule) -> None:
        self._base = {one.name: one for one in schedule.plan.calendars}
        self._first = day_number(schedule.start - _BEFORE)
        self._last = day_number(schedule.last_day + _AFTER)
        self._numbers: dict[Any, int] = {}
        self.stated: list[Document] = []

    def number(self, plan: Plan, one: Activity) -> int:
        """Return the number of an activity's calendar."""
        lost = lost_runs(plan.stop_work, one.activity_class, plan.place_of(one))
        key = (one.calendar, lost)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            base = self._base[one.calendar]
            name = f"{one.calendar} {one.activity_class}" if lost else one.calendar
            days = self._other_days(worktime(base, lost), base.week)
            self.stated.append({"name": name, "week": list(base.week), "days": days})
        return self._numbers[key]

    def _other_days(self, time: WorkTime, week: tuple[bool, ...]) -> list[list[Any]]:
        """Return the runs of days that differ from the week: first, last, whether they are worked."""
        runs: list[list[Any]] = []
        for day in range(self._first, self._last + 1):
            works = time.works(day)
            if works == week[(day - 1) % 7]:
                continue
            stated = day_of(day).isoformat()
            yesterday = day_of(day - 1).isoformat()
            if runs and runs[-1][1] == yesterday and runs[-1][2] == works:
                runs[-1][1] = stated
            else:
                runs.append([stated, stated, works])
        return runs
