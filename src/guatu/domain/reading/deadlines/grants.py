"""A span that is granted, or after which one comes to look: 给你们十天时间, 限期一周, 三天后我来验收."""

import re

from guatu.domain.reading.deadlines.counts import after_count
from guatu.domain.reading.deadlines.limits import COUNT, LimitRule
from guatu.domain.reading.values import DeadlineBasis

_UNIT = "(?P<unit>个?工作日|天|日|周|个星期|星期|个月)"
_LOOKS = "(?=，?(?:再来|我|再|来[看查]|回来|交[账卷差作]|要?看|要?见|验收|复查|复核|核验|报|汇报|回头|到现场|听|组织|(?!将)[^，。；]{1,8}(?:复查|复核|验收|回头看|检查|督查)))"

RULES = tuple(
    LimitRule(pattern=re.compile(pattern), resolve=resolve, basis=DeadlineBasis.RELATIVE)
    for resolve in (after_count,)
    for pattern in (
        rf"(?:再?给(?:你们|大家|他们|各单位|企业|施工方|业主)?|宽限(?!期)|限定|限时|(?<!宽)限期|期限为?|时限为?|以|力争用)(?:最多|不超过|最长)?{COUNT}{_UNIT}(?:的?时间|为限|为期|期限|之?内)?(?=[，。；、：完整把将拿到]|$)",
        rf"(?:^|(?<=[，。；：“]))(?:最多|最长|顶多|就|只给|再有)?{COUNT}{_UNIT}(?:的?时间)?，(?=必须|务必|一定要|给我|全部|把|要(?!求))",
        rf"{COUNT}{_UNIT}为(?:限|期限|最后期限)",
        rf"(?:^|(?<=[，。；：“]))(?:会后)?{COUNT}{_UNIT}(?:之|以)?后{_LOOKS}",
    )
)
"""Rules for spans that are granted."""
