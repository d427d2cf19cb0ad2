"""Words retold of residents, workers and visitors: an opinion, and no demand."""

import re

from guatu.domain.reading.directives.assertions import is_law_cited
from guatu.domain.reading.directives.voices import Voices

_TOLD = re.compile(
    "(?P<who>[^，。；：“”]{2,30}?)(?:对记者|向记者|拉着[他她]|笑着|激动地|高兴地|连连|忍不住|纷纷)*"
    "(?<![的条项些个点、和及见])(?:说|说道|告诉记者|感慨|感叹|回忆|反映|抱怨|念叨|嘀咕|提出|建议|期盼|盼望)$"
)
# What such a clause ends in: all clauses are asked, and few end so.
_LAST = "说道者慨叹忆映怨叨咕出议盼望示"
# 村民们纷纷表示，要…: what those without office resolve is no word of a body.
_RESOLVED = re.compile(
    "(?!与会|参会|到会|参加|各)[^，。；：“”、和]{0,16}?(?:村民|居民|群众|百姓|果农|菜农|茶农|农户|牧民|渔民|市民|游客|家长|学生|同学|孩子|老人|大爷|大妈|大娘|大叔|大姐|大哥|阿姨|业主|住户|乘客|旅客|患者|网友|读者|乡亲)们?(?:代表)?(?![㐀-鿿]{0,4}(?:部|局|办|委|中心|协会|站|会|院|社))[㐀-鿿]{0,3}?"
    "(?:对此|均|都|也|高兴地|激动地|一致|纷纷)*表示"
)
_PERSON = re.compile(
    "(?:村民|居民|群众|果农|菜农|茶农|棉农|农户|牧民|渔民|商户|店主|摊主|老板|市民|游客|家长|学生|孩子|老人|老教师|大爷|大妈|大娘|大叔|大姐|大哥|阿姨|师傅|工人|职工|"
    "业主|住户|乘客|旅客|患者|专家|代表|委员|女士|先生|小伙|姑娘|老汉|老乡|农民|养殖户|种植户|大户|车主|司机|志愿者|网友|读者|负责人)"
)
_OPINES = re.compile("反映|抱怨|感慨|吐槽|诉苦")
_WITHIN = re.compile(
    f"[^，。；：“”]{{0,12}}(?:负责人|代表|群众|居民|村民|商户|家长|客商|业主|司机|游客)(?:纷纷|还|也)?(?:{_OPINES.pattern})(?!强烈|的|较|突出|集中|最)[^，。；]{{2,}}"
)


# 对随行的部门负责人说，…: they are spoken to, and say nothing.
_SPOKEN_TO = ("对", "向", "跟", "又对", "并对", "还对", "转身对", "回头对", "同")

_TO_BE_HEARD = ("怎么说", "咋说", "如何说", "说什么", "怎样说")


# 面对面听工人说: what somebody is to listen to.
_LISTENS = re.compile("(?<![打旁])听(?!罢|完|了|后|说)[^，。；]{1,8}$")


def listens(head: str) -> bool:
    """Tell whether what is said at the end of a clause is listened to there: 面对面听工人 + 说."""
    return _LISTENS.search(head) is not None


_OF_OTHERS = ("介绍", "汇报", "报告", "讲", "说明", "回答")
_HEARS = re.compile("听取(?!.*[后，])|听(?:了|着)|倾听|聆听|观看")


def is_heard_of_others(head: str, verb: str) -> bool:
    """Tell whether what a verb ends is what somebody listened to: 某某听取了案件情况 + 介绍."""
    return verb in _OF_OTHERS and _HEARS.search(head) is not None


def opines_within(words: str, speakers: Voices) -> bool:
    """Tell whether a clause holds such an opinion itself: 企业负责人反映检测要跑外省."""
    if _OPINES.search(words) is None:
        return False
    return _WITHIN.match(words) is not None and speakers.search(words) is None


def cites_law(words: str, mark: str) -> bool:
    """Tell whether a clause of a report opens what a law says: 《供水条例》规定，供水单位应当…."""
    return mark in ("，", "：") and is_law_cited(words)


def opines(words: str, mark: str, speakers: Voices) -> bool:
    """Tell whether a clause opens what somebody without office says: 一位果农提出，."""
    if words[-1:] not in _LAST or mark not in ("，", "：") or words.startswith(_SPOKEN_TO):
        return False
    if words.endswith(_TO_BE_HEARD) or (words[-1:] in "说讲" and listens(words[:-1])):
        # 多听一听群众怎么说，: what somebody is to hear.
        return False
    if words.endswith("示"):
        return _RESOLVED.fullmatch(words) is not None and speakers.search(words) is None
    found = _TOLD.fullmatch(words)
    if found is None or speakers.search(words) is not None:
        return False
    return _PERSON.search(found.group("who")) is not None
