"""What a page carries besides its articles: masthead, section name, page number, editors."""

import re

from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.lexicon import Lexicon

_PAGE_NUMBER = re.compile(
    r"第?[0-9A-Z一二三四五六七八]{1,3}版?|第[0-9一二三四五六七八]{1,2}版.{0,6}"
)
_DATE_LINE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:星期.|周.|农历.*|.{0,4}版.*)?$")
_ORNAMENTS = "—–-=_*·•…~～◆■□▲△●○★☆※◇►▼#|/\\【】[]《》"
_LONGEST = 48


def is_furniture(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line belongs to the page itself and to no article."""
    if len(words) > _LONGEST:
        return False
    bare = words.strip(_ORNAMENTS)
    if bare in lexicon.section_words or _PAGE_NUMBER.fullmatch(bare) or _DATE_LINE.match(bare):
        return True
    if words.startswith(lexicon.caption_starts):
        return True
    if words[-1] in "。；，":
        return False
    marks = sum(1 for mark in lexicon.furniture_marks if mark in words)
    words = words.replace("打电话：", "")
    if any(f"{mark}：" in words for mark in lexicon.furniture_marks) or marks >= 2:
        return True
    # 审核把关和信… is the rest of a cut sentence, 审核张三 is not.
    return words.startswith(lexicon.furniture_marks) and not sentence_like(words, lexicon)
