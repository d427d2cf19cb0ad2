"""Random projects computed by MPXJ's two schedulers and by us, in one run: a peer as oracle.

Usage: ``guatu bench project_peers [PROJECTS]`` (a kind; default 60). Needs Java. The
peer has faults of its own (a finish that is not start plus duration where a start
constraint meets FF or SF, two lags where one is left after a finish), so that some
per cent of difference in the kinds with constraints are no fault of ours.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from guatu.adapters.project_extract import project_document
from guatu.adapters.project_fill import java
from guatu.domain.planning.project.clocks import Clocks
from guatu.domain.planning.project.document import read_project
from guatu.domain.planning.project.scheduling import schedule_project
from guatu.domain.planning.project.ticks import MINUTE, tick_of
from guatu.domain.planning.project.values import Project, TaskDates

OFFICE = ((8, 12), (13, 17))
SHIFTS = (OFFICE, ((8, 16),), ((7, 11), (12, 18)))
LINKS = ("FINISH_START", "START_START", "FINISH_FINISH", "START_FINISH")
CONSTRAINTS = ("START_NO_EARLIER_THAN", "FINISH_NO_LATER_THAN", "START_ON", "FINISH_ON")
MOMENTS = ("early_start", "early_finish", "late_start", "late_finish")
KINDS: dict[str, dict[str, Any]] = {
    "P6, one shift": {"p6": True},
    "P6, three shifts": {"p6": True, "shifts": SHIFTS},
    "P6, as late as possible": {"p6": True, "late": 0.15},
    "P6, must finish": {"p6": True, "must": True},
    "P6, constraints": {"p6": True, "must": True, "constrained": 0.15},
    "P6, finished and begun work": {"p6": True, "begun": True},
    "Microsoft, one shift": {"p6": False},
    "Microsoft, as late as possible": {"p6": False, "late": 0.15},
}


def run(arguments: list[str]) -> int:
    """Print the share of equal tasks by kind, and the fields that differ most."""
    import jpype
    import mpxj  # noqa: F401 puts its archives on the path of the machine

    count = int(arguments[0]) if arguments else 60
    jpype.startJVM("-Xmx1g")
    print(f"{'kind':32s} {'tasks':>6s} {'equal':>6s}  share   most frequent difference")
    for name, kind in KINDS.items():
        found: Counter[str] = Counter()
        for seed in range(count):
            found.update(_compared(kind, random.Random(seed)))
        equal, total = found.pop("equal", 0), found.total()
        most = ", ".join(f"{fields} {number}" for fields, number in found.most_common(1))
        share = 100 * equal / max(total + equal, 1)
        print(f"{name:32s} {total + equal:6d} {equal:6d}  {share:5.2f} %  {most}")
    return 0


def _compared(kind: dict[str, Any], chance: random.Random) -> Iterator[str]:
    """Yield for each task of a random project ``equal`` or the fields that differ."""
    made = _Random(kind, chance).project()
    project = read_project(project_document(made, "random"))
    assert project is not None
    answer, _told = schedule_project(project)
    assert answer is not None
    name = "PrimaveraScheduler" if kind["p6"] else "MicrosoftScheduler"
    try:
        java(f"org.mpxj.cpm.{name}")().schedule(made, _at(1))
    except java("org.mpxj.cpm.CpmException"):
        return
    ours = {one.id: one for one in answer.tasks}
    for task in made.getTasks():
        found = ours[str(task.getUniqueID())]
        yield " ".join(_differing(task, found, made, project)) or "equal"


def _differing(task: Any, ours: TaskDates, made: Any, project: Project) -> Iterator[str]:
    calendar = next(one.calendar for one in project.tasks if one.id == ours.id)
    clock = Clocks(project).of(calendar)
    stated = {
        "early_start": task.getEarlyStart(),
        "early_finish": task.getEarlyFinish(),
        "late_start": task.getLateStart(),
        "late_finish": task.getLateFinish(),
    }
    for key in MOMENTS:
        theirs = tick_of(datetime.fromisoformat(str(stated[key])[:19]))
        if clock.before(theirs) != clock.before(getattr(ours, key)):
            yield key
    minutes, properties = java("org.mpxj.TimeUnit").MINUTES, made.getProjectProperties()
    for key, slack in (("total", task.getTotalSlack()), ("free", task.getFreeSlack())):
        theirs = slack.convertUnits(minutes, properties).getDuration() * MINUTE
        if abs(theirs - getattr(ours, f"{key}_float")) > MINUTE:
            yield f"{key}_float"


def _at(day: int, hour: int = 8, month: int = 6) -> Any:
    return java("java.time.LocalDateTime").of(2026, month, 1, hour, 0).plusDays(day - 1)


def _hours(hours: float) -> Any:
    return java("org.mpxj.Duration").getInstance(float(hours), java("org.mpxj.TimeUnit").HOURS)


class _Random:
    """Builds one random project of a kind."""

    def __init__(self, kind: dict[str, Any], chance: random.Random) -> None:
        self.kind = kind
        self.chance = chance
        self.made = java("org.mpxj.ProjectFile")()
        self.data_date = _at(chance.randint(8, 20)) if kind.get("begun") else _at(-10)

    def project(self) -> Any:
        """Return the project, with P6's own way of counting floats where it is P6's."""
        calendars = [self._calendar(number) for number in range(3)]
        self.made.setDefaultCalendar(calendars[0])
        properties = self.made.getProjectProperties()
        properties.setFileType("XER" if self.kind["p6"] else "MPP")
        properties.setStartDate(_at(1))
        properties.setHonorConstraints(java("java.lang.Boolean").TRUE)
        if self.kind["p6"]:
            properties.setPlannedStart(_at(1))
            properties.setStatusDate(self.data_date)
            counting = java("org.mpxj.cpm.PrimaveraSlackCalculator")(self.made)
            self.made.getProjectConfig().setSlackClaculator(counting)
        if self.kind.get("must"):
            properties.setMustFinishBy(
                _at(self.chance.randint(1, 28), 0, self.chance.randint(8, 12))
            )
        size = self.chance.randint(4, 25)
        tasks = [self._task(at, size, self.chance.choice(calendars)) for at in range(size)]
        for after in range(1, size):
            for before in self.chance.sample(range(after), min(after, self.chance.randint(0, 3))):
                self._link(tasks[before], tasks[after])
        return self.made

    def _calendar(self, number: int) -> Any:
        days = self.chance.choice([5, 5, 6, 7])
        shift = self.chance.choice(self.kind.get("shifts", (OFFICE,)))
        calendar = self.made.addCalendar()
        calendar.setName(f"C{number}")
        hour, kinds = java("java.time.LocalTime").of, java("org.mpxj.DayType")
        for at, day in enumerate(java("java.time.DayOfWeek").values()):
            calendar.setCalendarDayType(day, kinds.WORKING if at < days else kinds.NON_WORKING)
            hours = calendar.addCalendarHours(day)
            for start, end in shift if at < days else ():
                hours.add(java("org.mpxj.LocalTimeRange")(hour(start, 0), hour(end, 0)))
        for _ in range(self.chance.randint(0, 5)):
            closed = _at(self.chance.randint(1, 150)).toLocalDate()
            calendar.addCalendarException(closed)
        return calendar

    def _task(self, at: int, size: int, calendar: Any) -> Any:
        kinds, chance = java("org.mpxj.ActivityType"), self.chance
        is_moment = chance.random() < 0.1
        hours = 0 if is_moment else chance.choice([4, 8, 8, 16, 24, 40, 80])
        task = self.made.addTask()
        task.setName(f"T{at}")
        task.setCalendar(calendar)
        task.setMilestone(is_moment)
        moments = [kinds.START_MILESTONE, kinds.FINISH_MILESTONE]
        task.setActivityType(chance.choice(moments) if is_moment else kinds.TASK_DEPENDENT)
        for setter in ("setDuration", "setPlannedDuration", "setRemainingDuration"):
            getattr(task, setter)(_hours(hours))
        task.setActualDuration(_hours(0))
        task.setTaskMode(java("org.mpxj.TaskMode").AUTO_SCHEDULED)
        self._bind(task)
        if self.kind.get("begun") and at < size / 2 and hours:
            self._begin(task, calendar, hours)
        return task

    def _bind(self, task: Any) -> None:
        kinds = java("org.mpxj.ConstraintType")
        task.setConstraintType(kinds.AS_SOON_AS_POSSIBLE)
        drawn = self.chance.random()
        late = self.kind.get("late", 0)
        if drawn < late:
            task.setConstraintType(kinds.AS_LATE_AS_POSSIBLE)
        elif drawn < late + self.kind.get("constrained", 0):
            name = self.chance.choice(CONSTRAINTS)
            task.setConstraintType(getattr(kinds, name))
            day = self.chance.randint(1, 60)
            task.setConstraintDate(_at(day, 17 if "FINISH" in name else 8))

    def _begin(self, task: Any, calendar: Any, hours: int) -> None:
        start = calendar.getNextWorkStart(_at(self.chance.randint(1, 7)))
        worked = float(
            calendar.getWork(start, self.data_date, java("org.mpxj.TimeUnit").HOURS).getDuration()
        )
        drawn = self.chance.random()
        if drawn < 0.35 and worked >= hours:
            task.setActualStart(start)
            task.setActualFinish(calendar.getDate(start, _hours(hours)))
            task.setRemainingDuration(_hours(0))
            task.setActualDuration(_hours(hours))
            task.setPercentageComplete(java("java.lang.Double").valueOf(100.0))
        elif drawn < 0.75 and 0 < worked < hours:
            task.setActualStart(start)
            task.setRemainingDuration(_hours(hours - worked))
            task.setActualDuration(_hours(worked))
            task.setPercentageComplete(java("java.lang.Double").valueOf(100 * worked / hours))

    def _link(self, before: Any, after: Any) -> None:
        kind = self.chance.choices(LINKS, [6, 2, 2, 0.3])[0]
        lag = _hours(self.chance.choice([0, 0, 0, 8, 16]))
        stated = java("org.mpxj.Relation").Builder().predecessorTask(before).lag(lag)
        after.addPredecessor(stated.type(getattr(java("org.mpxj.RelationType"), kind)))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
