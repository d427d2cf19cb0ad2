"""Whether words end as units do, and where a unit at the front of words may end."""

import re

from guatu.domain.reading.actors import ends_as_actor
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import words_of
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.unit_signs import NO_OFFICE
from guatu.domain.reading.unit_stops import unit_stops

_LONGEST_AT_FRONT = 40
# 禾城镇, 古城镇: a town, though 城镇 is any town.
_TOWN_CALLED_CITY = re.compile(
    "(?![各全中小新县市区乡村大在对向从进入出整我本该每个的和与及、])[㐀-鿿]城镇"
)
_FAST, _COMMON = 1.4, 10
# 镇主要…, 各村位于…, 理事会议定…: what follows a name belongs to the next word, though a common word would end in it.
_NEXT_WORD = frozenset("要于多说派将会须应能可在上下里有都也长公议")


def ends_as_unit(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words end as units do, a bracket behind them left out."""
    if words.endswith("）") and "（" in words:
        words = words[: words.rindex("（")]
    words = words.rstrip("”")
    if words.endswith("们") and not words.endswith(("我们", "他们", "她们", "你们", "咱们")):
        words = words.removesuffix("们")
    if words_of(lexicon, "not_unit_ends").end(words) and not words.endswith("安全员"):
        return _TOWN_CALLED_CITY.fullmatch(words) is not None
    return (
        words_of(lexicon, "unit_suffixes", "unit_words").end(words)
        or ends_as_actor(words)
        or bool(unit_patterns(lexicon).abbreviations.match(words))
    )


def unit_ends(words: str, start: int, lexicon: Lexicon) -> list[int]:
    """Return where a unit at the front may end, the longest first."""
    found = set(unit_stops(words, start, start + _LONGEST_AT_FRONT, lexicon))
    stops = sorted(found, reverse=True)
    return [
        stop
        for stop in stops
        if NO_OFFICE.match(words, stop - 1) is None and not is_cut(words, stop, lexicon)
    ]


def is_cut(words: str, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a name that ends at a place would be cut within a word: 组织员 + 工, 县市 + 场."""
    if stop >= len(words) or words[stop] in _NEXT_WORD:
        return False
    usage, pair = lexicon.usage, words[stop - 1 : stop + 1]
    return usage.common_words.get(pair, 0) >= _COMMON and usage.bond(*pair) >= _FAST
