"""A printed day: 11月15日前, 2025年3月1日前, 下月5日前, 20日前, 最迟11月20日."""

import re
from datetime import date
from re import Match

from guatu.domain.reading.deadlines.limits import (
    BEFORE,
    DUE,
    LAST_MONTH,
    Anchor,
    LimitRule,
    not_past,
    real_day,
    year_of,
)
from guatu.domain.reading.values import DeadlineBasis

_YEAR = r"(?:(?P<year>\d{4}|明|次|来|今|本|当)年)?"
_DAY = rf"{_YEAR}(?P<month>\d{{1,2}}|元)月(?P<day>\d{{1,2}})[日号](?:[（(](?:星期|周)[一二三四五六日天][）)])?"
_HOUR = (
    r"(?:(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半|整)?)"
    r"|上午|下午|中午|晚上?|下班)?(?:下班)?"
)


def _day(found: Match[str], anchor: Anchor) -> date | None:
    year = year_of(found, anchor)
    month = 1 if found.group("month") == "元" else int(found.group("month"))
    number = int(found.group("day"))
    day = real_day(year, month, number) if year else None
    return not_past(day, found, anchor, lambda later: real_day(later, month, number))


def _day_of_month(found: Match[str], anchor: Anchor) -> date | None:
    """A day with no month of its own: of this month, of the next, or the next such day to come."""
    if anchor.spoken is None:
        return None
    named = found.groupdict().get("which")
    number = int(found.group("day"))
    ahead = 1 if named and named.startswith("下") else 0
    if named is None and number < anchor.spoken.day:
        ahead = 1
    place = anchor.spoken.month - 1 + ahead
    return real_day(anchor.spoken.year + place // LAST_MONTH, place % LAST_MONTH + 1, number)


RULES = (
    LimitRule(
        pattern=re.compile(rf"{_DAY}{_HOUR}{BEFORE}"), resolve=_day, basis=DeadlineBasis.STATED
    ),
    # 6月10前: printed without 日.
    LimitRule(
        pattern=re.compile(
            rf"{_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?!\d)(?:之前|以前|前)"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?:截至|截止(?:到|时间为?)?|不晚于|不迟于|不得晚于|不得迟于|最迟|最晚)(?:到|于|在|不得?超过)?{_DAY}{_HOUR}{BEFORE}?"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(rf"(?<=[于在到]){_DAY}{_HOUR}{DUE}"),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?:(?<=力争)|(?<=确保)|(?<=务必)|(?<=[、，]))(?<![起从自]){_DAY}(?=(?:[^，。；、\d]{{0,6}})(?:过半|结束|完成|到位|收官|清零|建成|开工|通车|封顶|试水|试运行|启用))"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?P<which>本月|当月|这个月|下个?月)(?P<day>\d{{1,2}})[日号]{_HOUR}{BEFORE}"
        ),
        resolve=_day_of_month,
        basis=DeadlineBasis.RELATIVE,
    ),
    LimitRule(
        pattern=re.compile(rf"(?<![\d月每年])(?P<day>\d{{1,2}})[日号]{_HOUR}(?:之前|以前|前)"),
        resolve=_day_of_month,
        basis=DeadlineBasis.RELATIVE,
    ),
)
"""Rules for printed days."""
