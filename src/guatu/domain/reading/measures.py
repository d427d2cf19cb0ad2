"""Figures that a demand names: three sites, 20 per cent, 1.2 hundred million yuan."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.numerals import ARABIC_NUMBER, CHINESE_NUMBER, number_of
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import Measure

_CHINESE_ONLY_ABOVE = 1
_NEAR, _WIDER = 8, 24
_HALF = Decimal("0.5")
# Written numbers of 个, 条 and the like are counts only where something is to come to that many.
_COUNTED = re.compile(
    "(?:至少|不少于|不低于|不超过|不得少于|不得低于|不得超过|新[建增设开选]|[再成满完各每设抓达进出降增]了?(?:成|到|立|设|办|加|配)?|打造|引进|开展|组织|培育|创建|达到|形成|实施|建设|举办"
    "|[另再]选|暗访|抽查|抽取|选[派配出]|分成|组成|组建|配[备强齐]|安排|办[够足满班]?|刊播|播[放出]|降低|提高|减少|压减|预付|留足|走访|包联|联系|储备|备足|够)了?$"
)
_AT_LEAST = re.compile(
    "(?:至少|最少|不少于|不低于|不超过|不得少于|不得低于|不得超过|形成|撰写|组成一?|组建|各派|[选抽]派|另派|[选各]配|配一?)(?:[^，。；]{0,4})$"
)
# 对水源水、末梢水各检测一次.
_EACH_ONCE = re.compile("各[^，。；：、]{0,3}$")
_RETURNING = re.compile("每(?:年|个?季度?|个?月|周|天|日|旬|学期)[^，。；：]{0,16}$")
# 每半月调度一次, 每两小时汇总一次: how often is asked for; the span in between is no figure of its own.
_SPAN = "(?:[两二三四五六七八九十\\d]+个?(?:天|日|小时|分钟|周|星期|月)|半个?[月年]|半个?小时)"
_EACH_TIME = re.compile(
    f"(?:每(?:年|个?季度?|个?月|周[一二三四五六日]?|星期[一二三四五六日]?|天|日|旬|学期|{_SPAN})|逐[月周日季])[^，。；：]{{0,20}}$"
)
_EVERY = re.compile("每(?:隔)?$")
_ROUNDS = re.compile(
    "一(?![个次遍步])[\\u3400-\\u9fff]{1,2}(?=[、，。；]|$|制度|机制)|一(?:检查|评比|调度|通报|会商|汇总|报告|[换轮班])"
)
# 超过110株的枣园, 低于90%的要补植, 达到八成即限流: when something is to be done, and not how much.
_IF = re.compile(
    "(?<!不)(?<!不得)(?:超过|低于|高于|不足|达到?|大于|小于|满|未达到?|少于|多于|逾)(?:零下)?$"
)
_THEN = re.compile(
    "(?:以上|及以上|以下)?(?:[^，。；、]{0,8}?的(?=[\u3400-\u9fff]{2,}|，)|时(?![间段])|后再?|[即就](?![将要])|立即|一律|仍)"
)
_BUT_DUE = re.compile("(?:确保|力争|务必|必须|要|须|应|不得|实现|争取|保证)[^，。；]{0,12}$")
_TIMES = frozenset("次遍场轮趟")
_VAGUE = frozenset("个条张项类期片道面口部门块家处件根台位组对层班成批支笔")
_ALWAYS = {"24小时", "二十四小时"}
_UP_TO, _WITHIN = ("到", "过", "于", "在", "至"), ("内", "以内", "之内")
# 24小时内办结, 实行24小时先行调处: an answer in that time; the watch of 24 hours is none.
_WATCHED = re.compile(
    "(?:专?人)?(?:值班|值守|在岗|带班|轮班|轮流|待命|备勤|不间断|全天|巡查|巡护|监测|监控|开机|畅通|服务|营业|运转|响应|看守|盯守|驻守|[，。；、]|$)"
)
_AROUND = re.compile("(?:周边|周围|四周|方圆|范围|半径|沿线|两侧|以外|林缘|外围|边缘)$")
_SPELL = re.compile("(?:(?<![拖超越晚推])过|[日月节考会讯期]前|[^受办]后|假期|期间|工期)$")
_LENGTHS, _DAYS, _HOURS = ("米", "公里", "千米"), ("天", "周", "个月"), ("小时", "分钟", "个钟头")
_ROUND_NUMBERS = frozenset({"百", "千", "万", "千百", "百千", "千万", "万千"})
_PROPOSED = re.compile("[^，。；]{0,16}(?:一事|的(?:问题|申请|请示|诉求|建议|议案))")
_REFUSED = re.compile("(?:暂?不予|暂缓|暂不|不同意)(?!.*(?:同意|批准))")
_PER_CENT = str.maketrans("％", "%")
_CONDITION = re.compile("(?:以?内|之内)?[^，。；]{0,6}(?:不了|不上|未[^，。；]{1,6})的")


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> Pattern[str]:
    units = any_of(lexicon.measure_units)
    return re.compile(
        rf"(?<![第\d.一二三四五六七八九十百千万半])(?:(?P<value>{ARABIC_NUMBER})(?P<unit>[万亿]?{units})|(?P<words>{CHINESE_NUMBER})(?P<of>{units})|半(?P<half>小时|天|年|个?月|个小时))"
        r"(?![月季工体]|(?<=年)[前内底末级度中上下]|(?<=[个项条])[中上下]|以(?![上下内外来]))"
    )


def measures_in(
    words: str, lexicon: Lexicon, *, without: Sequence[tuple[int, int]]
) -> tuple[Measure, ...]:
    """Return the figures of a demand outside its deadline; 一个, 一批 and the like are no figures."""
    found: list[Measure] = []
    for one in _pattern(lexicon).finditer(words):
        if any(one.start() < end and one.end() > start for start, end in without):
            continue
        printed = one.group("value") or one.group("words")
        value = _HALF if printed is None else number_of(printed)
        if value is None or not _is_figure(one, value):
            continue
        unit = (one.group("unit") or one.group("of") or one.group("half")).translate(_PER_CENT)
        found.append(Measure(text=one.group(), value=value, unit=unit))
    return tuple(found)


def _is_figure(one: Match[str], value: Decimal) -> bool:
    """Tell a figure from 一个, a slogan (“三个一”), a stage (二期) and a standing watch (24小时值班)."""
    words = one.string
    unit = one.group("unit") or one.group("of") or one.group("half")
    before = words[max(0, one.start() - _NEAR) : one.start()]
    at_least, counted = _AT_LEAST.search(before), _COUNTED.search(before)
    if one.group("half"):
        return _is_half(one, unit)
    if (unit == "期" and not counted) or (
        unit == "年" and not (at_least or before.endswith("提前"))
    ):
        return False
    if one.group() in _ALWAYS and not _is_answer(one, before):
        return False
    if _is_spoken_of(one, unit, before):
        return False
    if one.group("value"):
        return True
    if before.endswith(("“", "‘")) or one.group("words") in _ROUND_NUMBERS:
        return False
    if value <= _CHINESE_ONLY_ABOVE:
        wide = words[max(0, one.start() - _WIDER) : one.start()]
        once = unit in _TIMES and (
            _EACH_ONCE.search(wide) is not None or _EACH_TIME.search(wide) is not None
        )
        return (
            at_least is not None
            or once
            or unit == "个百分点"
            or (unit == "成" and counted is not None)
        )
    if unit == "成" and before.endswith(("到", "至", "达", "熟", "了")):
        return True
    return unit not in _VAGUE or counted is not None


def _is_answer(one: Match[str], before: str) -> bool:
    """Tell whether 24 hours are the time to answer in, and no watch day and night."""
    after = one.string[one.end() :]
    return (
        before.endswith(_UP_TO)
        or after.startswith(_WITHIN)
        or (before.endswith(("实行", "须在", "应在")) and not _WATCHED.match(after))
    )


def _is_half(one: Match[str], unit: str) -> bool:
    """Tell whether 半天, 半小时 is asked for: 不少于半年, 半小时内报告, 每周安排半天."""
    words = one.string
    before = words[max(0, one.start() - _WIDER) : one.start()]
    if unit.endswith("小时"):
        return not words.startswith(("一次", "一", "后"), one.end())
    return _AT_LEAST.search(before[-_NEAR:]) is not None or (
        unit == "天" and _RETURNING.search(before) is not None
    )


def _is_spoken_of(one: Match[str], unit: str, before: str) -> bool:
    """Tell whether a figure only describes: 周边200米内, 会后三天, 两小时一换班, what is proposed."""
    words, end = one.string, one.end()
    if _EVERY.search(before) or (unit in (*_DAYS, *_HOURS) and _ROUNDS.match(words, end)):
        return True
    wide = words[max(0, one.start() - _WIDER) : one.start()]
    if _IF.search(before) and _THEN.match(words, end) and not _BUT_DUE.search(wide):
        return True
    if unit in _LENGTHS and _AROUND.search(before):
        return True
    if unit in _DAYS and (_SPELL.search(before) or words.startswith(("里", "时间里"), end)):
        return True
    if unit in _HOURS and re.match("一[换轮班]", words[end : end + 2]):
        return True
    if unit in _HOURS and _CONDITION.match(words, end):
        return True
    if unit in _HOURS and before.endswith("前") and not before.endswith("提前"):
        return True
    if before.endswith(("连续", "当作", "宁可多走", "不到")) and not one.group("value"):
        return True
    if before.endswith("每减少") or words.startswith("及以上的", end):
        return True
    return _PROPOSED.match(words, end) is not None and _REFUSED.search(words) is not None
