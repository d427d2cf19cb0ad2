"""Moments of a project as people's days: the day on which something begins, the last day it is worked."""

from datetime import date

from guatu.domain.planning.project.ticks import moment_of


def first_day(start: int) -> date:
    """Return the day on which work that starts at a tick begins."""
    return moment_of(start).date()


def last_day(start: int, finish: int) -> date:
    """Return the last day that is worked; a moment stands on its own day."""
    return moment_of(finish - 1 if finish > start else finish).date()


def iso(tick: int) -> str:
    """Return a tick as an ISO moment; seconds only where there are any."""
    moment = moment_of(tick)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def float_days(ticks: int, day_ticks: int) -> int:
    """Return a float in whole days of the file: spare days are full ones, missing days begun ones."""
    return ticks // day_ticks
