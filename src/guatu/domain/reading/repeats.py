"""Passages printed twice on one page, and which article each belongs to."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guatu.domain.reading.likeness import Rarity, containment, insistence, pairs, rarity

_GRAM = 16
_STRIDE = 8
_LEAST = 24
_LEAST_LISTED = 60
# 县领导…参加会议 around a list of names.
_LIST_FRAME = 14
_NEAR = 80
_EDGE = 8
_TELLING_EDGE = 0.3
_OPENED = re.compile(r"(?:强调|指出|要求|表示|明确|议定|决定|希望|说)[，：]?$|：$")
# The logarithm of an ordinary report of 400 characters.
_USUAL = 6.0
_MARKS = "，、。；：！？“”‘’（）《》"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of one text: the number of the text and the half-open place in it."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A passage standing in two texts: the copy that is out of place and the rightful one.

    ``margin`` is how much better the passage fits its owner, 0 to 1.
    """

    copy: Passage
    original: Passage
    margin: float


def _add_to_index(index: dict[str, tuple[int, int]], number: int, text: str) -> None:
    for start in range(0, len(text) - _GRAM + 1, _STRIDE):
        index.setdefault(text[start : start + _GRAM], (number, start))


def _grown(texts: Sequence[str], a: Passage, b: Passage, floor: int) -> tuple[Passage, Passage]:
    """Extend two equal passages to both sides as far as they agree."""
    one, two = texts[a.text], texts[b.text]
    left = 0
    while (
        a.start - left > 0
        and b.start - left > floor
        and one[a.start - left - 1] == two[b.start - left - 1]
    ):
        left += 1
    right = 0
    while (
        a.end + right < len(one)
        and b.end + right < len(two)
        and one[a.end + right] == two[b.end + right]
    ):
        right += 1
    return (
        Passage(text=a.text, start=a.start - left, end=a.end + right),
        Passage(text=b.text, start=b.start - left, end=b.end + right),
    )


def _trimmed(text: str, a: Passage, b: Passage) -> tuple[Passage, Passage]:
    """Drop marks at the front of both passages, so that they begin with a word."""
    drop = 0
    while a.start + drop < a.end and text[a.start + drop] in _MARKS:
        drop += 1
    return (
        Passage(text=a.text, start=a.start + drop, end=a.end),
        Passage(text=b.text, start=b.start + drop, end=b.end),
    )


def _is_set_phrase(words: str) -> bool:
    """Lists of names and quoted slogans return from article to article without being misprints."""
    listed = words.count("、") * 4 >= len(words) - _LIST_FRAME
    quoted = words.count("“") and len(words) < 40
    return (listed and len(words) < _LEAST_LISTED) or bool(quoted)


def repetitions(texts: Sequence[str], topics: Sequence[str]) -> tuple[Repetition, ...]:
    """Find passages of 24 or more characters that two texts share, and decide the owner of each.

    The owner is the text that the passage fits better: see ``_fit``; ``topics`` are the
    headlines.
    """
    index: dict[str, tuple[int, int]] = {}
    twins: list[tuple[Passage, Passage]] = []
    for number, text in enumerate(texts):
        twins += _twins(texts, number, index)
        _add_to_index(index, number, text)
    if not twins:
        return ()
    rare_pairs = rarity(pairs(text) for text in texts)
    rare_signs = rarity(_signs(text) for text in texts)
    return tuple(
        _owned(texts, topics, here, there, rare_pairs=rare_pairs, rare_signs=rare_signs)
        for here, there in twins
    )


def _twins(
    texts: Sequence[str], number: int, index: Mapping[str, tuple[int, int]]
) -> list[tuple[Passage, Passage]]:
    """Return the passages of a text that an earlier text holds too."""
    text = texts[number]
    found: list[tuple[Passage, Passage]] = []
    place = floor = 0
    last = len(text) - _GRAM
    while place <= last:
        twin = index.get(text[place : place + _GRAM])
        if twin is None:
            place += 1
            continue
        here = Passage(text=number, start=place, end=place + _GRAM)
        there = Passage(text=twin[0], start=twin[1], end=twin[1] + _GRAM)
        there, here = _grown(texts, there, here, floor)
        place = floor = here.end
        here, there = _trimmed(text, here, there)
        words = text[here.start : here.end]
        if len(words) >= _LEAST and not _is_set_phrase(words):
            found.append((here, there))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """What a passage is weighed with: its pairs and characters, and how rare each is on the page."""

    pairs: frozenset[str]
    signs: frozenset[str]
    rare_pairs: Rarity
    rare_signs: Rarity


def _telling(words: str) -> frozenset[str]:
    """Return the pairs that tell what a passage is about: those of figures tell nothing."""
    return frozenset(pair for pair in pairs(words) if not pair.isdigit())


def _signs(words: str) -> frozenset[str]:
    return frozenset(sign for sign in words if sign not in _MARKS and not sign.isdigit())


def _edge(before: str) -> float:
    """Weigh how a passage joins what stands before it: speech it answers to, or a broken word."""
    if _OPENED.search(before[-_EDGE:]):
        return _TELLING_EDGE
    return -_TELLING_EDGE if before and before[-1] not in _MARKS else 0.0


def _fit(text: str, topic: str, one: Passage, measure: _Measure) -> float:
    """Return how well a passage fits a text by the rest of it, its headline and the words before.

    The weights were set on passages spliced at random between reports of the corpus.
    """
    rest = f"{text[: one.start]}。{text[one.end :]}。{topic}"
    near = text[max(0, one.start - _NEAR) : one.start]
    # A long text shares more pairs by mere chance.
    share = insistence(measure.pairs, rest, measure.rare_pairs)
    share *= _USUAL / max(_USUAL / 2, math.log(len(rest)))
    share += containment(measure.pairs, pairs(topic), measure.rare_pairs)
    share += 0.5 * containment(measure.pairs, pairs(near), measure.rare_pairs)
    share += _edge(text[: one.start])
    share += 0.25 * containment(measure.signs, _signs(topic), measure.rare_signs)
    return share + 0.5 * containment(measure.signs, _signs(near), measure.rare_signs)


def _owned(
    texts: Sequence[str],
    topics: Sequence[str],
    a: Passage,
    b: Passage,
    *,
    rare_pairs: Rarity,
    rare_signs: Rarity,
) -> Repetition:
    words = texts[a.text][a.start : a.end]
    measure = _Measure(
        pairs=_telling(words), signs=_signs(words), rare_pairs=rare_pairs, rare_signs=rare_signs
    )
    fit_a = _fit(texts[a.text], topics[a.text], a, measure)
    fit_b = _fit(texts[b.text], topics[b.text], b, measure)
    margin = round(abs(fit_a - fit_b), 4)
    if fit_a < fit_b:
        return Repetition(copy=a, original=b, margin=margin)
    return Repetition(copy=b, original=a, margin=margin)
