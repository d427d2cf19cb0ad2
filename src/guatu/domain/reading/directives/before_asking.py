"""Of whom the clauses before a bare verb of asking are: 会议听取了汇报，要求…; 去年某某来到老街，要求…."""

import re
from re import Pattern

from guatu.domain.reading.directives.clauses import Clause

_MEETS = re.compile(
    "(?:会议|大会|[县市区旗州]委常委会)(?:还|又|也)?(?!要|应|须)[\u3400-\u9fff]{2,4}了?"
)
# 在水厂，了解水质监测情况后，: what is done by him whom the story is about.
_GOES_ABOUT = re.compile(
    "(?:(?:来到|走进|在)[^，。；]{2,24}，)?"
    "[^，。；]{0,6}(?:了解|听取|察看|查看|检查|询问|得知|听完|看完)[^，。；]*[后，]"
)
_LONG_AGO = re.compile(
    "(?:去年|前年|早在[^，。；]{2,12}|[一二两三四五六七八九十几\\d]+年前|当年)[^，。；]{0,8}，(?:时任)?"
    "(?:[^，。；]{0,12}(?:书记|[县市区镇乡局]长|主任))?"
)
# 给某站打电话，明早送水管来: what is said has a limit.
_SOON = re.compile(
    "今[天晚夜]|明[天早晚]|[本下这]周|[周月]底|\\d|[一二两三四五六七八九十半]+个?[天日小]|马上|立即|尽快"
)


def front_of(plain: str, clause: Clause) -> str:
    """Return what stands before a clause in its sentence."""
    return plain[plain.rfind("。", 0, clause.start) + 1 : clause.start]


def is_of_meeting(front: str) -> bool:
    """Tell whether what stands before a verb of asking is what a meeting did, or but where it was: 会上，."""
    return front == "会上，" or _MEETS.match(front) is not None


def goes_about(front: str) -> bool:
    """Tell whether it is what somebody on his round did, who is not named again: 在水厂，了解水质后，."""
    return _GOES_ABOUT.match(front) is not None


def was_long_ago(front: str, names: Pattern[str]) -> bool:
    """Tell whether it tells what a person did in years gone by: 去年10月，某某来到老街，."""
    ago = _LONG_AGO.match(front)
    return ago is not None and names.match(front, ago.end()) is not None


def bids_by_telephone(plain: str, clause: Clause) -> bool:
    """Tell whether what is said over the telephone behind a comma has a limit: …打电话，明早送水管来."""
    return "电话" in clause.words and _SOON.match(plain, clause.end + 1) is not None
