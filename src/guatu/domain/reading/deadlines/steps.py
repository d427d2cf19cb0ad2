"""A step that is due in a month behind one with a limit: 11月底前完成招标，12月份主体工程开工.

The limit before says that steps are named; the month stands at the head of its clause, lies later, and something is there
at its end. What others do in it (10月省里验收) is no step.
"""

import re
from collections.abc import Iterator, Sequence

from guatu.domain.reading.deadlines.limits import DONE, Found
from guatu.domain.reading.late_patterns import late

_HEAD = re.compile("[，；、](?:并|再|力争|争取|确保|到|至|于|在)?$")
_COMES_TO_BE = late(
    f"{DONE}|(?=[^，。；的没未不已]{{0,10}}(?:全面|正式|全部|开始|陆续|基本)[^，。；的没未不已了]{{2,6}}(?:[，。；、]|$))"
)
# 10月省里验收, 11月市级考核: what others do; 11月起, 12月以来: no end; 11月开展情况: a noun.
_ANOTHERS = late(
    "[^，。；、]{0,12}(?:国家|中央|[省市州厅部][里级上]|上级|巡[视察]|督[察导查]|考[核评]|评估|评审|观摩|[一二三四五六七八九十0-9]+次|会议|活动|情况)"
)


def steps_in(words: str, found: Sequence[Found], months: Sequence[Found]) -> Iterator[Found]:
    """Yield those of the bare months that are steps behind a limit that was found."""
    dated = [(one.end, one.day) for one in found if one.day is not None]
    for one in months:
        if one.day is None or not _HEAD.search(words[max(0, one.start - 3) : one.start]):
            continue
        before = [day for end, day in dated if end <= one.start]
        if not before or before[-1] >= one.day:
            continue
        if _COMES_TO_BE.match(words, one.end) and not _ANOTHERS.match(words, one.end):
            yield one
