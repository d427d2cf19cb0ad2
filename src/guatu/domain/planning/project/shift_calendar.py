"""Calendars with hours, as project files state them: a week of shifts, days that differ, a parent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from guatu.domain.planning.project.ticks import DAY, tick_of_day

Run = tuple[int, int]
Runs = tuple[Run, ...]
WEEKDAYS = 7
_DEEPEST = 20


def joined(runs: Iterable[Run]) -> Runs:
    """Sort runs and join those that touch or overlap."""
    found: list[Run] = []
    for start, end in sorted(runs):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def common(one: Runs, other: Runs) -> Runs:
    """Return the runs that lie in both."""
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return joined(pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftException:
    """Days on which other hours are worked than the week says; no shifts: nothing is worked."""

    first: date
    last: date
    shifts: Runs = ()

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"an exception runs from {self.first} back to {self.last}")
        object.__setattr__(self, "shifts", joined(self.shifts))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCalendar:
    """A calendar of a project file.

    ``week`` holds seven weekdays from Monday: the runs worked in ticks of the day,
    or None where the parent's hours hold. An exception of a calendar beats its own
    weekday; its own weekday beats whatever the parent says.
    """

    id: str
    name: str = ""
    parent: str | None = None
    week: tuple[Runs | None, ...]
    exceptions: tuple[ShiftException, ...] = ()

    def __post_init__(self) -> None:
        if len(self.week) != WEEKDAYS:
            raise ValueError(f"calendar {self.id} has {len(self.week)} weekdays")
        week = tuple(None if runs is None else joined(runs) for runs in self.week)
        if any(runs and (runs[0][0] < 0 or runs[-1][1] > DAY) for runs in week):
            raise ValueError(f"calendar {self.id} works outside the day")
        object.__setattr__(self, "week", week)


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """A calendar with its parents folded in: runs of each weekday, and of each day that differs.

    Days are keyed by the tick at which they begin.
    """

    week: tuple[Runs, ...]
    days: Mapping[int, Runs] = field(default_factory=dict)

    def runs(self, day: int) -> Runs:
        """Return what is worked on the day that begins at a tick."""
        found = self.days.get(day)
        return self.week[(day // DAY + 3) % WEEKDAYS] if found is None else found

    @property
    def never(self) -> bool:
        """Tell whether not a minute is ever worked."""
        return not any(self.week) and not any(self.days.values())


def lineage(calendar: ShiftCalendar, known: Mapping[str, ShiftCalendar]) -> list[ShiftCalendar]:
    """Return the calendar and its parents, nearest first; a parent that returns ends the line."""
    chain: list[ShiftCalendar] = []
    at: ShiftCalendar | None = calendar
    while at is not None and at not in chain and len(chain) < _DEEPEST:
        chain.append(at)
        at = known.get(at.parent) if at.parent is not None else None
    return chain


def pattern_of(calendar: ShiftCalendar, known: Mapping[str, ShiftCalendar]) -> ShiftPattern:
    """Fold a calendar and its parents into one pattern."""
    week: list[Runs | None] = [None] * WEEKDAYS
    days: dict[int, Runs] = {}
    for one in lineage(calendar, known):
        for stated in one.exceptions:
            first, last = tick_of_day(stated.first), tick_of_day(stated.last)
            for day in range(first, last + 1, DAY):
                if day not in days and week[(day // DAY + 3) % WEEKDAYS] is None:
                    days[day] = stated.shifts
        week = [
            theirs if mine is None else mine for mine, theirs in zip(week, one.week, strict=True)
        ]
    return ShiftPattern(tuple(runs or () for runs in week), days)


def united(patterns: Iterable[ShiftPattern]) -> ShiftPattern:
    """Return the pattern that works whenever any of them does."""
    listed = list(patterns)
    days = {day for one in listed for day in one.days}
    return ShiftPattern(
        tuple(joined(run for one in listed for run in one.week[at]) for at in range(WEEKDAYS)),
        {day: joined(run for one in listed for run in one.runs(day)) for day in days},
    )


def intersected(one: ShiftPattern, other: ShiftPattern) -> ShiftPattern:
    """Return the pattern that works only when both do."""
    return ShiftPattern(
        tuple(common(mine, theirs) for mine, theirs in zip(one.week, other.week, strict=True)),
        {day: common(one.runs(day), other.runs(day)) for day in {*one.days, *other.days}},
    )


def mirrored(pattern: ShiftPattern) -> ShiftPattern:
    """Return the pattern with time reversed about the first moment of 1970."""

    def turned(runs: Runs) -> Runs:
        return joined((DAY - end, DAY - start) for start, end in runs)

    # the day n becomes the day -n-1: Thursday 1 January 1970 becomes the Wednesday before
    week = tuple(turned(pattern.week[(5 - at) % WEEKDAYS]) for at in range(WEEKDAYS))
    return ShiftPattern(week, {-day - DAY: turned(runs) for day, runs in pattern.days.items()})
