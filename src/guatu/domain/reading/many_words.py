"""Lists of hundreds of words, asked whether one of them begins or ends others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from guatu.domain.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyWords:
    """Words that are looked up by their first or their last sign, which rules all of them out at most places."""

    words: frozenset[str]
    _by_first: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _by_last: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if "" in self.words:
            raise ValueError("an empty word would stand everywhere")
        object.__setattr__(self, "_by_first", _by_sign(self.words, 0))
        object.__setattr__(self, "_by_last", _by_sign(self.words, -1))

    def begin(self, others: str) -> bool:
        """Tell whether one of the words stands at the front of others."""
        return others.startswith(self._by_first.get(others[:1], ()))

    def end(self, others: str) -> bool:
        """Tell whether one of the words stands at the end of others."""
        return others.endswith(self._by_last.get(others[-1:], ()))


def _by_sign(words: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Return words by the sign at one end, those left out that hold a shorter one at that end."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (len(one), one)):
        known = found.setdefault(word[place], [])
        shorter = tuple(known)
        if not (word.endswith(shorter) if place else word.startswith(shorter)):
            known.append(word)
    return {sign: tuple(known) for sign, known in found.items()}


def many_words(words: Iterable[str]) -> ManyWords:
    """Return words so that they are found fast at either end of others."""
    return ManyWords(words=frozenset(words))


@lru_cache(maxsize=32)
def words_of(lexicon: Lexicon, *lists: str) -> ManyWords:
    """Return the words of some lists of a lexicon, by the names of its fields."""
    return many_words(chain.from_iterable(getattr(lexicon, one) for one in lists))
