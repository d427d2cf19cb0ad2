"""Lines that carry no words: ornaments, rules and what a misread ornament leaves behind."""

import re

from guatu.domain.reading.lexicon import Lexicon

_ORNAMENT = r"[—–\-=_*·•…~～◆■□▲△●○★☆※◇►▼#|/\\+^`]"
_DIVIDER = re.compile(rf"{_ORNAMENT}+(?P<inner>.*?){_ORNAMENT}+$")
_JUNK = re.compile(r"[\ufffd囗冂丨亅丶丿乚彡匚凵冫卩阝廴艹辶忄犭讠饣纟钅疒\u2500-\u25ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 16


def is_garbled(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is an ornament, or a misread one between dashes, or mostly junk."""
    if not _HAN.search(words):
        return not any(sign.isalnum() for sign in words) or _is_scrap(words)
    divider = _DIVIDER.match(words)
    if divider is not None:
        inner = divider.group("inner")
        return len(inner) <= _LONGEST and inner not in lexicon.section_words
    junk = len(_JUNK.findall(words))
    return junk * 10 >= len(words) * 3 or (len(words) <= _LONGEST and junk >= 2)


def _is_scrap(words: str) -> bool:
    """Letters and figures without a Chinese word, mixed with marks: what a scanner makes of specks."""
    letters = sum(1 for sign in words if sign.isalnum())
    return len(words) <= _LONGEST and letters * 2 < len(words)
