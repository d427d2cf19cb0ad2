"""Which numbers of a sheet are days or times, by the format that they are shown in.

Source: ECMA-376 part 1, 18.8.30 (numFmt: formats by number, also those of Chinese programs).
"""

import re
from datetime import date, datetime, time, timedelta

_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_WORDS = re.compile(r"\"[^\"]*\"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)
_SIGN = re.compile(r"[ymdhsae]", re.IGNORECASE)
_GENERAL = re.compile(r"general|e[+-]", re.IGNORECASE)
_LAST = 2_958_466
"""The day after 31 December 9999."""


def shows_a_day(number: int, code: str | None) -> bool:
    """Tell whether a format by its number, or by its own code where it has one, shows a day or a time."""
    if code is None:
        return number in _BUILT_IN
    first = _WORDS.sub("", code).split(";", 1)[0]
    return bool(_SIGN.search(_GENERAL.sub("", first)))


def day_of_number(value: float, *, from_1904: bool) -> date | datetime | time | float:
    """Return the day, the moment or the time of day that a number stands for; itself beyond the calendar.

    Before March 1900 the count has a day that never was.
    """
    if not 0 <= value < _LAST:
        return value
    whole, part = divmod(round(value * 86_400), 86_400)
    told = time(part // 3600, part // 60 % 60, part % 60)
    if not whole:
        return told
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 31 if whole < 60 else 30)
    try:
        day = first + timedelta(days=whole)
    except OverflowError:
        return value
    return datetime.combine(day, told) if part else day
