"""Demands without a modal: 加快…, 严格…, a numbered point; and words that only tell what was done."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.directives.assertions import states
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of, tree_of
from guatu.domain.reading.unit_ending import ends_as_unit
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.verbs import verb_at

LONGEST_TOPIC = 28
"""The most characters that a topic before a modal may have; longer ones are narration."""

_WEAK_BUT_POINTED = ("把", "将", "共同", "持续")
# 重点做好, 集中整治: weak by themselves, but not in front of an imperative.
_ADVERBIAL = ("重点", "集中", "共同", "科学", "持续", "不断")


_LIMIT = re.compile(
    r"(?:务?于|在)?(?:力争|争取|确保)?(?:[\d一二两三四五六七八九十]{1,3}(?:月|个月|周|天|日|个工作日|季度)|年|月|本周|下周|本月|下月|今年|明年|国庆|春节|元旦|五一|汛|入冬|汛期)"
    r"[^，。；、]{0,6}?(?:前|内|底前|末前|底|起)"
    r"|(?:务?于|在)?(?:[今明后]天|今日|明日|今晚|明晚|明早|今夜|当天|当晚|天黑前)(?:上午|下午|晚上|早上|中午|傍晚|夜里)?(?:[\d一二三四五六七八九十两]{1,3}[点时]半?)?(?:之?前)?"
)


# 同时加快…: a link without a comma opens the sentence no less.
_LINK = re.compile(
    "(?:与此同时|同时|此外|另外|并且|并|特别是|尤其是|下一步|接下来)(?=[\u3400-\u9fff]{2})"
)
# 赶快把防火道刮宽: whatever is to be done at once.
_AT_ONCE = re.compile(
    "(?:赶紧|赶快|立马|抓紧|趁早|尽快)(?:[把将给去回停撤换补抢堵修清排拆]|[\u3400-\u9fff]{2})"
)
# 实事求是地开展…: a manner in front of the imperative.
_MANNER = re.compile("[\u3400-\u9fff]{4}地(?=[\u3400-\u9fff]{2})")

# 逐步完善…, 同步推进…: how a thing is to be done stands in front of the imperative.
_HOW = re.compile(
    "(?:逐步|逐渐|自觉|分类|分批|分期|统一|准确|灵活|最大限度地?|更好地?|更加有力地?|牢牢|同步|协同|合力|适时|如期|大幅|有力|重拳|从重从快|从严从快|稳慎|迅即|着重|自主|精细|多方|精心|稳步|梯次|滚动|接续|常态|扎扎实实|脚踏实地|坚持不懈|持之以恒|毫不松懈|毫不放松|坚定不移|千方百计|想方设法|因地制宜|因村制宜|用心用情|全方位|全链条|全过程|一体|一体化|高位|高频次|多角度|多层次|立体式|滚动式|拉网式|地毯式|靶向|闭环)"
)


# 在全镇营造…氛围: where it is to be made stands in front.
_ALL_OVER = re.compile(
    "在(?:全[县市区旗镇乡村社会校]+|各[镇乡村])(?:范围内|上下|内)?(?=形成|营造|掀起|打造)"
)
# 在商务领域积极探索…, 在全市率先开展…: the field in which it is to be done, and how.
_IN_FIELD = re.compile(
    "在(?:全[国省市县区旗镇乡]|[^，。；是的了会]{1,8}(?:领域|方面|环节|行业|系统|范围内?|层面))"
    "(?:率先|积极|大力|全面|广泛|深入|普遍|逐步|重点|优先|同步)(?!是|有|了)"
    # 在各景区开展隐患排查: where it is to be done.
    "|在[^，。；的了过着]{2,24}?(?:重点|集中|统一|分片)?(?=(?:组织)?(?:开展|进行|实施|推行|推广|设立|设置|增设|建立|抓好|做好)[^，。；了过着]{2,}$)"
)
# 面积只增不减, 表格能减则减, 一户不落: what is so said of a thing is wanted of it.
_FORCEFUL = re.compile(
    "(?:^[\u3400-\u9fff]{2,6}再(?:加|提|压|细|抓|强|落|深|严|绷|前|下|夯|靠|发|扩|升|鼓|聚|优|增|拧|上|聚|明|突|排|动)[\u3400-\u9fff]|能[^，。；]{1,6}的(?:都|就|一律|绝不|尽量)[^，。；是有会]{2,10}|只[\u3400-\u9fff]不[\u3400-\u9fff]|能[\u3400-\u9fff]{1,2}(?:则|尽|就)[\u3400-\u9fff]{1,2}|应[\u3400-\u9fff]{1,2}尽[\u3400-\u9fff]{1,2}"
    "|一律(?!平等)[\u3400-\u9fff]{2,8}|一[\u3400-\u9fff]{1,2}(?:也|都)?不(?:能|许|得|准)?[\u3400-\u9fff]{1,2}|不[漏落少缺]一[\u3400-\u9fff]{1,2})$"
)
# 没收的先收, 能改的马上改: to each case its act.
_BY_CASE = re.compile(
    "(?!有|存在|突出|最大|更)[^，。；是]{1,9}的(?:都|也)?(?:一[天周月旬季]一|先|快|马上|立即|立刻|当场|当天|一律|全部|优先|及时|尽快|坚决|直接|统一|重新|限期|继续|暂停|停止|不得|不准|不许|讲清|说清|上门|开工|投用)"
)


# 窗户今天就修, 路灯明天内换: said of a thing with a time that presses.
_SOON = re.compile(
    "(?:今天|今晚|今夜|明天|后天|马上|立刻|立即|当天|现在|这周|本周|下周|这个月|本月|下月)(?:就|之内|内)(?![是有没])[\u3400-\u9fff]"
)


def forces(words: str) -> bool:
    """Tell whether what is said of a thing is wanted of it: 只增不减, 能减则减, 今天就修."""
    return _FORCEFUL.search(words) is not None or _SOON.search(words) is not None


@lru_cache(maxsize=4)
def _imperative(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.imperatives))


@lru_cache(maxsize=4)
def _long_imperative(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(tree_of(one for one in lexicon.imperatives if len(one) > 1))


@lru_cache(maxsize=4)
def _weak(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(any_of(lexicon.weak_imperatives))


def sounds_demanding(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the words after a speech verb are a demand at all."""
    if unit_doing(words, lexicon) is not None:
        return True
    modal = find_modal(words, lexicon)
    if modal is not None:
        return modal.start <= LONGEST_TOPIC
    limit = _LIMIT.match(words)
    words = words[limit.end() :] if limit is not None else words
    acts = _imperative(lexicon).match(words) is not None or words.startswith(("全部", "全面"))
    return acts and not states(words, lexicon)


