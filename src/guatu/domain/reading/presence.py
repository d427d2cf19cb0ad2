"""Who of those named was there: not who only sent a word, and no villager, farmer or recruit."""

import re
from collections.abc import Sequence

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.people import Mention

# 受县委书记甲委托, 宣读了乙的批示: who is spoken of is not there.
_SENT = "宣读|传达|学习|领学|聆听|听取|收听|收看|贯彻|根据|按照|落实|代表|结合|围绕"
_ABSENT_BEFORE = re.compile(f"(?:受|{_SENT})[^，。；]{{0,40}}$")
_TITLE = "(?:同志|总书记|书记|[省县市区州]长|部长|厅长|主席|主任)?(?:同志)?"
_WORDS = "(?:重要|系列|点评|总结|动员)?(?:批示|指示|讲话|贺信|要求|意见|论述)"
_PLACE = "(?:在|关于|对|就)[^，。；]{2,40}?"
_ABSENT_BEHIND = re.compile(
    f"{_TITLE}(?:的?(?:委托|重要批示|批示|指示|贺信|讲话精神)|的{_WORDS}|{_PLACE}的?(?:重要)?讲话|(?:点评|总结|动员)讲话(?!了|，)|关于[^，。；]{{2,40}}?{_WORDS}|{_PLACE}的{_WORDS}|[^，。；]{{0,30}}提出的[^，。；]{{0,8}}(?:要求|意见)|[^，。；]{{0,30}}(?:讲话|批示|指示)精神)"
    f"|(?:[，、][^，。；]{{2,20}})?(?:同志)?{_PLACE}的{_WORDS}"
    # 局长甲同志、副部长乙同志的重要讲话: one of several whose words are listened to.
    f"|(?:同志)?(?:[、和及][^，。；]{{2,30}}){{1,4}}同志的?{_WORDS}"
)
# What each of these holds within the sentence; one look for it saves asking them of everybody.
_SENT_THING = re.compile("委托|批示|指示|讲话|贺信|要求|意见|论述")
# 某市长在推进会上的讲话精神, 某书记专门批示: whatever stands before.
# 省委书记甲、省长乙，市长丙分别作出批示: of each of them; 对灾情作出指示, 第一时间作出指示: from afar too.
_ALSO = (
    "(?:[、和及]|，(?=[^，。；]{0,14}(?:书记|[省市县区州]长|主席|主任|部长)))[^，。；、和及]{2,22}?"
)
_AT_ONCE = "(?:同志|分别|先后|立即|迅速|当即|连夜|在?第一时间|高度重视|专门|亲自)*+"
_HOW_SENT = f"{_AT_ONCE}(?:对[^，。；作做]{{2,24}}{_AT_ONCE})?"
_SENT_WORD = re.compile(
    f"(?:{_ALSO}){{0,5}}?{_HOW_SENT}(?:[作做]出|[作做]了)(?:重要|紧急)?(?:批示|指示)(?!精神)"
    f"|[^，。；]{{0,6}}(?:作出|作了|专门|亲自)(?:重要)?批示|{_TITLE}(?:{_PLACE})?的?(?:重要)?(?:讲话|批示|指示)精神"
)


def those_present(
    mentions: Sequence[Mention], texts: Sequence[str], lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the mentions of those who were there, in order."""
    there = {one.name for one in mentions if not is_talked_about(texts[one.paragraph], one)}
    holding = {one.name for one in mentions if one.post and not speaks_for_residents(one.post)}
    residents = {
        one.name
        for one in mentions
        if one.name not in holding and is_resident(texts[one.paragraph], one, lexicon)
    }
    return tuple(one for one in mentions if one.name in there - residents)


def is_talked_about(text: str, one: Mention) -> bool:
    """Tell whether a mention is of somebody who sent or wrote, and did not come."""
    stop = text.find("。", one.end)
    if _SENT_THING.search(text, one.end, stop if stop >= 0 else len(text)) is None:
        return False
    if _SENT_WORD.match(text, one.end) is not None:
        return True
    if _ABSENT_BEHIND.match(text, one.end) is None:
        return False
    return _ABSENT_BEFORE.search(text[: one.start]) is not None


_RESIDENT = re.compile("(?:新兵|家长|学生|群众|村民|居民|农户|游客|患者|牧民|职工|商户)代表$")


def speaks_for_residents(post: str) -> bool:
    """Tell whether a post is that of a spokesman of recruits, parents, villagers: no post at all."""
    return _RESIDENT.search(post) is not None


def is_resident(text: str, one: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is of a villager, a farmer, a recruit: no person of the record."""
    before = text[: one.start]
    return before.endswith(lexicon.person_words) or _RESIDENT.search(before) is not None
