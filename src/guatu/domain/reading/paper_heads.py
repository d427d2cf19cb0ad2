"""The head of a paper's text: its series, number and issuer beside the title, and who came, a line each."""

import re
from collections.abc import Sequence

from guatu.domain.reading.directives.notices import letter_by_headline
from guatu.domain.reading.directives.taken_down import is_taken_down
from guatu.domain.reading.furniture import signs_paper
from guatu.domain.reading.late_patterns import late
from guatu.domain.reading.letterhead import is_number

_DAY = "(?:\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日"
# （第5期）, 第9号, 2025年第14期（总第203期）; 某县某办公室2026年3月4日.
_ISSUED = re.compile(
    "[（(]?(?:\\d{4}年)?第\\d{1,5}[期号][）)]?(?:[（(]总第?\\d{1,5}期[）)])?"
    f"|[\u3400-\u9fff（）]{{3,30}}{_DAY}"
)
# What a series of minutes or of reports is called: its own title stands below, 关于… or of which meeting.
_SERIES = re.compile(
    "[\u3400-\u9fff（）]{2,24}(?:纪要|简报|专报|快报)(?:[（(〔][^）)〕]{1,8}[）)〕])?"
)
# Below these further kinds a title opens with 关于.
_OTHER_SERIES = re.compile(
    "[\u3400-\u9fff（）]{2,24}(?:通报|督查|通知|交办单|督办单)(?:[（(〔][^）)〕]{1,8}[）)〕])?"
)
_SHORTEST_TITLE = 8
_ROLL = re.compile(
    "(?:会议)?(?:主持|召集|出席|列席|参加|参会|与会|到会|陪同|检查)(?:会议)?(?:人员?|领导|同志|单位|者)?："
)
_LONGEST_ROW = 40
LONGEST_ROLL = 60
"""So many lines at most go on with who came."""
_ENDS = ("。", "：", "；", "，")


def is_issued(words: str) -> bool:
    """Tell whether a line says which number of a series a paper is, or who issues it and when."""
    return is_number(words) or _ISSUED.fullmatch(words) is not None


def names_series(words: str, titles: Sequence[str]) -> bool:
    """Tell whether a line names the series of a paper; ``titles`` are the lines below that name a paper themselves."""
    if _SERIES.fullmatch(words) is not None:
        return any(len(one) >= _SHORTEST_TITLE for one in titles)
    return _OTHER_SERIES.fullmatch(words) is not None and any(
        one.startswith("关于") for one in titles
    )


def is_series(words: str) -> bool:
    """Tell whether a line is the name of a series of minutes or reports, and nothing else: 督查专报."""
    return _SERIES.fullmatch(words) is not None


def names_paper(words: str) -> bool:
    """Tell whether words are the title of a paper or end one: a notice, minutes, a record word by word."""
    return letter_by_headline(words) is not None or is_taken_down(words)


_EDITORS_NOTE = re.compile("[【\\[（(]?编者按[】\\]）)：]?")


def is_editors_note(words: str) -> bool:
    """Tell whether a line opens with the note of an editor, above the title: 【编者按】…."""
    return _EDITORS_NOTE.match(words) is not None


_POSTED = late(
    "[\u3400-\u9fff（）、某]{2,38}(?:长|书记|主任|主席|委员|经理|负责人|负责同志|干部|[师员]|政委|代表|领导)"
)


def is_roll(words: str) -> bool:
    """Tell whether a line opens with a label of who chaired, came or was asked in: 列席：…."""
    return _ROLL.match(words) is not None


def is_posted(words: str) -> bool:
    """Tell whether a short line ends with a post and holds nothing else: 裘永年县住建局局长."""
    return len(words) <= _LONGEST_ROW and _POSTED.fullmatch(words) is not None


def on_roll(before: Sequence[str], words: str) -> bool:
    """Tell whether a line goes on with who came to a meeting, one a line, below 参会人员：.

    ``before`` are the lines above it, in order.
    """
    if not is_posted(words):
        return False
    for above in reversed(before):
        if is_roll(above):
            return True
        if not is_posted(above):
            return False
    return False


_DATED = re.compile(_DAY)
_HEAD = 5


def head_below_title(title: str, rows: Sequence[str]) -> tuple[frozenset[int], int | None]:
    """Return which rows right below a title say number, issuer and day, and which is the title of what a series prints.

    专题会议纪要 in large type, then its number, then 关于…的会议纪要: the last is the title.
    """
    aside: set[int] = set()
    for number, words in enumerate(rows[:_HEAD]):
        below = rows[number + 1 : number + 2]
        if (
            is_issued(words)
            or (aside and _DATED.fullmatch(words) is not None)
            or (below and _DATED.fullmatch(below[0]) is not None and signs_paper(words))
        ):
            aside.add(number)
        elif not words.endswith(_ENDS) and names_paper(words) and names_series(title, (words,)):
            return frozenset(aside), number
        else:
            break
    return frozenset(aside), None
