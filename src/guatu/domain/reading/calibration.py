"""How sure a decision is: small logistic models over features that can be named, and their reliability.

A rule that decides something (a seam, a headline, the owner of a passage, an addressee)
hands the features it decided by to a ``DecisionModel`` and gets a probability. The weights
are data: JSON files in ``guatu/packs/models``, written by ``tools/train_reading.py`` from the
tuning part of the corpus, loaded by ``guatu.adapters.lexicons`` into ``Lexicon.models`` and
asked for by name::

    model = lexicon.models["seam"]
    values = {"unfinished": 1.0, "likeness": 0.3}
    sure = model.probability(values)

Whether such figures mean what they say is measured by ``expected_calibration_error`` over at
least a thousand decisions, and shown by ``reliability``.
"""

import math
import operator
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.trees import DecisionTrees

_STEEPEST = 35.0


def logistic(log_odds: float) -> float:
    """Return the probability of log odds, safe for any size."""
    bounded = max(-_STEEPEST, min(_STEEPEST, log_odds))
    return 1.0 / (1.0 + math.exp(-bounded))


def in_order(names: Sequence[str], features: Mapping[str, float | bool]) -> tuple[float, ...]:
    """Return features in the order of a model's names; one not given is 0, one unknown a bug."""
    if len(features) > len(names):
        raise KeyError(f"no such feature: {sorted(features.keys() - set(names))}")
    return tuple(map(float, map(features.get, names, repeat(0.0))))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionModel:
    """A logistic model of one decision: ``bias`` plus a weight for each named feature.

    ``knots`` is an optional isotonic table: pairs (raw probability, observed share), both
    rising; a raw probability is corrected by linear interpolation between them. Without knots
    the logistic value stands. ``trees`` add to the log odds what features tell together.
    """

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    knots: tuple[tuple[float, float], ...] = ()
    trees: DecisionTrees | None = None
    _row: NDArray[np.float64] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_row", np.array(self.weights, dtype=float))
        if not self.names or len(set(self.names)) != len(self.names):
            raise ValueError("a model names each feature once, and has at least one")
        if len(self.names) != len(self.weights):
            raise ValueError(f"{len(self.names)} features and {len(self.weights)} weights")
        if not all(math.isfinite(one) for one in (*self.weights, self.bias)):
            raise ValueError("a weight is no finite number")
        for column in ([raw for raw, _ in self.knots], [said for _, said in self.knots]):
            if column != sorted(column) or not all(0 <= one <= 1 for one in column):
                raise ValueError("the knots of a model rise from 0 to 1")

    def log_odds(self, values: Sequence[float]) -> float:
        """Return the log odds for values in the order of ``names``."""
        if len(values) != len(self.weights):
            raise ValueError(f"{len(self.weights)} weights and {len(values)} values")
        total: float = sum(map(operator.mul, self.weights, values))
        if self.trees is not None:
            total += float(self.trees.sums(np.array([values], dtype=float))[0])
        return self.bias + total

    def log_odds_of(self, rows: Sequence[Sequence[float]] | NDArray[np.float64]) -> list[float]:
        """Return the log odds of many rows at once."""
        if not len(rows):
            return []
        data = np.asarray(rows, dtype=float)
        # Not a product of matrices: that waits for a second thread, longer than it works on a busy machine.
        odds = np.einsum("rf,f->r", data, self._row) + self.bias
        if self.trees is not None:
            odds = odds + self.trees.sums(data)
        found: list[float] = odds.tolist()
        return found

    def calibrated(self, raw: float) -> float:
        """Return the share of decisions like this one that were right."""
        if not self.knots:
            return raw
        place = bisect_right(self.knots, raw, key=lambda one: one[0])
        if place == 0:
            return self.knots[0][1]
        if place == len(self.knots):
            return self.knots[-1][1]
        (low, said_low), (high, said_high) = self.knots[place - 1 : place + 1]
        return said_low + (said_high - said_low) * (raw - low) / (high - low)

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely the decision is right; a feature not given counts as 0.

        A feature that the model does not know is a bug and raises KeyError.
        """
        unknown = features.keys() - set(self.names)
        if unknown:
            raise KeyError(f"no such feature: {sorted(unknown)}")
        return self.sure([features.get(name, 0.0) for name in self.names])

    def sure(self, values: Sequence[float]) -> float:
        """Return how likely the decision is right for values in the order of ``names``."""
        return self.calibrated(logistic(self.log_odds(values)))

    def sure_of(self, rows: Mapping[int, Sequence[float]]) -> dict[int, float]:
        """Return how likely each of many decisions is right, all weighed at once."""
        odds = self.log_odds_of(list(rows.values()))
        return {key: self.calibrated(logistic(one)) for key, one in zip(rows, odds, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityBin:
    """Decisions said to be about equally sure: how many, how sure they were, how many were right."""

    low: float
    high: float
    count: int
    said: float
    right: float


def reliability(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, bins: int = 10
) -> tuple[ReliabilityBin, ...]:
    """Return the decisions in ``bins`` bins of equal width; empty bins are left out.

    ``said`` is the mean probability and ``right`` the share that was right, both 0 to 1.
    """
    if len(probabilities) != len(outcomes):
        raise ValueError("each probability needs its outcome")
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for said, right in zip(probabilities, outcomes, strict=True):
        held[min(bins - 1, int(said * bins))].append((said, right))
    return tuple(
        ReliabilityBin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(one),
            said=sum(said for said, _ in one) / len(one),
            right=sum(right for _, right in one) / len(one),
        )
        for number, one in enumerate(held)
        if one
    )


def expected_calibration_error(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, bins: int = 10
) -> float:
    """Return the mean distance between what was said and what was right, weighted by count.

    0 is perfect; with fewer than about a thousand decisions the figure is mostly noise.
    """
    table = reliability(probabilities, outcomes, bins=bins)
    total = sum(one.count for one in table)
    if not total:
        return 0.0
    return sum(one.count * abs(one.said - one.right) for one in table) / total
