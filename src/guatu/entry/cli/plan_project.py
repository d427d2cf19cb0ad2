"""``guatu plan`` of another program's project file: its dates to the minute, compared, written back."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from guatu.adapters.project_files import WRITABLE, read_project_file, write_project_file
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.project.answer import answer_document
from guatu.domain.planning.project.comparison import (
    FLOATS,
    DateComparison,
    DateDifference,
    compare_dates,
)
from guatu.domain.planning.project.days import iso
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.ticks import minutes_of
from guatu.domain.planning.project.values import ProjectSchedule
from guatu.entry.cli.outlet import Outlet

SHOWN = 40


def run_project(arguments: argparse.Namespace, out: Outlet) -> int:
    """Schedule one project file; 0 also where dates differ or the project is late."""
    path, output = arguments.file, arguments.output
    if output is not None and output.suffix.lower() not in WRITABLE:
        told = (("suffix", output.suffix.lower() or output.name),)
        return out.diagnostics([Diagnostic(code="project.cannot_write", arguments=told)])
    project, found = read_project_file(path)
    if project is None:
        return out.diagnostics(found)
    schedule, told_of_dates = schedule_project(project)
    found = (*found, *(replace(one, source=path.name) for one in told_of_dates))
    if schedule is None:
        return out.diagnostics(found)
    compared = compare_dates(schedule) if arguments.compare else None
    if compared is not None and not compared.tasks:
        return out.diagnostics(
            [*found, Diagnostic(code="project.nothing_stored", source=path.name)]
        )
    if output is not None:
        found = (*found, *write_project_file(path, output, schedule))
    status = out.diagnostics(found)
    if status:
        return status
    if arguments.json:
        document = answer_document(schedule, target=arguments.target)
        if compared is not None:
            document["comparison"] = comparison_document(compared)
        document["diagnostics"] = list(_told(found, out.messages))
        out.json(document)
        return 0
    lines = _lines if compared is None else _compared_lines
    for line in lines(schedule, compared, out.messages):
        out.text(line)
    if output is not None:
        out.text(out.messages.words("project.print.written", {"name": output.name}))
    return 0


def comparison_document(compared: DateComparison) -> dict[str, Any]:
    """Return a comparison as plain data: counts, and each difference in file order."""
    equal = dict(compared.equal)
    return {
        "tasks": compared.tasks,
        "equal": compared.equal_tasks,
        "fields": {
            field: {"compared": count, "equal": equal[field]} for field, count in compared.compared
        },
        "differences": [
            {"task": one.task, "name": one.name, "field": one.field}
            | {"ours": _value(one, one.ours), "stored": _value(one, one.stored)}
            for one in compared.differences
        ],
    }


def _value(one: DateDifference, ticks: int) -> str | float:
    return minutes_of(ticks) if one.field in FLOATS else iso(ticks)


def _told(found: Iterable[Diagnostic], messages: Messages) -> Iterator[dict[str, Any]]:
    for one in found:
        yield {
            "severity": one.severity.value,
            "code": one.code,
            "message": messages.of(one),
            "position": one.position,
        }


def _head(schedule: ProjectSchedule, messages: Messages) -> str:
    project = schedule.project
    words: dict[str, str | int | float] = {
        "name": project.name or project.id,
        "dialect": project.options.dialect.value,
        "start": iso(schedule.start),
        "finish": iso(schedule.finish),
    }
    return messages.words("project.print.head", words)


def _lines(
    schedule: ProjectSchedule, _compared: DateComparison | None, messages: Messages
) -> Iterator[str]:
    """Render the dates for people: one row a task, moments to the minute."""
    names = {task.id: task.name for task in schedule.project.tasks}
    yield _head(schedule, messages)
    yield messages.words("project.print.columns", {})
    for one in schedule.tasks:
        dates = (one.early_start, one.early_finish, one.late_start, one.late_finish)
        cells = [one.id, *(iso(tick) for tick in dates)]
        cells += [f"{minutes_of(ticks):g}" for ticks in (one.total_float, one.free_float)]
        yield "\t".join([*cells, "*" if one.critical else "", names[one.id]])


def _compared_lines(
    schedule: ProjectSchedule, compared: DateComparison | None, messages: Messages
) -> Iterator[str]:
    """Render a comparison: the share of equal tasks, counts by field, the first differences."""
    assert compared is not None
    yield _head(schedule, messages)
    counted: dict[str, str | int | float] = {
        "equal": compared.equal_tasks,
        "tasks": compared.tasks,
    }
    yield messages.words("project.print.compared", counted)
    equal = dict(compared.equal)
    for field, count in compared.compared:
        shares: dict[str, str | int | float] = {
            "field": field,
            "equal": equal[field],
            "compared": count,
        }
        yield messages.words("project.print.field", shares)
    for one in compared.differences[:SHOWN]:
        values: dict[str, str | int | float] = {
            "task": one.task,
            "name": one.name,
            "field": one.field,
            "ours": _value(one, one.ours),
            "stored": _value(one, one.stored),
        }
        yield messages.words("project.print.difference", values)
    if len(compared.differences) > SHOWN:
        yield messages.words("project.print.more", {"count": len(compared.differences) - SHOWN})
