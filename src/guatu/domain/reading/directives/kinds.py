"""How checkable a demand is: a task, a standing duty, or mere attitude."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DirectiveKind


@lru_cache(maxsize=4)
def _attitude(lexicon: Lexicon) -> Pattern[str]:
    modal = any_of(lexicon.modals)
    adverbs = any_of(lexicon.adverbs)
    return re.compile(f"(?:[^，、]{{0,24}}?{modal})?(?:{adverbs})*{any_of(lexicon.attitudes)}")


@lru_cache(maxsize=4)
def _standing(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.standing_marks))


def kind_of_demand(words: str, lexicon: Lexicon, *, dated: bool, measured: bool) -> DirectiveKind:
    """Return the kind of a demand by its words.

    A demand all of whose clauses are attitudes is context, unless it carries a day or
    a figure; words of duration make it a standing duty.
    """
    if not dated and not measured:
        clauses = [one for one in re.split("[，、；。]", words) if len(one) > 1]
        pattern = _attitude(lexicon)
        if clauses and all(pattern.match(one) for one in clauses):
            return DirectiveKind.CONTEXT
    if not dated and _standing(lexicon).search(words):
        return DirectiveKind.STANDING
    return DirectiveKind.TASK
