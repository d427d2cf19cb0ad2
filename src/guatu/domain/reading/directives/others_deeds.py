"""What another official does as a demand runs on: …要求全力救治，副县长某某赶赴现场: the demand ends before it."""

import re
from re import Pattern

# 由, 请, 派…: he is charged with it by whoever speaks.
_CHARGED = ("由", "请", "让", "要", "须", "责成", "责令", "安排", "指定", "明确", "抽调", "以")
_HOW = (
    "第一时间|迅速|立即|立刻|随即|随后|连夜|紧急|当即|亲自|同时|分别|先后|即刻|马上|冒雨|深夜|也|已|正|还|便|即|则"
    "|一行|同志|副?(?:[县市区镇乡局州旗]长|书记|主任|主席|部长|秘书长)|在[^，。；：]{1,12}|(?:率|带领)[^，。；：要须]{2,24}?|率队|带队"
)
_GOES = "赶赴|赶到|赶往|前往|奔赴|来到|抵达|到达|坐镇|(?:主持|组织)?召开|得知|获悉|接报|看望|慰问|听取|察看|查看|现场指挥"
_DOES = re.compile(f"(?:{_HOW})*(?:{_GOES})(?!的)")
# 并派副县长某某赶赴现场: what whoever spoke has done besides.
_SENDS = re.compile("(?:并|同时|还)?(?:立即|立刻|随即|迅速|当即)?(?:指派|委派|派出?)")
_GOES_THERE = re.compile(f"(?:{_HOW})*(?:赶赴|赶到|赶往|前往|奔赴)")

# 燕北山县长得知情况后: known by the post behind a name, though no list holds the name.
_POSTED = re.compile(
    f"(?:^|的)[^各镇乡县市区委组村社部门，。；的]{{2,3}}副?(?:[县市区镇乡州]长|书记)(?:{_HOW})*(?:得知|获悉|接报|赶赴|赶到|赶往|前往|奔赴)"
)


def acts_beside(words: str, names: Pattern[str] | None) -> bool:
    """Tell whether a clause tells what a named official does on the spot, and asks nothing."""
    if words.startswith(_CHARGED):
        return False
    if _POSTED.search(words) is not None:
        return True
    if names is None:
        return False
    does = _DOES
    if _SENDS.match(words) is not None:
        does = _GOES_THERE
    return any(does.match(words, one.end()) is not None for one in names.finditer(words))
