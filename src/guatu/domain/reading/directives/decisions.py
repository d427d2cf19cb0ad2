"""What a meeting decides: 同意, 原则同意, 暂缓, 不予, 授权; each is a directive of its minutes."""

import re

_DECISION = re.compile(
    "(?:会议|经研究|研究)?(?:一致|原则|原则上)?(?:同意|不同意|通过|批准|核准|认定|议定该事项)"
    "|(?:会议(?:议定|决定|明确)?)?[^，。；要须应]{0,14}?(?:暂缓|暂不|缓议|不予)"
    "|(?:会议)?授权"
)


def decides(words: str) -> bool:
    """Tell whether a clause of minutes is a decision: consent, refusal or delay."""
    return _DECISION.match(words) is not None
