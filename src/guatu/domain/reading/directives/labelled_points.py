"""Points of a paper that are tasks by who is charged with them, though nothing in their words demands.

财政收入增长5%。（县财政局牵头） is one by the bracket behind it, 1.开展违建整治。 by 责任单位：县城管局 on the line below.
"""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.labels import ENDS_BRACKET, Labels, is_names_line
from guatu.domain.reading.directives.paper_parts import (
    asked_from,
    level_of,
    measures_from,
    point_start,
)
from guatu.domain.reading.directives.sanctions import is_sanction

_LEAST_TASK, _LONGEST_HEADING = 4, 14
_LONGEST_FOOT = 24
_LABEL = 10
_STRETCH = re.compile("[^。；]+")


# 去年新建大棚80栋。: told of a point before what is asked for.
_TOLD = re.compile(
    "(?:去年|前年|上年|上年度|近年|截至|截止|目前|此前|前期|近[一二两三四五\\d]{1,2}年)(?![^，。；]{0,4}[前底内]|[^，。；]*(?:要|力争|确保))"
    "|[^，。；]*(?:已(?![^，。；]*的)|了(?=[\u3400-\u9fff\\d])|同比|首次|突破了|仍有|尚有|尚未)"
)


# 2024年新建大棚80栋。今年新建90栋。: a year that another follows is gone by.
_YEAR, _THIS_YEAR = re.compile("20\\d\\d年"), re.compile("今年|本年|下一步|20\\d\\d年")


def _only_tells(stretch: str) -> bool:
    """Tell whether a sentence of a point tells what was done, or what comes of failing."""
    return _TOLD.match(stretch) is not None or is_sanction(stretch, lasting=True)


def points_before_bracket(text: str, labels: Labels) -> list[tuple[int, int]]:
    """Return the half-open places of what a numbered point says before a bracket of who is charged.

    What it only tells (去年…, 已…) and a heading of its own are left out.
    """
    level = level_of(text)
    closed = labels.sentence or text[labels.end - 1] in (*ENDS_BRACKET, "。")
    rest = text[labels.end :]
    ends = closed and (rest in ("", "。") or (text[labels.start - 1] in "。；" and rest[0] != "，"))
    if not ends or level is None or measures_from(text) > labels.end:
        # 1.井口没有护栏。（牵头单位：甲）整改措施：…: what is wrong, and below it what is to be done.
        return []
    start = _behind_heading(text, point_start(text, level), labels.start)
    # （一）电梯停用12台。整改要求：…: what is wrong stands in front.
    start = max(start, asked_from(text))
    stretches = [one.span() for one in _STRETCH.finditer(text, start, labels.start)]
    last = max((a for a, _ in stretches if _THIS_YEAR.match(text, a)), default=start)
    asked = [
        (a, b)
        for a, b in stretches
        if not (_only_tells(text[a:b]) or (a < last and _YEAR.match(text, a)))
    ]
    return [one for a, b in asked if (one := _words(text, a, b)) is not None]


def point_above(texts: Sequence[str], task: int, labelled: int) -> tuple[int, int] | None:
    """Return the half-open place of the point in paragraph ``task`` that the label line ``labelled`` is of.

    What has points or text of its own below its labels is a heading: its labels are of all that.
    """
    if task >= labelled:
        return None
    level = level_of(texts[task])
    below = next((one for one in texts[labelled:] if not is_names_line(one)), "")
    deeper = level_of(below)
    if level is None:
        # A task without a number is a sentence; a heading is none, nor what a form registers.
        told = (
            texts[task].endswith("。")
            and "：" not in texts[task][:_LABEL]
            and all(map(is_names_line, texts[task + 1 : labelled]))
        )
        return _words(texts[task], 0, len(texts[task])) if told else None
    if deeper is not None and deeper > level:
        return None
    if deeper is None and ("。" in below or len(below) > _LONGEST_FOOT):
        return None
    return _words(texts[task], point_start(texts[task], level), len(texts[task]))


def _words(text: str, start: int, end: int) -> tuple[int, int] | None:
    while end > start and text[end - 1] in "，；：。":
        end -= 1
    return (start, end) if end - start >= _LEAST_TASK else None


def _behind_heading(text: str, start: int, end: int) -> int:
    """Return where the words of a point begin behind a heading that is a sentence of its own: 控源截污。…."""
    stop = text.find("。", start, end)
    heads = 0 < stop - start <= _LONGEST_HEADING and "，" not in text[start:stop]
    return stop + 1 if heads and stop + 1 < end else start
