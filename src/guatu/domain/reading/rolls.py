"""Who is only named as present, as invited to teach, or as heard.

参加会议的领导有：甲、乙; 邀请某大学教授丙授课; 听取了某局局长丁的汇报.
"""

import re

_LONGEST = 400
_NAMES_BEFORE = re.compile(
    "(?:参加|出席|参与|列席|到会|与会|参会|在座|莅临)[^，。；：]{0,16}(?:的|人员|领导|嘉宾|同志)[^，。；：]{0,10}(?:有|为|是|包括|：)(?:(?!，会|，由|主持|并)[^。])*$"
)
_INVITED = re.compile("(?<![申恳])(?:邀请|特邀|聘请|请来|请到)[^。；]{0,160}$")
_TEACHES = re.compile(
    "[^。；]{0,160}?(?:授课|讲课|讲学|讲座|主讲|辅导|培训|讲解|作[^，。；]{0,12}报告|分析和指导|现场教学|传授)"
)
_HEARS = re.compile("听取了?[^。；，]{0,60}$")
_IS_HEARD = re.compile(
    "(?:同志)?(?:等[^，。；]{0,6})?(?:[对就][^，。；]{2,40})?的?[^，。；]{0,14}(?:汇报|介绍|报告|发言|通报)"
)
_FOR_ALL = re.compile("(?:同志)?(?:受|代表)[^，。；]{2,14}(?:委托)?(?:所)?作")


def _sentence(text: str, place: int) -> int:
    """Return where the sentence begins in which a place stands, or no farther back than a long one goes."""
    return max(place - _LONGEST, text.rfind("。", 0, place) + 1, 0)


def is_on_roll(text: str, start: int) -> bool:
    """Tell whether a name at a place of a paragraph stands in a list that says no more than who is present."""
    return _NAMES_BEFORE.search(text, _sentence(text, start), start) is not None


def is_invited_to_teach(text: str, start: int, end: int) -> bool:
    """Tell whether a name at a place of a paragraph is of somebody who was invited to teach."""
    invited = _INVITED.search(text, _sentence(text, start), start) is not None
    return invited and _TEACHES.match(text, end) is not None


def is_heard(text: str, start: int, end: int) -> bool:
    """Tell whether a name at a place of a paragraph is of somebody whose report is heard."""
    if _HEARS.search(text, _sentence(text, start), start) is None:
        return False
    # 全会听取了某某受常委会委托所作的报告: he leads what he reports to.
    return _IS_HEARD.match(text, end) is not None and _FOR_ALL.match(text, end) is None
