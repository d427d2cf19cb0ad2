"""Sentences that only threaten: 对不作为的单位和个人，一律依规严肃处理. They demand nothing by themselves."""

import re

_WHOM = re.compile(
    "(?:凡|凡是|对|对于)[^，。；]{2,60}的(?:[^，。；]{0,14}(?:单位|个人|人员|干部|企业|行为|部门|乡镇|人|责任人))?，"
)
_THREAT = re.compile(
    "(?:严肃|从严|从重|依法|依规|依纪|按规定|按照(?:有关)?规定|坚决|一律|倒查|启动)[^，。；]{0,10}"
    "(?:处理|处置|追责|问责|追究|惩处|惩治|查处|处罚|约谈|通报)|追究[^，。；]{0,12}责任|追责问责"
)
_ORDERED = re.compile("(?<![主需重首])要(?![求点素件])|必须|务必|应当|须|由(?!此|于)")


def is_sanction(sentence: str) -> bool:
    """Tell whether a sentence, or a stretch of one, says what happens to those who fail and no more.

    One with a modal (要依规问责) or with who is to act (由县纪委约谈) is a demand.
    """
    if _WHOM.match(sentence) is None or _ORDERED.search(sentence) is not None:
        return False
    return _THREAT.search(sentence) is not None
