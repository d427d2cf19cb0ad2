"""Speeches printed whole (在…会议上的讲话): who gives them is named below the title, and speaks throughout."""

import re

from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon

SPOKEN = SpeechAct(head="", verb="讲话", content=0, demanding=False, direct=False)
"""The speech act of a printed speech: nobody is addressed, and the author demands."""

_TITLE = re.compile(
    "在[^。；]{2,60}(?:会议?|式|活动|班|现场|动员|部署)(?:上|时)?的?(?:重要|总结|动员|开幕|闭幕|主持|表态|即席|即兴|[\u3400-\u9fff]{0,4})?(?:讲话|发言|致辞|主持词|报告|讲稿)(?:提纲|要点|稿)?"
    "(?:[（(〔][^）)〕]{1,10}[）)〕])?$"
)
# Those who study a speech print no speech.
_ABOUT = re.compile("学习|贯彻|传达|落实(?!会)|热议|解读|重温|反响|精神|领会|发表|作了")
# 同志们：, 各位领导、同志们：, 尊敬的各位来宾，女士们、先生们：: a form of address is none who must act.
_ADDRESS = re.compile(
    "(?:(?:尊敬的|亲爱的|敬爱的)?(?:各位|诸位)?(?:领导|代表|委员|同志|来宾|嘉宾|(?:媒体|新闻界)?朋友|女士|先生|专家|客商)(?:们)?[，、和]?)+[：:，]?"
)
# （2026年4月2日）, 2026年4月2日: the day below the title.
_GIVEN = re.compile(
    "[（(]?(?P<date>(?:(?P<year>\\d{4})年)?(?P<month>\\d{1,2})月(?P<day>\\d{1,2})日)[）)]?"
)

# 我再强调一点，希望各镇…: the author goes on; 县长通报了… tells of others.
_OWN_WORD = re.compile(
    "(?:在此|借此机会|这里|最后|今天|下面|为此|同时|也|还|再)*[，]?我?[^，。；我]{0,10}"
)

# 我就不一一点名了, 下面说一说传达: what the author does with his own speech.
_OF_HIMSELF = late(
    "我(?![们县市省区旗镇乡局委院校])|(?:请?大家|同志们|我们)?(?:都|可以|不妨|也|再)?(?:想一想|想想看?|试想|算一算|看一看|回头看看)|(?:再|还|下面|最后|这里|今天|主要|首先)*(?:说|讲|谈|聊)(?:一[说讲谈聊下点]|几[句点]|[说讲谈]|[两三四五]点)"
)


def speaks_of_himself(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause of a printed speech says what its author does, and asks nothing: 我都赞成."""
    return _OF_HIMSELF.match(words) is not None and find_modal(words, lexicon) is None


def is_own_word(head: str) -> bool:
    """Tell whether the words before a verb of speech in a printed speech are of its author."""
    return not head or (head.find("我") >= 0 and _OWN_WORD.fullmatch(head) is not None)


def is_spoken_title(headline: str) -> bool:
    """Tell whether a title is that of a speech printed whole: 在全县…大会上的讲话."""
    found = _TITLE.search(headline)
    return found is not None and _ABOUT.search(headline[: found.start()]) is None


_AUTHOR = re.compile(
    "(?:^|(?:书记|[县市区旗镇乡局部]长|主任|主席))(?P<name>[\u3400-\u9fff]{2,3}?)(?:同志)?在"
)


def author_in(headline: str, lexicon: Lexicon) -> str | None:
    """Return who gave a speech, where its title names him: 某某同志在…会议上的讲话."""
    if not is_spoken_title(headline):
        return None
    found = _AUTHOR.search(headline)
    surnames = (*lexicon.surnames, *lexicon.compound_surnames)
    if found is None or not found.group("name").startswith(surnames):
        return None
    return found.group("name")


def is_form_of_address(text: str) -> bool:
    """Tell whether a paragraph only greets who listens: 同志们：, 各位代表、同志们：."""
    return _ADDRESS.fullmatch(text) is not None


def day_given(text: str) -> re.Match[str] | None:
    """Return the day that a line below the title of a speech consists of, with its groups."""
    return _GIVEN.fullmatch(text)
