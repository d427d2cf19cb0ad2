"""What draws each line of a page to each of its articles, apart from where the line stands."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, pairs, rarity, unmarked
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.patterns import any_of, name_pattern
from guatu.domain.reading.seams import Seam

STANDING_FEATURES = (
    "core",
    "core_ahead",
    "rest",
    "rest_ahead",
    "speaker",
    "speaker_ahead",
    "manner",
    "rest_long",
    "triples",
    "triples_ahead",
)
_GRAM = 14
_LONG = 60.0
_USUAL = 0.12
_MEETING = re.compile(r"会议|召开|座谈|例会|全会|纪要")
_VISIT = re.compile(r"调研|督导|检查|走访|慰问|考察|察看|暗访|巡")
_AT_MEETING = re.compile(r"会议|会上|与会|在主持")
_ON_VISIT = re.compile(r"一行|调研中|检查中|督导中|走访中|现场")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWalk:
    """The lines that take part, in the order of the page, and what is known of them.

    ``opens`` are the lines that open an article; ``mother`` gives for a line the one it
    continues, ``sure`` how likely it does; ``after_heading`` the lines that stand below a headline;
    ``state_of`` the number of the article that a line opens.
    """

    lines: Sequence[Line]
    order: tuple[int, ...]
    opens: tuple[int, ...]
    mother: Mapping[int, int]
    sure: Mapping[int, float]
    after_heading: frozenset[int]
    state_of: Mapping[int, int] = field(init=False)

    def __post_init__(self) -> None:
        state_of = {index: number for number, index in enumerate(self.opens)}
        object.__setattr__(self, "state_of", state_of)


def walk_of(
    lines: Sequence[Line],
    opens: Sequence[int],
    seams: Sequence[Seam],
    left_out: frozenset[int],
) -> PageWalk:
    """Return the walk through a page; headings and asides take no part."""
    order: list[int] = []
    after: set[int] = set()
    heading = False
    for index, line in enumerate(lines):
        if index in left_out:
            heading = heading or line.kind is LineKind.SHORT
            continue
        if line.kind in (LineKind.FURNITURE, LineKind.GARBLED):
            continue
        order.append(index)
        if heading:
            after.add(index)
        heading = False
    return PageWalk(
        lines=lines,
        order=tuple(order),
        opens=tuple(opens),
        mother={one.after: one.before for one in seams},
        sure={one.after: one.sure for one in seams},
        after_heading=frozenset(after),
    )


@lru_cache(maxsize=4)
def _usual_pairs(lexicon: Lexicon) -> frozenset[str]:
    """Return the pairs of characters that every article says."""
    return frozenset([pair for pair, share in lexicon.usage.genre_pairs.items() if share >= _USUAL])


@lru_cache(maxsize=4)
def _speakers(lexicon: Lexicon) -> Pattern[str]:
    verbs = any_of((*lexicon.demand_verbs, *lexicon.report_verbs, *lexicon.soft_verbs, "一行"))
    return re.compile(
        rf"({name_pattern(lexicon)})(?:在[^，。；]{{0,16}}[时中上])?(?:还|也|并)?{verbs}"
    )


def _own_tokens(
    walk: PageWalk, lexicon: Lexicon
) -> tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]]:
    """Return the pairs and the telling triples of each line.

    Those of passages printed twice on the page are left out, and so are triples of what every
    article says.
    """
    twice = _said_twice(walk)
    usual = _usual_pairs(lexicon)
    tokens: dict[int, frozenset[str]] = {}
    triples: dict[int, frozenset[str]] = {}
    for index in walk.order:
        line = walk.lines[index]
        words = line.words
        if index in twice:
            hidden = {at + i for at in twice[index] for i in range(_GRAM)}
            words = "".join("。" if at in hidden else sign for at, sign in enumerate(words))
        tokens[index] = pairs(words) if index in twice else line.pairs
        triples[index] = frozenset(
            [
                a + b[1]
                for run in unmarked(words)
                for a, b in pairwise([one + two for one, two in pairwise(run)])
                if a not in usual or b not in usual
            ]
        )
    return tokens, triples


def _said_twice(walk: PageWalk) -> dict[int, set[int]]:
    """Return where runs of characters begin that stand on the page twice, by line."""
    texts = [walk.lines[index].words for index in walk.order]
    grams = [text[at : at + _GRAM] for text in texts for at in range(len(text) - _GRAM + 1)]
    twice: dict[int, set[int]] = {}
    if len(set(grams)) == len(grams):
        return twice
    seen: dict[str, int] = {}
    for index, words in zip(walk.order, texts, strict=True):
        for at in range(len(words) - _GRAM + 1):
            gram = words[at : at + _GRAM]
            other = seen.setdefault(gram, index)
            if other != index:
                twice.setdefault(index, set()).add(at)
                place = walk.lines[other].words.find(gram)
                twice.setdefault(other, set()).add(place)
    return twice


@dataclass(slots=True, kw_only=True)
class Bonds:
    """What draws each line to each article, apart from where it stands.

    ``names`` and ``lasting`` remember who speaks in a line, and what no other labels change.
    """

    walk: PageWalk
    tokens: dict[int, frozenset[str]]
    triples: dict[int, frozenset[str]]
    triple_counts: list[Counter[str]]
    rare: Rarity
    cores: list[frozenset[str]]
    core_words: list[str]
    counts: list[Counter[str]]
    labels: Mapping[int, int]
    speaker: Pattern[str]
    names: dict[int, str | None] = field(default_factory=dict)
    lasting: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)

    def relabelled(self, labels: Mapping[int, int]) -> "Bonds":
        """Return the bonds of the same page where other labels hold."""
        count = len(self.walk.opens)
        return replace(
            self,
            labels=labels,
            counts=_counted(self.tokens, labels, count),
            triple_counts=_counted(self.triples, labels, count),
        )

    def rows(self, index: int, states: Sequence[int]) -> dict[int, tuple[float, ...]]:
        """Return the features of a line for each article, in the order of ``STANDING_FEATURES``."""
        own = self.tokens[index]
        values: dict[int, tuple[float, float, float, float]] = {}
        threes = self.triples[index]
        for state in states:
            counts, held = self.counts[state], self.triple_counts[state]
            if self.labels.get(index) == state:
                rest = frozenset([one for one in own if counts[one] > 1])
                three = float(len([one for one in threes if held[one] > 1]))
            else:
                rest = own & counts.keys()
                three = float(len(threes & held.keys()))
            three /= max(6, len(threes))
            core, spoken, _ = self._lasting(index, state)
            values[state] = (
                core,
                self.rare.of(rest) / max(1e-9, self.rare.whole(own)) if own else 0.0,
                spoken,
                three,
            )
        size = min(1.0, len(self.walk.lines[index].words) / _LONG)
        rows: dict[int, tuple[float, ...]] = {}
        for state in states:
            core, rest_share, spoken, three = values[state]
            others = [values[one] for one in states if one != state] or [(0.0, 0.0, 0.0, 0.0)]
            core_of_best, rest_of_best, spoken_of_best, three_of_best = map(
                max, zip(*others, strict=True)
            )
            rest_ahead = rest_share - rest_of_best
            rows[state] = (
                core,
                core - core_of_best,
                rest_share,
                rest_ahead,
                spoken,
                spoken - spoken_of_best,
                self._lasting(index, state)[2],
                rest_ahead * size,
                three,
                three - three_of_best,
            )
        return rows

    def _lasting(self, index: int, state: int) -> tuple[float, float, float]:
        """Return what holds whatever the labels: the words of an article's core, its speaker, its manner."""
        known = self.lasting.get((index, state))
        if known is None:
            words = self.walk.lines[index].words
            if index not in self.names:
                found = self.speaker.search(words[:80])
                self.names[index] = found[1] if found else None
            name = self.names[index]
            known = self.lasting[index, state] = (
                containment(self.tokens[index], self.cores[state], self.rare),
                float(name is not None and name in self.core_words[state]),
                self._manner(words, state),
            )
        return known

    def _manner(self, words: str, state: int) -> float:
        """Tell whether a line speaks of a meeting or a visit as its article does."""
        core = self.core_words[state]
        opening = words[:12]
        if _AT_MEETING.search(opening):
            return 1.0 if _MEETING.search(core) else -1.0
        if _ON_VISIT.search(opening):
            return 1.0 if _VISIT.search(core) else -1.0
        return 0.0


