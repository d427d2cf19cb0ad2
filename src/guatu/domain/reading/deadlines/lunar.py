"""A day of the lunar calendar: 正月初六, 正月十五前, 八月初一, 腊月二十三前.

The tables of festivals fix the first day of four months (春节, 端午, 中秋, 重阳); days of other months are quoted
and stay without a day. The 30th is never resolved: not every lunar month has one.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from re import Match

from guatu.domain.reading.deadlines.limits import DEED, DUE, Anchor, LimitRule
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.values import DeadlineBasis

# The day of the month on which each month's festival falls.
_FESTIVALS = {"正": ("春节", 1), "五": ("端午", 5), "八": ("中秋", 15), "九": ("重阳", 9)}
_LAST_SURE = 29
_OLD = "(?:农历|阴历|旧历|夏历)"
_FIRST_TEN = "初(?:[一二三四五六七八九]|十(?![一二三四五六七八九]))"
_DAY = f"(?P<day>{_FIRST_TEN}|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
_MONTH = "(?P<month>十[一二]|[正二三四五六七八九十冬腊])"
_LIMIT = f"(?:(?:这[一]?天|当天)?(?:之前|以前|前(?![后夕往来]))|(?:这[一]?天)?(?:{DUE}|{DEED}))"


def lunar_rules(day_of: Callable[[str, int], date | None]) -> tuple[LimitRule, ...]:
    """Return the rules; ``day_of`` gives the day of a festival in a year, None where none is known."""

    def resolve(found: Match[str], anchor: Anchor) -> date | None:
        if anchor.spoken is None or found.group("month") not in _FESTIVALS:
            return None
        name, place = _FESTIVALS[found.group("month")]
        number = number_of(found.group("day").removeprefix("初").replace("廿", "二十"))
        if number is None or number > _LAST_SURE:
            return None
        known = (day_of(name, anchor.spoken.year + each) for each in (0, 1))
        days = (one + timedelta(days=int(number) - place) for one in known if one)
        return next((one for one in days if one >= anchor.spoken), None)

    return tuple(
        LimitRule(
            pattern=re.compile(pattern),
            resolve=resolve,
            basis=DeadlineBasis.STATED,
            signs=frozenset(signs),
        )
        for pattern, signs in (
            (rf"{_OLD}{_MONTH}月{_DAY}(?![日号]){_LIMIT}", "历"),
            (rf"(?<!历)(?P<month>[正腊])月{_DAY}(?![日号]){_LIMIT}", "正腊"),
            (rf"(?<!历)(?<!十){_MONTH}月(?P<day>{_FIRST_TEN})(?![日号]){_LIMIT}", "初"),
        )
    )
