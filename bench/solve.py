"""``solve(case)``: the planning engine on a case of another program's own project file, to the minute.

The engine is the plain one of ``guatu.domain.planning``; only the axis differs: a
place is a minute since 1970 and a calendar holds hours. Used by the conformance
suite's scorer: ``score.py bench/solve.py --tier core``.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from guatu.domain.planning.network import (
    ALWAYS,
    FF,
    FINISHED,
    FS,
    OPEN,
    SF,
    SS,
    STARTED,
    Network,
)
from guatu.domain.planning.passes import plain_engine, settled_links

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 project files state local moments
DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
KINDS = {"FS": FS, "SS": SS, "FF": FF, "SF": SF}
LATE = 2 * 10**8
Case = dict[str, Any]


def minute(text: str) -> int:
    return int((datetime.fromisoformat(text[:19]) - EPOCH).total_seconds()) // 60


def moment(place: int) -> str:
    return (EPOCH + timedelta(minutes=place)).isoformat(timespec="minutes")


def minutes(stated: Any) -> int:
    """Read a duration; an elapsed one stands in an object."""
    amount = stated.get("elapsed_min", 0) if isinstance(stated, dict) else stated
    return round(amount or 0)


def hours(runs: list[list[str]]) -> list[tuple[int, int]]:
    listed = []
    for start, end in runs:
        first, last = (int(one[:2]) * 60 + int(one[3:5]) for one in (start, end))
        listed.append((first, last if last > first else 1440))
    return sorted(listed)


class MinuteTime:
    """Working minutes of one calendar; the same three questions as ``WorkTime`` answers."""

    def __init__(self, runs: list[tuple[int, int]]) -> None:
        self.starts, self.ends, self.worked = [], [], [0]
        for start, end in runs:
            if self.ends and start <= self.ends[-1]:
                grown = max(0, end - self.ends[-1])
                self.ends[-1] += grown
                self.worked[-1] += grown
                continue
            self.starts.append(start)
            self.ends.append(end)
            self.worked.append(self.worked[-1] + end - start)

    def before(self, place: int) -> int:
        """Return the worked minutes before a place."""
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return 0
        return self.worked[at] + min(place, self.ends[at]) - self.starts[at]

    def start_at(self, done: int) -> int:
        """Return the minute at which the work after ``done`` minutes begins."""
        at = min(max(bisect_right(self.worked, done) - 1, 0), len(self.starts) - 1)
        return self.starts[at] + done - self.worked[at]

    def finish_at(self, done: int) -> int:
        """Return the minute at which ``done`` minutes are complete."""
        at = min(max(bisect_left(self.worked, done) - 1, 0), len(self.starts) - 1)
        return self.starts[at] + done - self.worked[at]


def working(case: Case) -> dict[Any, MinuteTime]:
    by = {one["id"]: one for one in case["calendars"]}
    project = case["project"]
    known = [project.get(key) for key in ("start", "finish", "planned_start", "status_date")]
    for task in case["tasks"]:
        known += [task.get(key) for key in ("actual_start", "constraint_date", "deadline")]
    years = [int(one[:4]) for one in known if one and "1984" <= one[:4] <= "2049"] or [2000]
    first, last = date(min(years) - 2, 1, 1), date(max(years) + 6, 1, 1)
    return {name: MinuteTime(list(_runs(one, by, first, last))) for name, one in by.items()}


def _runs(spec: Case, by: dict[Any, Case], first: date, last: date) -> Any:
    chain: list[Case] = []
    at: Case | None = spec
    while at is not None and len(chain) < 9:
        chain.append(at)
        at = by.get(at.get("parent"))
    exceptions: list[dict[date, list[tuple[int, int]]]] = []
    for one in chain:
        closed: dict[date, list[tuple[int, int]]] = {}
        for stated in one["exceptions"]:
            day = max(date.fromisoformat(stated["from"]), first)
            while day <= min(date.fromisoformat(stated["to"]), last):
                closed[day] = hours(stated["hours"])
                day += timedelta(days=1)
        exceptions.append(closed)
    weeks = [
        [None if one["days"][day] is None else hours(one["days"][day]) for day in DAYS]
        for one in chain
    ]
    day = first
    while day <= last:
        base = (day - EPOCH.date()).days * 1440
        for closed, week in zip(exceptions, weeks, strict=True):
            runs = closed.get(day, week[day.weekday()])
            if runs is not None:
                yield from ((base + start, base + end) for start, end in runs)
                break
        day += timedelta(days=1)


class Laid:
    """The columns of a case: leaves only; a link of a summary holds for all its leaves."""

    def __init__(self, case: Case) -> None:
        self.project = case["project"]
        self.is_p6 = "Primavera" in str(case["source"])
        times = working(case)
        self.numbers = {name: place for place, name in enumerate(times)}
        always = (-(10**7), 10**8)
        self.calendars = (*times.values(), MinuteTime([always]))
        children = defaultdict(list)
        for task in case["tasks"]:
            children[task.get("parent")].append(task)
        self.tasks = [task for task in case["tasks"] if not task.get("summary")]
        self.place = {task["id"]: number for number, task in enumerate(self.tasks)}
        self.leaves: dict[Any, list[int]] = {}
        for task in reversed(case["tasks"]):
            below = [
                leaf for one in children[task["id"]] for leaf in self.leaves.get(one["id"], [])
            ]
            own = [self.place[task["id"]]] if task["id"] in self.place else below
            self.leaves[task["id"]] = own
        stated = [self.project.get(key) for key in ("status_date", "planned_start", "start")]
        dates = [one for one in (stated[:2] if self.is_p6 else stated[2:]) if one] or stated[2:]
        self.start = max(minute(one) for one in dates if one)

    def calendar_of(self, task: Case) -> int:
        """Return the number of the task's calendar, -1 where none is known."""
        return self.numbers.get(task.get("calendar") or self.project.get("default_calendar"), -1)

    def network(self, links: list[list[Any]]) -> Network:
        """Lay tasks and links out as columns of minutes."""
        columns: dict[str, list[int]] = defaultdict(list)
        for task in self.tasks:
            floor, ceiling = bounds(task)
            if floor == ALWAYS or self.is_p6:
                floor = max(floor, self.start)
            started, finished = task.get("actual_start"), task.get("actual_finish")
            left = task.get("remaining", task.get("duration")) if started else task.get("duration")
            resume = task.get("resume") if started else None
            columns["days"].append(minutes(left))
            own = len(self.calendars) - 1 if isinstance(left, dict) else self.calendar_of(task)
            columns["calendar"].append(own % len(self.calendars))
            columns["floor"].append(max(floor, minute(resume) if resume else ALWAYS))
            columns["ceiling"].append(ceiling)
            columns["state"].append(FINISHED if finished else STARTED if started else OPEN)
            columns["actual_start"].append(minute(started) if started else ALWAYS)
            columns["actual_finish"].append(minute(finished) if finished else ALWAYS)
        for before, after, kind, lag in links:
            for one in self.leaves.get(before, []):
                for other in self.leaves.get(after, []):
                    self._add_link(columns, one, other, kind, lag)
        laid = {name: array("q", columns[name]) for name in _COLUMNS}
        return Network(calendars=self.calendars, **laid)  # type: ignore[arg-type]  # minutes answer as days do

    def _add_link(self, columns: Any, one: int, other: int, kind: str, lag: Any) -> None:
        own = columns["calendar"][one if self.is_p6 else other]
        amount = lag
        if isinstance(lag, dict) and "elapsed_min" in lag:
            own, amount = len(self.calendars) - 1, lag["elapsed_min"]
        elif isinstance(lag, dict):
            amount = minutes(self.tasks[one].get("duration")) * lag["percent"] / 100
        columns["before"].append(one)
        columns["after"].append(other)
        columns["kind"].append(KINDS[kind])
        columns["lag"].append(round(amount))
        columns["lag_calendar"].append(own)


