"""Fits the worth of signs in choices among several options, of which one or some are right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guatu.domain.reading.calibration import DecisionModel
from tools.fitting import descended


@dataclass(frozen=True, slots=True)
class Choice:
    """The signs of each option of a choice, and which options are right: at least one."""

    signs: Sequence[Sequence[str]]
    right: Sequence[bool]


def fit_options(choices: Sequence[Choice], *, ridge: float, least: int) -> DecisionModel:
    """Return the worth of signs, softmax over the options of each choice; its bias is 0, for it cannot matter.

    Signs on fewer than ``least`` options are left out. Several right options share what is right
    of their choice (somebody who can be named in two ways).
    """
    options = [signs for one in choices for signs in one.signs]
    counted = Counter(sign for signs in options for sign in set(signs))
    names = sorted(sign for sign, count in counted.items() if count >= least)
    place = {name: i for i, name in enumerate(names)}
    shown = [sorted({place[sign] for sign in signs if sign in place}) for signs in options]
    column = np.array([i for row in shown for i in row], dtype=int)
    line = np.repeat(np.arange(len(options)), [len(row) for row in shown])
    starts = np.cumsum([0, *(len(one.signs) for one in choices)])
    group = np.repeat(np.arange(len(choices)), np.diff(starts))
    right = np.array([each for one in choices for each in one.right], dtype=float)

    def slope(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = np.bincount(line, at[column], len(options))
        top = np.maximum.reduceat(odds, starts[:-1])
        share = np.exp(odds - top[group])
        all_, good = (np.add.reduceat(one, starts[:-1]) for one in (share, share * right))
        loss = float(np.sum(np.log(all_) - np.log(good)))
        off = share / all_[group] - share * right / good[group]
        down = np.bincount(column, off[line], len(names))
        return loss + 0.5 * ridge * float(at @ at), down + ridge * at

    found = descended(slope, len(names))
    kept = [(name, round(float(one), 3)) for name, one in zip(names, found, strict=True)]
    kept = [(name, one) for name, one in kept if one]
    return DecisionModel(
        names=tuple(name for name, _ in kept), weights=tuple(one for _, one in kept), bias=0.0
    )
