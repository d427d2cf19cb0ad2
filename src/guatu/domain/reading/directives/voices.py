"""Everyone who speaks on a page: persons by their names, and those without one by what they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern

from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The persons of a page, and all ``others`` who speak: a meeting, a post that ends the words.

    Both are looked for as if they were one pattern; but only the names are compiled for a page, the
    hundreds of posts once.
    """

    names: Pattern[str] | None
    others: Pattern[str]

    def search(self, words: str, start: int = 0) -> Match[str] | None:
        """Return the first of those who speak in words from a place on, or None."""
        other = self.others.search(words, start)
        named = self.names.search(words, start) if self.names is not None else None
        if named is None or (other is not None and other.start() < named.start()):
            return other
        return named

    def finditer(self, words: str, start: int = 0) -> Iterator[Match[str]]:
        """Yield all of them in order, none of which overlap."""
        while (found := self.search(words, start)) is not None:
            yield found
            start = found.end()


@lru_cache(maxsize=4)
def _others(lexicon: Lexicon) -> Pattern[str]:
    return re.compile(sought((lexicon.collective_speakers, ""), (lexicon.posts, "$")))


def voices_of(names: Sequence[str], lexicon: Lexicon) -> Voices:
    """Return those who speak on a page, their names compiled once for all its articles."""
    return Voices(
        names=re.compile(sought((names, ""))) if names else None,
        others=_others(lexicon),
    )
