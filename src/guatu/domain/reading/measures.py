"""Figures that a demand names: three sites, 20 per cent, 1.2 hundred million yuan."""

import re
from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import ARABIC_NUMBER, CHINESE_NUMBER, number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import Measure

_CHINESE_ONLY_ABOVE = 1


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    units = any_of(lexicon.measure_units)
    return re.compile(
        rf"(?<![第\d年月.一二三四五六七八九十])(?P<value>{ARABIC_NUMBER}|{CHINESE_NUMBER})(?P<unit>{units})"
        r"(?![月季年工上下中以体级])"
    )


def measures_in(
    words: str, lexicon: Lexicon, *, without: Sequence[tuple[int, int]]
) -> tuple[Measure, ...]:
    """Return the figures of a demand outside its deadline; 一个, 一批 and the like are no figures."""
    found: list[Measure] = []
    for one in _pattern(lexicon).finditer(words):
        if any(one.start() < end and one.end() > start for start, end in without):
            continue
        value = number_of(one.group("value"))
        written = not one.group("value")[0].isdigit()
        if value is None or (written and value <= _CHINESE_ONLY_ABOVE):
            continue
        found.append(Measure(text=one.group(), value=value, unit=one.group("unit")))
    return tuple(found)
