"""Every way of parting a page into articles, each with its headline, as a graph to walk through.

An article runs from the line that opens it to the next such line. Its headline is the run of
headline lines above its first line, the one below its last, or one in its midst; a run between
two articles may be parted between them. So where articles open and whose headline is whose are one
question, and the best walk through the graph answers both.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import accumulate
from operator import or_

from guatu.domain.reading.article_segments import (
    AT,
    HEADLINE_PLACES,
    TELLING_AT,
    Node,
    Segment,
    Sparse,
)
from guatu.domain.reading.headline_forms import bound_of, form_of, heading_runs
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.pairings import SeamTable

_KINDS: dict[str, Sparse] = {name: {AT[name]: 1.0} for name in HEADLINE_PLACES}
_LEAST, _MUST = 0.006, 0.999
_REACH, _WINDOW = 14, 10
_FIRST_WORDS, _MUCH = 160, 15.0
_SCRAP, _TINY, _SHORT, _USUAL, _LONG = 4, 25, 250, 350, 900
_MUCH_LONGER, _LONGEST = 0.7, 5
_LIKELY, _SURE = 0.5, 0.97
_APART, _RUNS_ON = -6.0, -1.0
_WORDS = (LineKind.BODY, LineKind.LEAD, LineKind.SHORT)
_ASIDE = (LineKind.FURNITURE, LineKind.GARBLED)


@dataclass(frozen=True, kw_only=True)
class ArticleGraph:
    """The page as a graph: ``nodes`` in order, the segments between them made when asked for.

    ``rows`` are the features of each line that may open an article, ``chances`` how likely it does
    by itself, ``headings`` how likely each line is one of a headline, ``bonds`` the log odds that two are one.
    """

    lines: Sequence[Line]
    table: SeamTable
    headings: Mapping[int, float]
    bonds: Mapping[tuple[int, int], float]
    rows: Mapping[int, tuple[float, ...]]
    chances: Mapping[int, float]
    lexicon: Lexicon
    _masks: dict[int, list[int]] = field(default_factory=dict, repr=False)
    _weights: dict[int, dict[int, float]] = field(default_factory=dict, repr=False)
    _ends: dict[int, tuple[list[int], list[int]]] = field(default_factory=dict, repr=False)
    _forms: dict[tuple[tuple[int, ...], tuple[int, ...]], Sparse] = field(
        default_factory=dict, repr=False
    )
    _nobodys: dict[tuple[int, ...], Sparse] = field(default_factory=dict, repr=False)

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The lines of headlines, those that follow one another together."""
        return heading_runs(self.lines, sorted(self.headings))

    @cached_property
    def run_at(self) -> dict[int, tuple[int, ...]]:
        """The run of headings right above a line (or the end of the page)."""
        found: dict[int, tuple[int, ...]] = {}
        for run in self.runs:
            place = run[-1] + 1
            while place < len(self.lines) and self.lines[place].kind in _ASIDE:
                place += 1
            found[place] = run
            for number, index in enumerate(run[1:], start=1):
                if index in self.chances:
                    # The last lines of a run may be text, so that an article opens with them.
                    found[index] = run[:number]
        return found

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The lines one of which opens the first article: the first of text, or what may be none above."""
        found: list[int] = []
        for index in self.chances:
            found.append(index)
            if index not in self.headings:
                break
        return tuple(found)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The lines where an article may open, in order, and the end of the page."""
        sized = [i for i, one in enumerate(self.lines) if _may_open(one) or self.must(i)]
        likely = {i for i in sized if self.chances.get(i, 0.0) >= _LEAST or i in self.run_at}
        likely |= {i for i in sized if self.lines[i].kind is LineKind.LEAD}
        found = [index for index in self.chances if index in self.starts or index in likely]
        return (*found, len(self.lines))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every place with every way of parting the run of headings above it, in order."""
        found: list[Node] = []
        for place in self.places:
            size = len(self.run_at.get(place, ()))
            tops = 0 if place == len(self.lines) else min(size, _LONGEST)
            for top in range(tops + 1):
                for end in range(min(size - top, _LONGEST) + 1):
                    # One line of a run at most is nobody's, or all of them.
                    if size - top - end <= 1 or not (top or end):
                        found.append(Node(place=place, top=top, end=end))
        return tuple(found)

    def must(self, place: int) -> bool:
        """Tell whether an article opens at a line without any doubt: never where it may be a headline's."""
        lead, chance = self.lines[place].kind is LineKind.LEAD, self.chances.get(place, 0.0)
        return lead or (place not in self.headings and chance >= _MUST)

    def segments(self) -> Iterator[Segment]:
        """Return every article that is possible, as a step from one node to a later one."""
        at: dict[int, list[int]] = {}
        for number, node in enumerate(self.nodes):
            at.setdefault(node.place, []).append(number)
        for here, place in enumerate(self.places[:-1]):
            for stop in self.places[here + 1 : here + 1 + _REACH]:
                stretch = _Stretch(graph=self, first=place, stop=stop)
                for start_node in at[place]:
                    for stop_node in at[stop]:
                        yield from self._between(stretch, start_node, stop_node)
                if stop < len(self.lines) and self.must(stop):
                    break

    def _between(self, stretch: "_Stretch", start: int, stop: int) -> Iterator[Segment]:
        one, two = self.nodes[start], self.nodes[stop]
        if (one.top and two.end) or (stretch.scrap and one.place in self.headings):
            return
        above, below = self.run_at.get(one.place, ()), self.run_at.get(two.place, ())
        claimed = below[: two.end] or below[len(below) - two.top :]
        if claimed and claimed[0] <= one.place:
            return
        heads: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = []
        if one.top:
            heads.append(("top", above[len(above) - one.top :], above))
        elif two.end:
            heads.append(("end", below[: two.end], below))
        else:
            heads += [("inner", run, run) for run in stretch.inner if len(run) <= _LONGEST]
            if not stretch.scrap:
                heads.append(("none", (), ()))
        left = tuple([i for i in below[two.end : len(below) - two.top] if i > one.place])
        for kind, headline, run in heads:
            inner = stretch.inside if kind != "inner" else stretch.without(headline)
            parts: tuple[Sparse, ...] = stretch.features, _KINDS[kind]
            if inner or left:
                parts = (*parts, self._unclaimed(inner + left))
            if headline:
                parts = (*parts, stretch.telling(kind, headline), self.form(headline, run))
            yield Segment(start, stop, headline, parts)

    def _unclaimed(self, lines: tuple[int, ...]) -> Sparse:
        """Return what it costs that lines of headlines are nobody's; likelier text costs nothing."""
        known = self._nobodys.get(lines)
        if known is None:
            found = [i for i in lines if self.headings[i] > _LIKELY]
            known = self._nobodys[lines] = self._cost_of(found) if found else {}
        return known

    def _cost_of(self, found: Sequence[int]) -> Sparse:
        chances = [min(0.99, self.headings[i]) for i in found]
        lonely = sum(1 for i in found if i in self.lonely)
        return {
            AT["unclaimed"]: float(len(found)),
            AT["unclaimed_odds"]: sum(math.log(one / (1 - one)) for one in chances),
            AT["unclaimed_sure"]: float(sum(1 for i in found if self.headings[i] >= _SURE)),
            AT["unclaimed_lonely"]: float(lonely),
        }

    @cached_property
    def lonely(self) -> frozenset[int]:
        """The headline lines that neither carry on what stands above nor are carried on below."""
        found: set[int] = set()
        for run in self.runs:
            before, after = run[0] - 1, run[-1] + 1
            while before >= 0 and self.lines[before].kind in _ASIDE:
                before -= 1
            while after < len(self.lines) and self.lines[after].kind in _ASIDE:
                after += 1
            above = self.lines[before] if before >= 0 else None
            ended = above is None or above.kind is LineKind.BYLINE or above.ended
            below = self.table.odds.get((run[-1], after), _APART)
            if ended and below < _RUNS_ON:
                found.update(run)
        return frozenset(found)

    def form(self, headline: tuple[int, ...], run: tuple[int, ...]) -> Sparse:
        """Return what a headline looks like by itself and beside the other lines of its run."""
        found = self._forms.get((headline, run))
        if found is None:
            known = form_of(self.lines, run, headline, self.headings, self.lexicon)
            known |= bound_of(self.bonds, run, headline)
            found = {AT[name]: float(one) for name, one in known.items() if one}
            self._forms[headline, run] = found
        return found

    @cached_property
    def told(self) -> tuple[int, ...]:
        """The lines of words that are not headlines for certain."""
        return tuple(
            i
            for i, line in enumerate(self.lines)
            if line.kind in _WORDS and not (i in self.headings and i not in self.chances)
        )

    def masks(self, index: int) -> list[int]:
        """Return for each line which pairs of a headline line it holds, as bits."""
        found = self._masks.get(index)
        if found is None:
            own = self.lines[index].pairs
            bits = {pair: 1 << n for n, pair in enumerate(own)}
            found = [0] * len(self.lines)
            for i in self.told:
                if i != index:
                    for pair in own & self.lines[i].pairs:
                        found[i] |= bits[pair]
            self._masks[index] = found
            weights = self.rare.weights
            self._weights[index] = {0: 0.0} | {bit: weights[pair] for pair, bit in bits.items()}
        return found

    @property
    def rare(self) -> Rarity:
        """How much each pair of characters tells on this page."""
        return self.table.rare

    def outside(self, index: int, first: int, stop: int) -> int:
        """Return which pairs of a headline line stand before one line or from another one on."""
        ends = self._ends.get(index)
        if ends is None:
            masks = self.masks(index)
            before = list(accumulate(masks, or_, initial=0))
            after = list(accumulate(reversed(masks), or_, initial=0))[::-1]
            ends = self._ends[index] = before, after
        return ends[0][first] | ends[1][stop]

    def weight(self, index: int, mask: int) -> float:
        """Return the weight of some pairs of a headline line."""
        known = self._weights[index]
        found = known.get(mask)
        if found is None:
            rest, total = mask, 0.0
            while rest:
                bit = rest & -rest
                total += known[bit]
                rest ^= bit
            found = known[mask] = total
        return found

    @cached_property
    def straddled(self) -> dict[int, float]:
        """How likely a sentence runs on from before a line that may open an article into one after it."""
        found = dict.fromkeys(self.places, 0.0)
        for (a, b), odds in self.table.odds.items():
            if odds <= 0 or b <= a or a in self.headings or b in self.headings:
                continue
            for place in self.places:
                if a < place < b:
                    found[place] = max(found[place], min(6.0, odds))
        return found

    @cached_property
    def styles(self) -> tuple[float, float]:
        """The share of plain openings that are marked 本报讯, and of those that open with a day."""
        sure = [i for i, one in self.chances.items() if one >= 0.95]
        size = max(1, len(sure))
        leads = sum(1 for i in sure if self.lines[i].kind is LineKind.LEAD)
        return leads / size, sum(1 for i in sure if self.lines[i].opens) / size


