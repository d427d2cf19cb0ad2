"""Figures that a demand names: three sites, 20 per cent, 1.2 hundred million yuan."""

import re
from collections.abc import Sequence
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import ARABIC_NUMBER, CHINESE_NUMBER, number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import Measure

_CHINESE_ONLY_ABOVE = 1
_NEAR = 8
# Written numbers of 个, 条 and the like are counts only where something is to come to that many.
_COUNTED = re.compile(
    "(?:至少|不少于|不低于|不超过|不得少于|不得低于|不得超过|新[建增设开]|[再成满完各每设抓达进出降增](?:成|到|立|设|办)?|打造|引进|开展|组织|培育|创建|达到|形成|实施|建设|举办)了?$"
)
_AT_LEAST = re.compile(
    "(?:至少|不少于|不低于|不超过|不得少于|不得低于|不得超过|形成|撰写)(?:[^，。；]{0,4})$"
)
_VAGUE = frozenset("个条张项类期片道面口部门块")
_ALWAYS = {"24小时", "二十四小时"}
_UP_TO, _WITHIN = ("到", "过", "于", "在", "至"), ("内", "以内", "之内")
_PER_CENT = str.maketrans("％", "%")


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    units = any_of(lexicon.measure_units)
    return re.compile(
        rf"(?<![第\d年月.一二三四五六七八九十])(?P<value>{ARABIC_NUMBER}|{CHINESE_NUMBER})(?P<unit>{units})"
        r"(?![月季年工上下中体级]|以(?![上下内])|(?<=年)[前内底末级度])"
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
        if value is None or not _is_figure(one, int(value)):
            continue
        unit = one.group("unit").translate(_PER_CENT)
        found.append(Measure(text=one.group(), value=value, unit=unit))
    return tuple(found)


def _is_figure(one: Match[str], value: int) -> bool:
    """Tell a figure from 一个, a slogan (“三个一”), a stage (二期) and a standing watch (24小时值班)."""
    words, unit = one.string, one.group("unit")
    before = words[max(0, one.start() - _NEAR) : one.start()]
    if unit == "期" or (unit == "年" and not before.endswith("提前")):
        return False
    after = words[one.end() : one.end() + 2]
    if one.group() in _ALWAYS and not (before.endswith(_UP_TO) or after.startswith(_WITHIN)):
        return False
    if one.group("value")[0].isdigit():
        return True
    if before.endswith(("“", "‘")):
        return False
    if value <= _CHINESE_ONLY_ABOVE:
        return _AT_LEAST.search(before) is not None
    return unit not in _VAGUE or _COUNTED.search(before) is not None
