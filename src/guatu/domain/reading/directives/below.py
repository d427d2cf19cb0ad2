"""Paragraphs that an announcement sends ahead: 谁来扫、怎么保，会上逐一作了明确——, each telling somebody what to do."""

import re

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.unit_fronts import unit_doing

_SENT_AHEAD = re.compile(
    "(?:[作进]?[了行]?(?:明确|部署|安排|分工|交办|布置|交代)|要求|提出|敲定|商定|议定|决定|点题|点将|派单|派活|列出|开出)"
    "(?:了|具体|如下|以下|下列|清单|任务|要求|[^，。；：—]{0,6}(?:任务|要求|清单|单子|分工))*(?:——|：$)"
)


def tells_who_does_what(text: str) -> bool:
    """Tell whether a paragraph announces who is to do what, at its end or with a dash."""
    return ("——" in text or text.endswith("：")) and _SENT_AHEAD.search(text) is not None


def acts_at_once(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph opens with a unit that acts, as those do that were announced."""
    first = re.split("[，。；：]", text, maxsplit=1)[0]
    named = unit_doing(first, lexicon)
    return named is not None and not named.start
