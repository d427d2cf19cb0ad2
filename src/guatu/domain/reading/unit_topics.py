"""What is spoken of in front of an office with no comma between: 土地手续 + 县自然资源局办结."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.matters import matter_end
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.unit_signs import MATTER_FIRST, TOPICAL, TURNS_TO
from guatu.domain.reading.verbs import verb_at

_SHORTEST = 2


@lru_cache(maxsize=4)
def _counted(lexicon: Lexicon) -> Pattern[str]:
    """Return the pattern of a counted thing in front of an office: 两处豁口水利部门必须…."""
    short = any_of(lexicon.unit_abbreviations)
    return re.compile(
        rf"(?:\d+|[一二两三四五六七八九十]+|这|那)[个处条座家户项件些][^，。；、]{{2,8}}?(?={short}(?:、{short})*(?:等)?部门)"
    )


# What one speaks of ends in the word of a thing: 菜价, 欠薪, 校车, 学位.
_THING_ENDS = frozenset(
    "价费款薪资酬车位厕房屋路桥渠井坝堤闸泵管网电气煤粮种药肥苗菜肉奶蛋猪禽鱼虾茶烟酒证照卡码账票贷债税险保障补贴金额库存货品物件案事题患量率量情况会展赛课书表簿档单据图牌栏灯杆线站口岸垃圾渣油炭碳砂石料材木耕荒稻麦棉薯豆果蔬机械具船员工农民生师户人校院园所厂企"
)
# A name that is a word as well: 和平县, 兴隆县 end as places do.
_PLACE_ENDS = frozenset(
    "山河江湖海溪川阳阴陵原平安宁和兴隆昌丰泰康乐城州关门津浦港岭岗丘泉源池泽塘湾洲沙石林城"
)
# 桑堤县, 石桥县; but 险堤县水利局…: what it is like tells a thing.
_LAND = frozenset("堤桥井坝渠路房屋木石材")
_QUALITIES = frozenset(
    "危险旧新老破断烂病漏大小废空缺涉水电机公私土地住楼平厂民校铁高道马干支引拦溢"
)
_POINTING = frozenset("这那该此每各本某哪几两一二三四五六七八九十全其他她它我你")
_LONGEST_REALM = 3
_MATTER_REACH = 9


@lru_cache(maxsize=256)
def is_realm_name(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the words in front of 县, 市 or 旗 are the county's own name: 者榔 + 县供电公司.

    Two characters that make no word of the language name no thing that one could speak of.
    """
    if len(words) == _SHORTEST and words[-1] in _LAND:
        return words[0] not in _QUALITIES and words not in lexicon.usage.common_words
    if (
        not _SHORTEST <= len(words) <= _LONGEST_REALM
        or words[-1] in _THING_ENDS
        or words[0] in _POINTING
    ):
        return False
    usage = lexicon.usage
    known = [words[at : at + _SHORTEST] for at in range(len(words) - 1)]
    if any(one in usage.verbs or one in usage.verbal_nouns for one in known):
        return False
    if len(words) > _SHORTEST and words[-1] not in _PLACE_ENDS:
        return sum(sign in lexicon.single_syllables for sign in words) >= _SHORTEST
    common = [one for one in known if one in usage.common_words]
    return not common or (len(words) == _SHORTEST and words[-1] in _PLACE_ENDS)


def topic_end(words: str, start: int, lexicon: Lexicon) -> int:
    """Return where what is spoken of gives way to an office without a comma: 土地手续 + 县自然资源局办结."""
    # 的 or 你们 stands within it, and most clauses hold none so near.
    near = words.find("的", start, start + _MATTER_REACH) >= 0 or "你们" in words
    matter = MATTER_FIRST.match(words, start) if near else None
    if matter is not None:
        return matter.end()
    topic = TOPICAL.match(words, start) or _counted(lexicon).match(words, start)
    if topic is None:
        return matter_end(words, start, lexicon)
    if is_realm_name(words[start : topic.end()], lexicon):
        return start
    if TURNS_TO.search(words, start, topic.end()) is not None:
        return start
    # 做好县医院…: two characters that are an act are no topic.
    acts = unit_patterns(lexicon).acts.match(words, start) or verb_at(words, start, lexicon)
    return start if topic.end() - start == _SHORTEST and acts else topic.end()
