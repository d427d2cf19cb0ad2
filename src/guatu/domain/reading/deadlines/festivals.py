"""The day before a festival or a solar term: 国庆节前, 春节前, 霜降前; both from tables in a pack."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.deadlines.contrasts import is_contrast
from guatu.domain.reading.deadlines.limits import (
    Anchor,
    Found,
    LimitRule,
    real_day,
    year_of,
)
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis

_ENTRY = re.compile(r"(?P<name>[^\d\s]+)(?P<month>\d\d)-(?P<day>\d\d)")
_FIXED = "每年"
_NEW_YEAR = ("农历新年", "新春", "大年初一")
_EVE = ("除夕", "除夕夜", "年三十", "大年三十")
_ANY_YEAR = 2001
# 春节前一周, 国庆节前三天: so long before the festival.
_AHEAD = "[一两三四五六七八九十]{1,2}(?:天|日|周|个星期)(?!内)"
_DAYS_OF_A_WEEK = 7
# 春节前 in a text without a day may be of this year or, likelier, of the next.
_AT_THE_TURN = (1, 2)


def _ahead(words: str | None) -> int:
    """Return how many days before a festival a limit lies: one, or as many as are printed."""
    count = number_of(words.rstrip("天日周个星期月")) if words else None
    if words is None or count is None:
        return 1
    return int(count) * (_DAYS_OF_A_WEEK if words.endswith(("周", "星期")) else 1)


Festivals = Mapping[str, Mapping[int | None, tuple[int, int]]]


@lru_cache(maxsize=4)
def _festivals(lexicon: Lexicon) -> Festivals:
    """Return for each name its month and day by year; the year None holds for every year."""
    table: dict[str, dict[int | None, tuple[int, int]]] = {}
    for line in lexicon.festivals:
        first, _, rest = line.partition(" ")
        year = None if first == _FIXED else int(first)
        for one in _ENTRY.finditer(rest):
            place = int(one.group("month")), int(one.group("day"))
            table.setdefault(one.group("name"), {})[year] = place
    new_year = table.get("春节", {})
    for name in _NEW_YEAR:
        table[name] = dict(new_year)
    for name in _EVE:
        table[name] = {year: _day_earlier(year, place) for year, place in new_year.items()}
    return table


def _day_earlier(year: int | None, place: tuple[int, int]) -> tuple[int, int]:
    day = date(year or _ANY_YEAR, *place) - timedelta(days=1)
    return day.month, day.day


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    names = any_of(_festivals(lexicon))
    return re.compile(
        rf"(?:(?P<year>\d{{4}}|明|次|来|今|本|当)年)?“?(?P<name>{names})(?:”?(?:国际)?(?:劳动|妇女|儿童|建党|建军|国庆|青年))?”?(?:节|佳节|小长假|长假|假期|当天)*(?:到来|来临)?”?(?:之前|以前|前)(?P<ahead>{_AHEAD})?(?!夕|后)"
    )


def _day_of(name: str, year: int, lexicon: Lexicon) -> date | None:
    known = _festivals(lexicon)[name]
    place = known.get(year) or known.get(None)
    return real_day(year, *place) if place else None


_GREAT = ("国庆", "春节", "中秋", "端午", "五一", "元旦", "清明")
_NEAR = timedelta(days=60)
_BARE = re.compile(
    "(?<![双两佳各过年])(?<!开展)(?<!做好)(?<!抓好)(?<!做实)节前(?![后夕的]|连续|[一二两三五十\\d]+[天周])"
)


def festival_named(texts: Iterable[str]) -> str | None:
    """Return the one great festival that an article names, None where it names none or several."""
    named = {one for text in texts for one in _GREAT if one in text}
    return named.pop() if len(named) == 1 else None


def bare_festival_in(words: str, anchor: Anchor, lexicon: Lexicon) -> tuple[Found, ...]:
    """Return the limits 节前 in an article that names but one festival, not long ahead."""
    if anchor.festival is None or anchor.spoken is None:
        return ()
    spoken = anchor.spoken
    days = (_day_of(anchor.festival, spoken.year + each, lexicon) for each in (0, 1))
    limits = (day - timedelta(days=1) for day in days if day)
    near = next((day for day in limits if spoken <= day <= spoken + _NEAR), None)
    if near is None:
        return ()
    return tuple(
        Found(start=one.start(), end=one.end(), day=near, basis=DeadlineBasis.STATED)
        for one in _BARE.finditer(words)
        if not is_contrast(words, one.start(), one.end())
    )


def festival_day(name: str, year: int, lexicon: Lexicon) -> date | None:
    """Return the day of a festival in a year, None where the tables know none."""
    return _day_of(name, year, lexicon)


@lru_cache(maxsize=4)
def festival_rule(lexicon: Lexicon) -> LimitRule:
    """Return the rule for the festivals that the lexicon's tables know."""

    def resolve(found: Match[str], anchor: Anchor) -> date | None:
        year, name = year_of(found, anchor), found.group("name")
        if year is None:
            return None
        ahead = _ahead(found.group("ahead"))
        if anchor.spoken is None or found.group("year"):
            day = _day_of(name, year, lexicon)
            if day is None or (not found.group("year") and day.month in _AT_THE_TURN):
                return None
            return day - timedelta(days=ahead)
        days = (_day_of(name, each, lexicon) for each in range(year, year + 3))
        limits = (day - timedelta(days=ahead) for day in days if day)
        return next((day for day in limits if day >= anchor.spoken), None)

    return LimitRule(
        pattern=_pattern(lexicon),
        resolve=resolve,
        basis=DeadlineBasis.STATED,
        signs=frozenset("前"),
    )
