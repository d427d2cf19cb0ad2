"""What a verb of looking takes though nobody is told to go anywhere: 考察某新城及某项目, 对甲水库、乙水库进行了检查."""

import re
from collections.abc import Iterator

from guatu.domain.reading.late_patterns import late

_CARE = "(?:实地|现场|专题|随机|突击|逐一|重点|集中|安全|认真|深入){0,2}"
_LOOKS = late(
    "(?<![到赴的对展次])(?<![进举]行)(?:考察|视察)(?!了|[团组点站队]|学习|期间|工作|中(?=[，、]|[强指要]|了解)|时|情况|和|、)(?P<site>[^，。；：]{4,50})(?=[，。；])"
)
# 首站是某险段。 最后一站来到某社区，
_FIRST = re.compile(
    "(?<![^，。；：])(?:首站|头一站|末站|最后一站|第[一二三四五六七八]站)(?:是|到|来到|选在)(?P<site>[^，。；：]{3,24})(?=[，。；])"
)
_LOOKED_THROUGH = re.compile(
    f"(?<![绝面针相反一核])对(?![照标接口于])(?P<site>[^，。；：对的]{{4,120}}?)(?:进行|开展)了?{_CARE}(?:大检查|检查|督查|督导|巡查|踏勘|察看|查看|暗访|抽查|视察)"
)


# 视察农村供水工程: what a body looks into is a matter of its work, unless several sites are named.
_MATTER = re.compile("(?:工程|项目|工作|情况)$")
_SEVERAL = re.compile("、|[及和](?=[\u3400-\u9fff]{3})")
# 要组织力量对零售点、农家乐进行检查: that is demanded.
_DEMANDED = re.compile("[要须应将]|必须|组织")
_CLAUSE = "，。；："


def objects_of_looking(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open places of the sites that a verb of looking takes, one list each."""
    if "察" in plain:
        for found in _LOOKS.finditer(plain):
            site = found.group("site")
            if _SEVERAL.search(site) or not _MATTER.search(site):
                yield found.span("site")
    if "站" in plain:
        for found in _FIRST.finditer(plain):
            yield found.span("site")
    if "进行" in plain or "开展" in plain:
        for found in _LOOKED_THROUGH.finditer(plain):
            clause = max(plain.rfind(one, 0, found.start()) for one in _CLAUSE) + 1
            demanded = _DEMANDED.search(plain, clause, found.start()) is not None
            if "、" in found.group("site") and not demanded:
                yield found.span("site")
