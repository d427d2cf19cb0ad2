"""Paragraphs that an announcement sends ahead: 谁来扫、怎么保，会上逐一作了明确——, each telling somebody what to do."""

import re

from guatu.domain.reading.directives.assertions import tells
from guatu.domain.reading.directives.imperatives import begins_imperative, commands
from guatu.domain.reading.directives.modals import find_modal
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_doing
from guatu.domain.reading.units import unit_before

_SENT_AHEAD = re.compile(
    "(?:[作进]?[了行]?(?:明确|部署|安排|分工|交办|布置|交代)|要求|提出|敲定|商定|议定|决定|点题|点将|派单|派活|列出|开出)"
    "(?:了|具体|如下|以下|下列|清单|任务|要求|[^，。；：—]{0,6}(?:任务|要求|清单|单子|分工))*(?:——|：$)"
)


def tells_who_does_what(text: str) -> bool:
    """Tell whether a paragraph announces who is to do what, at its end or with a dash."""
    return ("——" in text or text.endswith("：")) and _SENT_AHEAD.search(text) is not None


# 将排查出的隐患进行了交办: who has to see to them is told below.
_HANDED_OUT = re.compile(
    "(?:将|对|把)[^。；]{4,60}(?:进行|作)了?(?:集中|统一|现场|逐一|逐项)?(?:交办|分工|派单)(?:。|$)"
)
_CLASS = re.compile("各|被|有关|相关|责任|承办|所有")


def hands_out_matters(text: str) -> bool:
    """Tell whether a paragraph tells that matters were handed out to those who have to see to them."""
    return "了" in text and _HANDED_OUT.search(text) is not None


def class_acts_at_once(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph opens with a class that acts: 被交办企业按照标准进行整改."""
    return _CLASS.match(text) is not None and acts_at_once(text, lexicon)


# 狠抓开工，加快进度。各地要…: a sentence that commands, and whom the next one tells.
_GOES_ON = re.compile("(?P<first>[^。；：“”了]{4,60})。(?P<next>[^，。；：]{2,30})")


def goes_on_commanding(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph goes on with demands: it opens with a command, and its next sentence tells a class."""
    found = _GOES_ON.match(text)
    if found is None or not found.group("next").startswith("各"):
        return False
    modal = find_modal(found.group("next"), lexicon)
    if modal is None or unit_before(found.group("next")[: modal.start], lexicon) is None:
        return False
    last = found.group("first").rpartition("，")[2]
    first = found.group("first").partition("，")[0]
    return any(begins_imperative(one.removeprefix("进一步"), lexicon) for one in (first, last))


def begins_with_command(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph opens with a command and tells of nothing: 确保月底前全部整改到位。."""
    words = re.split("[，。；：]", text, maxsplit=1)[0]
    if "了" in text or "“" in text or "：" in text or tells(words):
        return False
    if words.startswith(("按照", "根据", "依托", "通过", "立足", "自")):
        # 按照县委要求，全县抽调80人，…: told of what was done.
        return False
    return commands(words, lexicon, numbered=False, pointed=False)


def acts_at_once(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph opens with a unit that acts, as those do that were announced."""
    first = re.split("[，。；：]", text, maxsplit=1)[0]
    named = unit_doing(first, lexicon)
    return named is not None and not named.start


class SentAhead:
    """Keeps whether the paragraphs that follow were announced, or are of those to whom matters were handed out."""

    __slots__ = ("_announces", "_handed")

    def __init__(self) -> None:
        self._announces = self._handed = False

    def enter(self, text: str, lexicon: Lexicon, *, lasting: bool) -> bool:
        """Take the next paragraph in; tell whether it tells somebody what to do by what stands above it."""
        self._announces = self._announces and not lasting and acts_at_once(text, lexicon)
        self._handed = self._handed and not lasting and class_acts_at_once(text, lexicon)
        announced = self._announces or self._handed
        self._announces = self._announces or tells_who_does_what(text)
        self._handed = self._handed or hands_out_matters(text)
        return announced
