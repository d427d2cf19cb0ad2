"""Signs that nobody reads aloud: emoji, keycaps, and the signs of no width that web pages leave in a copied text."""

import re

_UNHEARD = (
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\u20e3"
    "\u231a-\u23ff\u2600-\u2604\u2607-\u2775\u2794-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
# ★ and ☆ are ornaments of a house style, ①, ❶ and the like number points: these are no such signs.
_ANY = re.compile(f"[{_UNHEARD}]")
# A keycap is a figure with signs behind it.
_SILENT = re.compile(f"[0-9]\ufe0f?\u20e3|[{_UNHEARD}]")


def silent_places(raw: str) -> frozenset[int]:
    """Return where a text holds silent signs; most hold none."""
    if _ANY.search(raw) is None:
        return frozenset()
    return frozenset(
        place for found in _SILENT.finditer(raw) for place in range(found.start(), found.end())
    )
