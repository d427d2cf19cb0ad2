"""Which calendar a P6 activity works on: its own; resource dependent ones that of each resource."""

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.effort import Effort
from guatu.domain.planning.project.values import Project, ProjectTask, TaskKind


def efforts_of(project: Project, clocks: Clocks, tasks: tuple[ProjectTask, ...]) -> list[Effort]:
    """Return the whole effort of each task."""
    resources = {one.id: one for one in project.resources if one.works}
    assigned: dict[str, list[Effort]] = {}
    for one in project.assignments:
        if one.resource in resources and one.units > 0:
            clock = clocks.of(resources[one.resource].calendar)
            piece = Effort(((clock, round(one.work * 100 / one.units)),))
            assigned.setdefault(one.task, []).append(piece)
    found = []
    for task in tasks:
        pieces = assigned.get(task.id)
        if task.kind is TaskKind.RESOURCE_DEPENDENT and pieces:
            found.append(Effort(tuple(piece for one in pieces for piece in one.pieces)))
        else:
            own = ELAPSED if task.duration.elapsed else clocks.of(task.calendar)
            found.append(Effort(((own, task.duration.ticks),)))
    return found
