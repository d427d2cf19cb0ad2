"""Spreads of durations as curves: the factor at each of 1,025 evenly spaced chances."""

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.risk_terms import Spread, SpreadShape

Reals = NDArray[np.float64]
_STEPS = 1024
_FINE = 1 << 16


def curve_of(spread: Spread) -> Reals:
    """Return the factors of a spread from chance 0 to chance 1."""
    chances = np.linspace(0.0, 1.0, _STEPS + 1)
    if spread.shape is SpreadShape.OBSERVED:
        factors: Reals = np.quantile(np.asarray(spread.observed), chances)
        return factors
    if spread.low == spread.high:
        return np.full(_STEPS + 1, spread.mode)
    if spread.shape is SpreadShape.TRIANGULAR:
        return _triangle(spread, chances)
    return _pert(spread, chances)


def _triangle(spread: Spread, chances: Reals) -> Reals:
    low, mode, high = spread.low, spread.mode, spread.high
    at_mode = (mode - low) / (high - low)
    rising = low + np.sqrt(chances * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - chances) * (high - low) * (high - mode))
    return np.where(chances < at_mode, rising, falling)


def _pert(spread: Spread, chances: Reals) -> Reals:
    """Invert a beta curve whose mean is (low + 4 mode + high) / 6, by adding up its density."""
    width = spread.high - spread.low
    first = 1 + 4 * (spread.mode - spread.low) / width
    second = 1 + 4 * (spread.high - spread.mode) / width
    middles = (np.arange(_FINE) + 0.5) / _FINE
    density = middles ** (first - 1) * (1 - middles) ** (second - 1)
    reached = np.concatenate(([0.0], np.cumsum(density)))
    edges = np.linspace(0.0, 1.0, _FINE + 1)
    factors: Reals = spread.low + width * np.interp(chances, reached / reached[-1], edges)
    return factors
