"""Official letters: whom a notice is addressed to, where its demands begin, and its bare heads."""

import re

from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named, kind_of, unit_before

NOTICE = SpeechAct(head="", verb="通知", content=0, demanding=True, direct=False)
"""The speech act of a notice, whose points are its demands."""

_OPENED = re.compile(r"(?:通知|公告|通告|意见|要求|安排|部署)如下$")
_LONGEST_SALUTATION = 80
_NOUN_HEAD = re.compile(
    r"(?!明确|细化|突出|落实|把握|压实|完善|健全|强化|抓|提高|严明|规范|认真)[^，；：、]{0,4}"
    r"(?:范围|安排|要求|事项|任务|目标|措施|步骤|时间|对象|内容|方式|原则|依据|背景|情况|意义|重点|阶段|标准|职责|分工)$"
)


def salutation_in(text: str, lexicon: Lexicon) -> Named | None:
    """Return the units that a paragraph of nothing but units and a colon addresses."""
    if not text.endswith("：") or len(text) > _LONGEST_SALUTATION:
        return None
    words = text.rstrip("：")
    parts = [part for part in re.split("[、，]", words) if part]
    if not parts or any(unit_before(part, lexicon) is None for part in parts):
        return None
    return Named(start=0, end=len(words), kind=kind_of(words, lexicon))


def opens_notice(words: str, mark: str) -> bool:
    """Tell whether a clause announces the points of a notice: 现将有关事项通知如下：."""
    return mark == "：" and _OPENED.search(words) is not None


def is_noun_head(words: str) -> bool:
    """Tell whether a numbered point is a mere heading: 检查范围, 工作安排."""
    return _NOUN_HEAD.fullmatch(words) is not None
