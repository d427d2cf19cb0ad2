"""Writes a drawing as SVG, with presentation attributes only.

No style attribute and no style element, so that a page with a strict content policy
may hold it; ids are the same in every drawing and mean the same.
"""

import re
from collections.abc import Iterable
from html import escape

from guatu.domain.drawing import palette
from guatu.domain.drawing.shapes import (
    Anchor,
    Circle,
    Drawing,
    Group,
    Line,
    Path,
    Rect,
    Shape,
    Text,
    Viewport,
)

# The first family is embedded in PDFs; the others are what desks have.
FONT_FAMILIES = (
    "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif"
)
# The font has one weight: headings are drawn with an outline of this part of their size.
_STRONG_OUTLINE = 0.035
# Signs that XML 1.0 forbids even when escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _words(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), quote=True)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _ink(fill: str, stroke: str, stroke_width: float, dash: tuple[float, ...]) -> str:
    parts = [f' fill="{fill}"']
    if stroke != "none" and stroke_width:
        parts.append(f' stroke="{stroke}" stroke-width="{_number(stroke_width)}"')
        if dash:
            parts.append(f' stroke-dasharray="{" ".join(map(_number, dash))}"')
    return "".join(parts)


def _text(shape: Text) -> str:
    anchor = "" if shape.anchor is Anchor.START else f' text-anchor="{shape.anchor}"'
    strong = ""
    if shape.strong:
        outline = _number(shape.size * _STRONG_OUTLINE)
        strong = f' stroke="{shape.fill}" stroke-width="{outline}"'
    return (
        f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" font-size="{_number(shape.size)}"'
        f'{anchor} fill="{shape.fill}"{strong}>{_words(shape.words)}</text>'
    )


def _rect(shape: Rect) -> str:
    box = shape.box
    place = (
        f'<rect x="{_number(box.x)}" y="{_number(box.y)}" '
        f'width="{_number(box.width)}" height="{_number(box.height)}"'
    )
    radius = f' rx="{_number(shape.radius)}"' if shape.radius else ""
    ink = _ink(shape.fill, shape.stroke, shape.stroke_width, shape.dash)
    drawn = f"{place}{radius}{ink}/>"
    if shape.hatched:
        drawn += f'{place} fill="url(#guatu-stop)"/>'
    return drawn


def _line(shape: Line) -> str:
    dash = f' stroke-dasharray="{" ".join(map(_number, shape.dash))}"' if shape.dash else ""
    return (
        f'<line x1="{_number(shape.x1)}" y1="{_number(shape.y1)}" x2="{_number(shape.x2)}" '
        f'y2="{_number(shape.y2)}" stroke="{shape.stroke}" '
        f'stroke-width="{_number(shape.stroke_width)}"{dash}/>'
    )


def _path(shape: Path) -> str:
    run = " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points)
    tag = "polygon" if shape.closed else "polyline"
    return (
        f'<{tag} points="{run}"{_ink(shape.fill, shape.stroke, shape.stroke_width, shape.dash)}/>'
    )


def _circle(shape: Circle) -> str:
    ink = _ink(shape.fill, shape.stroke, shape.stroke_width, ())
    x, y, radius = _number(shape.x), _number(shape.y), _number(shape.radius)
    return f'<circle cx="{x}" cy="{y}" r="{radius}"{ink}/>'


def _group(shape: Group, *, for_screen: bool) -> Iterable[str]:
    moved = ""
    if shape.across or shape.down:
        moved = f' transform="translate({_number(shape.across)} {_number(shape.down)})"'
    opened = closed = ""
    if for_screen:
        hooks = "".join(f' data-{name}="{_words(value)}"' for name, value in shape.data)
        # A title is read aloud with what it names; where the keyboard stops it is the name.
        named = shape.title and (shape.focusable or shape.href)
        spoken = f' aria-label="{_words(shape.title)}"' if named else ""
        if shape.focusable and not shape.href:
            spoken += ' tabindex="0" role="img"'
        title = f"<title>{_words(shape.title)}</title>" if shape.title else ""
        if shape.href:
            opened = f'<a href="{_words(shape.href)}"{spoken}>'
            closed = "</a>"
            spoken = ""
        yield f"<g{moved}{hooks}{spoken}>{opened}{title}"
    else:
        yield f"<g{moved}>"
    yield from _shapes(shape.shapes, for_screen=for_screen)
    yield f"{closed}</g>"


def _viewport(shape: Viewport, *, for_screen: bool) -> Iterable[str]:
    box, view = shape.box, shape.view
    yield (
        f'<svg x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" '
        f'height="{_number(box.height)}" viewBox="{_number(view.x)} {_number(view.y)} '
        f'{_number(view.width)} {_number(view.height)}" overflow="hidden">'
    )
    yield from _shapes(shape.shapes, for_screen=for_screen)
    yield "</svg>"


def _shapes(shapes: Iterable[Shape], *, for_screen: bool) -> Iterable[str]:
    for shape in shapes:
        match shape:
            case Text():
                yield _text(shape)
            case Rect():
                yield _rect(shape)
            case Line():
                yield _line(shape)
            case Path():
                yield _path(shape)
            case Circle():
                yield _circle(shape)
            case Group():
                yield from _group(shape, for_screen=for_screen)
            case Viewport():
                yield from _viewport(shape, for_screen=for_screen)


def _hatching(unit: str) -> str:
    step, weight = (2.4, 0.35) if unit == "mm" else (8.0, 1.2)
    return (
        f'<defs><pattern id="guatu-stop" width="{step}" height="{step}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" '
        f'y2="{step}" stroke="{palette.STOP}" stroke-width="{weight}"/></pattern></defs>'
    )


def to_svg(drawing: Drawing, *, for_screen: bool) -> str:
    """Return the drawing as one SVG document.

    For a screen it carries what a reader can point at: titles, links, stops for the
    keyboard and ``data-`` hooks. For print it carries the ink alone.
    """
    width, height = drawing.size
    role = "group" if for_screen else "img"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(width)}{drawing.unit}" '
        f'height="{_number(height)}{drawing.unit}" '
        f'viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}" '
        f'font-family="{FONT_FAMILIES}" role="{role}" aria-label="{_words(drawing.title)}">'
    )
    return "".join(
        (head, _hatching(drawing.unit), *_shapes(drawing.shapes, for_screen=for_screen), "</svg>")
    )
