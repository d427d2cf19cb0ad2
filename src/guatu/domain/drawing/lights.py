"""Lights and permit dots as shapes: each state has its own form, so that a gray copy still tells."""

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import Anchor, Box, Circle, Line, Path, Rect, Shape
from guatu.domain.drawing.wall_values import LaneState
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.messages import Messages

_FILLS = {
    LightColor.GREEN: (palette.GREEN, palette.PAPER),
    LightColor.BLUE: (palette.BLUE, palette.PAPER),
    LightColor.YELLOW: (palette.YELLOW, palette.INK),
    LightColor.ORANGE: (palette.ORANGE, palette.INK),
    LightColor.RED: (palette.RED, palette.PAPER),
    LightColor.GREY: (palette.PAPER, palette.INK),
}


def light_fill(color: LightColor) -> str:
    """Return the fill of a light."""
    return _FILLS[color][0]


# Corners in radii around the center.
_DIAMOND = ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0))
_HEXAGON = ((-1.1, 0.0), (-0.55, -1.0), (0.55, -1.0), (1.1, 0.0), (0.55, 1.0), (-0.55, 1.0))


def _polygon(
    x: float, y: float, radius: float, corners: tuple[tuple[float, float], ...], fill: str
) -> Path:
    points = tuple((x + across * radius, y + down * radius) for across, down in corners)
    return Path(points=points, fill=fill, stroke=palette.INK, stroke_width=radius * 0.07)


def _outline(x: float, y: float, radius: float, color: LightColor) -> Shape:
    """The form of a light: disc, ring, diamond, hexagon, square."""
    fill = light_fill(color)
    edge = palette.INK
    match color:
        case LightColor.RED:
            side = radius * 0.94
            box = Box(x=x - side, y=y - side, width=2 * side, height=2 * side)
            return Rect(box=box, fill=fill, radius=radius * 0.12)
        case LightColor.YELLOW:
            return _polygon(x, y, radius, _DIAMOND, fill)
        case LightColor.ORANGE:
            return _polygon(x, y, radius, _HEXAGON, fill)
        case LightColor.GREY | LightColor.BLUE:
            return Circle(
                x=x, y=y, radius=radius * 0.96, fill=fill, stroke=edge, stroke_width=radius * 0.12
            )
        case LightColor.GREEN:
            return Circle(x=x, y=y, radius=radius, fill=fill)


def light_mark(
    x: float, y: float, radius: float, color: LightColor, words: str
) -> tuple[Shape, ...]:
    """Return a light with a word or number in it, centered at a point."""
    size = radius * (1.15 if len(words) < 2 else 0.95 if len(words) < 3 else 0.8)
    cell = Box(x=x - radius * 1.2, y=y - radius * 1.2, width=radius * 2.4, height=radius * 2.4)
    lettering = line_in(cell, words, size, anchor=Anchor.MIDDLE, fill=_FILLS[color][1], strong=True)
    return (_outline(x, y, radius, color), *lettering)


def light_words(color: LightColor, messages: Messages) -> str:
    """Return the one sign that names the color."""
    return messages.words(f"drawing.light.{color}", {})


def permit_mark(x: float, y: float, radius: float, state: LaneState) -> tuple[Shape, ...]:
    """Return a permit's dot: full = done, half = under way, crossed square = blocked, ring = open."""
    ring = Circle(
        x=x,
        y=y,
        radius=radius * 0.9,
        fill=palette.PAPER,
        stroke=palette.HEAD,
        stroke_width=radius * 0.2,
    )
    match state:
        case LaneState.DONE:
            return (Circle(x=x, y=y, radius=radius, fill=palette.HEAD),)
        case LaneState.CURRENT:
            half = tuple(
                (x - radius * 0.9 * share, y + rise * radius * 0.9) for share, rise in _HALF_DISC
            )
            return (ring, Path(points=half, fill=palette.HEAD))
        case LaneState.BLOCKED:
            side = radius * 0.95
            box = Box(x=x - side, y=y - side, width=2 * side, height=2 * side)
            arm = side * 0.55
            return (
                Rect(box=box, fill=palette.RED),
                *(
                    Line(
                        x1=x - arm,
                        y1=y - arm * way,
                        x2=x + arm,
                        y2=y + arm * way,
                        stroke=palette.PAPER,
                        stroke_width=radius * 0.34,
                    )
                    for way in (1, -1)
                ),
            )
        case LaneState.OPEN:
            return (ring,)


# The left half of the unit circle, from the top to the bottom, as a polygon.
_HALF_DISC = (
    *((0.0, -1.0), (0.259, -0.966), (0.5, -0.866), (0.707, -0.707), (0.866, -0.5)),
    *((0.966, -0.259), (1.0, 0.0), (0.966, 0.259), (0.866, 0.5), (0.707, 0.707)),
    *((0.5, 0.866), (0.259, 0.966), (0.0, 1.0)),
)
