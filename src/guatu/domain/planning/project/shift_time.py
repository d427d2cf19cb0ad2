"""Working-time arithmetic on a pattern of shifts, in closed form and without a horizon.

``before(t)`` counts the ticks worked before ``t`` (up to a constant of the pattern);
``start_at(w)`` is the one moment with ``w`` ticks before it and work right after it,
``finish_at(w)`` the one with ``w`` ticks before it and work right before it. Days that
differ from the week are laid out between the first and the last of them; outside,
the week repeats.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Protocol

from guatu.domain.planning.project.shift_calendar import ShiftPattern
from guatu.domain.planning.project.ticks import DAY, FAR, WEEK

_MONDAY = 4 * DAY


class WorkingClock(Protocol):
    """What the passes ask of a calendar: work counted before a moment, and its two inverses."""

    def before(self, place: int) -> int:
        """Return the ticks worked before a place."""

    def start_at(self, done: int) -> int:
        """Return the place with so much work before it and work right after it."""

    def finish_at(self, done: int) -> int:
        """Return the place with so much work before it and work right before it."""


@dataclass(frozen=True, slots=True)
class ElapsedTime:
    """The clock that always runs: elapsed durations and lags."""

    def before(self, place: int) -> int:
        """Return the place itself."""
        return place

    def start_at(self, done: int) -> int:
        """Return the place itself."""
        return done

    def finish_at(self, done: int) -> int:
        """Return the place itself."""
        return done


@dataclass(frozen=True, slots=True)
class _Weeks:
    """A week that repeats: its runs in ticks from Monday, and the work before each."""

    starts: tuple[int, ...]
    prefix: tuple[int, ...]
    ends: tuple[int, ...]
    total: int

    def before(self, place: int) -> int:
        weeks, inside = divmod(place - _MONDAY, WEEK)
        at = bisect_right(self.starts, inside) - 1
        done = weeks * self.total
        if at < 0:
            return done
        return done + self.prefix[at] + min(inside, self.ends[at]) - self.starts[at]

    def start_at(self, done: int) -> int:
        if not self.total:
            return FAR
        weeks, rest = divmod(done, self.total)
        at = bisect_right(self.prefix, rest) - 1
        return _MONDAY + weeks * WEEK + self.starts[at] + rest - self.prefix[at]

    def finish_at(self, done: int) -> int:
        if not self.total:
            return -FAR
        return self.start_at(done - 1) + 1


@dataclass(frozen=True, slots=True)
class ShiftTime:
    """A compiled pattern; build it with ``shift_time``.

    ``first`` and ``last`` bound the days that differ from the week; ``starts``,
    ``ends`` and ``worked`` are the runs between them and the work before each.
    """

    weeks: _Weeks
    first: int
    last: int
    base: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    worked: tuple[int, ...]
    total: int

    def before(self, place: int) -> int:
        """Return the ticks worked before a place."""
        if place <= self.first:
            return self.weeks.before(place)
        if place >= self.last:
            return self.total + self.weeks.before(place) - self.weeks.before(self.last)
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return self.base
        return self.worked[at] + min(place, self.ends[at]) - self.starts[at]

    def start_at(self, done: int) -> int:
        """Return the place with so much work before it and work right after it (FAR: never)."""
        if done < self.base:
            return self.weeks.start_at(done)
        if done < self.total:
            at = bisect_right(self.worked, done) - 1
            return self.starts[at] + done - self.worked[at]
        return self.weeks.start_at(done - self.total + self.weeks.before(self.last))

    def finish_at(self, done: int) -> int:
        """Return the place with so much work before it and work right before it (-FAR: never)."""
        if done <= self.base:
            return self.weeks.finish_at(done)
        if done <= self.total:
            at = bisect_left(self.worked, done) - 1
            return self.starts[at] + done - self.worked[at]
        return self.weeks.finish_at(done - self.total + self.weeks.before(self.last))


def shift_time(pattern: ShiftPattern) -> ShiftTime:
    """Compile a pattern of shifts."""
    starts: list[int] = []
    ends: list[int] = []
    prefix: list[int] = []
    total = 0
    for weekday, runs in enumerate(pattern.week):
        for start, end in runs:
            if ends and ends[-1] == weekday * DAY + start:
                ends[-1] += end - start
            else:
                starts.append(weekday * DAY + start)
                ends.append(weekday * DAY + end)
                prefix.append(total)
            total += end - start
    weeks = _Weeks(tuple(starts), tuple(prefix), tuple(ends), total)
    first = min(pattern.days, default=_MONDAY)
    last = max(pattern.days, default=_MONDAY - DAY) + DAY
    return _laid_out(pattern, weeks, first, last)


def _laid_out(pattern: ShiftPattern, weeks: _Weeks, first: int, last: int) -> ShiftTime:
    base = weeks.before(first)
    starts: list[int] = []
    ends: list[int] = []
    worked: list[int] = []
    total = base
    for day in range(first, last, DAY):
        for start, end in pattern.runs(day):
            starts.append(day + start)
            ends.append(day + end)
            worked.append(total)
            total += end - start
    return ShiftTime(weeks, first, last, base, tuple(starts), tuple(ends), tuple(worked), total)
