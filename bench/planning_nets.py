"""The nets of the planning bench, in every form that is measured."""

from array import array
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np

from guatu.domain.kernel.calendar import WorkingCalendar, run_off
from guatu.domain.kernel.interval import Window
from guatu.domain.planning import Activity, Link, Plan, StopWork
from guatu.domain.planning.network import ALWAYS, NEVER, Network
from guatu.domain.planning.risk_terms import AlertHistory
from guatu.domain.planning.worktime import worktime

FIRST_DAY = date(2025, 1, 6)
START = FIRST_DAY.toordinal()


def calendars(count: int = 8) -> list[WorkingCalendar]:
    """Eight calendars: weeks of five to seven days, each with its own closed weeks; or Mon-Fri."""
    if count == 1:
        return [WorkingCalendar(name="c0", week=(True,) * 5 + (False,) * 2)]
    listed = []
    for number in range(count):
        week = tuple(day < 5 + number % 3 for day in range(7))
        first = date(2025, 1 + number, 10)
        off = tuple(
            run_off(first + timedelta(days=365 * year), first + timedelta(days=365 * year + 9))
            for year in range(20)
        )
        listed.append(WorkingCalendar(name=f"c{number}", week=week, off=off))
    return listed


def layered(count: int, calendar_count: int = 8) -> Network:
    """A layered net of that many activities: five links for three activities, 30 % with lags."""
    chance = np.random.default_rng(count)
    levels = max(20, min(1000, int(count**0.5)))
    width = -(-count // levels)
    numbers = np.arange(width, count)
    twice = np.repeat(numbers, np.where(numbers % 3, 2, 1))
    low = np.maximum(0, (twice // width - 1) * width)
    before = low + (chance.random(twice.size) * ((twice // width) * width - low)).astype(np.int64)
    lag = np.where(chance.random(twice.size) < 0.3, chance.integers(1, 6, twice.size), 0)
    own = chance.integers(0, calendar_count, count)

    def column(values: Any) -> "array[int]":
        return array("q", np.asarray(values, dtype=np.int64).tobytes())

    return Network(
        days=column(chance.integers(1, 13, count)),
        calendar=column(own),
        floor=column(np.full(count, ALWAYS)),
        ceiling=column(np.full(count, NEVER)),
        state=column(np.zeros(count)),
        actual_start=column(np.zeros(count)),
        actual_finish=column(np.zeros(count)),
        before=column(before),
        after=column(twice),
        kind=column(np.zeros(twice.size)),
        lag=column(lag),
        lag_calendar=column(own[twice]),
        calendars=tuple(worktime(one) for one in calendars(calendar_count)),
    )


def plan_of(network: Network, target: date | None = None) -> Plan:
    """The same net as a plan of values."""
    links: list[list[Link]] = [[] for _ in range(len(network))]
    for before, after, lag in zip(network.before, network.after, network.lag, strict=True):
        links[after].append(Link(predecessor=f"A{before}", lag=lag))
    activities = tuple(
        Activity(id=f"A{n}", days=days, calendar=f"c{own}", links=tuple(links[n]))
        for n, (days, own) in enumerate(zip(network.days, network.calendar, strict=True))
    )
    return Plan(
        id="P",
        start=FIRST_DAY,
        target=target,
        calendars=tuple(calendars()),
        activities=activities,
    )


def columns_of(network: Network) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same net as header and columns of a plan file."""
    stated = {
        one.name: {
            "week": "".join("1" if worked else "0" for worked in one.week),
            "off": [
                [str(date.fromordinal(run.start)), str(date.fromordinal(run.end - 1))]
                for run in one.off
            ],
        }
        for one in calendars()
    }
    header = {"id": "BIG", "start": str(FIRST_DAY), "target": "2060-01-01", "calendars": stated}
    columns = {
        name: np.asarray(getattr(network, name), dtype=kind)
        for name, kind in (
            *(("days", np.int16), ("calendar", np.int8), ("before", np.int32)),
            *(("after", np.int32), ("lag", np.int16)),
        )
    }
    columns["id"] = np.char.add("A", np.arange(len(network)).astype("U7"))
    return header, columns


def county(works: int, steps: int = 100) -> list[Plan]:
    """Works of a hundred activities each, on eight calendars, four classes, one deadline a work."""
    chance = np.random.default_rng(works)
    classes = ("earthwork", "paint", "permit", "")
    listed = []
    for number in range(works):
        activities = []
        for step in range(steps):
            low, high = max(0, step // 4 - 1) * 4, step // 4 * 4
            before = {int(chance.integers(low, high)) for _ in range(2 if step % 3 else 1)} if high else set()  # fmt: skip
            lags = [int(chance.choice([0, 0, 1, 3])) for _ in before]
            links = tuple(
                Link(predecessor=f"A{one}", lag=lag) for one, lag in zip(before, lags, strict=True)
            )
            activities.append(
                Activity(
                    id=f"A{step}",
                    days=int(chance.integers(1, 13)),
                    calendar=f"c{chance.integers(0, 8)}",
                    activity_class=classes[int(chance.integers(0, 4))],
                    links=links,
                )
            )
        listed.append(
            Plan(
                id=f"W{number}",
                start=date(2026, 3, 1),
                target=date(2026, 12, 31),
                calendars=tuple(calendars()),
                activities=tuple(activities),
            )
        )
    return listed


def alert_history() -> AlertHistory:
    """Eight invented years of alerts: six in a hundred winter days begin one, few summer days do."""
    chance = np.random.default_rng(8)
    first, last = date(2017, 7, 1), date(2025, 6, 30)
    stops = []
    day = first
    while day <= last:
        if chance.random() < (0.06 if day.month in {11, 12, 1, 2} else 0.004):
            length = int(chance.integers(2, 7))
            classes = {"earthwork"} if chance.random() < 0.5 else {"earthwork", "paint"}
            start = datetime.combine(day, time())
            window = Window(start=start, end=start + timedelta(days=length))
            stops.append(StopWork(window=window, classes=frozenset(classes)))
            day += timedelta(days=length)
        day += timedelta(days=1)
    return AlertHistory(first=first, last=last, stops=tuple(stops))
