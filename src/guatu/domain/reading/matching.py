"""How likely each pair of a one-to-one matching is, all others weighed with it.

Every line is continued by one other at most and continues one at most, so what is likely of one pair
makes the others of both its lines unlikely. The shares of all matchings together, each by the
product of the odds of its pairs, are found by passing messages between the two sides.
Idea: B. Huang, T. Jebara, Approximating the permanent with belief propagation, 2009.
"""

from collections.abc import Mapping, Sequence

import numpy as np

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
    rows = {one: n for n, one in enumerate(dict.fromkeys(a for a, _ in pairs))}
    columns = {one: n for n, one in enumerate(dict.fromkeys(b for _, b in pairs))}
    across = np.array([rows[a] for a, _ in pairs])
    along = np.array([columns[b] for _, b in pairs])
    weight = np.zeros((len(weighings), len(rows), len(columns)))
    weight[:, across, along] = np.exp(np.clip(weighings, -_STEEPEST, _STEEPEST))
    back = np.ones_like(weight)
    there, said, room = back.copy(), np.empty_like(weight), np.empty_like(weight)
    for _ in range(_ROUNDS):
        before = back.copy()
        # Small tables: most of the time goes into starting each step, so none makes a table of its own.
        for heard, told, axis in ((back, there, 2), (there, back, 1)):
            np.multiply(weight, heard, out=said)
            np.subtract(1.0 + np.add.reduce(said, axis=axis, keepdims=True), said, out=room)
            np.maximum(1.0, room, out=room)
            np.divide(1.0, room, out=told)
        if (before == back).all():
            # Nothing was told that was not known: all later rounds would say the same.
            break
    both = weight * there * back
    return tuple((both / (1.0 + both))[:, across, along].tolist())
