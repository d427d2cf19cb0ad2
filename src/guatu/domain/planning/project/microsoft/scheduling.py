"""A project computed by the rules of Microsoft Project."""

from dataclasses import replace

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.computed import ComputedNet
from guatu.domain.planning.project.microsoft.early import EarlyPass
from guatu.domain.planning.project.microsoft.effort import Efforts
from guatu.domain.planning.project.microsoft.late import LatePass
from guatu.domain.planning.project.microsoft.slack import free_slack, total_slack
from guatu.domain.planning.project.net import Edge, Net, net_of
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import (
    ConstraintKind,
    Project,
    ProjectLink,
    ProjectTask,
    TaskDates,
)


class MicrosoftPlan:
    """One project laid out for the passes of Microsoft Project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.clocks = Clocks(project)
        self._tasks = {one.id: one for one in project.tasks}
        self.net: Net = net_of(project, self._lag)
        efforts = Efforts(project, self.clocks)
        self.efforts = [efforts.of(task) for task in self.net.tasks]

    def _lag(self, link: ProjectLink) -> tuple[int, WorkingClock]:
        """Return a lag and its clock: the successor's calendar."""
        if link.elapsed:
            return link.lag, ELAPSED
        after = self._tasks[link.after]
        lag = link.lag
        if link.percent is not None:
            before = self._tasks[link.before].duration
            lag = round(before.ticks * link.percent / 100)
            if before.elapsed:
                return lag, ELAPSED
        return lag, self.clocks.of(after.calendar)

    def clock(self, task: ProjectTask) -> WorkingClock:
        """Return the clock on which floats of a task are counted."""
        return ELAPSED if task.duration.elapsed else self.clocks.of(task.calendar)

    def bounds(self) -> tuple[list[int | None], list[int | None]]:
        """Return the floors and ceilings that summaries put on their leaves."""
        size = len(self.net.tasks)
        floors: list[int | None] = [None] * size
        ceilings: list[int | None] = [None] * size
        for task in self.project.tasks:
            at = task.constraint.at if task.summary and task.constraint else None
            if at is None or task.constraint is None:
                continue
            for leaf in self.net.leaves[task.id]:
                if task.constraint.kind is ConstraintKind.START_NOT_BEFORE:
                    floors[leaf] = max(floors[leaf] or at, at)
                elif task.constraint.kind is ConstraintKind.FINISH_NOT_AFTER:
                    ceilings[leaf] = min(ceilings[leaf] or at, at)
        return floors, ceilings


def microsoft_dates(project: Project) -> ComputedNet | tuple[str, ...]:
    """Compute every leaf of a project; where tasks wait for each other return their ids."""
    plan = MicrosoftPlan(project)
    if plan.net.circle:
        return plan.net.circle
    early, late = _passes(plan)
    hanging = _hanging(plan, late)
    if hanging:
        early.run(hanging)
    numbers = range(len(plan.net.tasks))
    return ComputedNet(
        net=plan.net,
        dates=tuple(_dates(plan, early, late, at, hanging) for at in numbers),
        starts=early.starts,
        finishes=early.finishes,
        asked=early.asked,
    )


def _passes(plan: MicrosoftPlan) -> tuple[EarlyPass, LatePass]:
    """Run both passes; from the finish the backward pass tells where the project begins."""
    options = plan.project.options
    floors, ceilings = plan.bounds()
    early = EarlyPass(plan.net, plan.efforts, options, floors)
    early.run()
    numbers = range(len(plan.net.tasks))
    ends = [early.finishes[at] for at in numbers if not plan.net.tasks[at].inactive]
    finish = max(ends, default=options.start)
    if not options.from_finish or options.finish is None:
        late = LatePass(early, finish, ceilings)
        late.run()
        return early, late
    late = LatePass(early, options.finish, ceilings)
    late.run()
    begin = min((late.starts[at] for at in numbers), default=options.finish)
    early = EarlyPass(plan.net, plan.efforts, replace(options, start=begin), floors)
    early.run()
    late = LatePass(early, options.finish, ceilings)
    late.run()
    return early, late


def _hanging(plan: MicrosoftPlan, late: LatePass) -> dict[int, tuple[int, int]]:
    """Return the late dates of the tasks that start as late as possible."""
    found = {}
    for at, task in enumerate(plan.net.tasks):
        kind = task.constraint.kind if task.constraint else None
        if kind is ConstraintKind.AS_LATE and task.actual_start is None:
            found[at] = (late.starts[at], late.finishes[at])
    return found


def _dates(
    plan: MicrosoftPlan,
    early: EarlyPass,
    late: LatePass,
    at: int,
    hanging: dict[int, tuple[int, int]],
) -> TaskDates:
    task = plan.net.tasks[at]
    clock = plan.clock(task)
    starts = early.starts[at], early.finishes[at]
    ends = late.starts[at], late.finishes[at]
    total = total_slack(task, clock, starts, ends, plan.project.options.total_float)
    placed = hanging.get(at, starts)
    if plan.project.options.from_finish and task.actual_start is None:
        placed = ends
    links = _own_links(plan, early, at, hanging)
    return TaskDates(
        id=task.id,
        early_start=starts[0],
        early_finish=starts[1],
        late_start=ends[0],
        late_finish=ends[1],
        start=placed[0],
        finish=placed[1],
        total_float=total,
        free_float=free_slack(task, clock, total, placed, links),
        critical=total <= plan.project.options.critical_below and task.actual_finish is None,
    )


def _own_links(
    plan: MicrosoftPlan, early: EarlyPass, at: int, hanging: dict[int, tuple[int, int]]
) -> list[tuple[Edge, ProjectTask, tuple[int, int]]]:
    found = []
    for edge in plan.net.leaving[at]:
        if edge.after >= len(plan.net.tasks):
            continue
        after = plan.net.tasks[edge.after]
        dates = hanging.get(edge.after, (early.starts[edge.after], early.finishes[edge.after]))
        found.append((edge, after, dates))
    return found
