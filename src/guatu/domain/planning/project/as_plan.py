"""A project as a plan of days, as far as a plan carries it; the rest is told, code by code.

A day is worked on which a calendar works at all. Durations and lags become whole days
of the file's own length, rounded up so that nothing gets shorter than it was.
Resources are carried in percent of one, as the file counts them.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.planning.project.clocks import Clocks
from guatu.domain.planning.project.days import first_day, last_day
from guatu.domain.planning.project.net import leaf_numbers
from guatu.domain.planning.project.shift_calendar import ShiftPattern
from guatu.domain.planning.project.ticks import DAY, moment_of
from guatu.domain.planning.project.values import (
    ConstraintKind,
    LinkType,
    Project,
    ProjectLink,
    ProjectTask,
    TaskKind,
)

EVERY_DAY = "every day"
_NOT_BEFORE = {ConstraintKind.START_NOT_BEFORE, ConstraintKind.START_ON, ConstraintKind.MUST_START}
_MUST_BY = {
    ConstraintKind.FINISH_NOT_AFTER,
    ConstraintKind.FINISH_ON,
    ConstraintKind.MUST_FINISH,
}
_EXACT = {ConstraintKind.START_NOT_BEFORE, ConstraintKind.FINISH_NOT_AFTER}


class _Carrying:
    """Carries one project over and counts what is left behind."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.day = project.options.day_ticks
        self.lost: dict[str, list[str]] = defaultdict(list)
        self.tasks = tuple(task for task in project.tasks if not task.summary)
        self.names = _calendar_names(project)
        leaves = leaf_numbers(project)
        self.leaves = {
            key: [self.tasks[at].id for at in numbers if not self.tasks[at].inactive]
            for key, numbers in leaves.items()
        }
        self.after: dict[str, list[Any]] = defaultdict(list)
        self.by_id = {task.id: task for task in self.tasks}
        self.hands = _resource_names(project)
        self.uses: dict[str, dict[str, int]] = defaultdict(dict)
        for one in project.assignments:
            if one.resource in self.hands and round(one.units) > 0:
                held = self.uses[one.task]
                name = self.hands[one.resource]
                held[name] = held.get(name, 0) + round(one.units)

    def document(self) -> dict[str, Any]:
        for link in self.project.links:
            self._link(link)
        options = self.project.options
        activities = [self._activity(task) for task in self.tasks if not task.inactive]
        used = {one["calendar"] for one in activities} | {EVERY_DAY}
        clocks = Clocks(self.project)
        calendars = {
            self.names[one.id]: _days_of(clocks.pattern(one.id))
            for one in self.project.calendars
            if self.names[one.id] in used
        }
        return {
            "guatu": 1,
            "id": self.project.id,
            "name": self.project.name,
            "start": first_day(options.planned_start or options.start).isoformat(),
            "target": self._target(),
            "data_date": None if options.data_date is None else _iso(options.data_date),
            "calendars": {**calendars, EVERY_DAY: {"week": "1111111"}},
            "resources": self._resources(),
            "activities": activities,
        }

    def _resources(self) -> dict[str, Any]:
        """Return capacities in percent; one that a single task exceeds is as large as that task asks."""
        asked: dict[str, int] = defaultdict(int)
        for held in self.uses.values():
            for name, units in held.items():
                asked[name] = max(asked[name], units)
        stated = {self.hands[one.id]: one for one in self.project.resources if one.id in self.hands}
        return {
            name: {"capacity": max(round(stated[name].units), most)} for name, most in asked.items()
        }

    def _target(self) -> str | None:
        options = self.project.options
        bound = options.must_finish if options.must_finish is not None else None
        if options.from_finish:
            bound = options.finish
        return None if bound is None else last_day(bound - 1, bound).isoformat()

    def _days(self, ticks: int, task: ProjectTask, *, elapsed: bool) -> int:
        length = DAY if elapsed else self.day
        if ticks % length:
            self.lost["project.plan_rounded"].append(task.name or task.id)
        return -(-ticks // length)

    def _activity(self, task: ProjectTask) -> dict[str, Any]:
        calendar = task.calendar or self.project.options.calendar
        elapsed = task.duration.elapsed
        stated: dict[str, Any] = {
            "id": task.id,
            "name": task.name or task.id,
            "days": self._days(task.duration.ticks, task, elapsed=elapsed),
            "calendar": EVERY_DAY if elapsed else self.names.get(calendar, EVERY_DAY),
            "after": self.after.get(task.id),
            "uses": self.uses.get(task.id),
            **self._bounds(task),
            **self._facts(task),
        }
        self._count_lost(task)
        return {key: value for key, value in stated.items() if value is not None}

    def _bounds(self, task: ProjectTask) -> dict[str, Any]:
        not_before: date | None = None
        latest = [] if task.deadline is None else [last_day(task.deadline - 1, task.deadline)]
        for one in (task.constraint, task.second_constraint):
            if one is None:
                continue
            if one.at is not None and one.kind in _NOT_BEFORE:
                not_before = max(not_before or first_day(one.at), first_day(one.at))
            elif one.at is not None and one.kind in _MUST_BY:
                latest.append(last_day(one.at - 1, one.at))
            if one.kind not in _EXACT and one.kind is not ConstraintKind.AS_SOON:
                self.lost["project.plan_constraint"].append(task.name or task.id)
        return {
            "not_before": None if not_before is None else not_before.isoformat(),
            "must_by": min(latest).isoformat() if latest else None,
        }

    def _facts(self, task: ProjectTask) -> dict[str, Any]:
        if task.actual_start is None:
            return {}
        found: dict[str, Any] = {"actual_start": _iso(task.actual_start)}
        if task.actual_finish is not None:
            found["actual_finish"] = last_day(task.actual_start, task.actual_finish).isoformat()
        elif task.percent:
            found["percent"] = min(round(task.percent), 100)
        return found

    def _count_lost(self, task: ProjectTask) -> None:
        name = task.name or task.id
        if task.parts:
            self.lost["project.plan_split"].append(name)
        if task.manual:
            self.lost["project.plan_manual"].append(name)
        if task.kind in {TaskKind.LEVEL_OF_EFFORT, TaskKind.WBS_SUMMARY}:
            self.lost["project.plan_stretched"].append(name)

    def _link(self, link: ProjectLink) -> None:
        befores, afters = self.leaves[link.before], self.leaves[link.after]
        for after in afters:
            for before in befores:
                self.after[after].append(self._stated_link(link, before, after))

    def _stated_link(self, link: ProjectLink, before: str, after: str) -> Any:
        ticks = link.lag
        if link.percent is not None:
            ticks = round(self.by_id[before].duration.ticks * link.percent / 100)
        lag = self._days(ticks, self.by_id[after], elapsed=link.elapsed)
        if link.kind is LinkType.FS and not lag:
            return before
        stated: dict[str, Any] = {"id": before, "type": link.kind.value}
        if lag:
            stated["lag"] = lag
        if lag and link.elapsed:
            stated["lag_calendar"] = EVERY_DAY
        return stated


def plan_of_project(project: Project) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the plan document of a project, and what it could not carry."""
    carrying = _Carrying(project)
    document = carrying.document()
    inactive = [task.name or task.id for task in carrying.tasks if task.inactive]
    if inactive:
        carrying.lost["project.plan_inactive"] = inactive
    told = tuple(_told(code, names) for code, names in sorted(carrying.lost.items()))
    return document, told


def _told(code: str, names: list[str]) -> Diagnostic:
    listed = list(dict.fromkeys(names))
    arguments = (("count", len(listed)), ("names", ", ".join(listed[:3])))
    return Diagnostic(code=code, severity=Severity.WARNING, arguments=arguments)


def _calendar_names(project: Project) -> dict[str, str]:
    """Return a name for each calendar; a name that occurs twice is followed by its number."""
    names: dict[str, str] = {}
    for one in project.calendars:
        name = one.name.strip() or one.id
        taken = set(names.values()) | {EVERY_DAY}
        names[one.id] = f"{name} {one.id}" if name in taken else name
    return names


def _resource_names(project: Project) -> dict[str, str]:
    """Return a name for each resource that works, by its id."""
    names: dict[str, str] = {}
    for one in project.resources:
        if one.works:
            name = one.name.strip() or one.id
            names[one.id] = f"{name} {one.id}" if name in set(names.values()) else name
    return names


def _days_of(pattern: ShiftPattern) -> dict[str, Any]:
    """Return a pattern of shifts as worked days: a week, runs off, days made up."""
    week = "".join("1" if runs else "0" for runs in pattern.week)
    off: list[list[str]] = []
    make_up: list[str] = []
    previous: date | None = None
    for place in sorted(pattern.days):
        day = moment_of(place).date()
        regular = bool(pattern.week[day.weekday()])
        if not pattern.days[place] and regular:
            if previous == day - timedelta(days=1):
                off[-1][1] = day.isoformat()
            else:
                off.append([day.isoformat(), day.isoformat()])
            previous = day
        elif pattern.days[place] and not regular:
            make_up.append(day.isoformat())
    stated: dict[str, Any] = {"week": week}
    if off:
        stated["off"] = off
    if make_up:
        stated["make_up"] = make_up
    return stated


def _iso(tick: int) -> str:
    return moment_of(tick).date().isoformat()
