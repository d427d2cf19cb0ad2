"""The end of a month or of a third of it: 11月底前, 本月内, 下月底, 12月中旬前, 明年6月建成."""

import re
from datetime import date
from re import Match

from guatu.domain.reading.deadlines.limits import (
    COMES_ABOUT,
    DEED,
    DUE,
    TOWARDS,
    Anchor,
    LimitRule,
    month_end,
    month_end_after,
    near_at_hand,
    real_day,
    year_of,
)
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

_YEAR = r"(?:(?P<year>\d{4}|明|次|来|今|本|当)年)?"
_MONTH = r"(?<![\d每])(?P<month>\d{1,2}|十[一二]|[元一二三四五六七八九十])"
_AHEAD = "(?:之前|以前|前)?"
_THIRDS = {"上": 10, "中": 20}
_HALF = 15


def _end_of_month(found: Match[str], anchor: Anchor) -> date | None:
    number = 1 if found.group("month") == "元" else number_of(found.group("month"))
    year = year_of(found, anchor)
    if number is None or year is None:
        return None
    month, third = int(number), found.groupdict().get("third")

    def end(of_year: int) -> date | None:
        if third in _THIRDS:
            return real_day(of_year, month, _THIRDS[third])
        if found.groupdict().get("half") == "上":
            return real_day(of_year, month, _HALF)
        return month_end(of_year, month)

    return near_at_hand(end(year), found, anchor, end)


def _end_of_this_month(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None
    ahead = 1 if found.group().startswith("下") else 0
    third = found.groupdict().get("third")
    end = month_end_after(anchor.spoken, ahead)
    if end is not None and found.groupdict().get("half") == "上":
        return real_day(end.year, end.month, _HALF)
    if end is not None and third in _THIRDS:
        return real_day(end.year, end.month, _THIRDS[third])
    return end


# A bare month, whatever stands behind it: see ``plain_deeds``.
BARE_MONTH = LimitRule(
    pattern=re.compile(
        rf"{_YEAR}(?<![至到—~、-]){_MONTH}月份?(?![\d底末初上下半内前一二三四五六七八九十]|中(?!小学|学|心|医|药))"
    ),
    resolve=_end_of_month,
    basis=DeadlineBasis.STATED,
    signs=frozenset("月"),
)
BARE_THIS_MONTH = LimitRule(
    pattern=re.compile(
        r"(?<![\d一二三四五六七八九十每])(?:本|这个|下个?)月(?![底末初上中下半内前份\d一二三四五六七八九十])"
    ),
    resolve=_end_of_this_month,
    basis=DeadlineBasis.RELATIVE,
    signs=frozenset("月"),
)
RULES = tuple(
    LimitRule(pattern=re.compile(pattern), resolve=resolve, basis=basis, signs=frozenset(signs))
    for pattern, resolve, basis, signs in (
        (
            rf"{_YEAR}{_MONTH}月份?(?:底|末|月底|的?最后一[天日]){_AHEAD}",
            _end_of_month,
            DeadlineBasis.STATED,
            "底末最",
        ),
        (
            rf"{_YEAR}{_MONTH}月(?:上(?=中旬)|中(?=下旬))?(?P<third>[上中下])旬(?:底|末)?{_AHEAD}",
            _end_of_month,
            DeadlineBasis.STATED,
            "旬",
        ),
        # 完成时限：2026年12月: a month behind a label is due at its end.
        (
            rf"(?:(?<=时限)|(?<=期限)|(?<=时间)|(?<=节点))[：:为是]?{_YEAR}{_MONTH}月份?(?=[）)。；，]|$)",
            _end_of_month,
            DeadlineBasis.STATED,
            "限间点",
        ),
        # 一月内 is one month from now, 11月内 the month of that number.
        (
            rf"{_YEAR}(?![一两三]月内){_MONTH}月份?(?:(?:之|以)?内|之?前完成)",
            _end_of_month,
            DeadlineBasis.STATED,
            "内前",
        ),
        (
            rf"{_YEAR}{_MONTH}月份?(?P<half>[上下])半月(?:之?内|底|末)?{_AHEAD}",
            _end_of_month,
            DeadlineBasis.STATED,
            "半",
        ),
        (
            rf"{_YEAR}{_MONTH}月份?(?:{DUE}|{DEED}|{TOWARDS}|{COMES_ABOUT}|(?=对[^，。；]{{1,14}}[过查看走检理清访][^，。；]{{0,3}}遍)|(?=[^，。；的]{{0,12}}(?:不少于|不低于|至少|达到)[^，。；]{{0,3}}\d))",
            _end_of_month,
            DeadlineBasis.STATED,
            "",
        ),
        (
            rf"(?<![0-9一二三四五六七八九十每季])(?:(?:本|这个|下个?|当)?月(?:底|末)|(?:本|这个|下个?|当)月的?最后一[天日])(?:下班)?{_AHEAD}|(?:^|(?<=[，。；、于在要保争须务])|(?<=必须)|(?<=确保))月内",
            _end_of_this_month,
            DeadlineBasis.RELATIVE,
            "底末内最",
        ),
        (
            rf"(?:本|这个|下个?|当)月(?:(?P<third>[上中下])旬(?:底|末)?{_AHEAD}|之?内|(?P<half>[上下])半月|{DUE}|{DEED})",
            _end_of_this_month,
            DeadlineBasis.RELATIVE,
            "",
        ),
    )
)
"""Rules for months and their thirds."""
