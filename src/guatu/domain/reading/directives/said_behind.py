"""Who says a quotation that a comma follows, and no full stop closes: “凡不合格的，一律返工”，临走时，甲再次叮嘱。."""

import re

_LONG_ENOUGH = 8
_SAID_BEHIND = re.compile(
    "”，(?:[^，。；：“”]{1,10}[前后时中间]，)?[^，。；：“”]{2,30}"
    "(?:叮嘱|嘱咐|强调|要求|指出|提醒|告诫|交代|吩咐|说|说道)[。；]"
)


def is_said_behind(text: str, start: int, end: int) -> bool:
    """Tell whether words from ``start`` to the closing mark at ``end`` are said by whom the next words name."""
    return end - start >= _LONG_ENOUGH and _SAID_BEHIND.match(text, end) is not None
