"""Schedules a project by the rules of the program it comes from."""

from dataclasses import replace

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.planning.project.clocks import Clocks
from guatu.domain.planning.project.computed import ComputedNet
from guatu.domain.planning.project.driving import driving_edges, float_chains, longest_path
from guatu.domain.planning.project.level_of_effort import stretched
from guatu.domain.planning.project.microsoft.scheduling import microsoft_dates
from guatu.domain.planning.project.primavera.scheduling import primavera_dates
from guatu.domain.planning.project.summaries import with_summaries
from guatu.domain.planning.project.ticks import FAR
from guatu.domain.planning.project.values import Dialect, Project, ProjectSchedule, ProjectTask

NEAR_CHAINS = 5
_LATEST = FAR // 4


def schedule_project(
    project: Project,
) -> tuple[ProjectSchedule | None, tuple[Diagnostic, ...]]:
    """Compute all dates of a project.

    Returns None and the reasons where it cannot be: tasks that wait for each other,
    a calendar that never works, no task at all.
    """
    leaves = [task for task in project.tasks if not task.summary]
    if not leaves:
        return None, (_fault("project.empty", project=project.name or project.id),)
    told = _calendar_faults(project, leaves)
    if any(one.severity is Severity.ERROR for one in told):
        return None, told
    primavera = project.options.dialect is Dialect.PRIMAVERA
    computed = (primavera_dates if primavera else microsoft_dates)(_workable(project))
    if isinstance(computed, tuple):
        names = {task.id: task.name or task.id for task in leaves}
        circle = ", ".join(names[one] for one in computed[:12])
        return None, (*told, _fault("project.circle", tasks=circle))
    beyond = next((one.id for one in computed.dates if abs(one.early_finish) > _LATEST), None)
    if beyond is not None:
        return None, (*told, _fault("project.never_finishes", task=beyond))
    return _answer(project, computed), told


def _answer(project: Project, computed: ComputedNet) -> ProjectSchedule:
    net = computed.net
    driving = driving_edges(net, computed.starts, computed.asked)
    longest = longest_path(net, computed.finishes, driving)
    by_path = project.options.longest_path
    leaves = {}
    for at, one in enumerate(computed.dates):
        on_path = at in longest
        critical = on_path if by_path else one.critical
        leaves[one.id] = replace(one, longest_path=on_path, critical=critical)
    leaves = stretched(project, leaves)
    dates = with_summaries(project, leaves)
    active = [leaves[task.id] for task in net.tasks if not task.inactive] or list(leaves.values())
    links = {id(edge.link): edge.link for edge in driving}
    floats = [one.total_float for one in computed.dates]
    return ProjectSchedule(
        project=project,
        start=min(one.start for one in active),
        finish=max(one.finish for one in active),
        tasks=dates,
        driving=tuple(links.values()),
        chains=float_chains(net, floats, driving, most=NEAR_CHAINS),
    )


def _fault(code: str, severity: Severity = Severity.ERROR, **arguments: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, arguments=tuple(arguments.items()))


def _calendar_faults(project: Project, leaves: list[ProjectTask]) -> tuple[Diagnostic, ...]:
    """Refuse a calendar of tasks that never works, warn of one of a resource."""
    clocks = Clocks(project)
    named = {one.id: one.name or one.id for one in project.calendars}
    used = {task.calendar or project.options.calendar for task in leaves}
    of_tasks = [one for one in named if one in used and clocks.pattern(one).never]
    held = {one.calendar for one in project.resources if one.works and one.calendar in named}
    idle = [one for one in named if one in held - used and clocks.pattern(one).never]
    return (
        *(_fault("project.calendar_never_works", calendar=named[one]) for one in of_tasks),
        *(
            _fault("project.resource_never_works", Severity.WARNING, calendar=named[one])
            for one in idle
        ),
    )


def _workable(project: Project) -> Project:
    """Return the project without the calendars of resources that never work."""
    clocks = Clocks(project)
    known = {one.id for one in project.calendars}

    def idle(calendar: str | None) -> bool:
        return calendar in known and clocks.pattern(calendar).never

    if not any(idle(one.calendar) for one in project.resources):
        return project
    mended = (
        replace(one, calendar=None) if idle(one.calendar) else one for one in project.resources
    )
    return replace(project, resources=tuple(mended))
