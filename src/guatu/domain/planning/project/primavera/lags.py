"""The lag of a P6 link: on the predecessor's calendar unless the project says another.

A lead moves back to where the work it skips begins, never before the data date.
"""

from guatu.domain.planning.project.clocks import ELAPSED, Clocks
from guatu.domain.planning.project.net import Edge
from guatu.domain.planning.project.shift_time import WorkingClock
from guatu.domain.planning.project.values import (
    LagCalendar,
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


def left_of(edge: Edge, began: int, data_date: int) -> int:
    """Return what is left of a lag that has been running since a fact."""
    passed = edge.clock.before(data_date) - edge.clock.before(began)
    return max(edge.lag - max(passed, 0), 0)
