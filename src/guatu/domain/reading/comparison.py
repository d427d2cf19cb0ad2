"""The requirements of one meeting as two papers print them: newspaper and minutes, side by side.

The paper that came first was read first, the minutes bind. Each directive of one is
matched with at most one of the other by the words they share, the surest pair first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ALIKE = 0.34
_SAME = 0.9
_UNIT_BONUS = 0.15


class Difference(StrEnum):
    """What differs between two printings of one requirement."""

    WORDS = "words"
    UNIT = "unit"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A directive as one paper prints it: its words, who has to act, by when."""

    id: str
    action: str
    addressees: tuple[str, ...] = ()
    deadline: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPair:
    """The same requirement in both papers; one side is None where only the other prints it."""

    first: Printed | None
    second: Printed | None
    differences: tuple[Difference, ...] = ()
    likeness: float = 0.0


def compare_printings(
    first: Sequence[Printed], second: Sequence[Printed]
) -> tuple[PrintedPair, ...]:
    """Return all requirements of two papers in the order of the second, then those of the first alone.

    ``likeness`` is the share of character pairs that both print (Dice), from 0 to 1.
    """
    partner = _matched(first, second)
    pairs = []
    for place, one in enumerate(second):
        other = partner.get(place)
        if other is None:
            pairs.append(PrintedPair(first=None, second=one))
            continue
        likeness = _likeness(_bigrams(first[other].action), _bigrams(one.action))
        pairs.append(
            PrintedPair(
                first=first[other],
                second=one,
                differences=_differences(first[other], one, likeness),
                likeness=round(likeness, 3),
            )
        )
    taken = set(partner.values())
    pairs += [
        PrintedPair(first=one, second=None) for place, one in enumerate(first) if place not in taken
    ]
    return tuple(pairs)


def _matched(first: Sequence[Printed], second: Sequence[Printed]) -> dict[int, int]:
    """Return for each place in ``second`` its partner's place in ``first``, best pairs first."""
    before = [_bigrams(one.action) for one in first]
    after = [_bigrams(one.action) for one in second]
    weighed = []
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            likeness = _likeness(before[i], after[j])
            if set(one.addressees) & set(other.addressees):
                likeness += _UNIT_BONUS
            if likeness >= _ALIKE:
                weighed.append((-likeness, i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(weighed):
        if i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    return partner


def _differences(one: Printed, other: Printed, likeness: float) -> tuple[Difference, ...]:
    found = []
    if likeness < _SAME:
        found.append(Difference.WORDS)
    if set(one.addressees) != set(other.addressees):
        found.append(Difference.UNIT)
    if one.deadline != other.deadline:
        found.append(Difference.DEADLINE)
    return tuple(found)


def _bigrams(words: str) -> frozenset[str]:
    plain = "".join(sign for sign in words if sign.isalnum())
    return frozenset(plain[place : place + 2] for place in range(max(1, len(plain) - 1)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
