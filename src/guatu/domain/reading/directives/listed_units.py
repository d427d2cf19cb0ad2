"""A unit in front of the first point of a list, in one clause with it: 各乡镇一要…；二要…."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named, unit_before

_FIRST_POINT = re.compile("(?<=..)(?:一是要|一是|一要|首先要)")


def unit_of_list(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit that stands right before the first point of a list in a clause, or None.

    It holds for all the points that follow.
    """
    if "一" not in words and "首先要" not in words:
        return None
    point = _FIRST_POINT.search(words)
    if point is None:
        return None
    head = words[: point.start()]
    named = unit_before(head, lexicon)
    return named if named is not None and named.end == len(head) else None
