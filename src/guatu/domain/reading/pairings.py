"""Every pair of lines that may be one sentence, weighed by what their ends say of each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.edges import LEADING_MARKS, Edge, edges_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity
from guatu.domain.reading.line_ends import pair_page
from guatu.domain.reading.lines import Line
from guatu.domain.reading.pair_rows import Pair, PairRows, pair_rows

_REACH = 26
_BACK, _ON = 1, 2
_NEAR, _FAR = 5, 10
_FIRST_WORDS = 9
_PAUSES, _MARKS = "，、；：", "，、；：。"
_HOPELESS = -6.5
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
    rows: PairRows
    place: dict[int, int] = field(default_factory=dict)
    odds: dict[Pair, float] = field(default_factory=dict)
    continued: dict[int, int] = field(default_factory=dict)
    order: float = 1.0
    calm: float = 1.0

    def kept(self, keep: Callable[[int, int], bool]) -> "SeamTable":
        """Return the table with the pairs that are to be kept."""
        odds = {pair: one for pair, one in self.odds.items() if keep(*pair)}
        return replace(self, odds=odds)

    def judged(self, model: DecisionModel) -> "SeamTable":
        """Return the table with the log odds that a model gives; what is out of the question is left out."""
        said = zip(self.rows.at, model.log_odds_of(self.rows.data), strict=True)
        return self.weighed({pair: odds for pair, odds in said if odds > _HOPELESS})

    def weighed(self, odds: dict[Pair, float]) -> "SeamTable":
        """Return the table with other log odds of its pairs."""
        table = replace(self, odds=odds, continued={})
        table.order = _order(table)
        for (first, then), one in sorted(odds.items(), key=itemgetter(1)):
            if one > 0:
                table.continued[first] = then
        return table

    def bests(self) -> tuple[dict[int, float], dict[int, float]]:
        """Return the best log odds of each line as the later side of a seam, and as the earlier."""
        later: dict[int, float] = {}
        earlier: dict[int, float] = {}
        for (a, b), one in self.odds.items():
            later[b] = max(later.get(b, one), one)
            earlier[a] = max(earlier.get(a, one), one)
        return later, earlier


def _near(a: Edge, edges: Sequence[Edge]) -> Sequence[Edge]:
    """Return the lines that a line may be one sentence with by their places.

    What is whole needs nothing from afar, and from farthest only what nothing near can continue.
    """
    reach = _REACH if a.stranded else _FAR
    back, on = (_BACK, _ON) if a.finished else (reach, reach)
    return edges[max(0, a.place - back) : a.place + on + 1]


def _may_join(a: Edge, b: Edge) -> bool:
    """Tell whether two lines of which the first is not ``alone`` may be one sentence at all."""
    if a is b or (b.indented is True and len(a.words) > _FIRST_WORDS):
        # Only the first words of a paragraph may have an indent of their own.
        return False
    if a.words[-1] in _PAUSES and b.words[0] in _MARKS:
        # No mark stands behind a comma, not even where a column ends.
        return False
    step = b.place - a.place
    distance = abs(step)
    if b.opens and not -_BACK <= step <= _ON:
        # What opens an article continues nothing from afar.
        return False
    if distance > _NEAR and not (a.stranded and b.orphan):
        # Far apart only what nothing near can continue, and what nothing near needs.
        stale = not (a.finished or b.fresh or b.opens or b.copied)
        if distance > _FAR or not (stale and (a.stranded or b.orphan)):
            return False
    loose = not a.finished or a.words[-1] in "：；—" or a.open_by > 0
    if not loose and not (b.indented is False and b.place == a.place + 1):
        # After a full stop only an indent, a mark that cannot open a line, or a number tells.
        numbered = b.place == a.place + 1 and 0 < a.last_number == b.first_number - 1
        return numbered or b.words[0] in LEADING_MARKS
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
    page = pair_page(edges, lexicon)
    pairs = [(a, b) for a in edges if not a.alone for b in _near(a, edges) if _may_join(a, b)]
    table = SeamTable(
        edges=edges,
        rare=page.rare,
        rows=pair_rows(pairs, page),
        place={one.index: one.place for one in edges},
    )
    table.calm = _calm(edges)
    return table.judged(lexicon.models["seam"])
