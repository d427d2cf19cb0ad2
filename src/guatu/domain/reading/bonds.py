"""What draws each line of a page to each of its articles, apart from where the line stands."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.likeness import Rarity, containment, pairs, rarity
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
    continues, ``sure`` how likely it does; ``after_heading`` the lines that stand below a headline.
    """

    lines: Sequence[Line]
    order: tuple[int, ...]
    opens: tuple[int, ...]
    mother: Mapping[int, int]
    sure: Mapping[int, float]
    after_heading: frozenset[int]


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
    seen: dict[str, int] = {}
    twice: dict[int, set[int]] = {}
    for index in walk.order:
        words = walk.lines[index].words
        for at in range(len(words) - _GRAM + 1):
            gram = words[at : at + _GRAM]
            other = seen.setdefault(gram, index)
            if other != index:
                twice.setdefault(index, set()).add(at)
                place = walk.lines[other].words.find(gram)
                twice.setdefault(other, set()).add(place)
    usual = lexicon.usage.genre_pairs
    tokens: dict[int, frozenset[str]] = {}
    triples: dict[int, frozenset[str]] = {}
    for index in walk.order:
        words = walk.lines[index].words
        if index in twice:
            hidden = {at + i for at in twice[index] for i in range(_GRAM)}
            words = "".join("。" if at in hidden else sign for at, sign in enumerate(words))
        tokens[index] = pairs(words)
        triples[index] = frozenset(
            words[i : i + 3]
            for i in range(len(words) - 2)
            if words[i : i + 2] in tokens[index]
            and words[i + 1 : i + 3] in tokens[index]
            and min(usual.get(words[i : i + 2], 0), usual.get(words[i + 1 : i + 3], 0)) < _USUAL
        )
    return tokens, triples


@dataclass(slots=True, kw_only=True)
class Bonds:
    """What draws each line to each article, apart from where it stands."""

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

    def rows(self, index: int, states: Sequence[int]) -> dict[int, tuple[float, ...]]:
        """Return the features of a line for each article, in the order of ``STANDING_FEATURES``."""
        own = self.tokens[index]
        words = self.walk.lines[index].words
        found = self.speaker.search(words[:80])
        name = found[1] if found else None
        values: dict[int, tuple[float, float, float, float]] = {}
        threes = self.triples[index]
        for state in states:
            counts = self.counts[state]
            if self.labels.get(index) == state:
                rest = frozenset(one for one in own if counts[one] > 1)
            else:
                rest = frozenset(one for one in own if counts[one])
            least = 1 if self.labels.get(index) == state else 0
            held = self.triple_counts[state]
            three = sum(1 for one in threes if held[one] > least) / max(6, len(threes))
            spoken = 0.0
            if name is not None:
                spoken = 1.0 if name in self.core_words[state] else 0.0
            values[state] = (
                containment(own, self.cores[state], self.rare),
                self.rare.of(rest) / max(1e-9, self.rare.of(own)) if own else 0.0,
                spoken,
                three,
            )
        size = min(1.0, len(words) / _LONG)
        rows: dict[int, tuple[float, ...]] = {}
        for state in states:
            core, rest_share, spoken, three = values[state]
            others = [values[one] for one in states if one != state] or [(0.0, 0.0, 0.0, 0.0)]
            core_ahead = core - max(one[0] for one in others)
            rest_ahead = rest_share - max(one[1] for one in others)
            rows[state] = (
                core,
                core_ahead,
                rest_share,
                rest_ahead,
                spoken,
                spoken - max(one[2] for one in others),
                self._manner(words, state),
                rest_ahead * size,
                three,
                three - max(one[3] for one in others),
            )
        return rows

    def _manner(self, words: str, state: int) -> float:
        """Tell whether a line speaks of a meeting or a visit as its article does."""
        core = self.core_words[state]
        opening = words[:12]
        if _AT_MEETING.search(opening):
            return 1.0 if _MEETING.search(core) else -1.0
        if _ON_VISIT.search(opening):
            return 1.0 if _VISIT.search(core) else -1.0
        return 0.0


def bonds_of(walk: PageWalk, labels: Mapping[int, int], lexicon: Lexicon) -> Bonds:
    """Return the bonds of a page where ``labels`` say, for now, which article holds which line."""
    tokens, triples = _own_tokens(walk, lexicon)
    triple_counts: list[Counter[str]] = [Counter() for _ in walk.opens]
    count = len(walk.opens)
    cores: list[set[str]] = [set() for _ in range(count)]
    words = [""] * count
    counts: list[Counter[str]] = [Counter() for _ in range(count)]
    state_of = {index: number for number, index in enumerate(walk.opens)}
    for index in walk.order:
        head = index
        while head in walk.mother and head not in state_of:
            head = walk.mother[head]
        if head in state_of:
            cores[state_of[head]] |= tokens[index]
            words[state_of[head]] += walk.lines[index].words
        if index in labels:
            counts[labels[index]].update(tokens[index])
            triple_counts[labels[index]].update(triples[index])
    return Bonds(
        walk=walk,
        tokens=tokens,
        triples=triples,
        triple_counts=triple_counts,
        rare=rarity(tokens.values(), lexicon.usage.genre_pairs),
        cores=[frozenset(one) for one in cores],
        core_words=words,
        counts=counts,
        labels=labels,
        speaker=_speakers(lexicon),
    )
