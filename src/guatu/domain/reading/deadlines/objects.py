"""A bare time between a verb and its object, or told of: 抓好年底预算执行, 进入11月底, 确保年底市场供应充足.

Whoever does something by a time says the time first; behind the verb it tells which thing is meant. A limit with 前 or 内
and a time with the deed right behind it (推动年底建成) are none of these.
"""

import re

from guatu.domain.reading.deadlines.limits import DONE_HERE

_LOOK = 6
_TAKES_OBJECT = re.compile(
    "(?:[抓做办管用筹守护][好实牢细]|贯彻(?:落实)?|落实(?:好)?|学习|研判|研究|分析|加[强快大密]|强化|深化|细化|优化|推进|编制|编好|制定(?:好)?|聚焦|统筹|部署|安排|谋划(?:好)?|筹[备办划]|启动|开展|实施|组织(?:好|开展)?|完成|执行|调度|盘点|总结|检视|通报"
    "|宣传|承办|迎接|应对|把握|抓住|抢抓|紧盯|关注|提升|巩固|规范|严格|严肃|保障好?|服务好?|拓展|压实|压减|盘活|衔接|支持|参加|参与|配合好?)$"
)
# 紧盯6月底交房目标: what is striven for by then.
_EYES = re.compile("(?:紧盯|聚焦|瞄准|锚定)$")
_AIMED_AT = re.compile(
    "(?!各项|全年|年度|重点|主要|任务|考核|收官)[^，。；的]{2,8}(?:目标|节点|时限)"
)
_ARRIVED = re.compile(
    "(?:进入|步入|迈入|转入|时值|正值|适逢|临近|时至|已[是到近]|已经[是到]|眼下[是到]|到了)$"
)
_FOR = re.compile("(?:^|[，。；：、]|[^因认成作行以称变转])为$")
_PREPARED = re.compile(
    "[^，。；：]{2,14}?(?:打[下好牢]|奠定|创造|提供|积累|夯实|做好|赢得|添|助力)[^，。；]{0,10}(?:基础|条件|保障|经验|准备|支撑|助力|主动|[彩力])"
)
_KEPT = re.compile("(?:确保|保障|保证|维护|保持|维持)(?:好)?$")
_STATE = re.compile(
    "(?!前)[^，。；：的]{2,16}(?:稳定|平稳|充足|有序|安全|祥和|可控|向好|不断档|不脱销|不间断)(?=[，。；、]|$)"
)
_HELD = re.compile(
    "(?:还|又)?(?:将|就要|即将|要(?=召开|举[行办]|迎来))(?:召开|举[行办]|迎来|承办)[^，。；]{2,16}，[^。；]{0,24}(?:要(?!求)|须|必须|务必|请)"
)
_DONE_THEN = re.compile(f"(?:要(?!求)|必须|务必|须|全[部面线]|基本|正式|{DONE_HERE})")


def is_of_object(words: str, start: int, end: int) -> bool:
    """Tell whether a bare time (half-open place) says which thing is meant or how things stand, and no limit."""
    if words.startswith("期间", end) or _HELD.match(words, end):
        return True
    before = words[max(0, start - _LOOK) : start]
    if _ARRIVED.search(before):
        return True
    if _FOR.search(before) and _PREPARED.match(words, end):
        return True
    if _DONE_THEN.match(words, end):
        return False
    if _TAKES_OBJECT.search(before):
        return not (_EYES.search(before) and _AIMED_AT.match(words, end))
    return _KEPT.search(before) is not None and _STATE.match(words, end) is not None
