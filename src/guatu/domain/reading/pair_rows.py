"""What is known of two lines that may be one sentence: of each end by itself, and of both together."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from guatu.domain.reading.edges import LEADING_MARKS, Edge
from guatu.domain.reading.grammar import sentence_like
from guatu.domain.reading.junctions import echoes, spanned
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, rarity

END_FEATURES = (
    "unfinished",
    "colon",
    "comma",
    "open",
    "end",
    "short_before",
    "item",
    "semicolon",
    "needs_more",
    "ends_verb",
    "ends_dash",
    "size_before",
    "text_before",
    "follower_fresh",
    "fresh_after",
    "spare_start",
    "page_stranded",
    "page_orphaned",
    "page_broken",
    "begins_fresh",
    "begins_posted",
    "begins_speech",
    "begins_named",
    "begins_starter",
    "begins_orphan",
    "sentence",
    "told",
    "item_kin",
    "begins_listing",
    "begins_label",
)
START_FEATURES = (
    "closes",
    "mark",
    "fresh",
    "opens",
    "start",
    "indented",
    "flush",
    "short_after",
    "posted",
    "named",
    "starter",
    "speech_start",
    "numbered",
    "begins_verb",
    "begins_dash",
    "size_after",
    "text_after",
    "orphan",
    "finished_before",
    "second_fresh",
    "before_short",
    "spare_end",
    "listing",
    "label",
    "after_item",
)
BOTH_FEATURES = (
    "open_closed",
    "digits",
    "day_cut",
    "next_number",
    "wrong_number",
    "post_name",
    "post_other",
    "unit_verb",
    "bracket",
    "bracket_closed",
    "sibling",
)
PLACE_FEATURES = (
    "openings",
    "shorts",
    "home_article",
    "own_article",
    "next",
    "semicolon_next",
    "before",
    "distance",
    "likeness",
    "home",
    "next_stale",
    "far_stale",
    "next_fresh",
    "far_orphan",
    "stranded",
)
WORD_FEATURES = (
    "crossing",
    "start_crossed",
    "gain",
    "echo",
    "bond",
    "clause",
    "broken",
)
PAIR_FEATURES = (
    *END_FEATURES,
    *START_FEATURES,
    *BOTH_FEATURES,
    *PLACE_FEATURES,
    *WORD_FEATURES,
)
_NUMBERED = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、）).．]|[是要](?!求))|第[一二三四五六七八九十]|[①-⑳]"
)
# 5月 / 9日, 2026年 / 8月10日, 11月1 / 1日
_TO_DAY = re.compile(r"(?:\d年|\d月|年\d|月\d)$")
_FROM_DAY = re.compile(r"\d{0,2}[月日]")
_ENDINGS = "，。；：、！？“”‘’（）《》"
_MIDDLING = 14
_MANY_ITEMS = 3

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """What all pairs of a page are weighed with.

    ``opened`` and ``shorts`` count the lines up to each that open an article, or are no text; ``held`` are the
    pairs of characters of each stretch between two openings, ``again`` those of two or more of its lines.
    ``items`` is 1 where three lines or more are a number and a title: such titles stand by themselves.
    """

    edges: Sequence[Edge]
    rare: Rarity
    words: str
    lexicon: Lexicon
    opened: Sequence[int]
    shorts: Sequence[int]
    held: Sequence[set[str]]
    again: Sequence[set[str]]
    items: float
    ends: dict[int, Row] = field(default_factory=dict)
    starts: dict[int, Row] = field(default_factory=dict)
    near: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    told: dict[tuple[int, int], float] = field(default_factory=dict)

    def row(self, a: Edge, b: Edge) -> Row:
        """Return the features of one pair, in the order of ``PAIR_FEATURES``."""
        end, start = self.ends.get(a.place), self.starts.get(b.place)
        if end is None:
            end = self.ends[a.place] = _end_row(a, self)
        if start is None:
            start = self.starts[b.place] = _start_row(b, self)
        return (*end, *start, *_both_row(a, b), *_place_row(a, b, self), *_word_row(a, b, self))

    def beside(self, place: int) -> Edge | None:
        """Return the edge at a place, None beyond the page."""
        return self.edges[place] if 0 <= place < len(self.edges) else None

    @property
    def unrest(self) -> Row:
        """How much of the page does not read in order: sentences left open, lines that continue none, cuts."""
        known = self.ends.get(-1)
        if known is None:
            broken = [one.stranded for one in self.edges if one.text and not one.finished]
            stale = [one.orphan for one in self.edges if one.text and not (one.fresh or one.opens)]
            known = self.ends[-1] = (
                sum(broken) / (len(broken) + 1),
                sum(stale) / (len(stale) + 1),
                len(broken) / (sum(one.text for one in self.edges) + 1),
            )
        return known

    def shared(self, home: Edge, b: Edge) -> float:
        """Return how much of a line's words the likely article of another line holds besides."""
        number = self.opened[home.place]
        found = self.told.get((number, b.place))
        if found is None:
            held = self.again if number == self.opened[b.place] else self.held
            found = containment(b.tokens, b.tokens & held[number], self.rare)
            self.told[number, b.place] = found
        return found

    def told_elsewhere(self, a: Edge) -> float:
        """Return how much of a short line's words the text of the page tells again, as of a headline."""
        rest = [one for one in self.edges if one.text and one is not a]
        return max(
            (containment(a.tokens, a.tokens & one.tokens, self.rare) for one in rest), default=0.0
        )

    def around(self, place: int, without: int) -> frozenset[str]:
        """Return the pairs of a line and the two before it, one of which may be left out."""
        if not place - 2 <= without <= place:
            without = -1
        found = self.near.get((place, without))
        if found is None:
            near = self.edges[max(0, place - 2) : place + 1]
            found = frozenset().union(*[one.tokens for one in near if one.place != without])
            self.near[place, without] = found
        return found


