"""Lists of what something is like: 大会有几个鲜明特征：一是起点高，…。二是参与面广，…. None of their points is a demand."""

import re

# 今年的防汛有三个特点：, 主要原因有两个：, 呈现出以下变化：.
_TRAIT = "(?:特征|特点|变化|亮点|优势|原因|好处|体会|感受|收获|理由|意义|背景|趋势|看点)"
_ANNOUNCED = re.compile(
    f"[^，。；：]{{0,24}}(?:有|呈现出?|体现出?|表现出?|具有|出现)(?:了)?(?:以下|如下)?(?:[几两三四五六七八\\d]个?(?:方面的?|大)?)(?:最?(?:鲜明|显著|突出|明显|重要|主要|大|新)的?)?{_TRAIT}"
    f"|[^，。；：]{{0,24}}{_TRAIT}(?:主要)?(?:有|是|体现在|表现在)(?:以下|如下)?[几两三四五六七八\\d]个?(?:方面|点|条)?"
)
_POINT = re.compile(
    "(?:[一二三四五六七八]|其[一二三四五])(?:是|来|则)|第[一二三四五六七八][，、是]?|其[一二三四五六][，、]|[一二三四五六七八]、"
)
_MUST = re.compile(
    "(?<![主重需只首纲摘提不是还])要(?![素求闻点件道塞害])|必须|务必|应当|(?<![无何])须(?!知)|不得|不能|严禁|希望|要求(?![高严更多不])"
)


def traits_end(plain: str, start: int, end: int, mark: str) -> int | None:
    """Return where the list ends that a clause announces, if it but tells what something is like; else None.

    A list that asks for anything in any of its points is read point by point.
    """
    if mark != "：" or _ANNOUNCED.fullmatch(plain, start, end) is None:
        return None
    place = end + 1
    if _POINT.match(plain, place) is None:
        return None
    stop = place
    while _POINT.match(plain, stop) is not None:
        found = plain.find("。", stop)
        stop = found + 1 if found >= 0 else len(plain)
    return stop - 1 if _MUST.search(plain, place, stop) is None else None
