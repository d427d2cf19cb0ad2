"""A day that a web page printed without its 月, and a year written out: 于1115日前报送, 二〇二六年三月底前.

The figures of a day are read only where they can be no other; words and their places keep their length.
"""

import re
from datetime import date
from re import Match

from guatu.domain.reading.deadlines.limits import (
    HOUR,
    Anchor,
    LimitRule,
    near_at_hand,
    real_day,
)
from guatu.domain.reading.values import DeadlineBasis

_DAYS_OF_A_MONTH, _MONTHS = 31, 12
_YEAR_IN_WORDS = re.compile("[二2][〇○零Ｏ0Oo][〇○零Ｏ0Oo一二三四五六七八九0-9]{2}(?=年)")
_FIGURES = str.maketrans("〇○零ＯOo一二三四五六七八九", "000000123456789")


def with_years_in_figures(words: str) -> str:
    """Return words with each year that is written out (二〇二六年) in as many figures."""
    if "年" not in words:
        return words
    return _YEAR_IN_WORDS.sub(lambda one: one.group().translate(_FIGURES), words)


def days_without_month_sign(figures: str, year: int) -> list[date]:
    """Return the days that figures without a 月 between them may be: 74 is 7月4日, 15 may be a 15日."""
    if int(figures) <= _DAYS_OF_A_MONTH:
        return []
    parts = [(figures[:i], figures[i:]) for i in (1, 2) if i < len(figures)]
    found = [
        real_day(year, int(month), int(day))
        for month, day in parts
        if int(month) <= _MONTHS and not day.startswith("0") and int(day) <= _DAYS_OF_A_MONTH
    ]
    return [one for one in found if one is not None]


def _only_day(found: Match[str], anchor: Anchor) -> date | None:
    if anchor.spoken is None:
        return None

    def of(year: int) -> date | None:
        days = days_without_month_sign(found.group("both"), year)
        return days[0] if len(days) == 1 else None

    return near_at_hand(of(anchor.spoken.year), found, anchor, of)


RULES = (
    LimitRule(
        pattern=re.compile(
            rf"(?:(?<=[，；：于在])|(?<=务必)|(?<=必须)|(?<=确保))(?P<both>[1-9]\d{{2,3}})日{HOUR}(?:之前|以前|前)(?![一二两三四五六七八九十\d])"
        ),
        resolve=_only_day,
        basis=DeadlineBasis.STATED,
        signs=frozenset("前"),
    ),
)
"""The rule for days that lost their 月."""
