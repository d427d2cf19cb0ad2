"""With whom a leader is talking where his words begin, though their lead-in names him no more.

他把局长乙叫到跟前，翻开本子：“明早报给我。”: what was told before the quotation is gone through backwards to the last who
was turned to. Somebody who but answered or reported is told only where the leader says 你 to him, a resident nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from re import Pattern

from guatu.domain.reading.directives.hearers import by_post
from guatu.domain.reading.directives.quote_voices import is_called_up, is_dealt_with
from guatu.domain.reading.directives.quotes import Quote
from guatu.domain.reading.directives.turned_to import turned_to
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named
from guatu.domain.reading.values import AddresseeKind

_FAR = 220
_SENTENCE = re.compile("[^。！？；]+[。！？；]?")
_ANSWERS = re.compile(
    "答|应道|应声|应了|[^，。；]{0,6}(?:说|讲|称)(?![明法服])|解释|辩解|承认|坦言|检讨|支支吾吾|吞吞吐吐|嘟囔|嘀咕|[不没]吭声|没作声|没接话|不作声"
    "|低下头|低着头|红了脸|红着脸|脸红|涨红|愣|语塞|挠头|搓着手|点头|点点头|摇头|摇摇头|苦笑|叹|翻了翻|迟疑|犹豫|面露难色|汇报|报告|介绍"
)
# 你押后, 你们明早报给我: so one speaks to who has just answered.
_YOU = re.compile("你(?!好|看[，。！]|说[，。！])")
_WALKS_UP = ("走到", "来到", "凑到", "跑到", "走向", "留下")
_OTHER_END = re.compile("对方|对面|(?:电话|话筒|听筒|屏幕|视频|镜头)[那这里]?[头边端里]|那[头边端]")
_CUTS_IN = re.compile(
    "打断|止住|插了?进来|插话|插嘴|截住|拦住[了他她]|没让[他她]|没等[他她]|话没说完|话音未落|不等[他她]说完"
)
_RESIDENT = late(
    "村民|居民|群众|大[爷妈娘叔姐哥嫂伯]|阿[姨婆公伯]|老[人汉两乡伯农]|婆婆|奶奶|爷爷|女士|先生|师傅|工人|游客|市民|家长|学生|乡亲|业主|母亲|父亲|孩子|姑娘|小伙|[菜果茶粮渔牧养种]农|农户|商户|摊主|司机|乘客|记者|有人|一个人|人群|大伙|众人|台下"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A paragraph in which a leader talks with somebody: ``leaders`` command, ``posted`` hold some post."""

    text: str
    names: Pattern[str] | None
    leaders: frozenset[str]
    posted: frozenset[str]
    lexicon: Lexicon

    def others(self, words: str) -> Iterator[re.Match[str]]:
        """Yield those in words, from the last to the first, who hold a post and do not lead."""
        found = list(self.names.finditer(words)) if self.names is not None else []
        for one in reversed(found):
            if one.group() in self.posted and one.group() not in self.leaders:
                yield one


def says_you(words: str) -> bool:
    """Tell whether words are spoken to somebody who is there: 你押后."""
    return _YOU.search(words) is not None


def partner_at(talk: Talk, quote: Quote, before: Sequence[Quote]) -> Named | None:
    """Return with whom a leader talks as a quotation of his begins, by the place in the paragraph, or None.

    ``before`` are the quotations in front of it, in order.
    """
    you = says_you(talk.text[quote.start : quote.end])
    end, alone = quote.start - 1, True
    for one in (*reversed(before), None):
        first = max(one.end + 1 if one is not None else 0, quote.start - _FAR)
        told = talk.text[first:end] if first < end else ""
        settled, found = _in_story(talk, told, first, you=you)
        if settled:
            return found if alone or you else None
        if one is None or one.end < quote.start - _FAR or (one.speaker is None and told.strip()):
            return None
        if one.speaker is not None and one.speaker not in talk.leaders:
            return _answerer(talk, one.speaker) if you else None
        end, alone = one.start - 1, alone and one.speaker is not None
    return None


def _answerer(talk: Talk, speaker: str) -> Named | None:
    """Return who spoke last, where he holds a post: the leader answers him."""
    at = talk.text.find(speaker)
    if speaker not in talk.posted or at < 0:
        return None
    return Named(start=at, end=at + len(speaker), kind=AddresseeKind.UNIT)


def _in_story(talk: Talk, told: str, shift: int, *, you: bool) -> tuple[bool, Named | None]:
    """Return whether what is told between quotations settles who is talked with, and who it is."""
    cuts_in = False
    for sentence in reversed(list(_SENTENCE.finditer(told))):
        cuts_in = cuts_in or _CUTS_IN.search(sentence.group()) is not None
        words, at = sentence.group(), shift + sentence.start()
        for one in talk.others(words):
            front = words[: one.start()]
            turned = is_dealt_with(front) or is_called_up(words, one.end())
            turned = turned or _was_asked(told[: sentence.start()], one.group())
            if not (turned or cuts_in or you):
                return True, None
            start, end = at + one.start(), at + one.end()
            return True, Named(start=start, end=end, kind=AddresseeKind.UNIT)
        found = _turned_in(talk, words, at)
        if found is not None:
            return True, found
        found = _by_post(words)
        if found is not None:
            told_him = Named(start=at + found.start, end=at + found.end, kind=found.kind)
            return True, told_him if you or cuts_in else None
        if _RESIDENT.search(words) is not None:
            return True, None
    return False, None


def _was_asked(told: str, name: str) -> bool:
    """Tell whether somebody who answers now was turned to right before: 他问乙几时能好。乙答不上来。."""
    at = told.rfind(name)
    return at >= 0 and is_dealt_with(told[:at])


def _turned_in(talk: Talk, words: str, at: int) -> Named | None:
    """Return whom a clause of a sentence turns to, by the place in the paragraph."""
    for mark in reversed(list(re.finditer("[，。！？；：]|$", words))):
        found = turned_to(talk.text, at + mark.start(), talk.names, talk.lexicon)
        if found is None or found.start < at:
            continue
        if talk.text.startswith(_WALKS_UP, max(found.start - 2, 0)):
            # 走到驾驶员跟前，要过他的烟头: something is done before anybody speaks.
            continue
        who = talk.text[found.start : found.end]
        return found if who not in talk.leaders else None
    return None


def _by_post(words: str) -> Named | None:
    """Return one known by his post who answers: 项目经理支支吾吾, 值班站长说."""
    for answer in _ANSWERS.finditer(words):
        front = words[: answer.start()]
        head = front.rpartition("，")[2]
        if _OTHER_END.search(head) is not None:
            return None
        found = by_post(head)
        if found is not None:
            by = len(front) - len(head)
            return Named(start=by + found.start, end=by + found.end, kind=found.kind)
    return None
