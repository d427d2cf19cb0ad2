"""Heads of points that name who must do what stands behind them: （二）分管副总经理。组织排查…; 2.安全环保部：…."""

import re

from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import unit_before

_LONGEST = 16
# Posts by themselves are no units, and head a list of duties all the same.
_POST = late(
    "(?:分管|主管|主要|各|专职|兼职|当班|值班|带班|现场)?[\u3400-\u9fff]{0,8}?"
    "(?:(?:副?(?:总经理|经理|主任|局长|书记|组长|站长|校长|院长|所长|队长|班长|村长|社长|厂长|矿长|处长|科长|股长|段长|河长|林长|指挥长))|负责人|安全员|管理员|网格员|护林员|保洁员|值班员|巡查员)"
)
_VERBS = re.compile("[要须应的做]|当好|召开|成立|明确|落实|加强|选[聘派配]|配[备齐强]|当好|[抓压]")


def heads_duties(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the head of a point is nothing but an office or a post, which all behind it is for."""
    if len(words) > _LONGEST or _VERBS.search(words) is not None:
        return False
    if _POST.fullmatch(words) is not None:
        return True
    named = unit_before(words, lexicon)
    return named is not None and named.start == 0 and named.end == len(words)
