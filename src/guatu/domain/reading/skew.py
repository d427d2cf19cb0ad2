"""Putting boxes of a slanted page upright: by their own median angle, without a second look."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Quad = NDArray[np.float64]
"""Four corners (x, y) of a line, from its upper left one clockwise."""

_LONG = 4.0
_LARGEST = 20.0
_STEEP = 0.2
_FEWEST = 12


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


class Deskew:
    """Turns places of a slanted page about its centre so that the long lines of its text run level.

    Where lines converge (a page seen askew) or bend, what slant is left is taken as a
    linear field over the page and levelled too.
    """

    def __init__(self, quads: Sequence[Quad], *, centre: tuple[float, float]) -> None:
        self._centre = np.asarray(centre, dtype=np.float64)
        angle = np.radians(-median_angle(quads))
        self._turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        self._slant = (0.0, 0.0, 0.0)
        if quads:
            self._slant = _slant_field((np.stack(quads) - self._centre) @ self._turn.T)

    def of(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return places (…, 2) as they lie on the page put upright."""
        turned = (places - self._centre) @ self._turn.T
        a, b, c = self._slant
        x, y = turned[..., 0], turned[..., 1]
        turned[..., 1] = y - (a * x + b * x * x / 2 + c * x * y)
        level: NDArray[np.float64] = turned + self._centre
        return level


def upright(quads: Sequence[Quad], *, centre: tuple[float, float]) -> list[Quad]:
    """Return the corners of lines put upright by :class:`Deskew`."""
    return list(Deskew(quads, centre=centre).of(np.stack(quads))) if quads else []


def _slant_field(quads: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return (a, b, c) of slant = a + b x + c y, fitted to the long lines; zeros without enough."""
    along = quads[:, 1] - quads[:, 0]
    heights = np.hypot(*(quads[:, 3] - quads[:, 0]).T)
    long = (along[:, 0] > _LONG * heights) & (np.abs(along[:, 1]) < _STEEP * along[:, 0])
    if int(long.sum()) < _FEWEST:
        return 0.0, 0.0, 0.0
    slant = along[long, 1] / along[long, 0]
    middle = quads[long].mean(axis=1)
    unknown = np.column_stack([np.ones(len(middle)), middle])
    kept = np.ones(len(slant), dtype=bool)
    found = np.zeros(3)
    for _ in range(2):
        found, *_rest = np.linalg.lstsq(unknown[kept], slant[kept], rcond=None)
        off = np.abs(unknown @ found - slant)
        kept = off <= max(3 * float(np.median(off)), 1e-4)
    return float(found[0]), float(found[1]), float(found[2])
