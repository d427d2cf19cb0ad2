"""Whom a quotation was for, where only the verb behind it tells (“…。”他叮嘱随行的县水利局负责人。)."""

import re
from re import Pattern

from guatu.domain.reading.directives.turned_to import hearer_in
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named

_TELLS = re.compile(
    "[^，。；：“”]{0,14}?(?:叮嘱|嘱咐|叮咛|嘱托|交代|交待|吩咐|提醒|告诫|告诉|勉励|鼓励|要求|安排|督促)(?:着|道|了)?"
    "(?P<to>[^，。；：“”]{2,20})(?=[。；])"
)


def told_behind(text: str, end: int, names: Pattern[str] | None, lexicon: Lexicon) -> Named | None:
    """Return who stands behind the verb that follows a quotation, and is all that follows it.

    ``end`` is the place behind the closing mark. 他叮嘱要抓紧修路 tells nobody, and is a demand of its own.
    """
    if not text.startswith("”", end - 1):
        return None
    found = _TELLS.match(text, end)
    if found is None:
        return None
    to = found.span("to")
    named = hearer_in(text[slice(*to)], names, lexicon)
    if named is None or named.end != to[1] - to[0]:
        return None
    return Named(start=to[0] + named.start, end=to[0] + named.end, kind=named.kind)
