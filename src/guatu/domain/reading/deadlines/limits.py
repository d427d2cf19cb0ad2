"""What a limit is found as, what it is resolved against, and the arithmetic that all rules share."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from re import Match, Pattern

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

COUNT = "(?P<count>[一两二三四五六七八九十百]{1,4}|\\d{1,3})"
BEFORE = "(?:之前|以前|前|为止|止|底前)"
DUE = (
    "(?=再|力争|确保|必须|务必|要|须|见|完成|全部|全面|实现|建成|投|交|报|启动|开工|动工|竣工|完工|复工|到位|达|整改|落实|办结|办完"
    "|销号|见效|清零|清空|拿出|形成|制定|出台|印发|提交|提出|上报|报送|组织|开展|举行|召开|验收|收官|通车|开园|运营|使用|入库|签约)"
)
DONE = (
    "(?=(?:再|力争|确保|必须|务必|要|须|再)?[^，。；]{0,12}(?:见效|见底|完成|建成|投[产用运入]|交[付工卷]|启动|开工|动工|竣工|完工|复工|到位|达[到标产效]"
    "|落实|办结|办完|销号|清零|清空|拿出|形成|制定|出台|印发|提交|提出|上报|报送|开展|举行|召开|验收|收官|通车|开园|运营|使用|入库|签约|走访|封顶|发布))"
)
"""What makes a bare half or quarter a limit: a thing that is done in it, near behind."""
RESULT = r"(?=[^，。；]{0,16}\d)"
"""What makes a bare period (今年, 上半年) a limit: a figure that is due in it."""

LAST_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A deadline found in words: half-open place, resolved day, basis."""

    start: int
    end: int
    day: date | None
    basis: DeadlineBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season as a county's own calendar states it: its words and the day it begins each year."""

    words: tuple[str, ...]
    month: int
    day: int

    def __post_init__(self) -> None:
        if not self.words or not all(self.words):
            raise ValueError("a season needs words")
        date(2000, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What deadlines are resolved against: the day spoken, the year, the calendars.

    ``seasons`` is empty unless the county's calendar was given: then 汛期前 stays a phrase.
    """

    spoken: date | None
    year: int | None
    working: WorkingCalendar
    seasons: tuple[Season, ...] = ()


Resolve = Callable[[Match[str], Anchor], date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRule:
    """One way of stating a limit: its pattern, how it resolves, and on what basis."""

    pattern: Pattern[str]
    resolve: Resolve
    basis: DeadlineBasis


def real_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    last = month_end(year, month)
    return date(year, month, day) if last is not None and 1 <= day <= last.day else None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, or None where there is no such month."""
    if not 1 <= month <= LAST_MONTH or not 1 <= year <= 9999:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def month_end_after(spoken: date, months: int) -> date | None:
    """Return the end of the month that lies so many months after the day's own."""
    place = spoken.month - 1 + months
    return month_end(spoken.year + place // LAST_MONTH, place % LAST_MONTH + 1)


def year_of(found: Match[str], anchor: Anchor) -> int | None:
    """Return the year a match prints or means (明年, 后年), else the year of the day spoken."""
    words = found.groupdict().get("year")
    if words and words.isdigit():
        return int(words)
    base = anchor.spoken.year if anchor.spoken else anchor.year
    if base is None:
        return None
    return base + {"明": 1, "次": 1, "来": 1, "后": 2}.get(words[0] if words else "", 0)


def not_past(
    day: date | None, found: Match[str], anchor: Anchor, later: Callable[[int], date | None]
) -> date | None:
    """Move a day without a printed year that lies before the day spoken to the next year."""
    if day is None or found.groupdict().get("year") or anchor.spoken is None:
        return day
    return later(day.year + 1) if day < anchor.spoken else day


def count_of(found: Match[str]) -> int | None:
    """Return the count a match prints, within what a limit may sensibly be."""
    number = number_of(found.group("count"))
    return int(number) if number is not None and 0 < number <= 1000 else None
