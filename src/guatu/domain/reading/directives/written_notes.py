"""Notes that leaders wrote on a paper, copied one below the other: 谈某同志（5月12日）：请甲同志阅处。…."""

import re

from guatu.domain.reading.directives.speech import SpeechAct
from guatu.domain.reading.late_patterns import late

_POST = "(?:同志|书记|主任|主席|部长|常委|局长|秘书长|副?[县市区旗镇乡]长|常务副[县市区旗]长)"
_DAY = "(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日"
# 谈某同志（5月12日）：, 县长卜某5月13日批示：, 某书记批示：.
_NOTE = late(
    f"(?P<who>[\u3400-\u9fff、]{{2,16}}?)(?:{_POST})?(?:(?:于|在)?[（(]?{_DAY}[）)]?)?(?:作出)?(?P<wrote>批示|批转|签批)?：“?"
)
_MARKED = re.compile(f"{_DAY}|批示|批转|签批|同志|书记|[县市区旗镇乡局]长")
_NONE = re.compile("要求|强调|指出|意见|内容|时间|单位|事项|部门|情况|结果|领导批示")
_TITLE = re.compile("批示|抄清|批办|呈批|阅办|阅批|抄告|督办|交办")


def prints_notes(headline: str) -> bool:
    """Tell whether a title is that of a paper that copies what leaders wrote: 领导批示抄清."""
    return _TITLE.search(headline) is not None


def note_of(text: str) -> SpeechAct | None:
    """Return the speech act of a paragraph that copies a leader's note, behind who wrote it and when."""
    found = _NOTE.match(text)
    if found is None or _MARKED.search(found.group()) is None:
        return None
    if _NONE.search(found.group("who")) is not None:
        return None
    return SpeechAct(
        head=found.group("who"), verb="批示", content=found.end(), demanding=True, direct=False
    )
