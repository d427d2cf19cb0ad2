"""Working-time arithmetic of one calendar in closed form, without a horizon.

``before(t)`` counts the worked days before the place ``t``; its two inverses snap
to a start (the day on which the next worked day lies) and to a finish (the end of
the last worked day). The axis is cut into segments in which the week pattern
rules, nothing is worked, or every day is worked, so that a plan of a thousand
years costs no more than one of a month.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import Interval, merged

FAR = 10**9
_OFF, _WEEK, _ON = 0, 1, 2


@dataclass(frozen=True, slots=True)
class WorkTime:
    """A compiled calendar; build it with ``worktime``.

    ``starts``, ``modes`` and ``worked`` describe the segments: first day, mode, and
    worked days before the segment; ``offsets`` what the week pattern alone, counted from
    the beginning of the axis, must be moved by in the segment. ``prefix[r]`` counts worked
    days of the week before weekday ``r``; ``weekdays`` lists the worked weekdays.
    """

    OFF: ClassVar[int] = _OFF
    WEEK: ClassVar[int] = _WEEK
    ON: ClassVar[int] = _ON

    week: tuple[bool, ...]
    starts: tuple[int, ...]
    modes: tuple[int, ...]
    worked: tuple[int, ...]
    offsets: tuple[int, ...]
    prefix: tuple[int, ...]
    weekdays: tuple[int, ...]

    def before(self, place: int) -> int:
        """Return the number of worked days before a place (up to a constant of the calendar)."""
        at = bisect_right(self.starts, place) - 1
        if at < 0:  # noqa: PLR1730 this runs for every date
            at = 0
        mode = self.modes[at]
        if mode == _WEEK:
            weeks, weekday = divmod(place - 1, 7)
            return self.offsets[at] + weeks * len(self.weekdays) + self.prefix[weekday]
        if mode == _ON:
            return self.worked[at] + place - self.starts[at]
        return self.worked[at]

    def start_at(self, done: int) -> int:
        """Return the day on which the work after ``done`` worked days lies (FAR if never)."""
        at = bisect_right(self.worked, done) - 1
        if at < 0:  # noqa: PLR1730 this runs for every date
            at = 0
        mode = self.modes[at]
        if mode == _WEEK and self.weekdays:
            weeks, rest = divmod(done - self.offsets[at], len(self.weekdays))
            return 1 + 7 * weeks + self.weekdays[rest]
        if mode == _ON:
            return self.starts[at] + done - self.worked[at]
        return FAR

    def finish_at(self, done: int) -> int:
        """Return the place at which ``done`` worked days are complete: end of the last of them."""
        return self.start_at(done - 1) + 1

    def works(self, day: int) -> bool:
        """Tell whether the day is worked."""
        return self.before(day + 1) > self.before(day)


def worktime(calendar: WorkingCalendar, lost: Iterable[Interval] = ()) -> WorkTime:
    """Compile a calendar, with further runs of days lost to stop-work."""
    table = calendar.holidays
    make_up = calendar.make_up
    closed = [*calendar.off, *lost]
    opened = set(make_up)
    if table is not None:
        closed += [Interval(start=day, end=day + 1) for day in table.off if day not in make_up]
        opened |= table.make_up - table.off
    off = merged(closed)
    off_starts = [one.start for one in off]
    runs = [(one.start, one.end, WorkTime.OFF) for one in off]
    for day in opened:
        at = bisect_right(off_starts, day) - 1
        if not (at >= 0 and day in off[at]) and not calendar.week[(day - 1) % 7]:
            runs.append((day, day + 1, WorkTime.ON))
    return _compiled(calendar.week, sorted(runs))


def worktime_every_day() -> WorkTime:
    """Return the compiled calendar on which every day is worked."""
    return _compiled((True,) * 7, [])


def _compiled(week: tuple[bool, ...], runs: list[tuple[int, int, int]]) -> WorkTime:
    weekdays = tuple(place for place in range(7) if week[place])
    prefix = tuple(sum(week[:place]) for place in range(7))

    def base(place: int) -> int:
        weeks, weekday = divmod(place - 1, 7)
        return weeks * len(weekdays) + prefix[weekday]

    starts = [-FAR]
    modes = [WorkTime.WEEK]
    worked = [base(-FAR)]

    def cut(place: int, mode: int) -> None:
        gained = {
            WorkTime.WEEK: base(place) - base(starts[-1]),
            WorkTime.ON: place - starts[-1],
            WorkTime.OFF: 0,
        }
        worked.append(worked[-1] + gained[modes[-1]])
        starts.append(place)
        modes.append(mode)

    for start, end, mode in runs:
        if starts[-1] == start and len(starts) > 1:
            modes[-1] = mode
        else:
            cut(start, mode)
        cut(end, WorkTime.WEEK)
    return WorkTime(
        week=week,
        starts=tuple(starts),
        modes=tuple(modes),
        worked=tuple(worked),
        offsets=tuple(done - base(start) for done, start in zip(worked, starts, strict=True)),
        prefix=prefix,
        weekdays=weekdays,
    )
