"""Small random workloads, and the best cost of each by trying every start."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import Interval
from guatu.domain.planning.levelling.checking import broken_rules
from guatu.domain.planning.levelling.workload import (
    Bond,
    Capacity,
    Goal,
    Option,
    Placeable,
    Workload,
    cost_of,
)
from guatu.domain.planning.network import FS
from guatu.domain.planning.worktime import worktime

HORIZON = 14
FIVE_OF_SEVEN = worktime(WorkingCalendar(name="wd", week=(True,) * 5 + (False,) * 2))
BROKEN_WEEK = worktime(
    WorkingCalendar(name="site", week=(True,) * 6 + (False,), off=(Interval(start=4, end=6),))
)


class Clock:
    """A stopwatch that stands still."""

    def __init__(self, left: float = 60.0) -> None:
        self._left = left

    def spent(self) -> float:
        return 0.0

    def left(self) -> float:
        return self._left


class OneHand:
    count = 1

    def together(self, jobs: Any) -> None:
        for job in jobs:
            job()


@st.composite
def workloads(
    draw: Any,
    *,
    calendars: bool = False,
    modes: bool = False,
    kinds: tuple[int, ...] = (FS,),
    lags: tuple[int, ...] = (0, 0, 1),
    most: int = 5,
) -> Workload:
    count = draw(st.integers(2, most))
    own = (FIVE_OF_SEVEN, BROKEN_WEEK) if calendars else ()
    activities = []
    for _ in range(count):
        options = tuple(
            Option(
                days=draw(st.integers(0 if calendars else 1, 3)),
                uses=tuple((r, draw(st.integers(1, 2))) for r in range(2) if draw(st.booleans())),
                spends=((0, draw(st.integers(0, 2))),) if modes else (),
                not_before=1 + draw(st.sampled_from([0, 0, 0, 2])),
            )
            for _ in range(draw(st.integers(1, 2)) if modes else 1)
        )
        calendar = draw(st.sampled_from([None, 0, 1])) if calendars else None
        activities.append(
            Placeable(options=options, calendar=calendar, goal=draw(st.integers(0, 1)))
        )
    bonds = [
        Bond(
            before=draw(st.integers(0, number - 1)),
            after=number,
            kind=draw(st.sampled_from(kinds)),
            lag=draw(st.sampled_from(lags)),
            calendar=draw(st.sampled_from([None, 0])) if calendars else None,
        )
        for number in range(1, count)
        if draw(st.booleans())
    ]
    capacities = [
        Capacity(steps=((1, 2), (4, draw(st.integers(0, 3))), (6, draw(st.integers(2, 3)))))
        for _ in range(2)
    ]
    goals = (Goal(due=1, weight=1), Goal(due=draw(st.integers(1, 9)), weight=3))
    return Workload(
        activities=tuple(activities), bonds=tuple(bonds), capacities=tuple(capacities),
        stocks=(draw(st.integers(2, 6)),) if modes else (), calendars=own, goals=goals, origin=1,
    )  # fmt: skip


def finish_of(workload: Workload, number: int, option: Option, start: int) -> int | None:
    """Return the finish of an activity from a start; None where it cannot start there."""
    calendar = workload.activities[number].calendar
    if calendar is None or not option.days:
        return start + option.days
    own = workload.calendars[calendar]
    return own.finish_at(own.before(start) + option.days) if own.works(start) else None


def best_cost(workload: Workload, horizon: int = HORIZON) -> int | None:
    """Return the least cost over every start and option within a horizon; None where nothing fits."""
    count = len(workload.activities)
    best: list[int | None] = [None]
    starts, finishes, options = [0] * count, [0] * count, [0] * count

    def part(number: int) -> Workload:
        return replace(
            workload,
            activities=workload.activities[:number],
            bonds=tuple(one for one in workload.bonds if max(one.before, one.after) < number),
        )

    parts = [part(number) for number in range(count + 1)]

    def descend(number: int) -> None:
        if broken_rules(parts[number], starts, finishes, options):
            return
        cost = cost_of(parts[number], tuple(finishes[:number]))
        if best[0] is not None and cost >= best[0]:
            return
        if number == count:
            best[0] = cost
            return
        for at, option in enumerate(workload.activities[number].options):
            for start in range(option.not_before, horizon):
                finish = finish_of(workload, number, option, start)
                if finish is not None:
                    starts[number], finishes[number], options[number] = start, finish, at
                    descend(number + 1)

    descend(0)
    return best[0]
