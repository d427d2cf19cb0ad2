"""What the pairs of a page are weighed with, and what each line says of its end and of its start by itself."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from guatu.domain.reading.edges import LEADING_MARKS, Edge
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, rarity
from guatu.domain.reading.page_tokens import Floats, Ints, PageTokens, page_tokens

_NUMBERED = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、）).．]|[是要](?!求))|第[一二三四五六七八九十]|[①-⑳]"
)
# 5月 / 9日, 2026年 / 8月10日, 11月1 / 1日
_TO_DAY = re.compile(r"(?:\d年|\d月|年\d|月\d)$")
_FROM_DAY = re.compile(r"\d{0,2}[月日]")
_COUNTED = "年月日个项亿万%％.户家公"
_MIDDLING = 14
_MANY_ITEMS = 3

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """What all pairs of a page are weighed with.

    ``opened`` and ``shorts`` count the lines up to each that open an article, or are no text;
    ``articles`` are the lines between two openings. ``items`` is 1 where three lines or more are a
    number and a title: such titles stand by themselves. ``meetings`` counts what stands over the ends
    of two neighbours. ``known`` is what the pairs ask of each line, by name.
    """

    edges: Sequence[Edge]
    rare: Rarity
    words: str
    lexicon: Lexicon
    opened: Ints
    shorts: Ints
    articles: Sequence[Sequence[int]]
    items: float
    tokens: PageTokens
    meetings: Mapping[str, int]
    known: Mapping[str, Floats]

    def beside(self, place: int) -> Edge | None:
        """Return the edge at a place, None beyond the page."""
        return self.edges[place] if 0 <= place < len(self.edges) else None

    def unrest(self) -> Row:
        """How much of the page does not read in order: sentences left open, lines that continue none, cuts."""
        broken = [one.stranded for one in self.edges if one.text and not one.finished]
        stale = [one.orphan for one in self.edges if one.text and not (one.fresh or one.opens)]
        return (
            sum(broken) / (len(broken) + 1),
            sum(stale) / (len(stale) + 1),
            len(broken) / (sum(one.text for one in self.edges) + 1),
        )

    def told_elsewhere(self, a: Edge) -> float:
        """Return how much of a short line's words the text of the page tells again, as of a headline."""
        rest = [one for one in self.edges if one.text and one is not a]
        return max((containment(a.tokens, one.tokens, self.rare) for one in rest), default=0.0)


def pair_page(edges: Sequence[Edge], lexicon: Lexicon) -> PairPage:
    """Return what the pairs of a page are weighed with."""
    opened = list(accumulate(one.opens for one in edges))
    articles: list[list[int]] = [[] for _ in range(opened[-1] + 1 if opened else 0)]
    for place, number in enumerate(opened):
        articles[number].append(place)
    texts = [one.tokens for one in edges]
    rare = rarity(texts, lexicon.usage.genre_pairs)
    return PairPage(
        edges=edges,
        rare=rare,
        words="".join([one.words for one in edges]),
        lexicon=lexicon,
        opened=np.array(opened, dtype=np.intp),
        shorts=np.cumsum([not one.text for one in edges], dtype=np.intp),
        articles=articles,
        items=min(_MANY_ITEMS, sum(one.item for one in edges)) / _MANY_ITEMS,
        tokens=page_tokens(texts, rare),
        meetings=Counter(a.words[-1] + b.words[0] for a, b in pairwise(edges)),
        known=_known(edges, lexicon),
    )


_KNOWN = (
    "open_by",
    "finished",
    "stranded",
    "comma",
    "semicolon",
    "ends_digit",
    "to_day",
    "last_number",
    "ends_post",
    "ends_unit",
    "bracket",
    "listing",
    "closes",
    "fresh",
    "opens",
    "orphan",
    "copied",
    "start",
    "clause",
    "mark",
    "begins_digit",
    "from_day",
    "first_number",
    "surnamed",
    "begins_verb",
    "closes_bracket",
)


