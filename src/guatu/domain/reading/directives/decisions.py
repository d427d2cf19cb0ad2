"""What a meeting decides: 同意, 原则同意, 暂缓, 不予, 授权; each is a directive of its minutes."""

import re

_DECISION = re.compile(
    "(?:本次)?(?:会议|经研究|研究)?(?:一致|原则|原则上|暂)?(?:同意|不同意|通过|批准|核准|认定|认可|议定该事项)"
    "|(?:(?:本次)?会议(?:议定|决定|明确)?)?[^，。；要须应由]{0,14}?(?:暂缓|暂不|缓议|不予|(?<!已)(?<!较计划)(?:推迟|延期|延后)(?:到|至|研究|审议)|择期|再行(?:研究|商议|审议)|暂按|不再(?=[\u3400-\u9fff]))"
    "|[^，。；要须应由]{0,16}(?:原则(?:上)?同意|原则(?:上)?通过)(?!了)"
    "|(?:会议)?授权"
    "|[^，。；要须应由]{0,12}待[^，。；]{2,24}(?:再|另|重新)(?:行|议|研究|审议|定|上会)"
)


def decides(words: str) -> bool:
    """Tell whether a clause of minutes is a decision: consent, refusal or delay."""
    return _DECISION.match(words) is not None


_REFUSAL = re.compile("(?:本次)?(?:会议)?(?:决定)?(?:原则上)?(?:不予|暂缓|暂不|缓议|不同意)")


def refuses(words: str) -> bool:
    """Tell whether a clause begins with a refusal: 不予上浮 behind what is refused and why."""
    return _REFUSAL.match(words) is not None


_ITS_OWN = re.compile("[^，。；的]{0,14}不再")


def is_of_unit(words: str, end: int) -> bool:
    """Tell whether what sounds like refusal is what a unit shall do: 建设单位修改后不再上会.

    ``end`` is where the unit's name ends in the words.
    """
    return _ITS_OWN.match(words, end) is not None


# 会议原则通过《某办法》，要求…: told in a newspaper, and what was on the agenda there.
_PASSED = re.compile(
    "(?:会议|会上|与会人员)?(?:审议|研究|讨论|表决)?并?(?:原则上?|一致|表决)?(?:审议)?(?:通过|同意)了?(?:《[^》]*》(?:[（(][^）)]*[）)])?[、和及以]*)+(?:等[^，。；]{0,8})?"
)


def passes_paper(words: str) -> bool:
    """Tell whether a clause says nothing but that a paper passed: 会议原则通过《某办法》."""
    return _PASSED.fullmatch(words) is not None
