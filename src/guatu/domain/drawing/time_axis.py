"""The time axis of a chart: days to places, months and quarters to cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from guatu.domain.watching.orders import COUNTY_TIME

_DAY_SECONDS = 86400


def in_county(at: datetime) -> datetime:
    """Return a moment in county time; one without a zone is county time already."""
    return at if at.tzinfo is None else at.astimezone(COUNTY_TIME)


def month_start(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def next_month(day: date, months: int = 1) -> date:
    """Return the first day of the month that lies so many months after the day's month."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCell:
    """A named stretch of the axis: a month or a year with its left and right edges."""

    first: date
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Days ``[first, end)`` laid over ``[left, left + width)`` of the sheet."""

    first: date
    end: date
    left: float
    width: float

    def __post_init__(self) -> None:
        if self.end <= self.first or self.width <= 0:
            raise ValueError(f"no time lies between {self.first} and {self.end}")

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.left + self.width

    @property
    def per_day(self) -> float:
        """The width of a day."""
        return self.width / (self.end - self.first).days

    def place(self, day: date) -> float:
        """Return the x at which the day begins, also beyond the edges."""
        return self.left + (day - self.first).days * self.per_day

    def x(self, day: date) -> float:
        """Return the x at which the day begins, held within the axis."""
        return min(max(self.place(day), self.left), self.right)

    def x_of_moment(self, moment: datetime) -> float:
        """Return the x of a moment in county time, held within the axis."""
        moment = in_county(moment)
        midnight = datetime.combine(moment.date(), datetime.min.time(), moment.tzinfo)
        share = (moment - midnight).total_seconds() / _DAY_SECONDS
        place = self.place(moment.date()) + share * self.per_day
        return min(max(place, self.left), self.right)

    def shows(self, start: date, end: date) -> bool:
        """Tell whether any of ``[start, end]`` lies within the axis."""
        return start < self.end and end >= self.first

    def months(self, step: int = 1) -> Iterator[TimeCell]:
        """Yield the cells of months, or of so many months together (3 = quarters, 12 = years)."""
        first = self.first
        while first < self.end:
            whole = step - (first.month - 1) % step
            following = min(next_month(first, whole), self.end)
            yield TimeCell(first=first, left=self.x(first), right=self.x(following))
            first = following
