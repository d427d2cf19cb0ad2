"""A unit, the state it is in, and what it must do for it: 新园社区人口多、市场多，人员流动性高，要….

The state is said of the unit, and the demand behind it has the same subject; so the unit is told.
"""

import re
from functools import lru_cache

from guatu.domain.reading.directives.imperatives import is_adverbial
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.reports import WELL, weight_of
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_ending import unit_ends
from guatu.domain.reading.units import Named, is_unit, named_at, unit_start

_HAS = "[\u3400-\u9fff“”A-Za-z\\d]"
_SO = (
    "成熟|稳定|稳固|可靠|敏感|脆弱|易发|高发|多发|频发|困难|艰苦|恶劣|贫瘠|严峻|严苛|严格|精湛|过硬|精良|先进|现代|年轻|老龄化|偏大|偏高|偏低|偏少|偏小|偏弱|偏远|熟悉|熟练|丰沛|茂密|优美|秀丽|浓厚|深厚|悠久|鲜明|突出|显赫|响亮|广泛|普遍|平坦|开阔|闭塞|潮湿|干燥|干旱|寒冷|炎热|充沛|聚集|汇集|林立|交错|纵横|拥挤|饱和|超负荷|吃紧|空缺|断档|参差|良莠不齐|一般|平平|靠前|靠后|领先|最广|最长|最杂|最难|众多|较多|多样|集中|密集|密切|薄弱|脆弱|复杂|频繁|繁重|艰巨|重大|紧迫|特殊|突出|关键|重要|优越|便利|便捷|丰富|雄厚|扎实|优良|良好|独特|明显|有限|不足|不够|不强|不高|不全|不便|不齐|老化|老旧|偏远|分散|狭窄|紧张|短缺|匮乏|欠缺|严重|较重|较大|较弱|较差|较好|较强|较高|较低|低洼|陡峭|险要|适宜|肥沃|充足|充沛|齐全|完善|完备|活跃|旺盛|广阔|巨大|庞大|滞后|落后|单一|参差不齐|鱼龙混杂|千差万别|得天独厚|首当其冲|任重道远|责无旁贷|大有可为|潜力无限|最多|最大|最重|最集中|最直接|光荣"
    "|(?<![提扩做加增减缩延补赶变调放收拓抬拔])[多少大小高低强弱长短广重薄缺足好差远近深浅紧难杂乱散密全老旧新窄险陡活快慢久]"
)
# 网点多、离农民近; 身处…; 有市场、有口碑. What a thing is (…是…的重要载体), and the times it
# is in (正处…期), are the background of what is demanded of anybody.
_OTHERS = (
    "|(?:既|又|也|正|都|不仅|不但|历来|始终|向来|更|就|才)*是[^，。；]{0,24}(?:人|者|主体|主力军|排头兵|生力军|先锋队|突击队|当家人|领头雁|带头人|守护神|参谋部|桥头堡|守门员|勤务员|指挥部|作战部)"
    "|(?:身处|身在|地处|位于|坐落|肩负|担负|承担着?|承载着?|扛着|拥有|具有|具备|有着|居于|背靠|毗邻|紧邻|紧靠|直接面对|直面|联系着|代表着|掌握着?|手握|手中|掌管|遍布|服务着?|管着|守着|占着?|贴近|靠近|依山|临江|沿江|濒临|素有|享有|堪称|号称|身为|来自|起步|底子|点多|面广|线长)[^，。；]{1,40}"
    f"|{_HAS}{{1,8}}(?:反复|经常|频繁|长期|大量|普遍|连续|集中)[\u3400-\u9fff]{{2}}"
    f"|{_HAS}{{0,2}}(?<!所)(?<!对确)有(?!关|权|责|力|序|效|针对)(?:{_HAS}{{1,8}})(?:、有{_HAS}{{1,8}})*)"
)


def _so(longest: int) -> str:
    one = f"(?!制|街|道|工作|任务书|{_HAS}{{3,}}(?:工作|任务|建设|改造|治理|整治|项目|事业))(?!{_HAS}{{2,}}(?:工作|重建)[责任]){_HAS}{{1,{longest}}}?(?:很|较|比较|十分|非常|相当|极|最|更|也|都|还|又|特别|尤为|点多|线)?(?:{_SO})"
    return f"(?:(?:目前|当前|现在|人口|地理|总体)?{one}(?:[、且而又和]{one})*{_OTHERS}"


_END = re.compile("[。；！？”：]")
# Right behind a unit its own things are few words: 人口多; 改造任务重 is said of a task.
_STATE, _STATE_BEHIND = re.compile(_so(6)), re.compile(_so(10))
# 河长 + 制工作, 网点多、离农民 + 近: the name goes on, or holds a state already.
_PROLONGED = re.compile("[、和及与的）们长制街道办]|工作|建设|改造|之间|内部")
_WITHIN = re.compile(
    f"(?:{_SO})、|身处|身在|地处|位于|坐落|肩负|担负|承担|承载|拥有|具有|具备|背靠|毗邻|紧邻|手握|掌握"
)
_ASIDE = re.compile("(?:虽然?|尽管|但是?|而且|并且|同时|加之|加上|再加上|且|又|也|更)")
# 我县地处…, 全县上下…: what is said of all of us is the background of what is demanded.
_REALM = re.compile(
    "(?:全|我|本|整个)[国省市县区旗镇乡村]|我们|大家|群众|政府|老百姓|农村|城区|县城|集镇|社会|市场|行业|[\u3400-\u9fff]{0,4}(?:项目|工程|工作|产业|建设|任务)"
)
_SERVED = re.compile(
    "(?:旅客|乘客|游客|老人|老年人|孩子们?|儿童|群众|伤员|病人|患者|户|牧民|居民|村民|妇女|残疾人|对象|家属|学生|工人|务工人员|流动人员|重点人员)$"
)