def pair_page(edges: Sequence[Edge], lexicon: Lexicon) -> PairPage:
    """Return what the pairs of a page are weighed with."""
    opened = list(accumulate(one.opens for one in edges))
    held: list[set[str]] = [set() for _ in range(opened[-1] + 1 if opened else 0)]
    again: list[set[str]] = [set() for _ in held]
    for one, number in zip(edges, opened, strict=True):
        again[number] |= held[number] & one.tokens
        held[number] |= one.tokens
    return PairPage(
        edges=edges,
        rare=rarity((one.tokens for one in edges), lexicon.usage.genre_pairs),
        words="".join(one.words for one in edges),
        lexicon=lexicon,
        opened=opened,
        shorts=list(accumulate(not one.text for one in edges)),
        held=held,
        again=again,
        items=min(_MANY_ITEMS, sum(one.item for one in edges)) / _MANY_ITEMS,
    )


def _end_row(a: Edge, page: PairPage) -> Row:
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
        *page.unrest,
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


def _both_row(a: Edge, b: Edge) -> Row:
    """What both ends say together."""
    last, first = a.words[-1], b.words[0]
    return (
        float(a.open_by > 0 and b.closes),
        float(last.isdigit() and (first.isdigit() or first in "年月日个项亿万%％.户家公")),
        float(cut_in_day(a.words, b.words)),
        float(0 < a.last_number == b.first_number - 1),
        float(b.first_number > 0 and a.last_number != b.first_number - 1),
        float(a.ends_post and b.surnamed),
        float(a.ends_post and not b.surnamed and first not in LEADING_MARKS),
        float(a.ends_unit and b.begins_verb),
        float(a.bracket != b.closes_bracket),
        float(a.bracket and b.closes_bracket),
        float(0 < a.listing == b.listing - 1),
    )


def cut_in_day(before: str, after: str) -> bool:
    """Tell whether a day was cut in two between two texts."""
    return bool(_TO_DAY.search(before[-3:]) and _FROM_DAY.match(after))


def _place_row(a: Edge, b: Edge, page: PairPage) -> Row:
    """What the places of the two on the page say."""
    step = b.place - a.place
    far, loose = step != 1, not a.finished
    stale = not (b.fresh or b.opens)
    home = 0.0
    if far and b.place and not b.copied:
        home = containment(b.tokens, page.around(b.place - 1, a.place), page.rare)
    low, high = min(a.place, b.place), max(a.place, b.place)
    return (
        float(page.opened[high] - page.opened[low]),
        float(page.shorts[high] - page.shorts[low]),
        page.shared(b, b) if far else 0.0,
        page.shared(a, b),
        float(not far),
        float(not far and a.words[-1] == "；"),
        float(step < 0),
        math.log(abs(step)),
        containment(b.tokens, page.around(a.place, b.place), page.rare),
        home,
        float(not far and loose and stale),
        float(far and loose and stale),
        float(not far and not stale),
        float(far and b.orphan and stale),
        float(far and loose and a.stranded),
    )


def _word_row(a: Edge, b: Edge, page: PairPage) -> Row:
    """What the words across the junction say."""
    last, first = a.words[-1], b.words[0]
    usage = page.lexicon.usage
    across, more = spanned(a.words, b.words, (a.tail, b.head), page.lexicon)
    bond = usage.bond(last, first)
    known = page.words
    if b.place == a.place + 1:
        known = known.replace(a.words + b.words, "")
    marked = last in _ENDINGS or first in _ENDINGS
    return (
        across,
        across * (1.0 - b.start),
        more,
        echoes(a.words, b.words, known) / 6.0,
        bond,
        math.log(0.02 + usage.opens_clause(b.words)) if last in "，、；" else -2.0,
        float(not marked and bond <= 0 and across == 0),
    )
