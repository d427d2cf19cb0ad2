"""Every pair of lines that may be one sentence, weighed by what their ends say of each other."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter

from guatu.domain.reading.edges import LEADING_MARKS, Edge, edges_of
from guatu.domain.reading.junctions import crossing, echoes
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, rarity
from guatu.domain.reading.lines import Line

PAIR_FEATURES = (
    "unfinished",
    "colon",
    "comma",
    "open",
    "closes",
    "open_closed",
    "mark",
    "fresh",
    "opens",
    "crossing",
    "start",
    "end",
    "start_crossed",
    "echo",
    "next",
    "before",
    "distance",
    "follower_fresh",
    "orphan",
    "likeness",
    "home",
    "indented",
    "flush",
    "short_before",
    "short_after",
    "digits",
    "next_stale",
    "far_stale",
    "next_fresh",
    "far_orphan",
    "stranded",
    "posted",
    "named",
    "starter",
    "bond",
    "clause",
    "broken",
    "item",
    "speech_start",
    "semicolon",
    "semicolon_next",
    "numbered",
    "day_cut",
)
_IN_ORDER = itemgetter(*PAIR_FEATURES)
_ITEM = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、）).．][^，。；：]{2,20}$")
_NUMBERED = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、）).．]|[是要](?!求))|第[一二三四五六七八九十]|[①-⑳]"
)
# 5月 / 9日, 2026年 / 8月10日, 11月1 / 1日
_TO_DAY = re.compile(r"(?:\d年|\d月|年\d|月\d)$")
_FROM_DAY = re.compile(r"\d{0,2}[月日]")
_ENDINGS = "，。；：、！？“”‘’（）《》"
_REACH = 26
_NEAR = 5
_HOPELESS = -6.5
_MIDDLING = 14
_UNLIKELY = -2.5
_BREAKS_SHOW = 5.0


@dataclass(slots=True, kw_only=True)
class SeamTable:
    """Every pair of lines that may be one sentence, with its features and log odds.

    ``rare`` is how much each pair of characters tells on this page; ``order`` the share of
    sentences that break off of which the next line may well be the rest: little of it on a page
    that was read across its columns. ``calm`` is 1 where no sentence of the text breaks off, 0
    where many do: on a calm page a short line that stands by itself is no piece of a sentence.
    """

    edges: list[Edge]
    rare: Rarity
    place: dict[int, int] = field(default_factory=dict)
    rows: dict[tuple[int, int], tuple[float, ...]] = field(default_factory=dict)
    odds: dict[tuple[int, int], float] = field(default_factory=dict)
    continued: dict[int, int] = field(default_factory=dict)
    order: float = 1.0
    calm: float = 1.0

    def kept(self, keep: Callable[[int, int], bool]) -> "SeamTable":
        """Return the table with the pairs that are to be kept."""
        odds = {pair: one for pair, one in self.odds.items() if keep(*pair)}
        return replace(self, odds=odds)

    def bests(self) -> tuple[dict[int, float], dict[int, float]]:
        """Return the best log odds of each line as the later side of a seam, and as the earlier."""
        later: dict[int, float] = {}
        earlier: dict[int, float] = {}
        for (a, b), one in self.odds.items():
            later[b] = max(later.get(b, one), one)
            earlier[a] = max(earlier.get(a, one), one)
        return later, earlier


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all pairs of a page are weighed with."""

    edges: Sequence[Edge]
    rare: Rarity
    words: str
    lexicon: Lexicon
    near: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

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


def _pair_row(a: Edge, b: Edge, page: _Page) -> tuple[float, ...]:
    """Return the features of one pair, in the order of ``PAIR_FEATURES``."""
    known = _ends(a, b) | _places(a, b, page) | _words(a, b, page)
    return tuple(map(float, _IN_ORDER(known)))


def _ends(a: Edge, b: Edge) -> dict[str, float | bool]:
    """What the end of one and the start of the other say, wherever they stand."""
    last, first = a.words[-1], b.words[0]
    return {
        "unfinished": not a.finished,
        "colon": last == "：",
        "comma": last in "，、；",
        "open": a.open_by > 0,
        "closes": b.closes,
        "open_closed": a.open_by > 0 and b.closes,
        "mark": first in LEADING_MARKS,
        "fresh": b.fresh,
        "opens": b.opens,
        "start": b.start if first not in LEADING_MARKS else 1.0,
        "end": a.end,
        "indented": b.indented is True,
        "flush": b.indented is False,
        "short_before": len(a.words) < _MIDDLING,
        "short_after": len(b.words) < _MIDDLING,
        "digits": last.isdigit() and (first.isdigit() or first in "年月日个项亿万%％.户家公"),
        "posted": b.posted,
        "named": b.named,
        "starter": b.starter,
        "item": bool(_ITEM.match(a.words)),
        "speech_start": b.speaks,
        "semicolon": last == "；",
        "numbered": bool(_NUMBERED.match(b.words)),
        "day_cut": cut_in_day(a.words, b.words),
    }


