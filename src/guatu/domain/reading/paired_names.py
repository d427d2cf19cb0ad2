"""Tibetan names: two syllables and two (多杰才让), or two and one (切羊吉), whatever surname no list holds."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of, one_of
from guatu.domain.reading.verbs import verb_at

_MARKS = "，。；：、！？“”‘’（）\n 的在就对等与和及同到赴向说率把是给为将听问"


@lru_cache(maxsize=4)
def _paired(lexicon: Lexicon) -> tuple[Pattern[str], ...]:
    pair = any_of(lexicon.paired_syllables)
    last = one_of(lexicon.single_syllables)
    return tuple(re.compile(one) for one in (pair + pair, pair + last, last + pair, pair))


def paired_name_at(text: str, start: int, lexicon: Lexicon, after: Pattern[str]) -> int | None:
    """Return where a Tibetan name behind a post or in a list ends, the longest first, or None."""
    for pattern in _paired(lexicon):
        found = pattern.match(text, start)
        if found is not None and _bounded(text, found.end(), lexicon, after):
            return found.end()
    return None


def _bounded(text: str, end: int, lexicon: Lexicon, after: Pattern[str]) -> bool:
    if end >= len(text) or text[end] in _MARKS:
        return True
    return after.match(text, end) is not None or verb_at(text, end, lexicon, nouns=False) > 0
