"""The day before a festival or a solar term: 国庆节前, 春节前, 霜降前; both from tables in a pack."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.deadlines.limits import Anchor, LimitRule, not_past, real_day, year_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis

_ENTRY = re.compile(r"(?P<name>[^\d\s]+)(?P<month>\d\d)-(?P<day>\d\d)")
_FIXED = "每年"

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
    return table


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    names = any_of(_festivals(lexicon))
    return re.compile(
        rf"(?:(?P<year>\d{{4}}|明|次|来|今|本|当)年)?“?(?P<name>{names})”?(?:节|佳节|小长假|假期)?(?:到来|来临)?(?:之前|以前|前)(?!夕|后)"
    )


def _day_of(name: str, year: int, lexicon: Lexicon) -> date | None:
    known = _festivals(lexicon)[name]
    place = known.get(year) or known.get(None)
    return real_day(year, *place) if place else None


def festival_rule(lexicon: Lexicon) -> LimitRule:
    """Return the rule for the festivals that the lexicon's tables know."""

    def before(day: date | None) -> date | None:
        return day - timedelta(days=1) if day else None

    def resolve(found: Match[str], anchor: Anchor) -> date | None:
        year, name = year_of(found, anchor), found.group("name")
        if year is None:
            return None
        day = before(_day_of(name, year, lexicon))
        # The eve of 元旦 lies in the year before, so the festival's own year is counted on.
        return not_past(day, found, anchor, lambda _: before(_day_of(name, year + 1, lexicon)))

    return LimitRule(pattern=_pattern(lexicon), resolve=resolve, basis=DeadlineBasis.STATED)
