"""Points numbered by a bare numeral: 提出三点要求：一提高认识。二围绕目标抓紧行动。."""

import re

from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.verbs import verb_at

_NUMERALS = "一二三四五六七八九"
_POINT = re.compile(
    f"(?:^|[。；：，])(?P<number>[{_NUMERALS}])(?=[\u3400-\u9fff]{{3}})(?![是要、定律直般些个起])"
)
_FEWEST = 2


def bare_points(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the places of bare numerals that count points in a paragraph: one, two and on, each before an act."""
    if "一" not in text or "二" not in text:
        return frozenset()
    places: list[int] = []
    for found in _POINT.finditer(text):
        place = found.start("number")
        acts = (
            begins_imperative(text[place + 1 :], lexicon)
            or verb_at(text, place + 1, lexicon, nouns=False) > 1
        )
        if acts and found.group("number") == _NUMERALS[len(places) : len(places) + 1]:
            places.append(place)
    return frozenset(places) if len(places) >= _FEWEST else frozenset()