def is_at_once(words: str) -> bool:
    """Tell whether words say what is to be done at once: 赶快把防火道刮宽."""
    return _AT_ONCE.match(words) is not None


def begins_imperative(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with an imperative of more than one character."""
    found = _imperative(lexicon).match(words)
    return found is not None and len(found.group()) > 1


def acts_at(words: str, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb or an imperative stands at a place of words: 县住建局 + 紧盯重点部位."""
    return verb_at(words, start, lexicon, nouns=False) > 0 or begins_imperative(
        words[start:], lexicon
    )


def holds_imperative(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an imperative stands anywhere in words, as in 进山路口设卡登记，收缴火种."""
    return _long_imperative(lexicon).search(words) is not None


def is_adverbial(head: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a modal are nothing but adverbs (还, 也, 一定, 下一步)."""
    if not _signs_of_adverbs(lexicon).issuperset(head):
        return False
    left = head
    for word in (*lexicon.head_trims, *lexicon.adverbs):
        if not left:
            return True
        left = left.replace(word, "")
    return not left


@lru_cache(maxsize=4)
def _signs_of_adverbs(lexicon: Lexicon) -> frozenset[str]:
    """Return all signs of adverbs: most words before a modal hold others too."""
    return frozenset("".join((*lexicon.head_trims, *lexicon.adverbs)))


# 把A与B结合起来, 把责任压到人头: what is to be made of a thing.
_TAKEN_SO = late(
    "把(?!握|关|手)[^，。；]{2,}?(?:起来|下去|到位|首位|下来|落到|作为|纳入|列入|融入|贯穿|摆[在上到]|放[在到]|抓[好实紧牢]|[做管守办用]好|结合|转化为|落实)"
)


def makes_of(words: str) -> bool:
    """Tell whether words say what is to be made of a thing: 把责任落实到人."""
    return words[:1] == "把" and _TAKEN_SO.match(words) is not None


_ALL_OF_THEM = re.compile("各|全[县市区旗镇乡体]|广大|有关|相关|所有")


# 整改过程比预想的长, 检查结果不容乐观: the verb is part of what is spoken of.
_AS_NOUN = re.compile(
    "(?:过程|结果|效果|成效|压力|难度|形势|期间|期限|时限|现场|进展)(?=[比很较更最仍还也都不并已尚难有是有将正远不让]|[\u3400-\u9fff]{2}(?:[，。]|$))"
)


def acts_behind(name: str, rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a class that a clause names is told by what stands behind its comma: 各村、各单位，严格…."""
    if _ALL_OF_THEM.match(name) is None or not ends_as_unit(name, lexicon):
        return False
    words = rest.partition("，")[0]
    return begins_imperative(words, lexicon) and commands(
        words, lexicon, numbered=False, pointed=False
    )


# 以钉钉子精神抓好…, 从源头上防范…, 本着负责的态度做好…: how it is to be done, and then the verb.
_WITH = re.compile(
    "以(?![来上下前后及内外为往免致至便期])|从(?![而不事业今此一二三])|本着|带着|站在|立足|围绕|聚焦|锚定|怀着"
)
_TELLS_OF_DEEDS = re.compile("了(?!解)|过(?![程硬关])|已|曾|均|正在|得到|[取获受]得|实现(?!路径)")
_LONGEST_FRONT = 30


def _behind_front(words: str, lexicon: Lexicon) -> int:
    """Return where the verb begins behind how a thing is to be done, or 0: 以更大力度 + 推动…."""
    front = _WITH.match(words)
    if front is None or _TELLS_OF_DEEDS.search(words) is not None:
        return 0
    stop = min(len(words) - 3, _LONGEST_FRONT)
    return next(
        (at for at in range(front.end() + 2, stop) if begins_imperative(words[at:], lexicon)), 0
    )


def commands(words: str, lexicon: Lexicon, *, numbered: bool, pointed: bool) -> bool:
    """Tell whether a clause without modal commands (请 in front of it is courtesy).

    It begins with an imperative; a weak one (对, 把, 与) needs a number or a speech verb
    right before it. A numbered point needs no imperative unless it asserts something.
    """
    link = _LINK.match(words)
    words = words[link.end() :] if link is not None else words
    words = words.removeprefix("请")
    words = words.removeprefix("结合实际，").removeprefix("结合实际").removeprefix("遵照")
    if _ALL_OVER.match(words) is not None:
        return not states(words, lexicon)
    if words.startswith("在") and (field := _IN_FIELD.match(words)) is not None:
        words = words[field.end() :]
    limit = _LIMIT.match(words)
    words = words[limit.end() :] if limit is not None else words
    if states(words, lexicon):
        return False
    if limit is not None and words.startswith(("全部", "全面", "一律", "必须", "把")):
        return True
    if _AT_ONCE.match(words) is not None:
        return True
    manner = _MANNER.match(words)
    words = words[manner.end() :] if manner is not None else words
    how = _HOW.match(words)
    if how is not None and begins_imperative(words[how.end() :], lexicon):
        words = words[how.end() :]
    words = words[_behind_front(words, lexicon) :]
    if _imperative(lexicon).match(words) is None:
        if forces(words):
            return True
        return numbered or _BY_CASE.match(words) is not None
    weak = _weak(lexicon).match(words)
    found = _imperative(lexicon).match(words)
    if found is not None and _AS_NOUN.match(words, found.end()) is not None:
        return numbered
    if weak is None or numbered or (found is not None and found.end() > weak.end()):
        return True
    if weak.group() in _ADVERBIAL:
        behind = _imperative(lexicon).match(words, weak.end())
        if behind is not None and _weak(lexicon).match(words, weak.end()) is None:
            return True
    if weak.group() == "把" and _TAKEN_SO.match(words) is not None:
        return True
    return pointed and weak.group() in _WEAK_BUT_POINTED
