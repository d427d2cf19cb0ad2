"""Bars that others stretch: level of effort, hammocks and WBS summaries take their span from others."""

from dataclasses import replace

from guatu.domain.planning.project.values import (
    LinkType,
    Project,
    ProjectTask,
    TaskDates,
    TaskKind,
)

_TO_START = {LinkType.FS, LinkType.SS}
_BY_FINISH = {LinkType.FS, LinkType.FF}
_BARS = {TaskKind.LEVEL_OF_EFFORT, TaskKind.WBS_SUMMARY}


def is_bar(task: ProjectTask) -> bool:
    """Tell whether a task takes its span from others."""
    return task.kind in _BARS


def without_bars(project: Project) -> Project:
    """Return the project without the links of bars: they follow others and hold nobody."""
    bars = {task.id for task in project.tasks if is_bar(task)}
    if not bars:
        return project
    links = (link for link in project.links if not bars.intersection((link.before, link.after)))
    return replace(project, links=tuple(links))


def stretched(project: Project, dates: dict[str, TaskDates]) -> dict[str, TaskDates]:
    """Return the dates with each bar spread between the tasks that its links name.

    A level of effort begins with the first task that leads to its start and ends with the last
    that leads to its finish; links that leave it name the other ends. A WBS summary
    spans the work of its node.
    """
    found = dict(dates)
    for task in project.tasks:
        if task.kind is TaskKind.LEVEL_OF_EFFORT and task.id in found:
            found[task.id] = _bar(project, task, found)
    for task in project.tasks:
        if task.kind is TaskKind.WBS_SUMMARY and task.id in found:
            found[task.id] = _spanned(project, task, found)
    return found


def _spanned(project: Project, task: ProjectTask, dates: dict[str, TaskDates]) -> TaskDates:
    """Return a WBS summary over all work below the node of the breakdown it stands in."""
    parents = {one.id: one.parent for one in project.tasks}

    def is_below(one: str | None) -> bool:
        while one is not None:
            one = parents.get(one)
            if one == task.parent:
                return True
        return task.parent is None

    bars = {one.id for one in project.tasks if one.kind is TaskKind.WBS_SUMMARY}
    below = [one for key, one in dates.items() if key not in bars and is_below(key)]
    if not below or task.actual_finish is not None:
        return dates[task.id]
    return replace(
        dates[task.id],
        early_start=min(one.early_start for one in below),
        early_finish=max(one.early_finish for one in below),
        late_start=min(one.late_start for one in below),
        late_finish=max(one.late_finish for one in below),
        start=min(one.start for one in below),
        finish=max(one.finish for one in below),
        free_float=0,
    )


def _bar(project: Project, task: ProjectTask, dates: dict[str, TaskDates]) -> TaskDates:
    if task.actual_finish is not None:
        return dates[task.id]
    begins: list[tuple[int, int]] = []
    ends: list[tuple[int, int]] = []
    for link in project.links:
        if link.after == task.id and link.before in dates:
            one = dates[link.before]
            to_start, by_finish = link.kind in _TO_START, link.kind in _BY_FINISH
        elif link.before == task.id and link.after in dates:
            one = dates[link.after]
            to_start, by_finish = (
                link.kind in {LinkType.SS, LinkType.SF},
                link.kind
                in {
                    LinkType.FF,
                    LinkType.SF,
                },
            )
        else:
            continue
        pair = (
            (one.early_finish, one.late_finish) if by_finish else (one.early_start, one.late_start)
        )
        (begins if to_start else ends).append(pair)
    own = dates[task.id]
    early = min((one[0] for one in begins), default=own.early_start)
    late = min((one[1] for one in begins), default=own.late_start)
    early_end = max(max((one[0] for one in ends), default=own.early_finish), early)
    late_end = max(max((one[1] for one in ends), default=own.late_finish), late)
    return replace(
        own,
        early_start=early,
        early_finish=early_end,
        late_start=late,
        late_finish=late_end,
        start=early if task.actual_start is None else task.actual_start,
        finish=early_end,
        free_float=0,
    )
