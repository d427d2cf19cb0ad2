"""By when: days, ends of periods, and counts of days that a demand states; nothing is invented."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.reading.datelines import real_day
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis

_COUNT = "(?P<count>[一两二三四五六七八九十百]{1,4}|\\d{1,3})"
_BEFORE = "(?:之前|以前|前|为止|止|底前)"
_DUE = "(?=再|力争|确保|完成|全部|全面|实现|建成|投|交|报|启动|开工|到位|达|整改|落实|办结|竣工|销号|见效|清零|拿出|形成|制定|见|须|要|务必|必须)"
_DONE_BY = "(?=完成|整改|报|上报|书面|反馈|办结|拿出|到位)"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A deadline found in words: half-open place, resolved day, basis."""

    start: int
    end: int
    day: date | None
    basis: DeadlineBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What deadlines are resolved against: the day spoken, the year, the working calendar."""

    spoken: date | None
    year: int | None
    working: WorkingCalendar


Resolve = Callable[[Match[str], Anchor], date | None]


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _year_of(found: Match[str], anchor: Anchor) -> int | None:
    words = found.groupdict().get("year")
    if words and words.isdigit():
        return int(words)
    base = anchor.spoken.year if anchor.spoken else anchor.year
    if base is None:
        return None
    return base + (1 if words and words.startswith(("明", "次")) else 0)


def _not_past(
    day: date | None, found: Match[str], anchor: Anchor, later: Callable[[int], date | None]
) -> date | None:
    """A day without a printed year that lies before the day spoken means the next year."""
    if day is None or found.groupdict().get("year") or anchor.spoken is None:
        return day
    return later(day.year + 1) if day < anchor.spoken else day


def _day(found: Match[str], anchor: Anchor) -> date | None:
    year = _year_of(found, anchor)
    month, number = int(found.group("month")), int(found.group("day"))
    day = real_day(year, month, number) if year else None
    return _not_past(day, found, anchor, lambda next_year: real_day(next_year, month, number))


def _day_of_this_month(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    month = anchor.spoken.month + (1 if found.group("next") else 0)
    year = anchor.spoken.year + (1 if month > 12 else 0)
    return real_day(year, (month - 1) % 12 + 1, int(found.group("day")))


def _end_of_month(found: Match[str], anchor: Anchor) -> date | None:
    words = found.group("month")
    number = number_of(words)
    year = _year_of(found, anchor)
    if number is None or year is None:
        return None
    month = int(number)
    third = found.groupdict().get("third")

    def end(of_year: int) -> date | None:
        if third in ("上", "中"):
            return real_day(of_year, month, 10 if third == "上" else 20)
        return _month_end(of_year, month)

    return _not_past(end(year), found, anchor, end)


def _end_of_this_month(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    month = anchor.spoken.month + (1 if found.group().startswith("下") else 0)
    return _month_end(anchor.spoken.year + (month - 1) // 12, (month - 1) % 12 + 1)


def _end_of_year(found: Match[str], anchor: Anchor) -> date | None:
    year = _year_of(found, anchor)
    return date(year, 12, 31) if year else None


def _end_of_quarter(found: Match[str], anchor: Anchor) -> date | None:
    quarter = _QUARTERS[found.group("quarter")]
    year = _year_of(found, anchor)
    if year is None:
        return None
    day = _month_end(year, quarter * 3)
    return _not_past(day, found, anchor, lambda later: _month_end(later, quarter * 3))


def _end_of_half(found: Match[str], anchor: Anchor) -> date | None:
    month = 6 if found.group("half") == "上" else 12
    year = _year_of(found, anchor)
    if year is None:
        return None
    return _not_past(_month_end(year, month), found, anchor, lambda later: _month_end(later, month))


def _count(found: Match[str]) -> int | None:
    words = found.group("count")
    number = number_of(words)
    return int(number) if number is not None and 0 < number <= 1000 else None


def _working_days(found: Match[str], anchor: Anchor) -> date | None:
    count = _count(found)
    if anchor.spoken is None or count is None:
        return None
    return day_of(anchor.working.after(day_number(anchor.spoken), count))


def _days(found: Match[str], anchor: Anchor) -> date | None:
    count = _count(found)
    if anchor.spoken is None or count is None:
        return None
    unit = found.group("unit")
    if unit == "小时":
        return anchor.spoken + timedelta(days=-(-count // 24))
    if unit in ("周", "个星期", "星期"):
        return anchor.spoken + timedelta(days=7 * count)
    return anchor.spoken + timedelta(days=count)


def _months(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    count = 6 if found.group("half") else _count(found)
    if count is None:
        return None
    month = anchor.spoken.month - 1 + count
    year, number = anchor.spoken.year + month // 12, month % 12 + 1
    last = _month_end(year, number)
    return min(last, date(year, number, min(anchor.spoken.day, last.day))) if last else None


def _weekday(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    name = found.groupdict().get("weekday")
    place = "一二三四五六".index(name) if name and name in "一二三四五六" else 6
    monday = anchor.spoken - timedelta(days=anchor.spoken.weekday())
    weeks = found.group("which").count("下")
    return monday + timedelta(days=7 * weeks + place)


def _today(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    return anchor.spoken + timedelta(days=1 if found.group().startswith(("次", "明")) else 0)


_YEAR = r"(?:(?P<year>\d{4}|明|次|今|本|当)年)?"
_MONTH = r"(?P<month>\d{1,2}|十[一二]|[一二三四五六七八九十])"
_RULES: tuple[tuple[Pattern[str], Resolve, DeadlineBasis], ...] = tuple(
    (re.compile(pattern), resolve, basis)
    for pattern, resolve, basis in (
        (
            rf"{_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日{_BEFORE}",
            _day,
            DeadlineBasis.STATED,
        ),
        (
            rf"(?:截至|截止到?|不晚于|不迟于|最迟|最晚){_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
            _day,
            DeadlineBasis.STATED,
        ),
        (
            rf"(?<=[于在]){_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日{_DUE}",
            _day,
            DeadlineBasis.STATED,
        ),
        (
            rf"(?:本月|当月|(?P<next>下个?月))(?P<day>\d{{1,2}})日{_BEFORE}",
            _day_of_this_month,
            DeadlineBasis.RELATIVE,
        ),
        (rf"{_YEAR}{_MONTH}月份?(?:底|末)(?:之前|以前|前)?", _end_of_month, DeadlineBasis.STATED),
        (
            rf"{_YEAR}{_MONTH}月(?P<third>[上中下])旬(?:底|末)?(?:之前|以前|前)?",
            _end_of_month,
            DeadlineBasis.STATED,
        ),
        (rf"{_YEAR}{_MONTH}月份?(?:内|之?前完成)", _end_of_month, DeadlineBasis.STATED),
        (
            r"(?<![0-9一二三四五六七八九十])(?:本|下个?|当)?月(?:底|末)(?:之前|以前|前)?",
            _end_of_this_month,
            DeadlineBasis.RELATIVE,
        ),
        (r"(?:本|当|下个?)月(?:之?内|前)", _end_of_this_month, DeadlineBasis.RELATIVE),
        (
            r"(?P<year>\d{4}|明|次|今|本|当)?年(?:底|末|终)(?:之前|以前|前)?",
            _end_of_year,
            DeadlineBasis.STATED,
        ),
        (r"(?:(?P<year>\d{4}|今|本|明)年|年)(?:之|以)?内", _end_of_year, DeadlineBasis.STATED),
        (
            rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度(?:末|底|结束)(?:之前|以前|前)?",
            _end_of_quarter,
            DeadlineBasis.STATED,
        ),
        (
            rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度(?:之?内|(?:之|以)?前|{_DUE})",
            _end_of_quarter,
            DeadlineBasis.STATED,
        ),
        (
            rf"{_YEAR}(?P<half>[上下])半年(?:之?内|(?:之|以)?前|末|底|{_DUE})",
            _end_of_half,
            DeadlineBasis.STATED,
        ),
        (rf"{_COUNT}个?工作日(?:之|以)?内", _working_days, DeadlineBasis.RELATIVE),
        (
            rf"{_COUNT}(?P<unit>天|日|周|个星期|星期)(?:之|以)?内",
            _days,
            DeadlineBasis.RELATIVE,
        ),
        # Hours are mostly a standing speed of answer (4小时内恢复); only a report or an end is due.
        (rf"{_COUNT}个?(?P<unit>小时)(?:之|以)?内{_DONE_BY}", _days, DeadlineBasis.RELATIVE),
        (rf"(?:限期?|利用)?{_COUNT}(?P<unit>天|日)(?:时间)?{_DUE}", _days, DeadlineBasis.RELATIVE),
        (rf"(?:{_COUNT}个月|(?P<half>半年))(?:之|以)?内", _months, DeadlineBasis.RELATIVE),
        (
            r"(?P<which>本|这|下下|下)(?:周|星期)(?P<weekday>[一二三四五六日天])(?:之前|以前|前|下班前)",
            _weekday,
            DeadlineBasis.RELATIVE,
        ),
        (r"(?P<which>本|这|下下|下)周(?:之?内|末前|末|底前|前)", _weekday, DeadlineBasis.RELATIVE),
        (
            r"(?:当日|当天|今日|今天|次日|明日|明天)(?:之?内|下班前|前)",
            _today,
            DeadlineBasis.RELATIVE,
        ),
    )
)


@lru_cache(maxsize=4)
def _vague(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.vague_deadlines))


def deadline_in(words: str, anchor: Anchor, lexicon: Lexicon) -> Found | None:
    """Return the deadline that a demand states, or the campaign word it uses instead, or None.

    A stated day wins over a campaign word; of several stated days the first counts.
    """
    best: Found | None = None
    for pattern, resolve, basis in _RULES:
        found = pattern.search(words)
        if found is None or not found.group():
            continue
        if best is not None and (found.start(), -found.end()) >= (best.start, -best.end):
            continue
        best = Found(start=found.start(), end=found.end(), day=resolve(found, anchor), basis=basis)
    if best is not None:
        return best
    vague = _vague(lexicon).search(words)
    if vague is None:
        return None
    return Found(start=vague.start(), end=vague.end(), day=None, basis=DeadlineBasis.NONE)
