"""Names of two parts with a dot between them (Uyghur, Kazakh, Mongol): 阿依古丽·买买提."""

import re
from collections.abc import Iterator
from re import Pattern

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.patterns import HAN, is_han

_DOT = re.compile("[·•・‧]")
_PART = range(2, 8)
_BEFORE = "，。；：、（\n和与由同及"
_MARKS = "，。；：、！？”’（）\n"
# Of one character only such words end a name: no such syllable is written with them.
_CLOSE = "在就对到等说与和及向为同率赴把是走也还将都已并则"
_POST = re.compile("副?[局县镇乡区市厅院校部处州队站]长|副?书记|副?主任|副?主席|同志")
# Neighbours without a post are no persons of a record: 种植户艾合买提·卡斯木.
_NEIGHBOUR = late(
    "(?:[种养]植?殖?户|大户|村民|居民|农户|农民|牧民|牧户|渔民|茶农|果农|菜农|脱贫户|社员|职工|工人|司机|摊主|店主|游客|学生|家长|老人|老汉|群众)(?=[\u3400-\u9fff]{2})"
)
_RUN = re.compile(f"{HAN}{{2,9}}")


def dotted_names(
    text: str, after: Pattern[str], post_end: Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the half-open place of each dotted name that stands behind a post, a mark or 和.

    ``after`` are the words behind names, ``post_end`` a post at the end of the words before.
    """
    for dot in _DOT.finditer(text):
        start = _start(text, dot.start(), post_end)
        if start is None or _NEIGHBOUR.match(text, start):
            continue
        end = _end(text, dot.end(), after)
        while end is not None and _DOT.match(text, end):
            end = _end(text, end + 1, after)
        if end is not None:
            yield start, end


def _start(text: str, dot: int, post_end: Pattern[str]) -> int | None:
    for length in _PART:
        start = dot - length
        if start < 0 or not is_han(text[start]):
            return None
        before = text[max(0, start - 8) : start]
        if not before or before[-1] in _BEFORE or post_end.search(before):
            return start
    return None


def _end(text: str, start: int, after: Pattern[str]) -> int | None:
    """Return where the part ends: before the first word behind names; of 提|出席 the later one."""
    run = _RUN.match(text, start)
    if run is None:
        return None
    ends = [at for at in range(start + 2, min(run.end(), start + 7) + 1) if _ends(text, at, after)]
    if not ends:
        return None
    word = after.match(text, ends[0])
    if word is not None and ends[0] + 1 in ends and len(word.group()) > 1:
        longer = after.match(text, ends[0] + 1)
        # 买买提|到: so many of these names end with 提 that it is the name's.
        if longer is None or len(longer.group()) > 1 or text[ends[0]] == "提":
            return ends[1]
    return ends[0]


def _ends(text: str, at: int, after: Pattern[str]) -> bool:
    if at >= len(text) or text[at] in _MARKS or text[at] in _CLOSE or _DOT.match(text, at):
        return True
    if _POST.match(text, at):
        return True
    word = after.match(text, at)
    return word is not None and len(word.group()) > 1