def _known(edges: Sequence[Edge], lexicon: Lexicon) -> dict[str, Floats]:
    """Return what pairs ask of each line: a column of figures for each of its names, flags as 0 and 1."""
    rows = [
        (
            one.open_by,
            one.finished,
            one.stranded,
            one.words[-1] in "，、；",
            one.words[-1] == "；",
            one.words[-1].isdigit(),
            ends_in_day(one.words),
            one.last_number,
            one.ends_post,
            one.ends_unit,
            one.bracket,
            one.listing,
            one.closes,
            one.fresh,
            one.opens,
            one.orphan,
            one.copied,
            one.start,
            math.log(0.02 + lexicon.usage.opens_clause(one.words)),
            one.words[0] in LEADING_MARKS,
            one.words[0].isdigit() or one.words[0] in _COUNTED,
            begins_in_day(one.words),
            one.first_number,
            one.surnamed,
            one.begins_verb,
            one.closes_bracket,
        )
        for one in edges
    ]
    columns = np.array(rows, dtype=float).reshape(-1, len(_KNOWN)).T
    return dict(zip(_KNOWN, columns, strict=True))


def ends_in_day(words: str) -> bool:
    """Tell whether a text may end within a day: 11月, 2026年8."""
    return bool(_TO_DAY.search(words[-3:]))


def begins_in_day(words: str) -> bool:
    """Tell whether a text may begin within a day: 9日, 月10日."""
    return bool(_FROM_DAY.match(words))


def cut_in_day(before: str, after: str) -> bool:
    """Tell whether a day was cut in two between two texts."""
    return begins_in_day(after) and ends_in_day(before)


def end_rows(page: PairPage) -> Floats:
    """Return what the end of each line says, in the order of ``END_FEATURES``."""
    unrest = page.unrest()
    return np.array([_end_row(one, page, unrest) for one in page.edges])


def start_rows(page: PairPage) -> Floats:
    """Return what the start of each line says, in the order of ``START_FEATURES``."""
    return np.array([_start_row(one, page) for one in page.edges])


def _end_row(a: Edge, page: PairPage, unrest: Row) -> Row:
    """What the end of a line says, and what stands below it."""
    last = a.words[-1]
    following = page.beside(a.place + 1)
    return (
        float(not a.finished),
        float(last == "："),
        float(last in "，、；"),
        float(a.open_by > 0),
        a.end,
        float(len(a.words) < _MIDDLING),
        float(a.item),
        float(last == "；"),
        float(a.needs_more),
        float(a.ends_verb),
        float(last == "—"),
        math.log(len(a.words)),
        float(a.text),
        float(a.stranded),
        float(following is None or following.fresh or following.opens),
        following.starter if following is not None else 0.0,
        *unrest,
        float(a.fresh),
        float(a.posted),
        float(a.speaks),
        float(a.named),
        a.starter,
        float(a.orphan),
        float(not a.text and sentence_like(a.words, page.lexicon)),
        0.0 if a.text else page.told_elsewhere(a),
        page.items * a.item,
        float(a.listing > 0),
        float(a.label),
    )


def _start_row(b: Edge, page: PairPage) -> Row:
    """What the start of a line says, and what stands above it."""
    mark = b.words[0] in LEADING_MARKS
    prior, later = page.beside(b.place - 1), page.beside(b.place + 1)
    return (
        float(b.closes),
        float(mark),
        float(b.fresh),
        float(b.opens),
        1.0 if mark else b.start,
        float(b.indented is True),
        float(b.indented is False),
        float(len(b.words) < _MIDDLING),
        float(b.posted),
        float(b.named),
        b.starter,
        float(b.speaks),
        float(bool(_NUMBERED.match(b.words))),
        float(b.begins_verb),
        float(b.dashed),
        math.log(len(b.words)),
        float(b.text),
        float(b.orphan),
        float(prior is None or prior.finished),
        float(later is None or later.fresh or later.opens),
        float(prior is not None and not prior.text),
        prior.end if prior is not None else 0.0,
        float(b.listing > 0),
        float(b.label),
        float(prior is not None and prior.item),
    )
