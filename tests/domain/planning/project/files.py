"""Small fictional projects for the tests of project files, and the suite's cases."""

import gzip
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.shift_calendar import ShiftCalendar, ShiftException
from guatu.domain.planning.project.ticks import HOUR, MINUTE, moment_of, tick_of
from guatu.domain.planning.project.values import (
    Dialect,
    LinkType,
    Project,
    ProjectLink,
    ProjectOptions,
    ProjectSchedule,
    ProjectTask,
    TaskConstraint,
    TaskDates,
    WorkSpan,
)

_BESIDE = [one / "shared" / "planning" / "conformance" for one in Path(__file__).resolve().parents]
SUITE = next((one for one in _BESIDE if one.is_dir()), _BESIDE[5])
DAY = 8 * HOUR
OFFICE = ((8 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR))
NIGHT = ((0, 4 * HOUR), (20 * HOUR, 24 * HOUR))


def at(text: str) -> int:
    """Read a moment like ``2026-06-01 08:00``."""
    return tick_of(datetime.fromisoformat(text))


def said(tick: int) -> str:
    """Print a tick like ``06-01 08:00``."""
    return moment_of(tick).strftime("%m-%d %H:%M")


def calendar(
    name: str, runs: Any = OFFICE, days: int = 5, off: tuple[ShiftException, ...] = ()
) -> ShiftCalendar:
    week = tuple(runs if weekday < days else () for weekday in range(7))
    return ShiftCalendar(id=name, name=name, week=week, exceptions=off)


STANDARD = (calendar("std"), calendar("six", days=6), calendar("night", NIGHT, 7))


def task(name: str, days: float = 1, **stated: Any) -> ProjectTask:
    """Build a task that lasts so many days of eight hours."""
    if "duration" not in stated:
        stated["duration"] = WorkSpan(ticks=round(days * DAY))
    return ProjectTask(id=name, name=name, **stated)


def held(kind: Any, moment: str | None = None) -> TaskConstraint:
    return TaskConstraint(kind=kind, at=None if moment is None else at(moment))


def link(before: str, after: str, kind: Any = "FS", lag: float = 0, **stated: Any) -> ProjectLink:
    """Build a link with a lag in days of eight hours."""
    return ProjectLink(
        before=before, after=after, kind=LinkType(kind), lag=round(lag * DAY), **stated
    )


def project(
    tasks: list[ProjectTask],
    links: list[ProjectLink] | None = None,
    *,
    dialect: Dialect = Dialect.MICROSOFT,
    calendars: tuple[ShiftCalendar, ...] = STANDARD,
    **stated: Any,
) -> Project:
    """Build a project that starts on Monday 1 June 2026 at eight."""
    more = {key: stated.pop(key) for key in ("resources", "assignments") if key in stated}
    options = {"start": at("2026-06-01 08:00"), "calendar": "std"} | stated
    return Project(
        id="P",
        options=ProjectOptions(dialect=dialect, **options),
        calendars=calendars,
        tasks=tuple(tasks),
        links=tuple(links or ()),
        **more,
    )


def scheduled(*arguments: Any, **stated: Any) -> ProjectSchedule:
    answer, told = schedule_project(project(*arguments, **stated))
    assert answer is not None, told
    return answer


def early(one: TaskDates) -> str:
    return f"{said(one.early_start)} - {said(one.early_finish)}"


def late(one: TaskDates) -> str:
    return f"{said(one.late_start)} - {said(one.late_finish)}"


def days(ticks: int) -> float:
    return ticks / DAY


def minutes(ticks: int) -> float:
    return ticks / MINUTE


def suite_cases() -> list[dict[str, Any]]:
    """Return the suite's cases; the test is skipped where the suite is not at hand."""
    if not (SUITE / "index.json").is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI has no conformance suite at {SUITE}")
        pytest.skip(f"no conformance suite at {SUITE}")
    index = json.loads((SUITE / "index.json").read_text(encoding="utf-8"))
    return [_case(SUITE / "inputs" / one["input"]) for one in index["files"]]


def _case(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
