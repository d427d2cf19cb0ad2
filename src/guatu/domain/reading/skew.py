"""Putting boxes of a slanted page upright: by their own median angle, without a second look."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Quad = NDArray[np.float64]
"""Four corners (x, y) of a line, from its upper left one clockwise."""

_LONG = 4.0
_LARGEST = 20.0


def median_angle(quads: Sequence[Quad]) -> float:
    """Return the angle in degrees by which the long lines slant, clockwise; 0 without any."""
    angles: list[float] = []
    weights: list[float] = []
    for quad in quads:
        along = quad[1] - quad[0]
        across = quad[3] - quad[0]
        length, height = float(np.hypot(*along)), float(np.hypot(*across))
        if height <= 0 or length < _LONG * height:
            continue
        angle = float(np.degrees(np.arctan2(along[1], along[0])))
        if abs(angle) <= _LARGEST:
            angles.append(angle)
            weights.append(length)
    if not angles:
        return 0.0
    order = np.argsort(angles)
    total = np.cumsum(np.asarray(weights)[order])
    return angles[int(order[int(np.searchsorted(total, total[-1] / 2))])]


def upright(quads: Sequence[Quad], *, centre: tuple[float, float]) -> list[Quad]:
    """Return the corners turned about the centre so that the long lines run level."""
    angle = np.radians(-median_angle(quads))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.asarray(centre, dtype=np.float64)
    return [(quad - middle) @ turn.T + middle for quad in quads]
