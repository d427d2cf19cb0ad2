"""What the last word of an item of an agenda says: of how many items a list is, and whether anything is named.

传达学习全省视频会和市分会场精神: 精神 is the head of both, and it is one item; 上级有关会议精神 names nothing.
"""

import re

_LEVELS = "(?:中央|国务院|国家|全[国省市县区]|[省市县区州]委?(?:政府)?|自治区|上级|省上|市上)"
_NAMELESS = re.compile(
    f"(?:近期|当前|近日|最近)?(?:{_LEVELS}[、和及]?)*(?:有关|相关|重要|近期|一系列)*(?:会议|文件|指示|讲话|批示|部署)"
    "(?:[和、及]?(?:文件|会议|讲话|批示))*(?:有关|相关)?(?:精神|要求)?"
)
# What a part of a list ends with that stands by itself before 精神.
_WHOLE = re.compile(
    "(?:精神|讲话|指示|批示|论述|致辞|回信|文章|文件|要求|》|”|决定|决议|通知|意见|条例|法|规定|办法|知识|内容|方案|公报)$"
)
# 省委农村工作会议、全省粮食工作会议精神: two, each with its name; 视频会和市分会场精神: one.
_MEETING = re.compile("(?:会议|全会|大会)$")
_SPIRIT = re.compile("(?:精神|要求)$")


def names_nothing(item: str) -> bool:
    """Tell whether an item is the spirit of meetings that nobody names: 省、市有关会议精神."""
    return _NAMELESS.fullmatch(item) is not None


def is_spirit(item: str) -> bool:
    """Tell whether an item is the spirit of something, which a dispatch only passes on."""
    return _SPIRIT.search(item) is not None


def under_one_head(words: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join parts of a list that are whole only by the head at its end: 甲会和乙分会场精神."""
    joined: list[tuple[int, int]] = []
    for start, end in reversed(items):
        later = words[slice(*joined[-1])] if joined else ""
        part = words[start:end]
        apart = _WHOLE.search(part) or (_MEETING.search(part) and words.startswith("、", end))
        if _SPIRIT.search(later) and not apart:
            joined[-1] = (start, joined[-1][1])
        else:
            joined.append((start, end))
    return joined[::-1]
