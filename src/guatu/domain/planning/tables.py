"""Calendars as tables over a window of days: the working-time arithmetic of many places at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.worktime import WorkTime

Ints = NDArray[np.int64]


class Tables:
    """Worked days before each place, and the place of each worked day, of several calendars.

    Row ``c`` of either table belongs to calendar ``c``. Places and counts beyond the
    window stick to its edges, so that no look-up leaves its row.
    """

    def __init__(self, calendars: Sequence[WorkTime], low: int, high: int) -> None:
        self.low, self.high = low, high
        self._width = high - low + 2
        places = np.arange(low, high)
        counts = np.zeros((len(calendars), self._width), dtype=np.int32)
        days = np.full((len(calendars), self._width), high, dtype=np.int32)
        for number, calendar in enumerate(calendars):
            worked = _worked(calendar, places)
            np.cumsum(worked, out=counts[number, 1 : len(places) + 1])
            counts[number, len(places) + 1 :] = counts[number, len(places)]
            on = places[worked]
            days[number, 0] = low
            days[number, 1 : on.size + 1] = on
        self._counts, self._days = counts.ravel(), days.ravel()

    @property
    def columns(self) -> tuple[NDArray[np.int32], NDArray[np.int32], int, int]:
        """Both tables row after row, the first place of the window and the length of a row."""
        return self._counts, self._days, self.low, self._width

    def hold(self, low: int, high: int) -> bool:
        """Tell whether a range of places lies well inside the window."""
        return self.low < low and high < self.high

    def inside(self, first: int, last: int) -> bool:
        """Tell whether results stuck to no edge."""
        return self.low < first and last < self.high

    def before(self, calendar: Ints, place: Ints) -> Ints:
        """Return the worked days of the window before each place."""
        at = np.clip(place - self.low, 0, self._width - 1)
        found: Ints = self._counts[calendar * self._width + at].astype(np.int64)
        return found

    def start_at(self, calendar: Ints, done: Ints) -> Ints:
        """Return the day on which the work after so many worked days lies."""
        at = np.clip(done + 1, 0, self._width - 1)
        found: Ints = self._days[calendar * self._width + at].astype(np.int64)
        return found

    def finish_at(self, calendar: Ints, done: Ints) -> Ints:
        """Return the end of the last of so many worked days."""
        return self.start_at(calendar, done - 1) + 1

    def later(self, calendar: Ints, place: Ints, lag: Ints) -> Ints:
        """Return places moved forward by lags, as the forward pass does."""
        return self.finish_at(calendar, self.before(calendar, place) + lag)

    def sooner(self, calendar: Ints, place: Ints, lag: Ints) -> Ints:
        """Return places moved back by lags, as the backward pass does."""
        return self.start_at(calendar, self.before(calendar, place) - lag)


def _worked(calendar: WorkTime, places: Ints) -> NDArray[np.bool_]:
    week = np.asarray(calendar.week, dtype=bool)
    worked = week[(places - 1) % 7]
    ends = (*calendar.starts[1:], None)
    low = int(places[0])
    for start, end, mode in zip(calendar.starts, ends, calendar.modes, strict=True):
        if mode != WorkTime.WEEK:
            stop = len(places) if end is None else end - low
            worked[max(start - low, 0) : max(stop, 0)] = mode == WorkTime.ON
    return worked


def tables_around(calendars: Sequence[WorkTime], low: int, high: int) -> Tables:
    """Tabulate calendars over a window of days."""
    return Tables(calendars, low, high)
