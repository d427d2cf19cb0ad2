"""Names so broad that they are as often told about as told to act: 企业, 学校, 大家."""

import re

from guatu.domain.reading.directives.imperatives import begins_imperative
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.units import Named

# 会议指出，企业积极参与…: more often told than asked.
_HELD = ("指出", "认为", "说", "表示", "介绍")
_LOOKED_AFTER = ("群众", "政府", "人员")
# 企业发展、学校建设: the act is what is spoken of.
_NO_ACT = re.compile(
    "(?:发展|建设|管理|服务|改造|整改|培训|宣传|保障|治理|整治|监管|监督|检查|排查|创新|改革|运营|生产|经营|党建|安全|防[控疫汛火])(?![好到])|积极|主动|广泛|集中|复工|纷纷|陆续|普遍|踊跃|相继|持续|不断|加速|稳步"
)
# 全县启动示范村建设17个: how far it has come.
_COUNTS = re.compile("\\d+(?:多|余)?[个家户处座所条公名万亿]")


def bids_all(words: str, doing: Named, verb: str, lexicon: Lexicon) -> bool:
    """Tell whether a broad name is told to act where demands run: 要求，企业落实主体责任，学校加强….

    ``verb`` is that of the speech which runs.
    """
    name, rest = words[doing.start : doing.end], words[doing.end :]
    if verb.endswith(_HELD) or name in _LOOKED_AFTER:
        return False
    if _COUNTS.search(rest) is not None:
        return False
    return begins_imperative(rest, lexicon) and _NO_ACT.match(rest) is None
