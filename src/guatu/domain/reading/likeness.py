"""How much two texts speak of the same thing, by the pairs of characters they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat
from operator import add

_LEAST_WEIGHT = round(0.05 * 2**32) / 2**32
_RAREST_IN_GENRE = 0.01
_MOST_TELLING = -math.log(_RAREST_IN_GENRE)
_GRAIN = 2.0**32
_MARKS = re.compile("[，。；：、！？“”‘’（）《》【】…—·]+")


def unmarked(words: str) -> list[str]:
    """Return the runs of words between punctuation marks, empty ones included."""
    return _MARKS.split(words)


def pairs(words: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters that hold no punctuation mark."""
    # Split at the marks first, so that no character need be looked up.
    return frozenset(chain.from_iterable([map(add, run, run[1:]) for run in _MARKS.split(words)]))


@lru_cache(maxsize=1024)
def _telling(share: float) -> float:
    """Return how much a pair tells that this share of all articles of the genre hold, 0 to 1."""
    return -math.log(max(_RAREST_IN_GENRE, share)) / _MOST_TELLING


def _weight(known: float, share: float) -> float:
    """Return how much a pair tells by how rare it is on the page and in the genre."""
    return max(_LEAST_WEIGHT, _exact(max(known, _LEAST_WEIGHT) * _telling(share)))


def _exact(weight: float) -> float:
    """Return a weight rounded so that sums of thousands are exact, and so the same in whatever order.

    Sets of pairs come in another order in every process.
    """
    return round(weight * _GRAIN) / _GRAIN


class _Weights(dict[str, float]):
    """Weights by pair; a pair unknown to the page weighs as much as the rarest."""

    def __init__(self, counts: Mapping[str, int], size: int, genre: Mapping[str, float]) -> None:
        known = {count: _exact(math.log(size / (count + 0.5))) for count in set(counts.values())}
        self._rarest = max(known.values(), default=1.0)
        # Counts are small and shares have two or three digits: few of both together are different.
        said = list(zip(counts.values(), map(genre.get, counts, repeat(0.0)), strict=True))
        weights = {(count, share): _weight(known[count], share) for count, share in set(said)}
        super().__init__(zip(counts, map(weights.__getitem__, said), strict=True))

    def __missing__(self, pair: str) -> float:
        return self._rarest


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How much each pair tells: the fewer texts of the page hold it, the more.

    ``sums`` remembers the weight of whole texts, which are asked for again and again.
    """

    weights: Mapping[str, float]
    sums: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)

    def of(self, wanted: Iterable[str]) -> float:
        """Return the weight of pairs together; a pair unknown to the page weighs most."""
        return sum(map(self.weights.__getitem__, wanted))

    def whole(self, wanted: frozenset[str]) -> float:
        """Return the same for a whole text, worked out once."""
        found = self.sums.get(wanted)
        if found is None:
            found = self.sums[wanted] = self.of(wanted)
        return found


def rarity(texts: Iterable[frozenset[str]], genre: Mapping[str, float] | None = None) -> Rarity:
    """Return the weights of all pairs of the texts of a page.

    ``genre`` is the share of articles of the genre that hold a pair: what every article says
    (各级各部门) tells little even where a page says it once.
    """
    found = list(texts)
    counts = Counter(chain.from_iterable(found))
    return Rarity(weights=_Weights(counts, len(found) + 1, genre or {}))


def containment(small: frozenset[str], large: frozenset[str], rare: Rarity) -> float:
    """Return the weighted share of the small text's pairs that the large one holds, 0 to 1."""
    total = rare.whole(small)
    return rare.of(small & large) / total if total else 0.0


def share_said(small: frozenset[str], words: str, rare: Rarity) -> float:
    """Return the containment of pairs, or signs, in words that need not be taken apart for it, 0 to 1."""
    total = rare.whole(small)
    return rare.of([one for one in small if one in words]) / total if total else 0.0


def insistence(small: frozenset[str], words: str, rare: Rarity) -> float:
    """Return the containment of pairs in words, where a pair said again and again counts more."""
    total = rare.whole(small)
    said = {pair: words.count(pair) for pair in small}
    # Exactly, for the pairs come in any order.
    weight = math.fsum(rare.of((pair,)) * (1 + math.log(n)) for pair, n in said.items() if n)
    return weight / total if total else 0.0
