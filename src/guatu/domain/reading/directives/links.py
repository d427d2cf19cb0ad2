"""Clauses that only link a sentence to the one before it: 同时，此外，下一步，."""

import re

_LINK = re.compile(
    "(?:(?:第[一二三四五六七八九十]|头一|最后一)(?:件事?|桩事?|项(?:任务|工作)?|个(?:方面|问题|关键)?)|与此同时|同时|此外|另外|其次|首先|最后|再次|当前|目前|眼下|近期|近段时间|这段时间|前期|期间|其间|平时|即日起|从现在起|自即日起|从今天起|下一步|下步|下一阶段|接下来|今后|会后|为此|对此|因此|总之|特别是|尤其是|一方面|另一方面|现阶段)$"
)

_LONGEST = 6


def is_link(words: str) -> bool:
    """Tell whether a clause is nothing but a link: the clause behind it opens the sentence."""
    return len(words) <= _LONGEST and _LINK.match(words) is not None
