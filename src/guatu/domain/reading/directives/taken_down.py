"""Records of a meeting word by word: each paragraph opens with who speaks and a colon."""

import re
from re import Pattern

from guatu.domain.reading.directives.speech import SpeechAct

_TITLE = re.compile(
    "(?:会议|会|座谈|谈话|现场办公)[^，。]{0,2}(?:记录|发言记录|实录)(?:[（〔(][^）〕)]*[）〕)])?$"
)


def is_taken_down(headline: str) -> bool:
    """Tell whether a title is that of a record word by word (会议记录), and of no minutes."""
    return _TITLE.search(headline) is not None


def turn_of(text: str, names: Pattern[str] | None) -> SpeechAct | None:
    """Return the speech act of a paragraph that opens with a person of the page and a colon."""
    found = names.match(text) if names is not None else None
    if found is None or text[found.end() : found.end() + 1] != "：":
        return None
    return SpeechAct(
        head=found.group(), verb="说", content=found.end() + 1, demanding=False, direct=False
    )
