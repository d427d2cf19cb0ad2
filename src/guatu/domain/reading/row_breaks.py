"""Which rows of one width stand apart by their words: headlines, leads, what begins afresh."""

import re
from collections.abc import Callable

from guatu.domain.reading.furniture import is_furniture
from guatu.domain.reading.garble import is_garbled
from guatu.domain.reading.labels import is_label, listing_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import ORNAMENTS, layout_patterns
from guatu.domain.reading.wraps import Measure, Row

_LONGEST_BYLINE = 24
_ENDS = "。！？；…"
_CLOSERS = "”’）》」』】)"
_INNER = re.compile("[，。；、：的于在至到从自由]$|[，。；：]")
_BLANK = re.compile(r"(?<=[\u3400-\u9fff”])[ \u3000]+(?=[\u3400-\u9fff“])")
# （下转第二版）
_TURNS = ("（下转", "(下转", "下转第")
# 关于…的通知 + 各镇人民政府：, however narrow both are.
_TITLES = ("的通知", "的通报", "的函", "的意见", "的决定", "的紧急通知", "的公告", "的通告")
_ROW_ENDS = "，。；：、！？…”’）》"


def is_finished(words: str) -> bool:
    """Tell whether a line ends where a sentence or list item ends."""
    bare = words.rstrip(_CLOSERS)
    if not bare:
        return False
    if bare[-1] in _ENDS or bare[-1] == "：":
        return words.count("“") <= words.count("”")
    return False


def rows_apart(plain: str, lexicon: Lexicon) -> Callable[[Row, Row, Measure], bool]:
    """Return the test that keeps two rows of one width apart by their words."""
    patterns = layout_patterns(lexicon)

    def test(before: Row, after: Row, page: Measure) -> bool:
        words = "".join(plain[after.start : after.end].split())
        last = "".join(plain[before.start : before.end].split())
        if patterns.lead.match(words) and not _leaves_bracket(last):
            return True
        if words[-1] == "：" and last.endswith(_TITLES) and "关于" in last:
            return True
        if page.width is not None and _is_title_row(last, words, before, after, page.width):
            return True
        if is_furniture(last, lexicon) or is_furniture(words, lexicon):
            return True
        if is_garbled(last, lexicon) or is_garbled(words, lexicon):
            return True
        if words.startswith(lexicon.caption_starts) or words[0] in ORNAMENTS:
            return True
        if is_label(words) or (is_label(last) and listing_of(words)):
            # 责任领导：甲 / 责任单位：乙 / 时限：10月底 / 2.…: rows of a form, however alike in width.
            return True
        if not _INNER.search(last) and _BLANK.search(plain, before.start, before.end):
            return True
        if patterns.timed_lead.match(words) and not _INNER.search(last):
            return patterns.press_lead.match(last) is None
        if not is_finished(last):
            return False
        if len(words) <= _LONGEST_BYLINE and patterns.byline.match(words):
            return True
        return not page.parted and reads_fresh(words, lexicon)

    return test


def _is_title_row(last: str, words: str, before: Row, after: Row, width: int) -> bool:
    """Tell whether one of two rows is a headline by how it fills its column.

    A row that is wider than the column, but for marks that hang over it, was not broken at it;
    and the last row of a paragraph ends with a mark.
    """
    hanging = len(last) - len(last.rstrip("，。；：、！？”’）》"))
    narrow = sum(1 for sign in last if sign.isascii()) // 2
    if before.size - width > hanging + narrow + 1:
        return True
    return is_finished(last) and after.size < width - 1 and words[-1] not in _ROW_ENDS


def reads_fresh(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words read as the start of a paragraph."""
    patterns = layout_patterns(lexicon)
    return bool(
        words[0] in "“《"
        or patterns.timed_lead.match(words)
        or patterns.fresh_start.match(words)
        or patterns.speech_start.match(words)
        or patterns.opens_with_post(words)
    )


def _leaves_bracket(words: str) -> bool:
    """Tell whether a bracket that opens in words is not closed there."""
    return words.count("（") + words.count("(") > words.count("）") + words.count(")")


def row_closes(plain: str) -> Callable[[Row, Row, Row | None], bool]:
    """Return the test whether a short row ends what the row above left open: a bracket, a sentence, what goes on elsewhere."""

    def test(before: Row, after: Row, below: Row | None) -> bool:
        words = "".join(plain[after.start : after.end].split())
        last = "".join(plain[before.start : before.end].split())
        if _leaves_bracket(last):
            return words[-1] in "）)"
        if is_finished(last):
            return False
        if below is not None and plain.startswith(_TURNS, below.start):
            return True
        return "。" in words and (is_finished(words) or words[-1] in "）)")

    return test


def reads_on(plain: str) -> Callable[[Row], bool]:
    """Return the test whether a row is of running text by the marks in it."""
    return lambda row: any(mark in plain[row.start : row.end] for mark in "，。、；,")


def row_ends(plain: str) -> Callable[[Row], bool]:
    """Return the test whether a row ends a sentence, or a bracket behind one."""
    return lambda row: plain[row.end - 1] in "。！？；：”）)】]］〕!?;:"
