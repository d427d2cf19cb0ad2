"""Who is rung up or called by his name in a clause, so that what follows is said to him: 打通某局的电话, 点名村支书某某."""

import re
from re import Pattern

from guatu.domain.reading.late_patterns import late

SAID_TO = late(
    "(?P<head>[^，。；：“”]{0,24}?)(?:告诉(?!我|记者|大家|人们)(?P<to>[^，。；：“”]{2,18})|(?:给|向|打电话给|拨通了?|打通了?|接通了?|要通了?|摇通了?|叫通了?|拨了|打了|连线了?)(?P<call>[^，。；：“”]{2,18}?)(?:的)?(?:打(?:去|了|通)?一?个?电话|电话|挂了?电话)|(?:打电话给|电话打给)(?P<rang>[^，。；：“”]{2,18}))"
)
"""甲告诉公司负责人，…; 甲给某局打去电话，…: whom the words behind the comma are for."""
# 他点名村支书某某，…; 甲叫住站长某某，…: whose turn it is to listen.
_BY_NAME = re.compile(
    "(?:[^，。；：“”]{0,12})(?:(?<!被)点名(?!批评|通报|表扬|提问)|叫住|喊住|叫过|喊过|转向|拦住)(?P<who>[^，。；：“”的]{2,24})"
)

_SIGNS = re.compile("点名|叫住|喊住|叫过|喊过|转向|拦住")


def called_by_name(words: str, names: Pattern[str] | None) -> str | None:
    """Return who calls a person of the page up in a clause that ends with his name; "" where it is not told."""
    # Most clauses of a page call nobody up: looked for plainly first.
    if names is None or _SIGNS.search(words) is None:
        return None
    found = _BY_NAME.fullmatch(words)
    if found is None:
        return None
    told = [one for one in names.finditer(words) if one.end() == found.end()]
    if not told or told[-1].start() < found.start("who"):
        return None
    head = names.search(words, 0, found.start("who"))
    return head.group() if head is not None else ""
