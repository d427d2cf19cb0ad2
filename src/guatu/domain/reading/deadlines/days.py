"""A printed day: 11月15日前, 2025年3月1日前, 下月5日前, 20日前, 最迟11月20日."""

import re
from datetime import date, timedelta
from re import Match

from guatu.domain.reading.deadlines.limits import (
    ASIDE,
    BEFORE,
    DAY_NUMBER,
    DEED,
    DONE_HERE,
    HOUR,
    LAST_MONTH,
    MONTH,
    Anchor,
    LimitRule,
    near_at_hand,
    real_day,
    year_of,
)
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

_YEAR = r"(?:(?P<year>\d{4}|明|次|来|今|本|当)年)?"
_DAY = rf"{_YEAR}{MONTH}{DAY_NUMBER}{ASIDE}(?:这一?天|当[日天])?"


def _day(found: Match[str], anchor: Anchor) -> date | None:
    year = year_of(found, anchor)
    month, number = _number(found, "month"), _number(found, "day")
    day = real_day(year, month, number) if year else None
    limit = near_at_hand(day, found, anchor, lambda later: real_day(later, month, number))
    if limit is not None and found.groupdict().get("eve"):
        return limit - timedelta(days=1)
    return limit


def _number(found: Match[str], name: str) -> int:
    words = found.group(name)
    return 1 if words == "元" else int(number_of(words) or 0)


def day_of_month(found: Match[str], anchor: Anchor) -> date | None:
    """Return the day with no month of its own: of this month, of the next, or the next such day to come."""
    if anchor.spoken is None:
        return None
    named = found.groupdict().get("which")
    number = _number(found, "day")
    ahead = 1 if named and named.startswith("下") else 0
    if named is None and number < anchor.spoken.day:
        ahead = 1
    place = anchor.spoken.month - 1 + ahead
    return real_day(anchor.spoken.year + place // LAST_MONTH, place % LAST_MONTH + 1, number)


def _day_in_figures(found: Match[str], _: Anchor) -> date | None:
    named = "last_" if found.group("last_year") else ""
    year, month, day = (int(found.group(f"{named}{part}")) for part in ("year", "month", "day"))
    return real_day(year, month, day)


_LAST_NAMED = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")


def _day_of_same_month(found: Match[str], anchor: Anchor) -> date | None:
    """10月18日零时前…，20日正式供热: a later day of the month named before; else of the month spoken in."""
    number = _number(found, "day")
    named = _LAST_NAMED.findall(found.string[: found.start()])
    if named:
        month, first = map(int, named[-1])
        printed = real_day(anchor.spoken.year, month, number) if anchor.spoken else None
        if printed is None or number <= first or anchor.spoken is None or printed < anchor.spoken:
            return None
        return printed
    if anchor.spoken is None or number <= anchor.spoken.day:
        return None
    return real_day(anchor.spoken.year, anchor.spoken.month, number)


RULES = (
    LimitRule(
        pattern=re.compile(
            rf"(?<![\d月年第每初十二三四五六七八九至到—~、（(-])(?P<day>\d{{1,2}})日(?![内后起游龄间期]){HOUR}"
            rf"(?:(?=将|把|要|必须|务必|须|需(?![求要])|全部|全面)|{DONE_HERE}|{DEED})(?!将于)"
        ),
        resolve=_day_of_same_month,
        basis=DeadlineBasis.RELATIVE,
        signs=frozenset("日"),
    ),
    LimitRule(
        pattern=re.compile(rf"{_DAY}{HOUR}{BEFORE}(?P<eve>(?<=前)(?:一[天日]))?"),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    # 于10月25日、11月25日前分别报送: the 前 behind the last holds for each.
    LimitRule(
        pattern=re.compile(
            rf"(?:(?<=于)|(?<=在))(?<!定于){_DAY}(?=[、和及与](?:\d{{1,2}}月)\d{{1,2}}[日号]{HOUR}(?:之前|以前|前)(?![一二两三四五六七八九十\d]))"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("前"),
    ),
    # 6月10前: printed without 日.
    LimitRule(
        pattern=re.compile(
            rf"{_YEAR}(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})(?!\d)(?:之前|以前|前)"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("前"),
    ),
    # 到4月30日把棚架搭完, 工期压到12月20日, 提前至10月15日.
    LimitRule(
        pattern=re.compile(
            rf"(?<![日月号起底旬末在天])到{_DAY}{HOUR}{BEFORE}?(?=，?(?:要|必须|务必|把|将(?!有|会|举|召)|全[部线面]|基本|力争|确保)|{DONE_HERE})"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?<!会议时间)(?<!活动时间)(?<!考试时间)(?:压[到缩减至]{{1,2}}|[抢赶挪定卡排][到至](?!了)|前移[到至]|提前[到至]|移[到至]|(?:调整|推迟)[到至为]|改[到为]|锁定[在到]?|推进到|倒排[到至]){_DAY}{HOUR}{BEFORE}?"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?:截至|截止(?:到|(?:时间|日期|期限)[为是]?|于)?|(?:时间|时限|工期|期限|节点)[^，。；]{{0,4}}(?:为|是|定为|定在|倒排至|倒排到|锁定在?|卡在)|倒排[至到]|不晚于|不迟于|不得晚于|不得迟于|最迟|最晚)(?:到|于|在|不得?超过|不晚于)?{_DAY}{HOUR}{BEFORE}?"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("截时期节倒晚迟"),
    ),
    LimitRule(
        pattern=re.compile(
            rf"(?:(?<=力争)|(?<=确保)|(?<=务必)|(?<=[、，]))(?<![起从自]){_DAY}(?=(?:[^，。；、\d]{{0,6}})(?:过半|结束|完成|到位|收官|清零|建成|开工|通车|封顶|试水|试运行|启用))"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("半结完到收清建开通封试启"),
    ),
    # 以4月10日为时间节点，…: but what it is a landmark of (节点目标) goes on.
    LimitRule(
        pattern=re.compile(
            rf"(?<=以){_DAY}{HOUR}{BEFORE}?(?=为(?:时间|最后|最终|截止|关键|完成)*(?:节点|时间点|时限)(?![\u3400-\u9fff]))"
        ),
        resolve=_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("节时"),
    ),
    LimitRule(
        pattern=re.compile(rf"(?P<which>本月|当月|这个月|下个?月)的?{DAY_NUMBER}{HOUR}{BEFORE}"),
        resolve=day_of_month,
        basis=DeadlineBasis.RELATIVE,
        signs=frozenset("本当这下"),
    ),
    LimitRule(
        pattern=re.compile(rf"(?<![\d月每年十二三、至到—满前-]){DAY_NUMBER}{HOUR}(?:之前|以前|前)"),
        resolve=day_of_month,
        basis=DeadlineBasis.RELATIVE,
        signs=frozenset("前"),
    ),
)
"""Rules for printed days."""

# 2025.11.15前, 2025-11-15前, 完成时限：2025/11/15.
_IN_FIGURES = (
    r"(?<![\d.])(?P<year>20\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d.])"
)
IN_FIGURES = (
    LimitRule(
        pattern=re.compile(
            rf"{_IN_FIGURES}[日号]?{HOUR}(?:之前|以前|前)|(?:(?<=时限)|(?<=期限)|(?<=截止时间)|(?<=截止日期))[：:为]{_IN_FIGURES.replace('?P<', '?P<last_').replace('(?P=', '(?P=last_')}"
        ),
        resolve=_day_in_figures,
        basis=DeadlineBasis.STATED,
    ),
)
"""Rules for days that are printed in figures and signs alone."""
