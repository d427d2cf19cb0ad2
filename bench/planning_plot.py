"""The growth of the passes as a picture: both axes by tens, a line a method."""

from collections.abc import Mapping, Sequence
from math import log10

from guatu.domain.drawing.palette import BLUE, CRITICAL_EDGE, GRAY, GREEN, INK, RED, RULE
from guatu.domain.drawing.shapes import Anchor, Box, Circle, Drawing, Line, Path, Shape, Text
from guatu.domain.drawing.svg import to_svg

_LEFT, _TOP, _WIDE, _HIGH = 70.0, 30.0, 520.0, 340.0
_INKS = (CRITICAL_EDGE, RED, GREEN, BLUE, GRAY, INK)


def plotted(sizes: Sequence[int], lines: Mapping[str, Sequence[float]]) -> str:
    """Return the picture as SVG; a time that is no number is left out."""
    times = [one for line in lines.values() for one in line if one > 0]
    low, high = int(log10(min(times)) - 1), int(log10(max(times)) + 1)
    first, last = log10(min(sizes)), log10(max(sizes))

    def across(size: float) -> float:
        return _LEFT + _WIDE * (log10(size) - first) / max(last - first, 1.0)

    def down(time: float) -> float:
        return _TOP + _HIGH * (high - log10(time)) / (high - low)

    shapes: list[Shape] = []
    for power in range(low, high + 1):
        y = down(10.0**power)
        shapes.append(Line(x1=_LEFT, y1=y, x2=_LEFT + _WIDE, y2=y, stroke=RULE, stroke_width=0.5))
        shapes.append(_words(f"{10.0**power:g} ms", _LEFT - 6, y + 4, Anchor.END))
    for size in sizes:
        shapes.append(_words(f"{size:,}", across(size), _TOP + _HIGH + 18, Anchor.MIDDLE))
    for (name, line), ink in zip(lines.items(), _INKS, strict=False):
        points = [(across(s), down(t)) for s, t in zip(sizes, line, strict=True) if t > 0]
        if not points:
            continue
        shapes.append(Path(points=tuple(points), stroke=ink, stroke_width=1.6, closed=False))
        shapes += [Circle(x=x, y=y, radius=2.6, fill=ink) for x, y in points]
        shapes.append(_words(name, points[-1][0] + 8, points[-1][1] + 4, Anchor.START, ink))
    title = "Both passes: time by number of activities"
    shapes.append(_words(title, _LEFT, 18, Anchor.START))
    drawing = Drawing(
        width=_LEFT + _WIDE + 150, height=_TOP + _HIGH + 30, title=title, shapes=tuple(shapes),
        unit="px",
    )  # fmt: skip
    return to_svg(drawing, for_screen=True)


def _words(words: str, x: float, y: float, anchor: Anchor, ink: str = INK) -> Text:
    cell = Box(x=0, y=y - 12, width=800, height=16)
    return Text(x=x, y=y, words=words, size=12, cell=cell, fill=ink, anchor=anchor)
