"""Writes a fictional project in the formats of other programs: ``python -m tests.adapters.project_samples OUT …``.

Runs as a child process, for it starts a Java machine.
"""

import sys
from pathlib import Path
from typing import Any

import jpype
import mpxj  # noqa: F401 puts its archives on the path of the machine

WRITERS = {
    ".xml": "org.mpxj.mspdi.MSPDIWriter",
    ".xer": "org.mpxj.primavera.PrimaveraXERFileWriter",
    ".pmxml": "org.mpxj.primavera.PrimaveraPMFileWriter",
    ".mpx": "org.mpxj.mpx.MPXWriter",
}


def java(name: str) -> Any:
    return jpype.JClass(name)


def sample() -> Any:
    """A bridge of five tasks under two summaries, with a day off, a lag, a date and a fact."""
    days, units = java("org.mpxj.Duration"), java("org.mpxj.TimeUnit")
    moment, day = java("java.time.LocalDateTime").of, java("java.time.LocalDate").of
    kinds, activity = java("org.mpxj.RelationType"), java("org.mpxj.ActivityType")
    project = java("org.mpxj.ProjectFile")()
    calendar = project.addDefaultBaseCalendar()
    calendar.addCalendarException(day(2026, 6, 4))
    project.setDefaultCalendar(calendar)
    properties = project.getProjectProperties()
    properties.setStartDate(moment(2026, 6, 1, 8, 0))
    properties.setProjectTitle("River bridge")
    top = project.addTask()
    top.setName("River bridge")

    def task(name: str, length: float) -> Any:
        one = top.addTask()
        one.setName(name)
        lasting = days.getInstance(length, units.DAYS)
        one.setDuration(lasting)
        one.setPlannedDuration(lasting)
        one.setRemainingDuration(lasting)
        one.setActualDuration(days.getInstance(0, units.DAYS))
        one.setActivityType(activity.TASK_DEPENDENT)
        one.setCalendar(calendar)
        return one

    survey, piles, deck = task("Survey", 3), task("Piles", 5), task("Deck", 4)
    paint, opened = task("Paint", 2), task("Opened", 0)
    opened.setMilestone(True)
    opened.setActivityType(activity.FINISH_MILESTONE)
    relation = java("org.mpxj.Relation").Builder

    def follow(after: Any, before: Any, kind: Any = kinds.FINISH_START, lag: float = 0) -> None:
        after.addPredecessor(
            relation().predecessorTask(before).type(kind).lag(days.getInstance(lag, units.DAYS))
        )

    follow(piles, survey)
    follow(deck, piles, kinds.START_START, 2)
    follow(paint, deck)
    follow(opened, paint)
    follow(opened, piles, kinds.FINISH_FINISH)
    paint.setConstraintType(java("org.mpxj.ConstraintType").START_NO_EARLIER_THAN)
    paint.setConstraintDate(moment(2026, 6, 22, 8, 0))
    opened.setDeadline(moment(2026, 6, 24, 17, 0))
    return project


def main() -> None:
    jpype.startJVM()
    project = sample()
    for name in sys.argv[1:]:
        java(WRITERS[Path(name).suffix])().write(project, name)


if __name__ == "__main__":
    main()
