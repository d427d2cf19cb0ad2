"""Whose turn it is to speak where no words tell: who asks by name, who goes on, to whom the word goes back."""

import re

from guatu.domain.reading.directives.quote_voices import (
    HAILED,
    OTHERS,
    Surroundings,
    Voice,
    of_people,
)
from guatu.domain.reading.late_patterns import late

_ENDS = ("。", "？", "！", "”")
# 湾头镇，还有几个人？, 石埠镇呢？: who is called upon and asked by name is asked by the leader.
_CALLS_BY_NAME = late(
    "(?P<to>[^，。？！“”]{1,12}(?:局|委|办|镇|乡|街道|[\u3400-\u9fff]村|公司|集团|中心|大队|指挥部|园区|苏木|嘎查|社区|水库|闸站|泵站))(?:的|呢|，|？|在不在|到了没|情况怎么样)"
)
# “老鸦岭那几户？”: asked in so few words by who leads.
_IN_SHORT = re.compile("[^，。？！“”您你我]{2,12}？")
# 由县水务局, 明天, 把…: what sounds as if somebody were told to do it.
_TOLD_TO_DO = late(
    "^(?:那就|你们|你[去把]|马上|把|全部|先[\u3400-\u9fff])|^(?:由|请|让)?[^，。！？“”]{0,10}(?:局|委|办|镇|乡|街道|公司|集团|中心|大队|部门|单位|方|所|站)(?![的是有])[^，。？！“”]{2,}|[月周年天日]底?[之以]?前|今[天晚]|明[天早]|现在就|马上|立即|立刻|三天|[一两三五十]天[之以]?内|必须|务必|不许|不准|不得|一律|别(?![人的处])|不能"
)
# “我们管。”局长乙应道。“你们明天就上路查。”; 对方说手续没走完。“三天内修好！”: the word goes back to who leads.
_ANSWERED = re.compile(
    "(?:答|答道|应道|应声|回答|解释|说|说道|点头|点点头|起身|站起来|站起身|举了?手|低下头|不吭声|没吭声|没接话|不语|摇头|红了脸|脸红了|挠头|点了点头|摇了摇头)$"
    "|(?:对方|电话那头|那头|局长|镇长|乡长|经理|厂长|老板|校长|院长|所长|站长|主任|支书|负责人|项目部)[^，。；“”]{0,6}(?:说|答|称|表示|回答|解释|讲|支支吾吾|承认)"
)
_ASKS_ONLY = re.compile("？$")


def questioner(of: Surroundings, start: int, words: str) -> Voice | None:
    """Return the leader who calls places up by name and asks, where nobody is said to speak in turns."""
    called, at = _CALLS_BY_NAME.match(words), of.text.find(words, start)
    if of.leader is None or (called is None and _IN_SHORT.fullmatch(words) is None):
        return None
    front = of.text[:start]
    if of_people(front) or (of.names is not None and of.names.search(front) is not None):
        return None
    to = (at, at + called.end("to")) if called is not None else None
    return Voice(speaker=of.leader, to=to)


# “…。”她的声音不高，“…。”: how he says it stands between two halves of what he says.
_HOW = re.compile(
    "”(?:[他她](?!们)|[^，。；：“”]{0,6}(?:声音|语气|语调|嗓门|目光|神情))[^。；“”]{0,24}，“?"
)


def interrupts(of: Surroundings, end: int, start: int) -> bool:
    """Tell whether what stands between two quotations but says how one goes on speaking."""
    return _HOW.fullmatch(of.text, end, start) is not None


_SAYS_SO = late(
    "[^，。；]{0,6}?(?:说(?![明法服])|答|称|讲|汇报|报告|回答|解释|承认|点头|摇头|挠|红|愣|不吭声|没吭声|低下头|翻了翻|迟疑|犹豫)|，(?:答不|说不|支支|半天|没有?[作吭出]声)"
)


def _answers(of: Surroundings, sentence: str) -> bool:
    """Tell whether a sentence is about somebody who leads nobody here, and answers: 乙说锁定了两条."""
    found = of.names.search(sentence) if of.names is not None else None
    if found is None or found.group() in of.leaders:
        return False
    return _SAYS_SO.match(sentence, found.end()) is not None


def goes_on(of: Surroundings, start: int, words: str, end: int) -> Voice | None:
    """Return the leader whose words a quotation of nobody goes on with within a paragraph about nobody else.

    电力迁改呢？没人吭声。“供电公司明天报上来。”: it tells somebody what to do.
    """
    if of.leader is None or _TOLD_TO_DO.search(words) is None or _ASKS_ONLY.search(words):
        return None
    if HAILED.match(words) or OTHERS.match(of.text, end) or not of.text[:start].endswith(_ENDS):
        return None
    front = of.text[:start]
    sentence = re.split("[。！？”]", front[:-1])[-1]
    answered = _ANSWERED.search(sentence) is not None or _answers(of, sentence)
    if of_people(sentence) and not answered:
        return None
    known = of.last(front)
    if answered and known is not None and known not in of.leaders:
        return Voice(speaker=of.leader)
    return Voice(speaker=of.leader) if known is None or known == of.leader else None
