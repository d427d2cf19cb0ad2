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
_PAGE_NUMBER = re.compile(
    r"[-—–－·•~～\s]*(?:\d{1,4}|第\s*\d{1,4}\s*页\s*[/／，,]?\s*(?:共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4})[-—–－·•~～\s]*"
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
    head = [one for one in page.lines if one.box.y1 < page.height * _BAND]
    foot = [one for one in page.lines if one.box.y0 > page.height * (1 - _FOOT)]
    found: set[int] = set()
    for band in (head, foot):
        told = [
            one
            for one in band
            if _PAGE_NUMBER.fullmatch(one.words)
            or _key(one, page) in repeated
            or is_furniture("".join(one.words.split()), lexicon)
        ]
        for one in told:
            found.update(id(other) for other in band if _beside(one, other))
    if found:
        found.update(
            id(one)
            for one in head
            if one.size > _MASTHEAD * body and len(one.words) <= _MASTHEAD_WORDS
        )
    found.update(id(one) for one in page.lines if one.aside or _upright_in_margin(one, page))
    return found


def _repeated(pages: Sequence[BoxedPage]) -> frozenset[tuple[str, int]]:
    if len(pages) < 2:
        return frozenset()
    seen = Counter(key for page in pages for key in {_key(one, page) for one in page.lines})
    least = max(2, round(len(pages) * _REPEATED))
    return frozenset(key for key, count in seen.items() if count >= least)


def _key(line: BoxedLine, page: BoxedPage) -> tuple[str, int]:
    words = _DIGITS.sub("#", "".join(line.words.split()))
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
