"""Who of those named was there: not who only sent a word, and no villager, farmer or recruit."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention

# 受县委书记甲委托, 宣读了乙的批示: who is spoken of is not there.
_ABSENT_BEFORE = re.compile("(?:受|宣读|传达|学习|根据|按照|落实|代表)[^，。；]{0,24}$")
_ABSENT_BEHIND = re.compile(
    "(?:同志)?的?(?:委托|批示|重要批示|指示|贺信|讲话精神|在[^，。；]{2,20}讲话)|[^，。；]{0,6}(?:作出|作了|专门|亲自)(?:重要)?批示"
    # 传达书记甲、副州长乙同志对安全工作的批示精神, 落实市领导丙日前调研时提出的要求
    "|(?:[，、][^，。；]{2,20})?(?:同志)?对[^，。；]{2,24}的(?:重要)?(?:批示|指示|讲话|要求)|[^，。；]{0,24}提出的(?:[^，。；]{0,4})?(?:要求|意见)"
)


def is_talked_about(text: str, one: Mention) -> bool:
    """Tell whether a mention is of somebody who sent or wrote, and did not come."""
    behind = _ABSENT_BEHIND.match(text, one.end)
    if behind is None:
        return False
    return "作" in behind.group() or _ABSENT_BEFORE.search(text[: one.start]) is not None


_RESIDENT = re.compile("(?:新兵|家长|学生|群众|村民|居民|农户|游客|患者|牧民|职工|商户)代表$")


def speaks_for_residents(post: str) -> bool:
    """Tell whether a post is that of a spokesman of recruits, parents, villagers: no post at all."""
    return _RESIDENT.search(post) is not None


def is_resident(text: str, one: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is of a villager, a farmer, a recruit: no person of the record."""
    before = text[: one.start]
    return before.endswith(lexicon.person_words) or _RESIDENT.search(before) is not None