_COLUMNS = (
    *("days", "calendar", "floor", "ceiling", "state", "actual_start", "actual_finish"),
    *("before", "after", "kind", "lag", "lag_calendar"),
)


def bounds(task: Case) -> tuple[int, int]:
    """Turn a constraint and a deadline into the earliest start and the latest finish."""
    kind, at = task.get("constraint"), task.get("constraint_date")
    floor, ceiling = ALWAYS, LATE
    length = minutes(task.get("duration"))
    if at:
        when = minute(at)
        if kind in {"START_NO_EARLIER_THAN", "MUST_START_ON", "START_ON"}:
            floor = when
        if kind in {"FINISH_NO_LATER_THAN", "MUST_FINISH_ON", "FINISH_ON"}:
            ceiling = when
        if kind == "START_NO_LATER_THAN" and not length:
            ceiling = when
    if task.get("deadline"):
        ceiling = min(ceiling, minute(task["deadline"]))
    return floor, ceiling


def late_start(task: Case, place: int) -> int:
    """Microsoft Project prints the actual start of begun work as its late start."""
    started = task.get("actual_start")
    return minute(started) if started else place


def solve(case: Case) -> dict[Any, dict[str, Any]]:
    """Return early and late dates and floats in minutes of every leaf task."""
    laid = Laid(case)
    if not laid.tasks:
        return {}
    network = laid.network(case["links"])
    engine = plain_engine(network)
    early = engine.forward(ALWAYS)
    must = laid.project.get("must_finish_by") if laid.is_p6 else None
    end = minute(must) if must else max(early[1])
    ceiling = [min(place, end) for place in network.ceiling]
    late = engine.backward(ceiling, settled_links(network))
    joined = engine.floats(early, late, ceiling)
    return {
        task["id"]: {
            "early_start": moment(early[0][number]),
            "early_finish": moment(early[1][number]),
            "late_start": moment(late_start(task, late[0][number])),
            "late_finish": moment(late[1][number]),
            "total_float": joined.total_float[number],
            "free_float": joined.free_float[number],
        }
        for number, task in enumerate(laid.tasks)
    }
