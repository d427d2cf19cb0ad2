"""A case of the conformance suite: another program's project in, its dates out.

The suite states a project as the JSON document that the reader of project files writes
too; the engine of ``guatu.domain.planning.project`` computes it.
"""

from typing import Any

from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.ticks import minutes_of, moment_of
from guatu.domain.planning.project.values import TaskDates

Case = dict[str, Any]


def solve(case: Case) -> dict[Any, dict[str, Any]]:
    """Return early and late dates and floats in minutes of every leaf task."""
    project = read_project(case)
    answer = None if project is None else schedule_project(project)[0]
    if answer is None:
        return {}
    dates = {one.id: one for one in answer.tasks}
    return {
        task["id"]: _printed(dates[str(task["id"])])
        for task in case["tasks"]
        if not task.get("summary") and str(task["id"]) in dates
    }


def _printed(one: TaskDates) -> dict[str, Any]:
    return {
        "early_start": _moment(one.early_start),
        "early_finish": _moment(one.early_finish),
        "late_start": _moment(one.late_start),
        "late_finish": _moment(one.late_finish),
        "total_float": minutes_of(one.total_float),
        "free_float": minutes_of(one.free_float),
    }


def _moment(tick: int) -> str:
    return moment_of(tick).isoformat(timespec="seconds")
