"""Fits the small models of reading: logistic regression and the isotonic table that corrects it.

Used by ``tools/train_reading.py`` and by any script that trains a decision. Plain numpy, no
random numbers: the same rows give the same weights.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.calibration import DecisionModel, logistic

_ROUNDS = 60
_DIGITS = 4
_KNOTS = 12
_HOPELESS = 0.02


def fit_logistic(
    names: Sequence[str],
    rows: Sequence[Sequence[float]],
    outcomes: Sequence[bool],
    *,
    ridge: float = 1.0,
    weights: Sequence[float] | None = None,
) -> DecisionModel:
    """Return the model that fits best, by Newton's steps; ``ridge`` keeps weights small.

    The ridge is on standardised features, so that it means the same for each of them.
    """
    data = np.asarray(rows, dtype=float)
    right = np.asarray(outcomes, dtype=float)
    share = np.ones(len(right)) if weights is None else np.asarray(weights, dtype=float)
    middle, spread = data.mean(axis=0), data.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.hstack([(data - middle) / spread, np.ones((len(data), 1))])
    penalty = np.full(scaled.shape[1], ridge)
    penalty[-1] = 1e-6
    found = np.zeros(scaled.shape[1])
    for _ in range(_ROUNDS):
        said = 1.0 / (1.0 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (share * (right - said)) - penalty * found
        bend = (scaled * (share * said * (1 - said))[:, None]).T @ scaled + np.diag(penalty)
        step: NDArray[np.float64] = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < 1e-8:
            break
    plain = found[:-1] / spread
    bias = found[-1] - float(plain @ middle)
    return DecisionModel(
        names=tuple(names),
        weights=tuple(round(float(one), _DIGITS) for one in plain),
        bias=round(float(bias), _DIGITS),
    )


def fit_added(
    odds: Sequence[float],
    rows: Sequence[Sequence[float]],
    outcomes: Sequence[bool],
    *,
    ridge: float = 1.0,
) -> tuple[float, ...]:
    """Return the weights of features that are added to log odds which stay as they are."""
    data, right = np.asarray(rows, dtype=float), np.asarray(outcomes, dtype=float)
    known = np.asarray(odds, dtype=float)
    found = np.zeros(data.shape[1])
    for _ in range(_ROUNDS):
        said = 1.0 / (1.0 + np.exp(-np.clip(known + data @ found, -30, 30)))
        slope = data.T @ (right - said) - ridge * found
        bend = (data * (said * (1 - said))[:, None]).T @ data + ridge * np.eye(len(found))
        step: NDArray[np.float64] = np.linalg.solve(bend, slope)
        # Half a step at most far from the top, where the bend misleads.
        found = found + step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max())))
        if np.abs(step).max() < 1e-8:
            break
    return tuple(round(float(one), _DIGITS) for one in found)


def fit_isotonic(
    raw: Sequence[float], outcomes: Sequence[bool], *, least: int = 30
) -> tuple[tuple[float, float], ...]:
    """Return a rising table from raw probabilities to observed shares (pool adjacent violators).

    Every step stands on at least ``least`` decisions; at most a dozen steps are kept.
    """
    order = sorted(zip(raw, outcomes, strict=True))
    # What is out of the question is most of the rows where few are right: one step is enough.
    hopeless = [one for one in order if one[0] < _HOPELESS]
    order = order[len(hopeless) :]
    size = max(least, len(order) // (_KNOTS - 1))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if len(groups) > 1 and len(groups[-1]) < size:
        groups[-2:] = [groups[-2] + groups[-1]]
    groups = [one for one in (hopeless, *groups) if one]
    pools: list[list[float]] = []
    for group in groups:
        pools.append([sum(one for one, _ in group), sum(right for _, right in group), len(group)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    knots: list[tuple[float, float]] = []
    for said, right, count in pools:
        # One half right and one half wrong more, so that no share is ever quite 0 or 1.
        share = max((right + 0.5) / (count + 1), knots[-1][1] if knots else 0.0)
        if not knots or said / count > knots[-1][0] + 10**-_DIGITS:
            knots.append((round(said / count, _DIGITS), round(share, _DIGITS)))
    return tuple(knots)


def raw_probabilities(model: DecisionModel, rows: Sequence[Sequence[float]]) -> list[float]:
    """Return what the model says before its isotonic table."""
    return [logistic(model.log_odds(one)) for one in rows]


def write_model(model: DecisionModel, path: Path, *, trained_on: str, decisions: int) -> None:
    """Write a model as the JSON file that ``guatu.adapters.lexicons`` loads by its name."""
    content = {
        "trained_on": trained_on,
        "decisions": decisions,
        "bias": model.bias,
        "weights": dict(zip(model.names, model.weights, strict=True)),
        "knots": [list(one) for one in model.knots],
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def fit_choice(
    names: Sequence[str],
    choices: Sequence[Sequence[Sequence[float]]],
    chosen: Sequence[int],
    *,
    ridge: float = 1.0,
) -> DecisionModel:
    """Return the weights of a choice among several: the log odds of each option, softmax over them.

    ``choices[i]`` holds the features of every option of choice ``i``, ``chosen[i]`` the number
    of the right one. The bias of such a model is 0: it cannot matter.
    """
    stacked = np.concatenate([np.asarray(one, dtype=float) for one in choices])
    spread = stacked.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = stacked / spread
    starts = np.cumsum([0, *(len(one) for one in choices)])
    group = np.repeat(np.arange(len(choices)), np.diff(starts))
    right = starts[:-1] + np.asarray(chosen)
    found = np.zeros(scaled.shape[1])
    for _ in range(_ROUNDS):
        odds = scaled @ found
        top = np.maximum.reduceat(odds, starts[:-1])
        weight = np.exp(odds - top[group])
        share = weight / np.add.reduceat(weight, starts[:-1])[group]
        mean = np.add.reduceat(scaled * share[:, None], starts[:-1])
        slope = (scaled[right] - mean).sum(axis=0) - ridge * found
        centred = scaled - mean[group]
        bend = (centred * share[:, None]).T @ centred + ridge * np.eye(len(found))
        step: NDArray[np.float64] = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < 1e-8:
            break
    plain = found / spread
    return DecisionModel(
        names=tuple(names), weights=tuple(round(float(one), _DIGITS) for one in plain), bias=0.0
    )
