"""Names of persons that hold a particle or are a word besides: 局长年有余介绍, 总工程师应不凡答道.

They are known by their place alone: right behind the post of an office and right in front of a verb
of speech, of reporting or of presence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.many_words import words_of

# A look at the sign that it begins with first: the rest is asked at few places of a text.
_POST = "(?=[局县区市镇乡部主院校处科所站厅行厂矿队州旗盟党支常书委总董副会检经])(?:(?<!各)(?<!位)(?:局|县|区|市|镇|乡|部|主|院|校|处|科|所|站|厅|行|厂|矿|队|州|旗|盟)长|(?<!各)(?<!的)(?:党委|党组|党工委|支部|常委|县委|市委|区委)?书记|总工程师|总经理|董事长|副?(?:主任|主席|经理|会长|检察长))"
_BEHIND = "(?:介绍|汇报|通报|宣读|公布|主持|讲话|强调|指出|表示|表态|坦言|答道|回答|回应|解释|说(?!明|服)|告诉|出席|列席|参加|陪同|随同|一同|带队|率队|带领|致辞|作(?:了)?(?:汇报|发言|表态|部署|说明|报告|动员)|涨红|点头|插话|接话|应道|应声|[说问][：，]|接过|当场|当即|立即|现场)"
_PARTICLES = "不有在来无自如可以为从方"
_COMMON = 9


@lru_cache(maxsize=4)
def _named(lexicon: Lexicon) -> Pattern[str]:
    surnames = "".join(lexicon.surnames)
    return re.compile(
        rf"{_POST}(?P<name>[{surnames}](?:[{_PARTICLES}][\u3400-\u9fff]|[\u3400-\u9fff][{_PARTICLES}]))(?={_BEHIND})"
    )


def word_like_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of such names."""
    common = lexicon.usage.common_words
    for found in _named(lexicon).finditer(text):
        name = found.group("name")
        if words_of(lexicon, "not_names").begin(name) or common.get(name[1:], 0) > _COMMON:
            continue
        if common.get(name[:2], 0) <= _COMMON:
            yield found.span("name")
