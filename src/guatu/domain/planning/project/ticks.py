"""The axis of project files: whole ticks of six seconds since the first day of 1970.

Microsoft Project counts durations in tenths of a minute, Primavera in minutes; both
lie on ticks, so that every sum below is one of integers and nothing is rounded twice.
"""

from datetime import date, datetime, timedelta

MINUTE = 10
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
FAR = 10**11
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 project files state local moments
_TICK = timedelta(seconds=6)


def tick_of(moment: datetime) -> int:
    """Return the tick nearest to a local moment."""
    return round((moment - _EPOCH) / _TICK)


def moment_of(tick: int) -> datetime:
    """Return the local moment of a tick."""
    return _EPOCH + tick * _TICK


def tick_of_day(day: date) -> int:
    """Return the tick at which a day begins."""
    return (day - _EPOCH.date()).days * DAY


def ticks_of_minutes(minutes: float) -> int:
    """Return a duration in minutes as ticks."""
    return round(minutes * MINUTE)


def minutes_of(ticks: int) -> float:
    """Return a duration in ticks as minutes."""
    return ticks / MINUTE
