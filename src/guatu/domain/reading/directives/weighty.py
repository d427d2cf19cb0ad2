"""Why a thing matters, said before it is demanded: 安全生产重于泰山，坚决防止…; 时间紧、任务重，加快….

Behind such a clause a demand begins anew, though neither modal nor unit opens it. Only what says how grave or
pressing a thing is counts: of what is merely told (进展顺利，推动…) no demand need follow.
"""

import re

_WHAT = "(?![对把将由让使要须]|[^，。；：]*[要须](?!事|务|素|害|点))[^，。；：“”的了]"
_GRAVE = (
    "事关|关乎|关系到?(?:着)?(?:千|万|全|群众|人民|民生|百姓|经济|社会|发展|安全|切身|大局|国计|子孙|能否)|无小事|重于泰山|大于天|大如天|重如山|高于一切|压倒一切|人命关天"
    "|(?:意义|责任|使命|关系|影响|事关|任务)(?:十分|非常|极其|特别|尤为|更加|异常|很|较)?(?:重大|深远|艰巨|繁重|光荣|重要)"
    "|(?:至关|十分|非常|极其|尤为|特别)重要|(?:十分|非常|很有|尤为)必要|时不我待|不能再拖|拖不起|等不起|慢不得|不容拖延|刻不容缓|迫在眉睫|不容有失|容不得|来不得|一刻也?不能|责无旁贷|义不容辞|没有(?:旁观者|局外人|退路|捷径)|永远在路上|任重道远|势在必行|机不可失"
    "|(?:形势|压力|风险|挑战)(?:依然|仍然|十分|非常|极其|异常|更加|更为|较|很)*(?:严峻|复杂|突出|巨大|较大|很大)|时间(?:很|十分|非常|已经)?紧迫?|任务(?:很|十分|非常)?重|要求高|标准高|战线长|(?:已|正)?进入(?:了)?(?:关键|攻坚|冲刺|决战)"
)
_WEIGHTY = re.compile(
    f"{_WHAT}{{0,16}}(?:{_GRAVE})[^，。；：要须了的]{{0,14}}"
    "|[^，。；：“”要须了]{2,16}(?:既|更|也|不仅|就)?是[^，。；：要须了]{0,14}"
    "(?:任务|工程|大事|要事|实事|底线|红线|生命线|基础|根本|关键|前提|保障|责任|使命|头等大事|重中之重|基本盘|硬仗|必答题|必修课|窗口期|关键期|关键时期)"
)
# 当前雨势仍在持续，形势严峻，…: how things stand now, in front of why they matter.
_NOW = re.compile("(?:当前|眼下|目前|近期|近日)[^，。；：“”要须了]{2,20}")
_CLAUSES = re.compile("[^，。；：！？“]+$")
_MOST = 3
# 强调，: behind it the first of such clauses stands; so does one that opens a sentence.
_SAYS = re.compile("(?:强调|指出|要求|表示|提出|认为|说|讲|叮嘱|提醒|明确)$")


def stands_behind_weight(plain: str, start: int) -> bool:
    """Tell whether the words at ``start`` stand right behind clauses that but say why they matter."""
    if plain[start - 1 : start] != "，":
        return False
    place = start - 1
    for number in range(_MOST):
        found = _CLAUSES.search(plain, max(0, place - 60), place)
        if found is None:
            return False
        now = number and _NOW.fullmatch(found.group()) is not None
        if not now and _WEIGHTY.fullmatch(found.group()) is None:
            return False
        place = found.start() - 1
        if place < 0 or plain[place] in "。；！？：“":
            return True
        if _SAYS.search(plain, max(0, place - 4), place) is not None:
            return True
    return False
