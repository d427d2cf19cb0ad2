"""Days of the sample: offsets and marks in its words, resolved against the day it is opened."""

import re
from datetime import date, timedelta

_DAY_MARK = re.compile(r"\{日:([+-]\d+)\}")
_YEAR_MARK = "{年}"


def resolved(words: str, today: date) -> str:
    """Return words with ``{日:-3}`` as month and day of that offset and ``{年}`` as the year."""

    def day(found: re.Match[str]) -> str:
        one = today + timedelta(days=int(found[1]))
        return f"{one.month}月{one.day}日"

    return _DAY_MARK.sub(day, words).replace(_YEAR_MARK, str(today.year))


def working_day(day: date) -> date:
    """Return the day itself, or the Friday before where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
