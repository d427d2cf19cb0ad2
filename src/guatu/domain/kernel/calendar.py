"""Working calendars: a week pattern, days off, and make-up workdays.

Public holidays come in as a ``HolidayTable`` value (an adapter reads it from a
kept library). Years beyond the table are told, never guessed: ``unknown_years``
lists them so that the caller can say so.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from guatu.domain.kernel.interval import Interval, day_number, merged

_LONGEST_BREAK_DAYS = 3660


class NoWorkingDay(Exception):
    """A calendar has no working day within ten years of the day asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayTable:
    """Public days off and make-up workdays of a country for the years it knows.

    Source for China: the State Council's yearly notice, as kept by chinesecalendar.
    """

    name: str
    first_year: int
    last_year: int
    off: frozenset[int] = frozenset()
    make_up: frozenset[int] = frozenset()

    def knows(self, day: date) -> bool:
        """Tell whether the table covers the year of the day."""
        return self.first_year <= day.year <= self.last_year


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """Which days of the axis are worked.

    ``week`` starts on Monday; ``off`` are extra days off (half-open runs);
    ``make_up`` are days worked in spite of the week pattern; a run in ``off`` wins.
    """

    name: str
    week: tuple[bool, ...] = (True,) * 7
    off: tuple[Interval, ...] = ()
    make_up: frozenset[int] = frozenset()
    holidays: HolidayTable | None = None
    _off_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError(f"calendar {self.name!r} has a week of {len(self.week)} days")
        runs = merged(self.off)
        object.__setattr__(self, "off", runs)
        object.__setattr__(self, "_off_starts", tuple(run.start for run in runs))

    def works(self, day: int) -> bool:
        """Tell whether the day of the axis is worked."""
        run = bisect_right(self._off_starts, day) - 1
        if run >= 0 and day in self.off[run]:
            return False
        if day in self.make_up:
            return True
        if self.holidays is not None:
            if day in self.holidays.off:
                return False
            if day in self.holidays.make_up:
                return True
        return self.week[(day - 1) % 7]

    def next_working(self, day: int) -> int:
        """Return the first worked day at or after the given one; NoWorkingDay if there is none."""
        for place in range(day, day + _LONGEST_BREAK_DAYS):
            if self.works(place):
                return place
        raise NoWorkingDay(self.name)

    def last_working(self, day: int) -> int:
        """Return the last worked day at or before the given one; NoWorkingDay if there is none."""
        for place in range(day, day - _LONGEST_BREAK_DAYS, -1):
            if self.works(place):
                return place
        raise NoWorkingDay(self.name)

    def count(self, start: int, end: int) -> int:
        """Return how many days of ``[start, end)`` are worked."""
        return sum(1 for day in range(start, end) if self.works(day))

    def after(self, day: int, working_days: int) -> int:
        """Return the worked day that lies so many worked days after the given day.

        The day itself is not counted: five working days after a Monday is the next
        Monday (limits of the field are counted this way, domain story 5).
        """
        place = day
        for _ in range(working_days):
            place = self.next_working(place + 1)
        return place

    def before(self, day: int, working_days: int) -> int:
        """Return the worked day that lies so many worked days before the given day."""
        place = day
        for _ in range(working_days):
            place = self.last_working(place - 1)
        return place

    def unknown_years(self, start: date, end: date) -> tuple[int, ...]:
        """Return the years from start to end (inclusive) that the holiday table does not cover."""
        if self.holidays is None:
            return ()
        years = range(start.year, end.year + 1)
        return tuple(year for year in years if not self.holidays.knows(date(year, 1, 1)))


def every_day(name: str = "cal") -> WorkingCalendar:
    """Return the calendar on which every day counts, as statutory limits in days use it."""
    return WorkingCalendar(name=name)


def five_days(name: str = "wd", holidays: HolidayTable | None = None) -> WorkingCalendar:
    """Return the Monday-to-Friday calendar with a country's holidays laid over it."""
    return WorkingCalendar(name=name, week=(True,) * 5 + (False,) * 2, holidays=holidays)


def run_off(first_day: date, last_day: date) -> Interval:
    """Turn a first and a last day, both off, into a half-open run of the axis."""
    return Interval(start=day_number(first_day), end=day_number(last_day) + 1)
