"""The lag of a P6 link: on the predecessor's calendar unless the project says another.

A lead moves back to where the work it skips begins, never before the data date.
"""

from dataclasses import replace

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.net import Edge
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import (
    LagCalendar,
    LinkType,
    ProjectLink,
    ProjectOptions,
    ProjectTask,
)


def lag_of(
    link: ProjectLink, tasks: dict[str, ProjectTask], options: ProjectOptions, clocks: Clocks
) -> tuple[int, WorkingClock]:
    """Return the ticks of a lag and the clock they run on."""
    ticks = link.lag
    if link.percent is not None:
        ticks = round(tasks[link.before].duration.ticks * link.percent / 100)
    if link.elapsed or options.lag_calendar is LagCalendar.ELAPSED:
        return ticks, ELAPSED
    named = {
        LagCalendar.PREDECESSOR: tasks[link.before].calendar,
        LagCalendar.SUCCESSOR: tasks[link.after].calendar,
    }
    return ticks, clocks.of(named.get(options.lag_calendar))


def shifted(edge: Edge, place: int, data_date: int) -> int:
    """Return the place moved by the lag of a link."""
    if edge.lag >= 0:
        return edge.shifted(place)
    return max(edge.clock.start_at(edge.clock.before(place) + edge.lag), data_date)


def left_of(edge: Edge, before: ProjectTask | None, data_date: int) -> Edge:
    """Return the link with what is left of its lag after the facts of its predecessor.

    After a finish the lag has run since then; from a start it has run as long as was
    worked. A lead has nothing to run.
    """
    if before is None or before.actual_start is None or edge.lag == 0:
        return edge
    by_finish = edge.kind in {LinkType.FS, LinkType.FF}
    if by_finish and before.actual_finish is None:
        return edge
    if by_finish:
        assert before.actual_finish is not None
        passed = edge.clock.before(data_date) - edge.clock.before(before.actual_finish)
    else:
        passed = before.duration.ticks - before.remaining_ticks
    return replace(edge, lag=max(edge.lag - max(passed, 0), 0))