class _Stretch:
    """The lines between two places: what every article there has in common; a scrap is none without headline or lead."""

    def __init__(self, *, graph: ArticleGraph, first: int, stop: int) -> None:
        self.graph, self.first, self.stop = graph, first, stop
        run = graph.run_at.get(stop)
        # A line that opens the article though it looks like one of a headline parts its run.
        self.end = max(first + 1, run[0]) if run else stop
        self.inner = [
            rest for one in graph.runs if (rest := tuple(i for i in one if first < i < self.end))
        ]
        self.text = [
            i
            for i in range(first, self.end)
            if graph.lines[i].kind not in _ASIDE and (i == first or i not in graph.headings)
        ]
        told = [graph.lines[i] for i in self.text]
        self.size = sum(len(one.words) for one in told if one.kind is not LineKind.BYLINE)
        self.inside = self.without(())
        self.scrap = self.size < _TINY and first not in graph.starts and not graph.must(first)
        self.features = self._features()
        self._told: dict[tuple[str, tuple[int, ...]], Sparse] = {}

    def _features(self) -> Sparse:
        graph, first = self.graph, self.first
        lines = graph.lines
        features = {number: value for number, value in enumerate(graph.rows[first]) if value}
        text = self.text
        names = [i for i in text if lines[i].kind is LineKind.BYLINE]
        length = math.log(min(_LONG, max(_SHORT, self.size)) / _USUAL)
        chance = min(0.9995, max(0.0005, graph.chances[first]))
        leads, days = graph.styles
        last = lines[text[-1]] if text else None
        open_end = last is not None and last.kind is not LineKind.BYLINE and not last.ended
        inside = sum(1 for i in names if any(k > i for k in text if k not in names))
        for name, value in (
            ("opens_odds", math.log(chance / (1 - chance)) / 4.0),
            ("opens_straddled", graph.straddled[first] / 3.0),
            ("opens_unlike_lead", (lines[first].kind is not LineKind.LEAD) * leads),
            ("opens_unlike_day", (not lines[first].opens) * days),
            ("byline_inside", float(inside)),
            ("tiny", float(self.size < _TINY)),
            ("shorter", min(0.0, length)),
            ("longer", max(0.0, length)),
            ("long", max(0.0, length - _MUCH_LONGER)),
            ("open_end", float(open_end)),
        ):
            if value:
                features[AT[name]] = value
        return features

    def without(self, headline: tuple[int, ...]) -> tuple[int, ...]:
        """Return the lines of headlines in its midst but those of one."""
        return tuple([i for one in self.inner if one != headline for i in one])

    def telling(self, kind: str, headline: tuple[int, ...]) -> Sparse:
        """Return what the words of a headline tell of these lines, and of those outside."""
        found = self._told.get((kind, headline))
        if found is None:
            values = zip(TELLING_AT[kind], self._values(kind, headline), strict=True)
            found = {at: value for at, value in values if value}
            self._told[kind, headline] = found
        return found

    def _values(self, kind: str, headline: tuple[int, ...]) -> tuple[float, ...]:
        graph = self.graph
        total = proof = lead = beside = out = 0.0
        weakest = strayest = 1.0
        near: Sequence[int] = ()
        if kind == "top":
            near = range(max(0, self.first - _WINDOW), self.first)
        elif kind == "end":
            near = range(self.stop, min(len(graph.lines), self.stop + _WINDOW))
        for index in headline:
            masks = graph.masks(index)
            own = graph.rare.whole(graph.lines[index].pairs)
            held = graph.weight(index, _union(masks, self.text))
            total += own
            proof += held
            weakest = min(weakest, held / own if own else 0.0)
            lead += graph.weight(index, _union(masks, self._opening))
            if near:
                beside += graph.weight(index, _union(masks, near))
            away = graph.weight(index, graph.outside(index, self.first, self.stop))
            out += away
            strayest = min(strayest, (held - away) / own if own else 0.0)
        total = total or 1.0
        return (
            proof / total,
            lead / total,
            (proof - beside) / total,
            weakest,
            min(1.0, proof / _MUCH),
            (proof - out) / total,
            strayest,
        )

    @cached_property
    def _opening(self) -> list[int]:
        """The lines of the first words."""
        found: list[int] = []
        size, index = 0, self.first
        seen: set[int] = set()
        while index not in seen and self.first <= index < self.end and size < _FIRST_WORDS:
            seen.add(index)
            found.append(index)
            size += len(self.graph.lines[index].words)
            index = self.graph.table.continued.get(index, index + 1)
        return found


def _may_open(line: Line) -> bool:
    """Tell whether a line may open an article: no scrap of a word does, nor what goes on (的所有作业类型)."""
    return len(line.words) >= _SCRAP and line.words[0] != "的"


def _union(masks: Sequence[int], places: Iterable[int]) -> int:
    return reduce(or_, map(masks.__getitem__, places), 0)
