"""Where the name of a class gives way to what it is told: 各考点 + 设置…, 各园校 + 继续…, 广大店主 + 守好…."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.unit_signs import BREAK, CLASS_END
from guatu.domain.reading.units import SHORTEST_UNIT, is_unit
from guatu.domain.reading.verbs import verb_at

_LONGEST_REST = 2


def longer_class(words: str, start: int, best: int, lexicon: Lexicon) -> int | None:
    """Return where a class ends whose last word no list knows (各园校继续…, 属地乡街迅速…): at the act."""
    if _CLASS_OF_PLACE.match(words, start) is None or verb_at(words, best, lexicon):
        return None
    patterns = unit_patterns(lexicon)
    for stop in range(best + 1, min(best + _LONGEST_REST, len(words) - 1) + 1):
        if not CLASS_END.fullmatch(words, best, stop):
            return None
        acts = patterns.acts.match(words, stop) is not None
        if acts or verb_at(words, stop, lexicon, nouns=False) >= SHORTEST_UNIT:
            return stop if BREAK.search(words[start:stop], 1) is None else None
    return None


_CLASS_OF_PLACE = re.compile("各(?![级种项类自])|属地|沿线|沿河|沿江|沿海|辖区|本地|周边|所有|全体")


# 各考点设置…, 广大店主守好…: a class of any noun ends where its verb begins.
_CLASS_START = re.compile("各(?!种|项|类|方面|自|司|负|尽|有)|广大|全体|所有")
_LONGEST_CLASS = 9


def end_of_class(words: str, start: int, lexicon: Lexicon) -> int | None:
    """Return where a class that no ending tells gives way to what it does."""
    opened = _CLASS_START.match(words, start)
    if opened is None:
        return None
    patterns = unit_patterns(lexicon)
    for stop in range(opened.end() + 1, min(start + _LONGEST_CLASS, len(words) - 1)):
        acts = patterns.acts.match(words, stop) or BREAK.match(words, stop)
        if not acts and verb_at(words, stop, lexicon, nouns=False) < SHORTEST_UNIT:
            continue
        name = words[start:stop]
        return stop if is_unit(name, lexicon) else None
    return None