def _counted(
    sets: Mapping[int, frozenset[str]], labels: Mapping[int, int], count: int
) -> list[Counter[str]]:
    """Return for each article in how many of its lines each pair or triple stands."""
    counts: list[Counter[str]] = [Counter() for _ in range(count)]
    for index, own in sets.items():
        if index in labels:
            counts[labels[index]].update(own)
    return counts


def bonds_of(walk: PageWalk, labels: Mapping[int, int], lexicon: Lexicon) -> Bonds:
    """Return the bonds of a page where ``labels`` say, for now, which article holds which line."""
    tokens, triples = _own_tokens(walk, lexicon)
    count = len(walk.opens)
    cores: list[set[str]] = [set() for _ in range(count)]
    words = [""] * count
    state_of = walk.state_of
    for index in walk.order:
        head = index
        while head in walk.mother and head not in state_of:
            head = walk.mother[head]
        if head in state_of:
            cores[state_of[head]] |= tokens[index]
            words[state_of[head]] += walk.lines[index].words
    return Bonds(
        walk=walk,
        tokens=tokens,
        triples=triples,
        triple_counts=_counted(triples, labels, count),
        rare=rarity(tokens.values(), lexicon.usage.genre_pairs),
        cores=[frozenset(one) for one in cores],
        core_words=words,
        counts=_counted(tokens, labels, count),
        labels=labels,
        speaker=_speakers(lexicon),
    )
