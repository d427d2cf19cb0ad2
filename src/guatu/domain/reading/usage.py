"""How Chinese is written: which words are common, which characters follow which, what opens a sentence."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guatu.domain.reading.topics import Topics

_UNSEEN = 6.0
_LEAST_EXPECTED = 6.0
_LOWEST, _HIGHEST = -4.0, 6.0
_RAREST_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Usage:
    """Counts of a language and its genre, as the packs list them.

    ``common_words`` are levels of words (binary logarithm of their count); ``pairs`` and
    ``signs`` twice that logarithm for pairs of characters and characters in news;
    ``starters`` and ``clauses`` the share of a pair's uses that open a sentence, or a clause
    after a comma; ``genre_pairs`` the share of articles of the genre that hold a pair;
    ``topics`` where each character points by what it is about; ``verbs`` are verbs of two to four characters, ``verbal_nouns`` those as often used as nouns.
    """

    common_words: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)
    signs: Mapping[str, int] = field(default_factory=dict)
    starters: Mapping[str, float] = field(default_factory=dict)
    clauses: Mapping[str, float] = field(default_factory=dict)
    genre_pairs: Mapping[str, float] = field(default_factory=dict)
    topics: Topics = field(default_factory=Topics)
    verbs: frozenset[str] = frozenset()
    verbal_nouns: frozenset[str] = frozenset()

    def bond(self, before: str, after: str) -> float:
        """Return how much oftener a character follows another than by chance (binary logarithm).

        From -4 (both are common and never meet) to 6; 0 where nothing is known.
        """
        one, two = self.signs.get(before), self.signs.get(after)
        if one is None or two is None:
            return 0.0
        return _bond(one + two - self.signs.get("", 47), self.pairs.get(before + after))

    def opens_sentence(self, words: str) -> float:
        """Return how often the first two characters of a text open a sentence, 0 to 1."""
        return self.starters.get(words[:2], _RAREST_SHARE)

    def opens_clause(self, words: str) -> float:
        """Return how often the first two characters of a text open a clause, 0 to 1."""
        return self.clauses.get(words[:2], _RAREST_SHARE)


# Both are steps of a logarithm: few are different.
@lru_cache(maxsize=1024)
def _bond(expected_level: int, level: int | None) -> float:
    """Return by how much a pair is commoner than its two signs let expect, all as doubled logarithms."""
    expected = 2.0 ** (expected_level / 2)
    if level is None and expected < _LEAST_EXPECTED:
        return 0.0
    found = 2.0 ** (level / 2) if level is not None else _UNSEEN
    return max(_LOWEST, min(_HIGHEST, math.log2((found + 2) / (expected + 2))))
