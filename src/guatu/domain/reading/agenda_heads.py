"""What the last word of an item of an agenda says: of how many items a list is, and whether anything is named.

传达学习全省视频会和市分会场精神: 精神 is the head of both, and it is one item; 上级有关会议精神 names nothing.
"""

import re

_SHORTEST = 3
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


# 2025年度乡镇街道、市直单位综合考核: bodies in front of a mark are no item of their own.
_BODIES = re.compile(
    "(?:乡镇|街道|镇街|单位|部门|企业|学校|医院|园区|干部|群众|农村|城区|城镇|县级|乡级|市级)$"
)


def with_bodies(words: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join parts of a list that are but bodies to what follows them: 乡镇街道、市直单位综合考核."""
    joined: list[tuple[int, int]] = []
    for start, end in reversed(items):
        if joined and _BODIES.search(words, start, end) and "《" not in words[start:end]:
            joined[-1] = (start, joined[-1][1])
        else:
            joined.append((start, end))
    return joined[::-1]


# 县委理论学习中心组…专题学习耕地保护有关法规: the theme of a group that studies; papers by their titles are items.
_STUDY = re.compile("中心组|读书班|集体学习|专题学习会|学习会")
_LEARNS = re.compile("(?:专题|集中|集体|认真|深入|重点)*学习")
_OF_ALL = re.compile("(?:工作|情况|问题)$")
# 某某计划和某某工作: each with a last word of its own.
_NOUN = re.compile("(?:计划|方案|办法|规划|细则|事项|意见|安排|筹备|[”》）])$")


def is_theme_of_study(plain: str, start: int, items: str) -> bool:
    """Tell whether what a verb of study at a place takes is but the theme of a group that studies."""
    if "《" in items or _STUDY.search(plain, 0, start) is None:
        return False
    return _LEARNS.match(plain, start) is not None


def tail_of_all(words: str, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take off the last of some items the word that closes the list for all: 甲、乙工作."""
    start, end = items[-1]
    tail = _OF_ALL.search(words, start, end)
    if len(items) == 1 or tail is None or tail.start() - start < _SHORTEST:
        return items
    if any(_NOUN.search(words, a, b) for a, b in items[:-1]) or words.endswith(
        "有关", 0, tail.start()
    ):
        return items
    if any(words.endswith(tail.group(), 0, stop) for _, stop in items[:-1]):
        return items
    return [*items[:-1], (start, tail.start())]


_SAME_END = re.compile("(情况|状况|进展|方案|办法|工作|精神)$")


def twins_in(words: str, case: str) -> int | None:
    """Return where 和 stands between two reports that end alike, the second of which lost its end."""
    place = words.find("和")
    ends = ("情况", "状况") if case == "情况" else (case,)
    return place if case and place > 0 and words[:place].endswith(ends) else None


def _same(one: str, other: str) -> bool:
    return one.replace("状况", "情况") == other.replace("状况", "情况")


def ends_alike(words: str) -> bool:
    """Tell whether both sides of 和 end alike: 甲准备情况和乙进展情况 are two items."""
    left, _, right = words.partition("和")
    ends = _SAME_END.search(left), _SAME_END.search(right)
    return ends[0] is not None and ends[1] is not None and _same(ends[0].group(), ends[1].group())