def cut_in_day(before: str, after: str) -> bool:
    """Tell whether a day was cut in two between two texts."""
    return bool(_TO_DAY.search(before[-3:]) and _FROM_DAY.match(after))


def _places(a: Edge, b: Edge, page: _Page) -> dict[str, float | bool]:
    """What the places of the two on the page say."""
    step = b.place - a.place
    far, loose = step != 1, not a.finished
    stale = not (b.fresh or b.opens)
    home = 0.0
    if far and b.place and not b.copied:
        home = containment(b.tokens, page.around(b.place - 1, a.place), page.rare)
    near = page.around(a.place, b.place)
    return {
        "next": not far,
        "semicolon_next": not far and a.words[-1] == "；",
        "before": step < 0,
        "distance": math.log(abs(step)),
        "follower_fresh": a.stranded,
        "orphan": b.orphan,
        "likeness": containment(b.tokens, near, page.rare),
        "home": home,
        "next_stale": not far and loose and stale,
        "far_stale": far and loose and stale,
        "next_fresh": not far and not stale,
        "far_orphan": far and b.orphan and stale,
        "stranded": far and loose and a.stranded,
    }


def _words(a: Edge, b: Edge, page: _Page) -> dict[str, float | bool]:
    """What the words across the junction say."""
    last, first = a.words[-1], b.words[0]
    usage = page.lexicon.usage
    across = crossing(a.words, b.words, page.lexicon)
    bond = usage.bond(last, first)
    known = page.words
    if b.place == a.place + 1:
        known = known.replace(a.words + b.words, "")
    marked = last in _ENDINGS or first in _ENDINGS
    return {
        "crossing": across,
        "start_crossed": across * (1.0 - b.start),
        "echo": echoes(a.words, b.words, known) / 6.0,
        "bond": bond,
        "clause": math.log(0.02 + usage.opens_clause(b.words)) if last in "，、；" else -2.0,
        "broken": not marked and bond <= 0 and across == 0,
    }


def _may_join(a: Edge, b: Edge) -> bool:
    """Tell whether two lines may be one sentence at all."""
    if a is b or b.indented is True or a.alone:
        return False
    if abs(b.place - a.place) > _NEAR and not (a.stranded and b.orphan):
        # Far apart only what nothing near can continue, and what nothing near needs.
        return False
    loose = not a.finished or a.words[-1] in "：；" or a.open_by > 0
    if not loose and not (b.indented is False and b.place == a.place + 1):
        # After a full stop only an indent, or a mark that cannot open a line, tells.
        return b.words[0] in LEADING_MARKS
    return True


def _order(table: SeamTable) -> float:
    text = [one for one in table.edges if one.text]
    broken = [(a, b) for a, b in pairwise(text) if not a.finished]
    fit = sum(1 for a, b in broken if table.odds.get((a.index, b.index), _HOPELESS) > _UNLIKELY)
    return (fit + 1) / (len(broken) + 1)


def _calm(edges: Sequence[Edge]) -> float:
    text = [one for one in edges if one.text]
    broken = sum(1 for one in text if not one.finished)
    return max(0.0, 1.0 - _BREAKS_SHOW * broken / max(1, len(text)))


def seam_table(lines: Sequence[Line], lexicon: Lexicon) -> SeamTable:
    """Weigh every pair of lines within reach of each other."""
    edges = edges_of(lines, lexicon)
    page = _Page(
        edges=edges,
        rare=rarity((one.tokens for one in edges), lexicon.usage.genre_pairs),
        words="".join(one.words for one in edges),
        lexicon=lexicon,
    )
    model = lexicon.models["seam"]
    table = SeamTable(edges=edges, rare=page.rare, place={one.index: one.place for one in edges})
    for a in edges:
        for b in edges[max(0, a.place - _REACH) : a.place + _REACH + 1]:
            if not _may_join(a, b):
                continue
            row = _pair_row(a, b, page)
            odds = model.log_odds(row)
            if odds > _HOPELESS:
                table.rows[a.index, b.index] = row
                table.odds[a.index, b.index] = odds
    table.order, table.calm = _order(table), _calm(edges)
    for (first, then), odds in sorted(table.odds.items(), key=lambda one: one[1]):
        if odds > 0:
            table.continued[first] = then
    return table
