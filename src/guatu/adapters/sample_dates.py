"""Days of the sample: offsets and marks in its words, resolved against the day it is opened."""

import re
from datetime import date, timedelta

_DAY_MARK = re.compile(r"\{日:([+-]\d+)\}")
_YEAR_MARK = "{年}"
_NEWS_OF_DAYS_AGO = 3


def resolved(words: str, today: date) -> str:
    """Return words with ``{日:-3}`` as month and day of that offset and ``{年}`` as its year.

    The year is that of the latest report of the page, so that a page opened early in
    January still tells of December.
    """

    def day(found: re.Match[str]) -> str:
        one = today + timedelta(days=int(found[1]))
        return f"{one.month}月{one.day}日"

    year = (today - timedelta(days=_NEWS_OF_DAYS_AGO)).year
    return _DAY_MARK.sub(day, words).replace(_YEAR_MARK, str(year))


def working_day(day: date) -> date:
    """Return the day itself, or the Friday before where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
