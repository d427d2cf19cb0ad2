"""The thin lines that a PDF page draws: what its tables are ruled with."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from guatu.domain.reading.boxes import Ruling

_THICKEST = 3.0
_SHORTEST = 6.0
_STRAIGHT = 0.6
_SLACK = 0.5
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 40_000

Point = tuple[float, float]
Shown = Callable[[float, float], Point]
"""Turns a place in the file's measure into one on the page as it is shown."""


def rulings_of(page: pypdfium2.PdfPage, shown: Shown) -> tuple[Ruling, ...]:
    """Return the level and upright thin lines of a page, from its upper left corner."""
    found: list[Ruling] = []
    allowed = _MOST_SEGMENTS
    for number, one in enumerate(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if number >= _MOST_OBJECTS:
            break
        left, bottom, right, top = one.get_bounds()
        if min(right - left, top - bottom) <= _THICKEST:
            found += ruling_between(shown(left, bottom), shown(right, top))
            continue
        points = min(pdfium.FPDFPath_CountSegments(one), allowed)
        allowed -= points
        for start, end in _segments(one, points):
            if min(abs(start[0] - end[0]), abs(start[1] - end[1])) <= _STRAIGHT:
                found += ruling_between(shown(*start), shown(*end))
    return tuple(found)


def ruling_between(one: Point, other: Point) -> Iterator[Ruling]:
    """Yield the ruling that runs between two corners, in points; none where it is too short."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if x1 - x0 >= max(_SHORTEST, y1 - y0):
        yield Ruling(level=True, at=(y0 + y1) / 2, start=x0, end=x1)
    elif y1 - y0 >= _SHORTEST:
        yield Ruling(level=False, at=(x0 + x1) / 2, start=y0, end=y1)


def _segments(path: pypdfium2.PdfObject, points: int) -> Iterator[tuple[Point, Point]]:
    """Yield the straight segments of a drawn path, such as a whole grid or the frame of a cell.

    Only its first ``points`` are looked at: a map on a page is drawn with any number of them.
    """
    matrix = path.get_matrix()
    x, y = pdfium.c_float(), pdfium.c_float()
    first: Point | None = None
    last: Point | None = None
    for index in range(points):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
            yield point, first
        last = point


class Uprights:
    """The upright rulings of a page, to tell whether one parts two characters of a line."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._found = sorted((one for one in rulings if not one.level), key=lambda one: one.at)
        self._places = [one.at for one in self._found]

    def part(self, x0: float, x1: float, base: float, size: float) -> bool:
        """Tell whether a ruling stands between two places on one base line."""
        first = bisect_left(self._places, min(x0, x1) - _SLACK)
        last = bisect_right(self._places, max(x0, x1) + _SLACK)
        return any(one.start <= base - size / 3 <= one.end for one in self._found[first:last])

    def between(self, x0: float, x1: float, y: float) -> list[float]:
        """Return where rulings cross a level line between two places, from left to right."""
        first, last = bisect_left(self._places, x0), bisect_right(self._places, x1)
        return [one.at for one in self._found[first:last] if one.start <= y <= one.end]
