"""A photographed sheet made flat and evenly lit: its outline found, its shadow divided out."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_PROBE_SIDE = 900
_LEAST_SHARE = 0.3
_MOST_SHARE = 0.97
_CORNER_SLACK = 0.02
_SQUARE = 0.45
_SHARP = 0.12
_SAMPLES = 48
_REACH = 7.0
_LEVELS = (0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.05, 1.15)
_EVEN_LIGHT = 0.8
_PAPER = 235.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Straightened:
    """A picture as it is read; ``back`` leads from its pixels to those of the picture received."""

    pixels: Pixels
    back: NDArray[np.float64]


def straightened(pixels: Pixels) -> Straightened:
    """Return the picture with the sheet's perspective taken out and its light evened.

    A scan that fills the picture keeps its geometry; even light is left alone.
    """
    corners = _sheet(pixels)
    back = np.eye(3)
    if corners is not None:
        pixels, back = _flattened(pixels, corners)
    return Straightened(pixels=_evenly_lit(pixels), back=back)


def shown_corners(quad: NDArray[np.float64], back: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where corners of the straightened picture lie on the picture received."""
    points = np.hstack([quad, np.ones((len(quad), 1))]) @ back.T
    return points[:, :2] / points[:, 2:]


def _sheet(pixels: Pixels) -> NDArray[np.float32] | None:
    """Return the corners of a sheet of paper that lies on something else; None for none.

    A shadow parts a sheet by brightness and a bright table hides it, so that several
    levels of brightness and of paleness are tried: the sheet is the largest whose four
    edges are sharp (a shadow's edge is not).
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, _PROBE_SIDE / max(height, width))
    resized = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = resized.astype(np.uint8, copy=False)
    # Type is closed over, so that the sheet is one piece.
    close = np.ones((15, 15), np.uint8)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (7, 7), 0)
    pale = 255 - cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2HSV)[:, :, 1], (7, 7), 0)
    best: NDArray[np.float32] | None = None
    for channel in (grey, pale):
        plane = cv2.morphologyEx(channel, cv2.MORPH_CLOSE, close)
        otsu, _ = cv2.threshold(plane, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        for share in _LEVELS:
            _, bright = cv2.threshold(plane, otsu * share, 255, cv2.THRESH_BINARY)
            found = _four_corners(bright)
            larger = found is not None and (best is None or _area(found) > _area(best))
            if found is not None and larger and _edge_contrast(small, found) > _SHARP:
                best = found
    return None if best is None else best / np.float32(scale)


def _edge_contrast(small: Pixels, corners: NDArray[np.float32]) -> float:
    """Return how much the picture changes across the least sharp of four edges (of logarithms)."""
    height, width = small.shape[:2]
    light = np.log1p(small.astype(np.float32))
    middle = corners.mean(axis=0)
    contrasts: list[float] = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        points = start + (end - start) * np.linspace(0.08, 0.92, _SAMPLES)[:, None]
        across = np.array([end[1] - start[1], start[0] - end[0]])
        across = across / max(float(np.linalg.norm(across)), 1e-6) * _REACH
        if float(np.dot(across, middle - start)) < 0:
            across = -across
        inside, outside = points + across, points - across
        if not all(
            (one >= 0).all() and (one[:, 0] < width).all() and (one[:, 1] < height).all()
            for one in (inside, outside)
        ):
            return 0.0
        (ax, ay), (bx, by) = inside.astype(int).T, outside.astype(int).T
        change = np.abs(light[ay, ax] - light[by, bx]).max(axis=1)
        contrasts.append(float(np.percentile(change, 30)))
    return min(contrasts)


def _area(corners: NDArray[np.float32]) -> float:
    return float(cv2.contourArea(corners))


def _four_corners(bright: Any) -> NDArray[np.float32] | None:
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    outline = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(outline) / bright.size
    if not _LEAST_SHARE < share < _MOST_SHARE:
        return None
    around = cv2.arcLength(outline, closed=True)
    corners = cv2.approxPolyDP(outline, _CORNER_SLACK * around, closed=True).reshape(-1, 2)
    if len(corners) != 4 or cv2.contourArea(corners) < 0.9 * cv2.contourArea(outline):
        return None
    ordered = _clockwise(corners.astype(np.float32))
    sides = [ordered[(i + 1) % 4] - ordered[i] for i in range(4)]
    for a, b in zip(sides, sides[1:] + sides[:1], strict=True):
        if abs(float(np.dot(a, b))) > _SQUARE * float(np.linalg.norm(a) * np.linalg.norm(b)):
            return None
    return ordered


def _clockwise(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    """Order corners from the upper left one clockwise."""
    total, difference = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [total.argmin(), difference.argmin(), total.argmax(), difference.argmax()]
    return corners[order]


def _flattened(pixels: Pixels, corners: NDArray[np.float32]) -> tuple[Pixels, NDArray[np.float64]]:
    upper_left, upper_right, lower_right, lower_left = corners
    width = int(
        max(np.linalg.norm(upper_right - upper_left), np.linalg.norm(lower_right - lower_left))
    )
    height = int(
        max(np.linalg.norm(lower_left - upper_left), np.linalg.norm(lower_right - upper_right))
    )
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    forward = cv2.getPerspectiveTransform(corners, flat)
    warped = cv2.warpPerspective(
        pixels, forward, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    back = np.asarray(np.linalg.inv(forward), dtype=np.float64)
    return warped.astype(np.uint8, copy=False), back


def _evenly_lit(pixels: Pixels) -> Pixels:
    """Divide the paper's own brightness out where it differs much over the sheet."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _PROBE_SIDE / max(height, width))
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    paper = cv2.GaussianBlur(paper, (0, 0), 15)
    dark, bright = np.percentile(paper, (5, 95))
    if bright <= 0 or (dark / bright > _EVEN_LIGHT and bright > _PAPER * _EVEN_LIGHT):
        return pixels
    light = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    even = grey.astype(np.float32) * (_PAPER / np.maximum(light, 1.0))
    lit = np.clip(even, 0, 255).astype(np.uint8)
    return np.repeat(lit[:, :, None], 3, axis=2)
