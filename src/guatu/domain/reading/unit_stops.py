"""Where names of units may end: behind the sign that a head noun, a suffix or a short form begins with.

All clauses are asked for the ends of units, at each of their signs, and the words that end units are
some thousands. So the patterns are kept by the sign that words begin with: at a place of a clause only
those of its sign are tried.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Pattern

from guatu.domain.reading.actors import ACTOR_KINDS
from guatu.domain.reading.first_signs import first_signs, sign_of
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.patterns import any_of

_TAIL = "(?:们|”)?(?:（[^）]{1,20}）)?"


_Way = tuple[frozenset[str] | None, Pattern[str]]
"""A pattern of what ends a unit, and the signs one of which stands second in it; None where any may."""


class _Ways(dict[str, tuple[_Way, ...]]):
    """The patterns of what ends a unit by the sign it begins with, each compiled when its sign is met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._kinds = tuple(
            (first_signs(one), re.compile(f"(?:{one}){_TAIL}")) for one in ACTOR_KINDS
        )
        self._ends = _by_sign((*lexicon.unit_suffixes, *lexicon.unit_words))
        self._short = _by_sign(lexicon.unit_abbreviations)

    def __missing__(self, sign: str) -> tuple[_Way, ...]:
        begins = sign_of(sign)
        ways: list[_Way] = [(None, pattern) for signs, pattern in self._kinds if begins in signs]
        words = [any_of(self._ends[sign])] if sign in self._ends else []
        if sign in self._short:
            words.append(f"(?<=[县市区旗]){any_of(self._short[sign])}")
        if words:
            known = (*self._ends.get(sign, ()), *self._short.get(sign, ()))
            # Many words begin with the sign, and few of the signs that may follow it do so in any of them.
            second = frozenset(word[1:2] for word in known)
            pattern = re.compile(f"(?:{'|'.join(words)}){_TAIL}")
            ways.append((second if "" not in second else None, pattern))
        self[sign] = tuple(ways)
        return self[sign]


def _by_sign(words: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


@lru_cache(maxsize=4)
def _ways(lexicon: Lexicon) -> _Ways:
    return _Ways(lexicon)


def unit_stops(words: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield where names of units may end that stand from ``start`` on and not beyond ``end``.

    Behind one that was found the next is looked for from its last sign on, for that may begin another.
    """
    ways = _ways(lexicon)
    end = min(end, len(words))
    least = start
    for place in range(start, end):
        held = ways[words[place]] if place >= least else ()
        if not held:
            continue
        after = words[place + 1 : place + 2]
        for second, pattern in held:
            if second is not None and after not in second:
                continue
            found = pattern.match(words, place, end)
            if found is not None:
                yield found.end()
                least = found.end() - 1
                break
