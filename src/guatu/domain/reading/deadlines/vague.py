"""Limits that fix no day: campaign words (早日, 按时限), seasons, and what returns (每月5日前)."""

import re
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.deadlines.limits import Found
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of
from guatu.domain.reading.values import DeadlineBasis

RECURRING = re.compile(
    r"每(?:个?月|个?季度?|周|星期|年|旬|半年|半个?月)(?:度|份)?(?:\d{1,2}[日号]|[一二三四五六日天]|底|末|初|[上中下]旬)?(?:下班)?(?:之?前|以前)"
    # 年前兑付: before the lunar new year or by the year's end; not 三年前, 年前年后.
    r"|(?:^|(?<=[，。；：在于赶务])|(?<=务必)|(?<=确保)|(?<=必须))年前(?=务必|必须|要|全[部面]|兑|完成|发|结|还|付|清|把|将|见|办|拿|到|解决)"
    r"|(?<![正腊冬一二三四五六七八九十\d])(?:次|下)?月初(?![一二三四五六七八九十])(?:之?前)?|\d{1,2}月初(?:之?前)?"
)

# 垃圾中转站每天冲洗两次: what is done again and again, and never finished.
_RHYTHM = late(
    "每(?:[天日周月旬]|季度?|半[天月]|两[天日周]|个?月)[^，。；]{0,12}(?:[一两二三四五六七八九十\\d]+[次遍轮回趟]|清[扫洗运]|冲洗|巡[查护]|通报|调度|报告|消[杀毒]|保洁)"
    "|一[天日周月]一[\u3400-\u9fff]{1,2}|天天|日[清产]日|常态化|长期坚持|随时|24小时"
)


@lru_cache(maxsize=4)
def _vague(lexicon: Lexicon) -> Pattern[str]:
    # 加快速度 holds no 快速.
    return re.compile(f"(?<!加)(?:{any_of(lexicon.vague_deadlines)})")


def is_rhythm(words: str) -> bool:
    """Tell whether a demand is for something that is done again and again."""
    return _RHYTHM.search(words) is not None


def vague_in(words: str, lexicon: Lexicon) -> Found | None:
    """Return the first limit without a day, or None."""
    found = _vague(lexicon).search(words)
    if found is None:
        return None
    return Found(start=found.start(), end=found.end(), day=None, basis=DeadlineBasis.NONE)


def recurring_in(words: str) -> tuple[Found, ...]:
    """Return the limits that return (每月5日前) or name no day (月初): quoted, never resolved."""
    if "每" not in words and "年前" not in words and "月初" not in words:
        return ()
    return tuple(
        Found(start=one.start(), end=one.end(), day=None, basis=DeadlineBasis.NONE)
        for one in RECURRING.finditer(words)
    )
