"""How likely each pair of a one-to-one matching is, all others weighed with it.

Every line is continued by one other at most and continues one at most, so what is likely of one pair
makes the others of both its lines unlikely. The shares of all matchings together, each by the
product of the odds of its pairs, are found by passing messages between the two sides.
Idea: B. Huang, T. Jebara, Approximating the permanent with belief propagation, 2009.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from guatu.domain.reading.page_tokens import Floats, Ints

_ROUNDS = 24
_STEEPEST = 30.0

Pair = tuple[int, int]


def shares_of(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the share of matchings that hold a pair, 0 to 1, from the log odds of every pair."""
    return dict(zip(odds, *all_shares(list(odds), [list(odds.values())]), strict=True))


def all_shares(
    pairs: Sequence[Pair], weighings: Sequence[Sequence[float]]
) -> tuple[list[float], ...]:
    """Return the shares of the same pairs by several weighings, each the log odds of every pair."""
    if not pairs:
        return tuple([] for _ in weighings)
    across = _keys([a for a, _ in pairs], len(weighings))
    along = _keys([b for _, b in pairs], len(weighings))
    weight = np.exp(np.clip(np.array(weighings, dtype=float), -_STEEPEST, _STEEPEST)).ravel()
    there = back = np.ones_like(weight)
    for _ in range(_ROUNDS):
        before = back
        there = _told(weight * back, across)
        back = _told(weight * there, along)
        if (before == back).all():
            # Nothing was told that was not known: all later rounds would say the same.
            break
    both = weight * there * back
    return tuple((both / (1.0 + both)).reshape(len(weighings), -1).tolist())


def _keys(lines: Sequence[int], times: int) -> Ints:
    """Return a number for each line, the same for the same line, and others for each weighing."""
    numbers = {one: n for n, one in enumerate(dict.fromkeys(lines))}
    at = np.array([numbers[one] for one in lines])
    return (at + len(numbers) * np.arange(times)[:, None]).ravel()


def _told(said: Floats, keys: Ints) -> Floats:
    """Return how much room all other pairs of the same line leave each pair by what they say."""
    room = (1.0 + np.bincount(keys, weights=said))[keys] - said
    return 1.0 / np.maximum(1.0, room)
