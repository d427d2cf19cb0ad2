"""What is spoken of in front of an office with no comma between: 土地手续 + 县自然资源局办结."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.unit_patterns import unit_patterns
from guatu.domain.reading.unit_signs import MATTER_FIRST, TOPICAL, TURNS_TO
from guatu.domain.reading.verbs import verb_at

_SHORTEST = 2


@lru_cache(maxsize=4)
def _counted(lexicon: Lexicon) -> Pattern[str]:
    """Return the pattern of a counted thing in front of an office: 两处豁口水利部门必须…."""
    short = any_of(lexicon.unit_abbreviations)
    return re.compile(
        rf"(?:\d+|[一二两三四五六七八九十]+|这|那)[个处条座家户项件些][^，。；、]{{2,8}}?(?={short}(?:、{short})*(?:等)?部门)"
    )


def topic_end(words: str, start: int, lexicon: Lexicon) -> int:
    """Return where what is spoken of gives way to an office without a comma: 土地手续 + 县自然资源局办结."""
    matter = MATTER_FIRST.match(words, start)
    if matter is not None:
        return matter.end()
    topic = TOPICAL.match(words, start) or _counted(lexicon).match(words, start)
    if topic is None or TURNS_TO.search(words, start, topic.end()) is not None:
        return start
    # 做好县医院…: two characters that are an act are no topic.
    acts = unit_patterns(lexicon).acts.match(words, start) or verb_at(words, start, lexicon)
    return start if topic.end() - start == _SHORTEST and acts else topic.end()
