"""One page of an OFD file: where its characters stand, its thin lines, its largest picture.

Places are millimetres in the file and points here, from the upper left corner of the page. Source:
GB/T 33190-2016, sections 8.5 (graphic units, CTM), 9 (paths), 11 (text objects, DeltaX).
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from guatu.adapters.intake_bounds import MOST_CHARACTERS, SCAN_SHARE
from guatu.adapters.pdf_rulings import Uprights, ruling_between
from guatu.adapters.text_runs import FEW_LETTERS, LineRuns
from guatu.domain.reading.boxes import BoxedPage, Ruling

A4 = (0.0, 0.0, 210.0, 297.0)

_POINTS = 72 / 25.4
_LARGEST_SIDE = 20_000.0
_THICKEST = 3.0
_MOST_SEGMENTS = 40_000
_UPRIGHT = 0.1
# How many numbers each letter of a path's short form takes (section 9.2).
OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
TOKEN = re.compile(r"[SMLQBAC]|-?\d*\.?\d+(?:[eE]-?\d+)?")
_FIRST_WIDE = "\u2e80"

Area = tuple[float, float, float, float]
Point = tuple[float, float]


def numbers(words: str | None) -> list[float]:
    """Return the finite numbers of an attribute; [] where one of them is none."""
    try:
        found = [float(one) for one in (words or "").split()]
    except ValueError:
        return []
    return found if all(map(math.isfinite, found)) else []


def area_of(element: Any) -> Area | None:
    """Return x, y, width and height of a page or of a document's pages; None where it does not say."""
    for path in ("{*}Area/{*}PhysicalBox", "{*}CommonData/{*}PageArea/{*}PhysicalBox"):
        found = numbers(element.findtext(path))
        if len(found) == 4 and 0 < found[2] < _LARGEST_SIDE and 0 < found[3] < _LARGEST_SIDE:
            return found[0], found[1], found[2], found[3]
    return None


class OfdPage:
    """Takes what a page and its template draw; ``picture`` is the number of its largest picture."""

    def __init__(self, area: Area) -> None:
        self.picture: str | None = None
        self._area = area
        self._covered = 0.0
        self._texts: list[Any] = []
        self._rulings: list[Ruling] = []
        self._segments = _MOST_SEGMENTS
        self._letters = 0

    @property
    def is_picture(self) -> bool:
        """Whether the page shows a picture and hardly a word."""
        share = self._covered / (self._area[2] * self._area[3])
        return self._letters < FEW_LETTERS and share > SCAN_SHARE

    def draw(self, content: Any) -> None:
        """Take the objects of a page's content or of a template's, in their order."""
        for one in content.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject"):
            kind = one.tag.rpartition("}")[2]
            if kind == "TextObject":
                self._texts.append(one)
                self._letters += sum(len((each.text or "").strip()) for each in _codes(one))
            elif kind == "PathObject":
                self._rulings += self._ruled(one)
            else:
                box = numbers(one.get("Boundary"))
                if len(box) == 4 and box[2] * box[3] > self._covered:
                    self._covered, self.picture = box[2] * box[3], one.get("ResourceID")

    def read(self, number: int) -> BoxedPage:
        """Return the page with its lines; ``number`` counts from 1."""
        width, height = self._area[2] * _POINTS, self._area[3] * _POINTS
        runs = LineRuns(Uprights(self._rulings))
        for one in self._texts:
            self._write(one, runs)
        return BoxedPage(
            number=number,
            width=width,
            height=height,
            lines=runs.lines(number, width, height),
            rulings=tuple(self._rulings),
        )

    def _write(self, text: Any, runs: LineRuns) -> None:
        matrix = matrix_of(text)
        named = numbers(text.get("Size") or text.get("size"))
        size = named[0] if named and named[0] > 0 else 1.0
        high = size * math.hypot(matrix[2], matrix[3]) * _POINTS
        upright = abs(math.atan2(matrix[1], matrix[0])) < _UPRIGHT
        x = y = 0.0
        for code in _codes(text):
            x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
            words = code.text or ""
            across, down = steps_of(code.get("DeltaX")), steps_of(code.get("DeltaY"))
            for place, sign in enumerate(words):
                step = across[place] if place < len(across) else 0.0
                if place >= len(across) and not down:
                    step = size if sign >= _FIRST_WIDE else size / 2
                if not runs.is_blank(sign) and runs.letters < MOST_CHARACTERS:
                    at = self._shown(text, matrix, (x, y))
                    wide = step if step > 0 else size if sign >= _FIRST_WIDE else size / 2
                    wide *= math.hypot(matrix[0], matrix[1]) * _POINTS
                    runs.add(sign, *at, min(wide, 2 * high), max(high, 0.1), upright=upright)
                x += step
                y += down[place] if place < len(down) else 0.0

    def _shown(self, element: Any, matrix: Sequence[float], at: Point) -> Point:
        """Return a place of a graphic unit as it stands on the page, in points."""
        box = numbers(element.get("Boundary"))
        left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
        a, b, c, d, e, f = matrix
        x = at[0] * a + at[1] * c + e + left - self._area[0]
        y = at[0] * b + at[1] * d + f + top - self._area[1]
        return x * _POINTS, y * _POINTS

    def _ruled(self, path: Any) -> Iterator[Ruling]:
        """Yield the thin straight lines of a path: a line, a grid, or a very thin filled box."""
        box = numbers(path.get("Boundary"))
        if len(box) != 4:
            return
        if min(box[2], box[3]) * _POINTS <= _THICKEST:
            flat = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            corners = [self._shown(path, flat, at) for at in ((0.0, 0.0), (box[2], box[3]))]
            yield from ruling_between(*corners)
            return
        matrix = matrix_of(path)
        for one, other in self._lines(path.findtext("{*}AbbreviatedData") or ""):
            start, end = self._shown(path, matrix, one), self._shown(path, matrix, other)
            if min(abs(start[0] - end[0]), abs(start[1] - end[1])) <= 1:
                yield from ruling_between(start, end)

    def _lines(self, drawn: str) -> Iterator[tuple[Point, Point]]:
        """Yield the straight segments of a path's short form; a map is drawn with any number of them."""
        first = last = (0.0, 0.0)
        held: list[float] = []
        letter = ""
        for token in TOKEN.finditer(drawn):
            if token[0] in OPERANDS:
                letter, held = token[0], []
                if letter == "C":
                    yield last, first
                continue
            held.append(float(token[0]))
            if len(held) < OPERANDS.get(letter, 2):
                continue
            self._segments -= 1
            if self._segments < 0:
                return
            point = (held[-2], held[-1])
            if letter in {"M", "S"}:
                first = point
            elif letter == "L":
                yield last, point
            last, held = point, []


def _codes(text: Any) -> Iterator[Any]:
    yield from text.iterfind("{*}TextCode")


def matrix_of(element: Any) -> Sequence[float]:
    """Return the six numbers by which a unit is turned and stretched; where it names none, nothing is."""
    found = numbers(element.get("CTM"))
    return found if len(found) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def steps_of(packed: str | None) -> list[float]:
    """Return the steps from character to character; ``g 3 4.2`` stands for three of 4.2."""
    steps: list[float] = []
    parts = (packed or "").split()
    place = 0
    while place < len(parts):
        run = numbers(" ".join(parts[place + 1 : place + 3])) if parts[place] == "g" else []
        if len(run) == 2:
            steps += [run[1]] * int(min(max(run[0], 0), MOST_CHARACTERS - len(steps)))
            place += 3
            continue
        steps += numbers(parts[place])
        place += 1
    return steps
