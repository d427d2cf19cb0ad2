"""How likely each pair of a one-to-one matching is, all others weighed with it.

Every line is continued by one other at most and continues one at most, so what is likely of one pair
makes the others of both its lines unlikely. The shares of all matchings together, each by the
product of the odds of its pairs, are found by passing messages between the two sides.
Idea: B. Huang, T. Jebara, Approximating the permanent with belief propagation, 2009.
"""

from collections.abc import Mapping

import numpy as np

_ROUNDS = 24
_STEEPEST = 30.0

Pair = tuple[int, int]


def shares_of(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the share of matchings that hold a pair, 0 to 1, from the log odds of every pair."""
    if not odds:
        return {}
    rows = {one: n for n, one in enumerate(dict.fromkeys(a for a, _ in odds))}
    columns = {one: n for n, one in enumerate(dict.fromkeys(b for _, b in odds))}
    across = np.array([rows[a] for a, _ in odds])
    along = np.array([columns[b] for _, b in odds])
    weight = np.zeros((len(rows), len(columns)))
    weight[across, along] = np.exp(np.clip(list(odds.values()), -_STEEPEST, _STEEPEST))
    back = np.ones_like(weight)
    there = back
    for _ in range(_ROUNDS):
        said = weight * back
        there = 1.0 / np.maximum(1.0, 1.0 + said.sum(axis=1, keepdims=True) - said)
        said = weight * there
        back = 1.0 / np.maximum(1.0, 1.0 + said.sum(axis=0, keepdims=True) - said)
    both = weight * there * back
    share = (both / (1.0 + both))[across, along]
    return dict(zip(odds, share.tolist(), strict=True))
