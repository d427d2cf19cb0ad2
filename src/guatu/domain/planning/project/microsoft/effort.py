"""Which calendars a task of Microsoft Project works on, and for how long.

Without people at work, or with a fixed duration, the duration runs on the calendar of
the task (else of the project). Otherwise each assignment runs on its resource's
calendar, cut by the task's own where it has one and does not ignore the resources.
"""

from collections import defaultdict
from collections.abc import Sequence

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.ticks import MINUTE
from guatu.domain.planning.project.values import (
    Project,
    ProjectResource,
    ProjectTask,
    TaskAssignment,
)


class Efforts:
    """Finds the effort of each task of a project."""

    def __init__(self, project: Project, clocks: Clocks) -> None:
        self._clocks = clocks
        self._resources = {one.id: one for one in project.resources}
        self._assigned: dict[str, list[TaskAssignment]] = defaultdict(list)
        for one in project.assignments:
            resource = self._resources.get(one.resource)
            if resource is not None and resource.works and one.units > 0:
                self._assigned[one.task].append(one)

    def of(self, task: ProjectTask) -> Effort:
        """Return what a task takes, from its first moment to its last."""
        ticks = task.duration.ticks
        if task.duration.elapsed:
            return Effort(((ELAPSED, ticks),))
        clocks = self._working(task)
        if not clocks:
            own = self._clocks.of(task.calendar)
            return Effort(((own, _spread(task, own, ticks)),))
        return self._of_people(task, clocks, ticks)

    def _working(self, task: ProjectTask) -> list[tuple[WorkingClock, TaskAssignment]]:
        if task.fixed_duration or (task.ignores_resources and task.calendar is not None):
            return []
        return [
            (self._clock(task, self._resources[one.resource]), one)
            for one in self._assigned[task.id]
        ]

    def _clock(self, task: ProjectTask, resource: ProjectResource) -> WorkingClock:
        if task.calendar is None or resource.calendar is None:
            return self._clocks.of(resource.calendar or task.calendar)
        return self._clocks.shared(task.calendar, resource.calendar)

    def _of_people(
        self, task: ProjectTask, clocks: Sequence[tuple[WorkingClock, TaskAssignment]], ticks: int
    ) -> Effort:
        lasting: dict[WorkingClock, int] = {}
        for clock, one in clocks:
            alone = round(one.work * 100 / one.units)
            lasting[clock] = max(lasting.get(clock, 0), alone)
        longest = max(lasting.values())
        even = all(one.even for _, one in clocks) and not task.parts
        if even and 0 < longest <= ticks and (len(lasting) > 1 or longest < ticks * 0.9):
            return Effort(tuple(lasting.items()))
        if len(lasting) == 1:
            clock = next(iter(lasting))
        else:
            clock = self._clocks.united(self._resources[one.resource].calendar for _, one in clocks)
        return Effort(((clock, _spread(task, clock, ticks)),))


def _spread(task: ProjectTask, clock: WorkingClock, ticks: int) -> int:
    """Return the ticks from first to last piece of a split task, pauses included.

    A pause of less than a minute is a rounding of the file, not a pause.
    """
    if not task.parts:
        return ticks
    first, last = task.parts[0][0], task.parts[-1][1]
    worked = sum(clock.before(end) - clock.before(start) for start, end in task.parts)
    pause = clock.before(last) - clock.before(first) - worked
    return ticks + pause if pause >= MINUTE else ticks