# 责任重于泰山, 使命光荣, 安全弦绷得紧.
_WEIGHTY = late(
    "[\u3400-\u9fff]{0,4}(?:责任|使命|任务|担子|压力|地位|作用|意义|关系|影响|挑战|风险|隐患|潜力|前景|空间|优势|条件|基础)[^，。；要]{1,8}"
)


# 秋冬季天干物燥: how things are in four signs, with or without when or where.
_FOURFOLD = re.compile(
    "[\u3400-\u9fff]{0,6}(?:天干物燥|山高坡陡|山多地少|人多地少|地广人稀|点多面广|线长面广|点多线长|风高物燥|气候干燥|任重道远|时不我待|形势逼人|刻不容缓|迫在眉睫|人多车多|沟壑纵横|鱼龙混杂|千头万绪|错综复杂|方兴未艾|来势汹汹|不容乐观|不容忽视|不容小觑)"
)


_AT_ONCE = re.compile(
    "(?:限期|立即|马上|即刻|抓紧|尽快|责令|务于|限(?=[\u3400-\u9fff\\d]{1,6}[内前]))(?=[\u3400-\u9fff])"
)


@lru_cache(maxsize=64)
def _unit_and_state(words: str, lexicon: Lexicon) -> Named | None:
    """Return the unit at the front of a clause the rest of which says how it is, or how well it did."""
    start = unit_start(words, lexicon)
    for stop in unit_ends(words, start, lexicon):
        name, rest = words[start:stop], words[stop:]
        if not rest or _PROLONGED.match(rest) or _WITHIN.search(name):
            continue
        if not is_unit(name, lexicon):
            continue
        if _REALM.fullmatch(name) or _SERVED.search(name):
            continue
        if _STATE.fullmatch(rest) is not None or weight_of(rest, lexicon) >= WELL:
            return named_at(words, start, stop, lexicon)
    return None


def _goes_on(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause behind a unit and its state says more of how things are."""
    bare = words[found.end() :] if (found := _ASIDE.match(words)) is not None else words
    if _WEIGHTY.fullmatch(bare) is not None:
        return True
    return _STATE_BEHIND.fullmatch(bare) is not None or weight_of(bare, lexicon) > 0


def told_with_states(text: str, start: int, lexicon: Lexicon) -> Named | None:
    """Return the unit at a place of ``text`` whose states lead up to a demand of nobody named anew.

    Its place counts from ``start``. None where a clause between them says anything else, or where
    the clause that demands has a subject of its own.
    """
    first, *others = _clauses(text, start)
    if not others or find_modal(first, lexicon) is not None:
        return None
    # Whether anything is demanded, and of nobody named anew, is asked first: it costs least.
    found = (
        (n, modal)
        for n, words in enumerate(others)
        if (modal := find_modal(words, lexicon)) is not None
    )
    place, modal = next(found, (0, None))
    if modal is None:
        # 设计单位图纸错漏较多，限期重出: told without a modal.
        place = next((n for n, words in enumerate(others) if _AT_ONCE.match(words)), -1)
    if place < 0 or (modal and not is_adverbial(others[place][: modal.start], lexicon)):
        return None
    named = _unit_and_state(first, lexicon)
    if named is None or not all(_goes_on(words, lexicon) for words in others[:place]):
        return None
    return named


def _clauses(text: str, start: int) -> list[str]:
    """Return the clauses from a place on, to where the sentence, its part or a quotation ends."""
    end = _END.search(text, start)
    return text[start : end.start() if end is not None else None].split("，")


# 对烘干能力不足，要…, 夜间有强降雨，必须…: what the demand is about, or its case.
_FRONT = re.compile(
    "[对在如若凡当遇因将把从以为由按]|针对|一旦|夜间|[^，。；]{0,8}有|[^，。；]{2,}的$"
)


def end_of_states(text: str, start: int, lexicon: Lexicon) -> int:
    """Return where the demand begins that mere states lead up to: 我县山多地少，人均耕地不足，要….

    ``start`` itself where a clause in front of it says anything else.
    """
    at, states = start, 0
    for words in _clauses(text, start):
        modal = find_modal(words, lexicon)
        if modal is not None:
            return at if states and is_adverbial(words[: modal.start], lexicon) else start
        state = _STATE_BEHIND.fullmatch(words) is not None and _FRONT.match(words) is None
        if not state and _FOURFOLD.fullmatch(words) is None:
            return start
        states += state
        at += len(words) + 1
    return start
