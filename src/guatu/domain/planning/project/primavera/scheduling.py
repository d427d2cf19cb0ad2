"""A project computed by the rules of Primavera P6."""

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.computed import ComputedNet
from guatu.domain.planning.project.level_of_effort import is_bar, without_bars
from guatu.domain.planning.project.net import net_of
from guatu.domain.planning.project.primavera.as_late import hang_late
from guatu.domain.planning.project.primavera.early import EarlyPass
from guatu.domain.planning.project.primavera.effort import efforts_of
from guatu.domain.planning.project.primavera.floats import free_float, total_float
from guatu.domain.planning.project.primavera.lags import lag_of
from guatu.domain.planning.project.primavera.late import LatePass
from guatu.domain.planning.project.values import Project, TaskDates


def primavera_dates(project: Project) -> ComputedNet | tuple[str, ...]:
    """Compute every leaf of a project; where tasks wait for each other return their ids."""
    clocks = Clocks(project)
    known = {one.id: one for one in project.tasks}
    net = net_of(without_bars(project), lambda link: lag_of(link, known, project.options, clocks))
    if net.circle:
        return net.circle
    efforts = efforts_of(project, clocks, net.tasks)
    rests = [
        one if task.actual_start is None else one.resting(task.remaining_ticks, task.duration.ticks)
        for one, task in zip(efforts, net.tasks, strict=True)
    ]
    early = EarlyPass(net, efforts, rests, project.options)
    early.run()
    numbers = range(len(net.tasks))
    ends = [early.finishes[at] for at in numbers if not is_bar(net.tasks[at])]
    last = max(ends, default=early.begin)
    must = project.options.must_finish
    late = LatePass(early, last if must is None else must, is_must=must is not None)
    late.run()
    hang_late(early, last if must is None else max(must, last))
    dates = [_dates(project, clocks, early, late, at, last) for at in numbers]
    return ComputedNet(
        net=net,
        dates=tuple(dates),
        starts=early.starts,
        finishes=early.finishes,
        asked=early.asked,
    )


def _dates(  # noqa: PLR0917 the two passes and the task they speak of
    project: Project, clocks: Clocks, early: EarlyPass, late: LatePass, at: int, last: int
) -> TaskDates:
    task = early.net.tasks[at]
    clock = ELAPSED if task.duration.elapsed else clocks.of(task.calendar)
    starts = early.starts[at], early.finishes[at]
    ends = late.starts[at], late.finishes[at]
    total = total_float(task, clock, starts, ends, project.options.total_float)
    return TaskDates(
        id=task.id,
        early_start=starts[0],
        early_finish=starts[1],
        late_start=ends[0],
        late_finish=ends[1],
        start=starts[0] if task.actual_start is None else task.actual_start,
        finish=starts[1] if task.actual_finish is None else task.actual_finish,
        total_float=total,
        free_float=free_float(early, at, clock, last),
        critical=task.actual_finish is None and total <= project.options.critical_below,
    )
