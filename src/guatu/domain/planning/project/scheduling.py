"""Schedules a project by the rules of the program it comes from."""

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.planning.project.microsoft.scheduling import microsoft_dates
from guatu.domain.planning.project.primavera.scheduling import primavera_dates
from guatu.domain.planning.project.values import Dialect, Project, ProjectSchedule


def schedule_project(
    project: Project,
) -> tuple[ProjectSchedule | None, tuple[Diagnostic, ...]]:
    """Compute all dates of a project."""
    compute = primavera_dates if project.options.dialect is Dialect.PRIMAVERA else microsoft_dates
    dates, net = compute(project)
    return ProjectSchedule(project=project, start=0, finish=0, tasks=tuple(dates)), ()
