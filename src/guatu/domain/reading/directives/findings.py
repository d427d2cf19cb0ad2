"""What somebody found or saw: 巡查中发现，各考点都有专人…；…. It is told to the end of its sentence."""

import re

from guatu.domain.reading.late_patterns import late

_FOUND = re.compile(
    "(?:[^，。；：]{0,14}(?:中|时|后|期间|上))?(?:，|记者|笔者|我们|大家|他们?|她|一行)?(?:发现|看到|了解到|获悉|注意到|只见)"
)
# What 发现, 看到, 获悉 and their like end in.
_LAST = "现到悉见"
_ORDERED = late(
    "(?<![主重首必只纲摘需提])要(?![求素点道件闻])|(?<![按照据有合])要求(?!.{0,4}的)|责成|责令|必须|务必|不得|应当|希望|叮嘱|强调|指出"
)


# 每到一处，某某都要询问…: what he does at every stop.
_AT_STOP = re.compile("每到一[处地村户家站点校]|所到之处")
_SPOKEN = re.compile("要求|责成|责令|希望|叮嘱|强调|指出|嘱咐|鼓励|勉励")


def is_finding(words: str, mark: str, rest: str) -> bool:
    """Tell whether a clause says that something was found, and the rest of its sentence orders nothing."""
    if mark == "，" and "到" in words and _AT_STOP.search(words) is not None:
        return _SPOKEN.search(rest.partition("。")[0]) is None
    if mark not in "，：" or words[-1:] not in _LAST or _FOUND.fullmatch(words) is None:
        return False
    return _ORDERED.search(rest.partition("。")[0]) is None
