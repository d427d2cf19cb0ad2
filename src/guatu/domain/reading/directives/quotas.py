"""How often a thing is to be done, and how much of it: 每季度召开不少于1次. A paper asks so without a modal."""

import re

_QUOTA = re.compile(
    "每个?(?:[天日周旬月年]|半[月年]|季度?|学期|星期)[^，。；：]{0,16}?"
    "(?:不少于|不低于|不得少于|至少)[^，。；：]{0,4}[\\d一二两三四五六七八九十]"
)


def sets_quota(words: str) -> bool:
    """Tell whether a clause says how often at least something is to be done.

    >>> sets_quota("村民代表会议每季度召开不少于1次")
    True
    """
    return "每" in words and _QUOTA.search(words) is not None
