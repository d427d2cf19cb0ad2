"""Fits the small models of reading: logistic regression and the isotonic table that corrects it.

Used by ``tools/train_reading.py`` and by any script that trains a decision. Plain numpy, no
random numbers: the same rows give the same weights.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.calibration import DecisionModel, logistic

_ROUNDS = 60
_DESCENTS = 200
_MEMORY = 10
_DIGITS = 4
_KNOTS = 12
_HOPELESS = 0.02

Slope = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]]


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


def fit_signs(
    rows: Sequence[Sequence[str]],
    outcomes: Sequence[bool],
    *,
    ridge: float,
    least: int,
    most: int,
) -> DecisionModel:
    """Return the worth of signs that hold or do not: each row lists the signs it shows.

    Signs on fewer than ``least`` rows are left out; of the others the ``most`` that move most
    are kept and fitted once more. The ridge is on the weights as they are.
    """
    counted = Counter(sign for row in rows for sign in set(row))
    names = sorted(sign for sign, count in counted.items() if count >= least)
    weights, _ = _sparse(names, rows, outcomes, ridge)
    moved = {name: abs(weights[i]) * counted[name] ** 0.5 for i, name in enumerate(names)}
    names = sorted(sorted(names, key=lambda name: (-moved[name], name))[:most])
    weights, bias = _sparse(names, rows, outcomes, ridge)
    return DecisionModel(
        names=tuple(names),
        weights=tuple(round(float(one), 3) for one in weights),
        bias=round(bias, 3),
    )


def _sparse(
    names: Sequence[str], rows: Sequence[Sequence[str]], outcomes: Sequence[bool], ridge: float
) -> tuple[NDArray[np.float64], float]:
    """Return weights and bias of a logistic law over signs, by L-BFGS."""
    place = {name: i for i, name in enumerate(names)}
    shown = [sorted({place[sign] for sign in row if sign in place}) for row in rows]
    column = np.array([i for row in shown for i in row], dtype=int)
    line = np.repeat(np.arange(len(rows)), [len(row) for row in shown])
    right = np.asarray(outcomes, dtype=float)

    def slope(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.bincount(line, at[:-1][column], len(rows)) + at[-1]
        loss = float(np.sum(np.logaddexp(0, odds) - right * odds))
        off = 1.0 / (1.0 + np.exp(-np.clip(odds, -35, 35))) - right
        down = np.append(np.bincount(column, off[line], len(names)), off.sum())
        down[:-1] += ridge * at[:-1]
        return loss + 0.5 * ridge * float(at[:-1] @ at[:-1]), down

    found = descended(slope, len(names) + 1)
    return found[:-1], float(found[-1])


def descended(slope: Slope, size: int) -> NDArray[np.float64]:
    """Return where a convex function is least, by L-BFGS with a halving step."""
    at = np.zeros(size)
    value, down = slope(at)
    past: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for _ in range(_DESCENTS):
        step = _direction(down, past)
        length, promised = 1.0, float(down @ step)
        while True:
            reached, there = slope(at + length * step)
            if reached <= value + 1e-4 * length * promised or length < 1e-8:
                break
            length /= 2
        moved, bent = length * step, there - down
        if float(moved @ bent) > 1e-12:
            past = [*past[1 - _MEMORY :], (moved, bent)]
        at, gained = at + moved, value - reached
        value, down = reached, there
        if gained < 1e-4:
            break
    return at


def _direction(
    down: NDArray[np.float64], past: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> NDArray[np.float64]:
    """Return the step that the slope and the last moves suggest."""
    step = down.copy()
    kept: list[float] = []
    for moved, bent in reversed(past):
        kept.append(float(moved @ step) / float(bent @ moved))
        step -= kept[-1] * bent
    if past:
        moved, bent = past[-1]
        step *= float(moved @ bent) / float(bent @ bent)
    else:
        step /= max(1.0, float(np.abs(down).sum()))
    for (moved, bent), share in zip(past, reversed(kept), strict=True):
        step += moved * (share - float(bent @ step) / float(bent @ moved))
    return -step


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
    words = json.dumps(content, ensure_ascii=False, indent=1)
    if model.trees is not None:
        grown = zip(model.trees.asked, model.trees.beyond, model.trees.leaves, strict=True)
        # A tree a line: pretty printing would make a line of each of its thousands of numbers.
        rows = ",\n".join(json.dumps([list(one) for one in tree]) for tree in grown)
        words = f'{words[:-2]},\n "trees": [\n{rows}\n ]\n}}'
    path.write_text(words + "\n", encoding="utf-8")


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

    def loss(at: NDArray[np.float64]) -> float:
        odds = scaled @ at
        top = np.maximum.reduceat(odds, starts[:-1])
        total = np.log(np.add.reduceat(np.exp(odds - top[group]), starts[:-1])) + top
        return float((total - odds[right]).sum() + 0.5 * ridge * at @ at)

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
        # Far from the end a whole step may overshoot and never come back.
        before = loss(found)
        while loss(found + step) > before + 1e-9 * abs(before) and np.abs(step).max() > 1e-8:
            step = step / 2
        found = found + step
        if np.abs(step).max() < 1e-8:
            break
    plain = found / spread
    return DecisionModel(
        names=tuple(names), weights=tuple(round(float(one), _DIGITS) for one in plain), bias=0.0
    )
