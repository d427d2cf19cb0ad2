"""What is wanting in front of a demand is why it is made, and no part of it: 宣传力度还不够，再加强引导.

An object of the demand is: 对存在的问题，逐项整改; and so is a case: 台账不全的，一律退回.
"""

import re

from guatu.domain.reading.directives.ordinals import ordinal_at_front
from guatu.domain.reading.late_patterns import late

_DEGREE = "(?:还|仍|仍然|依然|也|都|均|尚|比较|相对|较为|较|普遍|明显|严重|十分|非常|有些|有所|略显|不同程度地?|一定程度上)*"
_WANTING = (
    "(?:不够[\u3400-\u9fff]{1,4}|不(?:高|够|足|强|严|实|细|全|深|透|牢|准|稳|大|快|优|均|力|到位|扎实|及时|平衡|均衡|彻底|规范|健全|完善|深入|紧密|理想|充分|明显|顺畅|清晰|统一|同步|突出|落实)"
    "|欠账(?:较|很)?多|滞后|缓慢|迟缓|薄弱|欠缺|欠账|短缺|匮乏|偏[低慢弱少小高大软松窄]|较[低慢弱差少]|松散|松懈|粗放|单一|有(?:差距|短板|欠缺|盲区|漏洞|死角|反弹|回潮)|有所(?:下滑|反弹|松懈))"
)
_TROUBLE = "(?:问题|短板|弱项|死角|盲区|漏洞|差距|隐患|不足|现象|薄弱环节|欠缺|缺口|偏差|堵点|卡点)"
_LACKING = re.compile(
    "(?![对把将就针围凡如若因由从在以]|.*(?:[要须]|必须|务必|应当|不得|不能))"
    "[\u3400-\u9fff“”、（）\\d]{2,24}?"
    f"(?:{_DEGREE}存在(?!的)[\u3400-\u9fff“”、（）]{{0,20}}{_TROUBLE}|的?{_TROUBLE}{_DEGREE}(?:存在|突出|普遍|严重|明显|较多|多发|集中)|{_DEGREE}{_WANTING})"
)
_ACTED_ON = re.compile(
    "(?:要(?!求)|再(?!次|三)|必须|务必|须|需(?:要)?|应(?:当)?(?![急用])|亟需|尽快|抓紧|立即|马上|限期|加[大快强紧密]|进一步)"
)

# 整改不彻底，必须停产: in which case something is to follow.
_FOLLOWS = re.compile(
    "[^，。；]{0,8}(?:问责|追责|处罚|处理|停[产业工止]|关停|通报|约谈|从严|查处|不得|不能|不准|一盯到底|不放过)"
)


def is_lacking(words: str, behind: str) -> bool:
    """Tell whether a clause says what is wanting, and the one ``behind`` it what is to be done for it."""
    if _ACTED_ON.match(behind) is None or _FOLLOWS.match(behind) is not None:
        return False
    return _LACKING.fullmatch(words) is not None


# 有些单位认识不足，对工作的紧迫性认识还不够: of whom or of what it is said, and nothing is demanded.
_OF_SOME = re.compile(
    "(?:但|也|还|目前|当前|同时)*(?:有的|有些|部分|个别|少数|一些|仍有)(?![^，。；]{0,12}(?:要(?!求)|须|必须))"
)
_ABOUT = late("(?:对|在)[\u3400-\u9fff“”、]{2,24}?(?:认识|重视|理解|把握|掌握|了解|上|方面)(?=.)")


def end_of_lacks(text: str, start: int) -> int:
    """Return where a stretch ends that says of some nothing but what is wanting, or ``start``."""
    if _OF_SOME.match(text, start) is None:
        return start
    end = min((at for sign in "。；" if (at := text.find(sign, start)) >= 0), default=len(text))
    clauses = text[start:end].split("，")
    if len(clauses) > 1 and all(_LACKING.fullmatch(_ABOUT.sub("认识", one)) for one in clauses[1:]):
        return end
    return start


def is_only_lacking(words: str, mark: str, behind: str) -> bool:
    """Tell whether a point of a list says nothing but what is wanting: 一是力度不够，二是进度滞后."""
    ends = mark in "。；" or ordinal_at_front(behind) is not None
    return ends and _LACKING.fullmatch(words) is not None
