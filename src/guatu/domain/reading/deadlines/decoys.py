"""Words like limits that are none: 离年底只有…, 去年底, 纳入年底考核, 国庆前后, 三年内累计两次."""

import re
from re import Pattern

_LONGEST_LOOK = 12
# 离年底只有五个月 says how long is left; 去年底 and 上月底 are gone; 每年3月底前 returns.
_BEFORE = re.compile(
    "(?:同|离|距|距离|离着|去|往|上一?个?|前一?个?|每个?|每到|每逢|逢|历|隔|近|过去|自|自从)(?:年|月|年的?|月的?)?$"
)
_RATED = re.compile("(?:纳入|列入|计入|作为|挂钩|参加|结合)[^，。；]{0,4}$")
_RATING = re.compile(
    "(?:的)?(?:绩效)?(?:考核|考评|评比|总评|测评|评议|述职|决算|分红|评优|综合考核|目标考核|大考|评先|各项|工作|收尾工作)"
)
_AFTER = re.compile(
    "止?，?共[\\d一二三四五六七八九十]+天|后(?![续备勤进台期方面])|以后|之后|以来|左右|上下浮动|夕|年?[初]|岁[尾末初]|年关|外|[至到—－~～-]+(?:\\d|[一二三四五六七八九十本下明年月])|起(?![草步来诉用码底])"
)
# 三年内累计两次的, 三天内不得返回: how long a state lasts, or in what time a fault is counted.
_WITHIN = re.compile("内$")
_COUNTED = re.compile(
    "(?:累计|连续|不得|不准|不予|不再|再次|仍|未|没有|有过|无|[\\d一两二三四五]+[次起件]|多次|受到?过?|被|因|免|有效|保修|质保|滚动|多|生产|发生|出现)"
)
# 5月底6月初: about the turn of a month.
_NEXT_MONTH = re.compile("\\d{1,2}月")
_LIMITED = re.compile("前|内|止")


def is_decoy(words: str, start: int, end: int) -> bool:
    """Tell whether the words at a half-open place only look like a limit, by what stands around them."""
    before = words[max(0, start - _LONGEST_LOOK) : start]
    found = words[start:end]
    if _BEFORE.search(before) or _AFTER.match(words, end):
        return True
    if _WITHIN.search(found) and _COUNTED.match(words, end) is not None:
        return True
    if _has(_LIMITED, found):
        return False
    if words.startswith("的", end) or _NEXT_MONTH.match(words, end) or _RATING.match(words, end):
        return True
    return _RATED.search(before) is not None


def _has(pattern: Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None
