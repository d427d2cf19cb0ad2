"""Project files of other programs, read and written by a child process with a Java machine.

One call is one child: it starts, does its job and ends (about a second), so a file
that upsets the machine takes no process of the product with it.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from guatu.adapters.xer_calendars import unreadable_calendars
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, has_error
from guatu.domain.planning.project.days import iso
from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.ticks import minutes_of
from guatu.domain.planning.project.values import Project, ProjectSchedule

WRITABLE = frozenset({".xml", ".xer"})
_SECONDS = 300
Told = tuple[Diagnostic, ...]


def reads_projects() -> bool:
    """Tell whether the extra that reads project files is installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("jpype", "mpxj"))


def read_project_file(path: Path) -> tuple[Project | None, Told]:
    """Return the project of a file, or one diagnostic that says why there is none."""
    if not reads_projects():
        return None, (file_fault(path, "planning.formats_extra", suffix=path.suffix.lower()),)
    if not path.is_file():
        return None, (file_fault(path, "file.missing", name=str(path)),)
    answer = ask_machine(["read", str(path)])
    if "fault" in answer:
        return None, (file_fault(path, answer["fault"], detail=answer["detail"]),)
    document = answer["project"]
    try:
        project = read_project(document)
    except (ValueError, KeyError) as error:
        return None, (file_fault(path, "project.unreadable", detail=str(error)),)
    if project is None:
        return None, (file_fault(path, "project.empty", project=path.stem),)
    told = (*_doubts(path, project, answer), *_torn_calendars(path, project))
    return (None if has_error(told) else project), told


def _doubts(path: Path, project: Project, answer: dict[str, Any]) -> Told:
    """Tell of projects that were not read, and of what the reader skipped."""
    told: list[Diagnostic] = []
    if answer.get("others"):
        others = int(answer["others"])
        several = file_fault(
            path, "project.several", Severity.WARNING, name=project.name, others=others
        )
        told.append(several)
    if answer.get("ignored"):
        ignored: list[str] = answer["ignored"]
        skipped = file_fault(
            path, "project.skipped", Severity.WARNING, count=len(ignored), detail=ignored[0]
        )
        told.append(skipped)
    return tuple(told)


def _torn_calendars(path: Path, project: Project) -> Told:
    """Refuse calendars of tasks that the file holds torn, warn of others: none is replaced silently."""
    if path.suffix.lower() != ".xer":
        return ()
    torn = set(unreadable_calendars(path.read_bytes()))
    used = {task.calendar or project.options.calendar for task in project.tasks}
    return tuple(
        file_fault(
            path,
            "project.calendar_unreadable",
            Severity.ERROR if one.id in used else Severity.WARNING,
            calendar=one.name or one.id,
        )
        for one in project.calendars
        if one.id in torn
    )


def write_project_file(path: Path, out: Path, schedule: ProjectSchedule) -> Told:
    """Write the file ``path`` anew with the computed dates; ``out`` ends in .xml or .xer."""
    if out.suffix.lower() not in WRITABLE:
        return (file_fault(out, "project.cannot_write", suffix=out.suffix.lower() or out.name),)
    answer = ask_machine(["write", str(path), str(out)], json.dumps(dates_document(schedule)))
    if "fault" in answer:
        return (file_fault(out, answer["fault"], detail=answer["detail"]),)
    return ()


def dates_document(schedule: ProjectSchedule) -> dict[str, Any]:
    """Return the computed dates as the child process takes them: ISO moments, minutes of float."""
    fields = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
    return {
        "start": iso(schedule.start),
        "finish": iso(schedule.finish),
        "tasks": {
            one.id: {key: iso(getattr(one, key)) for key in fields}
            | {
                "total_float": minutes_of(one.total_float),
                "free_float": minutes_of(one.free_float),
                "critical": one.critical,
            }
            for one in schedule.tasks
        },
    }


def ask_machine(arguments: list[str], given: str = "") -> dict[str, Any]:
    """Let a child process do one job; returns its answer, or a ``fault`` with its ``detail``."""
    command = [sys.executable, "-m", "guatu.adapters.project_machine", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 our own module, the file name is one argument
            command, input=given, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {"fault": "project.unreadable", "detail": f"{_SECONDS} s"}
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        lines = done.stderr.strip().splitlines() or [f"exit {done.returncode}"]
        return {"fault": "project.unreadable", "detail": lines[-1][:200]}
    assert isinstance(answer, dict)
    return answer


def file_fault(
    path: Path, code: str, severity: Severity = Severity.ERROR, **arguments: str | int
) -> Diagnostic:
    """Return a diagnostic of a file."""
    return Diagnostic(
        code=code, severity=severity, source=path.name, arguments=tuple(arguments.items())
    )
