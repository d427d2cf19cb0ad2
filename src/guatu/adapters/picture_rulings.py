"""The thin lines of a scanned page: what its tables are ruled with, and lines of words cut at them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from guatu.adapters.pdf_rulings import Uprights
from guatu.domain.reading.boxes import BoxedLine, Ruling

_SHORTEST_SHARE = 0.022
_THICKEST_SHARE = 0.006
_SLOPE = 0.09
_BLOCK_SHARE = 0.02
_DARKER = 12
_MOST_STRETCHES = 4000
_WITHIN = 0.4
_HALF_WIDE = 0x2E7F

Stretch = NDArray[np.float64]
"""Two ends (x, y) of a drawn line."""


def stretches(pixels: NDArray[np.uint8]) -> list[Stretch]:
    """Return the ends of the long thin lines, level and upright, of a picture (height, width, 3).

    A line may slant by a few degrees; strokes of type are too short, bars and edges of pictures too
    thick.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    side = max(grey.shape)
    block = max(15, int(side * _BLOCK_SHARE)) | 1
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _DARKER
    )
    dark = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    shortest = max(12, int(side * _SHORTEST_SHARE))
    found: list[Stretch] = []
    for level in (True, False):
        kernel = np.ones((1, shortest) if level else (shortest, 1), np.uint8)
        kept = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
        laid = np.asarray(kept if level else kept.T, dtype=np.uint8)
        found += _ends(laid, max(3.0, side * _THICKEST_SHARE), level=level)
    return found


def _ends(drawn: NDArray[np.uint8], thickest: float, *, level: bool) -> Iterator[Stretch]:
    """Yield the ends of the level lines of a picture; an upright picture is handed over laid down."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(drawn), connectivity=8
    )
    if count > _MOST_STRETCHES:
        return
    for number in range(1, count):
        x, y, wide, high, area = (int(one) for one in stats[number])
        if high > thickest + _SLOPE * wide or area > thickest * wide:
            continue
        mine = labels[y : y + high, x : x + wide] == number
        rows = np.arange(high)[:, None]
        few = max(1, wide // 20)
        first, last = (
            float((rows * part).sum() / max(1, part.sum()))
            for part in (mine[:, :few], mine[:, -few:])
        )
        ends = np.array([(x, y + first), (x + wide - 1, y + last)])
        yield ends if level else ends[:, ::-1].copy()


def rulings_of(levelled: Sequence[Stretch]) -> tuple[Ruling, ...]:
    """Return drawn lines, put upright, as rulings."""
    found: list[Ruling] = []
    for (x0, y0), (x1, y1) in levelled:
        level = abs(x1 - x0) >= abs(y1 - y0)
        start, end = sorted((x0, x1) if level else (y0, y1))
        at = (y0 + y1) / 2 if level else (x0 + x1) / 2
        found.append(Ruling(level=level, at=float(at), start=float(start), end=float(end)))
    return tuple(found)


def parted(line: BoxedLine, uprights: Uprights) -> Iterator[BoxedLine]:
    """Yield the pieces of a line of words that upright rulings cut: the eye sees over thin lines."""
    middle, edge = (line.box.y0 + line.box.y1) / 2, _WITHIN * line.size
    cuts = uprights.between(line.box.x0 + edge, line.box.x1 - edge, middle)
    places = [0, *(_sign_at(line, cut) for cut in cuts), len(line.words)]
    edges = [line.box.x0, *cuts, line.box.x1]
    for (first, last), (x0, x1) in zip(pairwise(places), pairwise(edges), strict=True):
        words = line.words[first:last].strip()
        if words and last > first:
            yield replace(line, words=words, box=replace(line.box, x0=x0, x1=x1))


def _sign_at(line: BoxedLine, x: float) -> int:
    """Return the number of the first character behind a place, by how wide characters are."""
    wide = [1.0 if ord(sign) > _HALF_WIDE else 0.5 for sign in line.words]
    behind = np.cumsum(wide) / sum(wide) * line.box.width + line.box.x0
    middles = behind - np.asarray(wide) / sum(wide) * line.box.width / 2
    return int(np.searchsorted(middles, x))
