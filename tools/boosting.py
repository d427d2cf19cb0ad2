"""Grows the trees that correct a logistic model: gradient boosting with trees that ask the same on a level.

Plain numpy, no random numbers: the same rows give the same trees. Such trees are few numbers in a
file and are asked for all rows of a page at once (``guatu.domain.reading.trees``).
Idea: L. Prokhorenkova et al., CatBoost: unbiased boosting with categorical features, NeurIPS 2018.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.calibration import DecisionModel
from guatu.domain.reading.trees import DecisionTrees

_BINS = 24
_DIGITS = 4
_HOPELESS = 1e-3

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Growth:
    """How many trees, how deep, how far each may go, and how much a leaf is held back."""

    trees: int = 120
    depth: int = 6
    step: float = 0.12
    ridge: float = 15.0


def boosted(
    model: DecisionModel,
    rows: Sequence[Sequence[float]],
    outcomes: Sequence[bool],
    growth: Growth | None = None,
) -> DecisionModel:
    """Return a logistic model with trees that learn what it gets wrong."""
    growth = growth or Growth()
    data = np.asarray(rows, dtype=float)
    right = np.asarray(outcomes, dtype=float)
    odds = data @ np.asarray(model.weights) + model.bias
    # What is out of the question teaches nothing and would only take time.
    open_rows = odds > np.log(_HOPELESS)
    data, right, odds = data[open_rows], right[open_rows], odds[open_rows]
    cuts = [_cuts(data[:, column]) for column in range(data.shape[1])]
    codes = [np.searchsorted(one, data[:, n], side="left") for n, one in enumerate(cuts)]
    asked: list[tuple[int, ...]] = []
    beyond: list[tuple[float, ...]] = []
    leaves: list[tuple[float, ...]] = []
    for _ in range(growth.trees):
        said = 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))
        slope, bend = right - said, said * (1 - said)
        questions, leaf = _tree(codes, cuts, slope, bend, growth)
        up = np.bincount(leaf, weights=slope, minlength=2**growth.depth)
        down = np.bincount(leaf, weights=bend, minlength=2**growth.depth)
        values = np.round(growth.step * up / (down + growth.ridge), _DIGITS)
        odds = odds + values[leaf]
        asked.append(tuple(column for column, _ in questions))
        beyond.append(tuple(round(float(cuts[c][at]), _DIGITS) for c, at in questions))
        leaves.append(tuple(float(one) for one in values))
    trees = DecisionTrees(asked=tuple(asked), beyond=tuple(beyond), leaves=tuple(leaves))
    return replace(model, trees=trees)


def _cuts(column: Floats) -> Floats:
    """Return the values at which a question may part a feature, rounded as they are written."""
    known = np.unique(column)
    if len(known) > _BINS:
        known = np.unique(np.quantile(column[column != 0], np.linspace(0, 1, _BINS)))
    between = (known[1:] + known[:-1]) / 2
    found: Floats = np.unique(np.round(between, _DIGITS))
    return found


def _tree(
    codes: Sequence[Codes], cuts: Sequence[Floats], slope: Floats, bend: Floats, growth: Growth
) -> tuple[list[tuple[int, int]], Codes]:
    """Return the questions of one tree, by column and number of the cut, and the leaf of each row."""
    leaf = np.zeros(len(slope), dtype=np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(growth.depth):
        best = (-1.0, 0, 0)
        for column, known in enumerate(cuts):
            if not len(known):
                continue
            size = len(known) + 1
            key = leaf * size + codes[column]
            shape = (2**level, size)
            up = np.bincount(key, weights=slope, minlength=shape[0] * size).reshape(shape)
            down = np.bincount(key, weights=bend, minlength=shape[0] * size).reshape(shape)
            ups, downs = up.cumsum(axis=1), down.cumsum(axis=1)
            low, low_bend = ups[:, :-1], downs[:, :-1]
            high, high_bend = ups[:, -1:] - low, downs[:, -1:] - low_bend
            won = (low**2 / (low_bend + growth.ridge) + high**2 / (high_bend + growth.ridge)).sum(0)
            at = int(won.argmax())
            if won[at] > best[0]:
                best = (float(won[at]), column, at)
        _, column, at = best
        questions.append((column, at))
        leaf = leaf * 2 + (codes[column] > at)
    return questions, leaf
