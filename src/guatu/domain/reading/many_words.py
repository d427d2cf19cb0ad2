"""Lists of hundreds of words, asked whether one of them begins or ends others."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from guatu.domain.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyWords:
    """Words kept by their length: as many are looked up as there are lengths, and not each in turn."""

    words: frozenset[str]
    sizes: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.sizes != tuple(sorted({len(one) for one in self.words})) or 0 in self.sizes:
            raise ValueError("the sizes are those of the words, none of which is empty")

    def begin(self, others: str) -> bool:
        """Tell whether one of the words stands at the front of others."""
        return any(others[:size] in self.words for size in self.sizes)

    def end(self, others: str) -> bool:
        """Tell whether one of the words stands at the end of others."""
        return any(others[-size:] in self.words for size in self.sizes)


def many_words(words: Iterable[str]) -> ManyWords:
    """Return words so that they are found fast at either end of others."""
    held = frozenset(words)
    return ManyWords(words=held, sizes=tuple(sorted({len(one) for one in held})))


@lru_cache(maxsize=32)
def words_of(lexicon: Lexicon, *lists: str) -> ManyWords:
    """Return the words of some lists of a lexicon, by the names of its fields."""
    return many_words(chain.from_iterable(getattr(lexicon, one) for one in lists))
