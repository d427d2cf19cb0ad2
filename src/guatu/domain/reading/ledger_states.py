"""What a ledger says of its own rows: which of them it calls finished."""

import re
from collections.abc import Sequence
from enum import StrEnum

from guatu.domain.reading.strand import plain_form


class StateColumn(StrEnum):
    """How a column tells the state of a row: yes or no, in words, or by the day it was done."""

    WHETHER = "whether"
    WORDS = "words"
    DAY = "day"


_DONE = "完成|完毕|办结|销号|到位|结案|闭环|竣工|完工|落实"
_WHETHER = re.compile(
    f"是否(?:已|按期|按时|如期|全部)*(?:整改|办理|落实)?(?:{_DONE}|整改)|(?:{_DONE}|整改)与否"
)
_WORDS = re.compile(
    "(?:任务|工作|事项|问题|办理|完成|落实|整改|推进|项目|建设|实施|目前|当前|最新|现|销号|办结)*"
    "(?:进展|进度|情况|状态|状况|结果|现状)(?:情况|说明)?|备注"
)
_DAY = re.compile("实际(?:完成|办结|整改完成|整改|销号|竣工)(?:时间|日期)|销号(?:时间|日期)")
_YES = re.compile("(?:是|√|✓|✔|☑|有|Y|y|yes|已)")
_WHEN = "(?:于?(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底)(?:前)?)"
_HOW = "(?:均|现|都|全部|全面|按期|如期|按时|提前|按要求|立行立改)"
_FINISHED = re.compile(
    f"{_WHEN}?[，,]?(?:该?(?:问题|项目|任务|工作|事项))?{_HOW}*[，,]?已?经?{_WHEN}?{_HOW}*"
    f"(?:整改|办理|落实|建设)?(?:{_DONE})(?:整改|任务|销号|办结|并销号)?(?:[（(][^（）()]*[）)])?"
    "|(?:已?完成)?100[%％]|已整改|已落实"
)
_ENDS = " \t。.！;；"


def state_column(heading: str) -> StateColumn | None:
    """Return how a column tells the state of its rows, by its heading; None where it does not."""
    if _WHETHER.fullmatch(heading):
        return StateColumn.WHETHER
    if _DAY.fullmatch(heading):
        return StateColumn.DAY
    return StateColumn.WORDS if _WORDS.fullmatch(heading) else None


def says_finished(states: Sequence[tuple[StateColumn, str]]) -> bool:
    """Tell whether the cells of a row call it finished: one does, and none of yes or no says no.

    Only what is said whole counts: 已完成招标 and 完成60% tell of a part.
    """
    told = [(column, plain_form("".join(words.split())).strip(_ENDS)) for column, words in states]
    asked = [words for column, words in told if column is StateColumn.WHETHER]
    if asked:
        return all(_YES.fullmatch(one) or _FINISHED.fullmatch(one) for one in asked)
    return any(
        any(map(str.isdigit, words))
        if column is StateColumn.DAY
        else _FINISHED.fullmatch(words) is not None
        for column, words in told
    )
