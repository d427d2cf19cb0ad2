"""Shares of a one-to-one matching, against all matchings counted one by one."""

import math
from itertools import combinations
from random import Random

import pytest

from guatu.domain.reading.matching import shares_of


def counted(odds: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return the share of each pair by going through every matching there is."""
    held = dict.fromkeys(odds, 0.0)
    total = 0.0
    for size in range(len(odds) + 1):
        for chosen in combinations(odds, size):
            if len({a for a, _ in chosen}) == len({b for _, b in chosen}) == size:
                weight = math.exp(sum(odds[one] for one in chosen))
                total += weight
                for one in chosen:
                    held[one] += weight
    return {pair: one / total for pair, one in held.items()}


def test_a_pair_without_rivals_keeps_what_its_own_odds_say():
    assert shares_of({(1, 2): 0.0})[1, 2] == pytest.approx(0.5)
    assert shares_of({(1, 2): 3.0})[1, 2] == pytest.approx(1 / (1 + math.exp(-3.0)))
    assert shares_of({}) == {}


def test_what_another_needs_more_is_not_taken_from_it():
    # Line 1 would do well with 5 or 6, but 2 has nothing but 5.
    shares = shares_of({(1, 5): 2.0, (1, 6): 1.5, (2, 5): 2.0})
    assert shares[1, 6] > shares[1, 5]
    assert shares[2, 5] > shares[1, 5]


@pytest.mark.parametrize("seed", range(5))
def test_shares_come_near_to_those_of_all_matchings_counted(seed: int):
    rng = Random(seed)
    odds = {
        (a, b): rng.uniform(-4.0, 4.0) for a in range(4) for b in range(4) if rng.random() < 0.7
    }
    exact, found = counted(odds), shares_of(odds)
    assert all(abs(exact[pair] - found[pair]) < 0.12 for pair in odds)
    for side in (0, 1):
        for line in range(4):
            assert sum(one for pair, one in found.items() if pair[side] == line) <= 1.0 + 1e-6


def test_odds_of_any_size_give_shares():
    shares = shares_of({(1, 2): 900.0, (1, 3): -900.0, (2, 3): 900.0, (2, 2): 899.0})
    assert all(0.0 <= one <= 1.0 for one in shares.values())
    assert shares[1, 2] > 0.99
