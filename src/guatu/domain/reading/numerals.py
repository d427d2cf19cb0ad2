"""Chinese and Arabic numerals as numbers."""

import re
from decimal import Decimal

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

CHINESE_NUMBER = "[零〇一二两三四五六七八九十百千万]{1,9}"
ARABIC_NUMBER = r"\d{1,12}(?:,\d{3}){0,3}(?:\.\d{1,6})?"
_ARABIC = re.compile(ARABIC_NUMBER)


def number_of(words: str) -> Decimal | None:
    """Return the number that words like 十五, 两百三十 or 1,200.5 write, or None."""
    if _ARABIC.fullmatch(words):
        return Decimal(words.replace(",", ""))
    total, section, digit = 0, 0, 0
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section += (digit or 1) * _UNITS[sign]
            digit = 0
        elif sign in _LARGE:
            total += (section + digit) * _LARGE[sign]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit) if words else None
