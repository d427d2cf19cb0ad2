"""What belongs to the page and to no article, told by where it stands: heads, feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from guatu.domain.reading.boxes import BoxedLine, BoxedPage
from guatu.domain.reading.furniture import is_furniture
from guatu.domain.reading.lexicon import Lexicon

_BAND = 0.12
_FOOT = 0.1
_MASTHEAD = 2.2
_MASTHEAD_WORDS = 8
_REPEATED = 0.6
_UPRIGHT = 2.5
_SHORT = 20
_PAGE_NUMBER = re.compile(
    r"[-—–－·•~～\s]*(?:\d{1,4}|第\s*\d{1,4}\s*页\s*[/／，,]?\s*(?:共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})[-—–－·•~～\s]*"
)
_DAY = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_DIGITS = re.compile(r"\d+")


def running_lines(pages: Sequence[BoxedPage], lexicon: Lexicon, *, body: float) -> frozenset[int]:
    """Return the ``id`` of each line that is page furniture by its place and words.

    These are: page numbers at an edge, what stands at the same height of most pages, the
    row of a page's head that carries a date or an editor, a masthead, words set upright
    in a margin. ``body`` is the size of the body type.
    """
    repeated = _repeated(pages)
    found: set[int] = set()
    for page in pages:
        found.update(_of_page(page, lexicon, body, repeated))
    return frozenset(found)


def _of_page(
    page: BoxedPage, lexicon: Lexicon, body: float, repeated: frozenset[tuple[str, int]]
) -> set[int]:
    head, foot = _bands(page)
    found: set[int] = set()
    for band in (head, foot):
        told = [
            one
            for one in band
            if _PAGE_NUMBER.fullmatch(one.words)
            or _key(one, page) in repeated
            # A day alone at the foot is who signed when, at the head it is the paper's own.
            or (
                (band is head or not _DAY.fullmatch("".join(one.words.split())))
                and is_furniture("".join(one.words.split()), lexicon)
            )
        ]
        for one in told:
            found.update(id(other) for other in band if _beside(one, other))
    level = max((one.box.y1 for one in head if id(one) in found), default=0.0)
    found.update(
        id(one)
        for one in head
        if one.box.y0 < level and one.size > _MASTHEAD * body and len(one.words) <= _MASTHEAD_WORDS
    )
    found.update(id(one) for one in page.lines if one.aside or _upright_in_margin(one, page))
    return found


def _bands(page: BoxedPage) -> tuple[list[BoxedLine], list[BoxedLine]]:
    """Return the lines of a page's head and foot: near its edges, or above and below all else."""
    if not page.lines:
        return [], []
    first = min(page.lines, key=lambda one: one.box.y1).box
    last = max(page.lines, key=lambda one: one.box.y0).box
    upper = max(page.height * _BAND, first.y1)
    lower = min(page.height * (1 - _FOOT), last.y0)
    head = [one for one in page.lines if one.box.y1 <= upper]
    return head, [one for one in page.lines if one.box.y0 >= lower]


def _repeated(pages: Sequence[BoxedPage]) -> frozenset[tuple[str, int]]:
    if len(pages) < 2:
        return frozenset()
    seen = Counter(key for page in pages for key in {_key(one, page) for one in page.lines})
    least = max(2, round(len(pages) * _REPEATED))
    return frozenset(key for key, count in seen.items() if count >= least)


def _key(line: BoxedLine, page: BoxedPage) -> tuple[str, int]:
    words = "".join(line.words.split())
    if len(words) <= _SHORT:
        # Long lines that differ by a number only are items of a list.
        words = _DIGITS.sub("#", words)
    return words, round(line.box.y0 / page.height * 50)


def _beside(one: BoxedLine, other: BoxedLine) -> bool:
    middle = (one.box.y0 + one.box.y1) / 2
    return other.box.y0 < middle < other.box.y1 or (
        one.box.y0 < (other.box.y0 + other.box.y1) / 2 < one.box.y1
    )


def _upright_in_margin(line: BoxedLine, page: BoxedPage) -> bool:
    if len(line.words) < 3 or line.box.height < _UPRIGHT * line.box.width:
        return False
    others = [one.box for one in page.lines if one is not line]
    left = min((one.x0 for one in others), default=page.width)
    right = max((one.x1 for one in others), default=0.0)
    return line.box.x1 <= left + line.box.width or line.box.x0 >= right - line.box.width
