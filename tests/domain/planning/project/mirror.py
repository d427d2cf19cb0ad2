"""A project with time, calendars and links reversed: what was early becomes late."""

from dataclasses import replace
from datetime import date, timedelta

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.microsoft.early import EarlyPass
from guatu.domain.planning.project.microsoft.effort import Efforts
from guatu.domain.planning.project.microsoft.late import LatePass
from guatu.domain.planning.project.net import Role, net_of
from guatu.domain.planning.project.shift_calendar import (
    ShiftCalendar,
    ShiftException,
    mirrored,
)
from guatu.domain.planning.project.ticks import DAY
from guatu.domain.planning.project.values import LinkType, Project

KINDS = {
    LinkType.FS: LinkType.FS,
    LinkType.SS: LinkType.FF,
    LinkType.FF: LinkType.SS,
    LinkType.SF: LinkType.SF,
}
EPOCH = date(1970, 1, 1)


def core(project: Project) -> Project:
    """Return what has a mirror: no facts, dates or constraints, no summary led by its start."""
    summaries = {one.id for one in project.tasks if one.summary}
    tasks = tuple(
        replace(
            one,
            constraint=None,
            deadline=None,
            actual_start=None,
            actual_finish=None,
            resume=None,
            manual=False,
            start=None,
            finish=None,
            inactive=False,
        )
        for one in project.tasks
    )
    links = tuple(
        one
        for one in project.links
        if not ({one.before, one.after} & summaries and one.kind is not LinkType.FS)
    )
    return replace(project, tasks=tasks, links=links)


def reversed_project(project: Project) -> Project:
    clocks = Clocks(project)
    calendars = []
    for one in project.calendars:
        pattern = mirrored(clocks.pattern(one.id))
        exceptions = tuple(
            ShiftException(first=day, last=day, shifts=runs)
            for place, runs in pattern.days.items()
            for day in [EPOCH + timedelta(days=place // DAY)]
        )
        calendars.append(ShiftCalendar(id=one.id, week=pattern.week, exceptions=exceptions))
    links = tuple(
        replace(one, before=one.after, after=one.before, kind=KINDS[one.kind])
        for one in project.links
    )
    tasks = tuple(
        replace(one, parts=tuple((-end, -start) for start, end in reversed(one.parts)))
        for one in project.tasks
    )
    return replace(project, calendars=tuple(calendars), links=links, tasks=tasks)


def exchanged(project: Project, begin: int, end: int) -> None:
    """Assert that early and late dates of a project and of its mirror exchange exactly."""
    forth, back = _passes(project, begin, end, by_after=True)
    turned = reversed_project(project)
    other_forth, other_back = _passes(turned, -end, -begin, by_after=False)
    for node, role in enumerate(forth.net.roles):
        if role is not Role.TASK:
            continue
        assert forth.starts[node] == -other_back.finishes[node], forth.net.tasks[node]
        assert forth.finishes[node] == -other_back.starts[node], forth.net.tasks[node]
        assert back.starts[node] == -other_forth.finishes[node], forth.net.tasks[node]
        assert back.finishes[node] == -other_forth.starts[node], forth.net.tasks[node]


def _passes(
    project: Project, begin: int, end: int, *, by_after: bool
) -> tuple[EarlyPass, LatePass]:
    clocks = Clocks(project)
    tasks = {one.id: one for one in project.tasks}

    def lag(one):
        holder = tasks[one.after if by_after else one.before]
        whole = tasks[one.before if by_after else one.after].duration
        if one.percent is not None:
            return round(whole.ticks * one.percent / 100), clocks.of(holder.calendar)
        return one.lag, ELAPSED if one.elapsed else clocks.of(holder.calendar)

    net = net_of(project, lag)
    efforts = Efforts(project, clocks)
    options = replace(project.options, start=begin)
    floors: list[int | None] = [begin] * len(net.tasks)
    forth = EarlyPass(net, [efforts.of(one) for one in net.tasks], options, floors)
    forth.run()
    back = LatePass(forth, end, [None] * len(net.tasks))
    back.run()
    return forth, back
