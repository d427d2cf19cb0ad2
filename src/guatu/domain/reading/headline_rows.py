"""Headlines set in two rows, by what stands where the one ends and the other begins."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from guatu.domain.reading.lines import Line, LineKind

# 某某调研早稻收购和 / 秋粮生产工作: what no line of its own ends with.
_HANGS = re.compile("[\u3400-\u9fff”]{5}[和与及暨或的]$")
_COUNTED = "年月日号次届万亿期%％"
_LEADING = "，：、）》"
_TORN = "，：、"
_STOPS = "。！？…"
_GOES_ON = "，：、。；"
_OF_TEXT = frozenset("。；！")
_SHORTEST_ROW, _SHORT_ROW, _LONGEST_ROW = 6, 12, 30
_SAYS = re.compile("要求|强调|指出|提出|表示|[说道讲]")
_NO_TEXT = (LineKind.BYLINE, LineKind.FURNITURE, LineKind.GARBLED)
_HEARD = 0.5


def with_torn_rows(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with rows of headlines as short ones though they begin or end as pieces of text do."""
    torn = [index for index in range(len(lines)) if _is_torn_row(lines, index)]
    if not torn:
        return lines
    found = list(lines)
    for index in torn:
        found[index] = replace(found[index], kind=LineKind.SHORT)
    return found


def _is_torn_row(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a row of a headline though a mark or a word is torn off at the edge of it.

    四代人的渡口 / ，今天有了桥 behind the end of a report; 某某调研早稻收购和 / 秋粮生产工作 above the day of one.
    """
    line, words = lines[index], lines[index].words
    if line.kind is not LineKind.BODY or len(words) > _LONGEST_ROW:
        return False
    if words[0] in _TORN:
        return _OF_TEXT.isdisjoint(words) and _is_second_row(lines, index)
    # 三十个返乡青年， / 同县委书记说了一下午的实话, never 某某就落实会议精神要求，
    short = len(words) <= _SHORT_ROW and words[-1] in "，：" and not _SAYS.search(words)
    hangs = short or _HANGS.search(words) is not None
    return hangs and _OF_TEXT.isdisjoint(words) and _is_first_row(lines, index)


def _is_first_row(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a report ends above a line, and one begins below the short one below it."""
    if index + 1 >= len(lines) or lines[index + 1].kind is not LineKind.SHORT:
        return False
    first = lines[index + 2] if index + 2 < len(lines) else None
    begins = first is None or first.kind is LineKind.LEAD or first.opens
    return begins and _ends_part(lines, index)


def _is_second_row(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a short line stands above one, a report ends above that, and nothing goes on below."""
    words = lines[index].words
    if not index or lines[index - 1].kind is not LineKind.SHORT:
        return False
    if len(words) < _SHORTEST_ROW or words[-1] in _TORN or lines[index - 1].words[-1] in _STOPS:
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    goes_on = below is not None and below.words[0] in _GOES_ON
    return not goes_on and _ends_part(lines, index - 1)


def _ends_part(lines: Sequence[Line], index: int) -> bool:
    """Tell whether nothing above a line goes on in it: a sentence or a report ends there, or the page begins."""
    above = lines[index - 1] if index else None
    return above is None or above.kind in _NO_TEXT or above.ended


def rows_of_one(above: str, below: str) -> bool:
    """Tell whether two lines are rows of one headline: a mark or a figure is torn off at the edge.

    四代人的渡口 / ，今天有了桥; 关于开展2 / 026年“大走访”活动的通知.
    """
    if below[0] in _LEADING:
        return True
    if above[-1].isdecimal() and (below[0].isdecimal() or below[0] in _COUNTED):
        return True
    return above[-1] in "，：" or _HANGS.search(above) is not None


def with_rows(chances: Mapping[int, float], lines: Sequence[Line]) -> dict[int, float]:
    """Return how likely each line is a headline's: rows of one headline are so together."""
    found = dict(chances)
    for index in sorted(chances):
        below = index + 1
        if below in found and max(found[index], found[below]) >= _HEARD:
            if rows_of_one(lines[index].words, lines[below].words):
                found[index] = found[below] = max(found[index], found[below])
    return found
