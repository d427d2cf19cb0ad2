"""The schematic map: outline, rivers, and numbered lights that never cover one another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.lights import light_mark
from guatu.domain.drawing.metrics import text_width
from guatu.domain.drawing.shapes import Box, Drawing, Group, Line, Path, Rect, Shape
from guatu.domain.drawing.wall_values import WallMap, WallPoint

_ROUNDS = 60
_LONGEST_LABEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Projection:
    """Lays the plane of the map into a box, north up, the same scale both ways."""

    left: float
    top: float
    scale: float
    min_x: float
    max_y: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the sheet of a point of the plane."""
        return self.left + (x - self.min_x) * self.scale, self.top + (self.max_y - y) * self.scale


def _projection(sketch: WallMap, box: Box) -> _Projection:
    corners = [corner for ring in sketch.outline for corner in ring]
    corners += [(point.x, point.y) for point in sketch.points]
    xs, ys = [x for x, _ in corners] or [0.0, 1.0], [y for _, y in corners] or [0.0, 1.0]
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    scale = min(box.width / wide, box.height / high)
    return _Projection(
        left=box.x + (box.width - wide * scale) / 2,
        top=box.y + (box.height - high * scale) / 2,
        scale=scale,
        min_x=min(xs),
        max_y=max(ys),
    )


def _apart(
    places: Sequence[tuple[float, float]], distance: float, box: Box
) -> list[tuple[float, float]]:
    """Push places that are too near away from one another, staying within the box."""
    spots = [list(place) for place in places]
    for _ in range(_ROUNDS):
        quiet = True
        for one in range(len(spots)):
            for other in range(one + 1, len(spots)):
                quiet &= _push(spots[one], spots[other], distance, one - other)
        for spot in spots:
            spot[0] = min(max(spot[0], box.x), box.right)
            spot[1] = min(max(spot[1], box.y), box.bottom)
        if quiet:
            break
    return [(x, y) for x, y in spots]


def _push(one: list[float], other: list[float], distance: float, turn: int) -> bool:
    """Move two spots half of what is missing each; tell whether nothing was to do."""
    across, down = other[0] - one[0], other[1] - one[1]
    apart = math.hypot(across, down)
    if apart >= distance:
        return True
    if apart < 1e-6:
        across, down, apart = math.cos(turn), math.sin(turn), 1.0
        missing = distance / 2
    else:
        missing = (distance - apart) / 2 + distance * 0.01
    one[0] -= across / apart * missing
    one[1] -= down / apart * missing
    other[0] += across / apart * missing
    other[1] += down / apart * missing
    return False


def _label_box(
    spot: tuple[float, float], gap: float, width: float, height: float, side: int
) -> Box:
    """The candidate places of a label: right, left, above, below."""
    x, y = spot
    match side:
        case 0:
            return Box(x=x + gap, y=y - height / 2, width=width, height=height)
        case 1:
            return Box(x=x - gap - width, y=y - height / 2, width=width, height=height)
        case 2:
            return Box(x=x - width / 2, y=y - gap - height, width=width, height=height)
        case _:
            return Box(x=x - width / 2, y=y + gap, width=width, height=height)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1] + "…"


def _labels(
    points: Sequence[WallPoint],
    spots: Sequence[tuple[float, float]],
    radius: float,
    size: float,
    box: Box,
) -> list[Shape]:
    """Name the places where there is room; the number stands for the others."""
    reach = radius * 1.2
    taken = [Box(x=x - reach, y=y - reach, width=2 * reach, height=2 * reach) for x, y in spots]
    shapes: list[Shape] = []
    for point, spot in zip(points, spots, strict=True):
        words = _short(point.name)
        width = text_width(words, size) + 0.02
        for side in range(4):
            place = _label_box(spot, radius * 1.35, width, size * 1.05, side)
            if box.holds(place) and not any(place.meets(other) for other in taken):
                taken.append(place)
                shapes.extend(line_in(place, words, size))
                break
    return shapes


def draw_map(sketch: WallMap, box: Box, *, radius: float, letter: float) -> tuple[Shape, ...]:
    """Return the map within the box; a point that had to move keeps a line to its place."""
    ground = box.inset(radius * 1.6, radius * 1.6)
    lay = _projection(sketch, ground)
    shapes: list[Shape] = [Rect(box=box, fill=palette.FAINT)]
    line = radius * 0.12
    for ring in sketch.outline:
        points = tuple(lay.at(x, y) for x, y in ring)
        shapes.append(
            Path(points=points, fill=palette.LAND, stroke=palette.LAND_EDGE, stroke_width=line * 2)
        )
    for river in sketch.rivers:
        points = tuple(lay.at(x, y) for x, y in river)
        shapes.append(
            Path(points=points, stroke=palette.WATER, stroke_width=line * 3, closed=False)
        )
    true_places = [lay.at(point.x, point.y) for point in sketch.points]
    spots = _apart(true_places, radius * 2.5, ground)
    for (x, y), (true_x, true_y) in zip(spots, true_places, strict=True):
        if math.hypot(x - true_x, y - true_y) > radius * 0.5:
            shapes.append(
                Line(x1=x, y1=y, x2=true_x, y2=true_y, stroke=palette.MUTED, stroke_width=line)
            )
    shapes.extend(_labels(sketch.points, spots, radius, letter, box))
    for point, (x, y) in zip(sketch.points, spots, strict=True):
        mark = light_mark(x, y, radius, point.color, str(point.number))
        shapes.append(
            Group(
                shapes=mark,
                title=f"{point.number} {point.name}",
                href=point.href,
                data=(("place", str(point.number)), ("color", point.color.value)),
            )
        )
    return tuple(shapes)


def small_map(sketch: WallMap, *, width: float, height: float, title: str) -> Drawing:
    """Return the map as a drawing of its own for a page, in pixels."""
    box = Box(x=0, y=0, width=width, height=height)
    shapes = draw_map(sketch, box, radius=11, letter=12)
    return Drawing(width=width, height=height, title=title, shapes=shapes, unit="px")
