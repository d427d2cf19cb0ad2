"""The integer time axis: days as proleptic ordinals, minutes where a file asks for them.

Everything in code is half-open; ``last_day`` exists only where people read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

# The one zone of the country; no daylight saving since 1991.
_COUNTY_TIME = timezone(timedelta(hours=8))


def day_number(day: date) -> int:
    """Return the place of a day on the integer axis (``date.toordinal``)."""
    return day.toordinal()


def day_of(number: int) -> date:
    """Return the day at a place of the integer axis; the inverse of ``day_number``."""
    return date.fromordinal(number)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Interval:
    """A half-open run ``[start, end)`` of the integer axis; empty runs are refused."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"interval {self.start}..{self.end} is empty")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, place: int) -> bool:
        return self.start <= place < self.end


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the union of intervals as ordered, disjoint, non-touching intervals."""
    union: list[Interval] = []
    for one in sorted(intervals):
        if union and one.start <= union[-1].end:
            if one.end > union[-1].end:
                union[-1] = Interval(start=union[-1].start, end=one.end)
        else:
            union.append(one)
    return tuple(union)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A half-open stretch of moments ``[start, end)``, as an order states it."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"window {self.start}..{self.end} is empty")

    def local(self) -> "Window":
        """Return the window in county time without a zone, as plans keep it.

        Moments that state no zone are county time already.
        """
        start, end = (
            one if one.tzinfo is None else one.astimezone(_COUNTY_TIME).replace(tzinfo=None)
            for one in (self.start, self.end)
        )
        return Window(start=start, end=end)

    def lost_days(self, *, lost_after_hours: int = 12) -> tuple[int, ...]:
        """Return the day numbers that the window touches for at least so many hours.

        The default of 12 hours is the rule of the plan file (contract, ``stop_work``).
        """
        days: list[int] = []
        midnight = datetime.combine(self.start.date(), datetime.min.time(), self.start.tzinfo)
        while midnight < self.end:
            following = midnight + timedelta(days=1)
            touched = min(self.end, following) - max(self.start, midnight)
            if touched >= timedelta(hours=lost_after_hours):
                days.append(midnight.date().toordinal())
            midnight = following
        return tuple(days)
