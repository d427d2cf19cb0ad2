"""How much a run of words reads like a sentence, whatever it is about."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of

_PARTICLES = re.compile("[了的着过把将对被让使向为与和及]")
_WITHIN = re.compile("[，；。：]")
_LISTED = re.compile("、")
_SHORTEST = 8
_SIGNS_NEEDED = 2


@lru_cache(maxsize=4)
def _verbs(lexicon: Lexicon) -> Pattern[str]:
    spoken = lexicon.demand_verbs + lexicon.report_verbs + lexicon.soft_verbs
    return re.compile(
        any_of((*spoken, *lexicon.after_names, *lexicon.imperatives, *lexicon.modals))
    )


def sentence_like(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words hold grammar enough for a sentence or a piece of one.

    Two of these are needed: a particle, a mark inside, a list, a verb of the genre.
    Headlines may pass too; callers ask only about lines that are no headline.
    """
    if len(words) < _SHORTEST:
        return False
    inner = words[:-1]
    signs = (
        _PARTICLES.search(words),
        _WITHIN.search(inner),
        _LISTED.search(inner),
        _verbs(lexicon).search(words),
    )
    return sum(1 for sign in signs if sign) >= _SIGNS_NEEDED
