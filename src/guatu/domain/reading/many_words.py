"""Lists of hundreds of words, asked whether one of them begins or ends others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from guatu.domain.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyWords:
    """Words that are looked up by their length; of most others the first or the last sign rules all of them out."""

    words: frozenset[str]
    _sizes: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _firsts: frozenset[str] = field(init=False, repr=False, compare=False)
    _lasts: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if "" in self.words:
            raise ValueError("an empty word would stand everywhere")
        sizes = tuple(sorted({len(one) for one in self.words}))
        object.__setattr__(self, "_sizes", sizes)
        object.__setattr__(self, "_firsts", frozenset(one[0] for one in self.words))
        object.__setattr__(self, "_lasts", frozenset(one[-1] for one in self.words))

    def begin(self, others: str) -> bool:
        """Tell whether one of the words stands at the front of others."""
        if others[:1] not in self._firsts:
            return False
        return any(others[:size] in self.words for size in self._sizes)

    def end(self, others: str) -> bool:
        """Tell whether one of the words stands at the end of others."""
        if others[-1:] not in self._lasts:
            return False
        return any(others[-size:] in self.words for size in self._sizes)


def many_words(words: Iterable[str]) -> ManyWords:
    """Return words so that they are found fast at either end of others."""
    return ManyWords(words=frozenset(words))


@lru_cache(maxsize=32)
def words_of(lexicon: Lexicon, *lists: str) -> ManyWords:
    """Return the words of some lists of a lexicon, by the names of its fields."""
    return many_words(chain.from_iterable(getattr(lexicon, one) for one in lists))
