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
    Ink,
    Line,
    Path,
    Rect,
    Runs,
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


class _Writer:
    """Writes shapes; what a group shares is written on the group and left out below it."""

    def __init__(self, *, for_screen: bool, digits: int) -> None:
        self._for_screen = for_screen
        self._digits = digits

    def _number(self, value: float) -> str:
        if not value % 1:
            return str(int(value))
        return f"{value:.{self._digits}f}".rstrip("0").rstrip(".")

    def _pairs(self, points: Iterable[tuple[float, float]]) -> str:
        return " ".join(f"{self._number(x)},{self._number(y)}" for x, y in points)

    def _dash(self, dash: tuple[float, ...]) -> str:
        return f' stroke-dasharray="{" ".join(map(self._number, dash))}"' if dash else ""

    def _ink(self, shape: Rect | Path | Runs | Circle, given: Ink) -> str:
        parts = [] if shape.fill == given.fill else [f' fill="{shape.fill}"']
        if shape.stroke == "none" or not shape.stroke_width:
            return "".join([*parts, ' stroke="none"'] if given.stroke else parts)
        parts.append(self._stroke(shape.stroke, shape.stroke_width, given))
        if not isinstance(shape, Circle):
            parts.append(self._dash(shape.dash))
        return "".join(parts)

    def _stroke(self, stroke: str, width: float, given: Ink) -> str:
        named = "" if stroke == given.stroke else f' stroke="{stroke}"'
        wide = self._number(width)
        same = given.stroke_width and wide == self._number(given.stroke_width)
        return named if same else f'{named} stroke-width="{wide}"'

    def _text(self, shape: Text, given: Ink) -> str:
        anchor = "" if shape.anchor is Anchor.START else f' text-anchor="{shape.anchor}"'
        size = "" if shape.size == given.size else f' font-size="{self._number(shape.size)}"'
        fill = "" if shape.fill == given.fill else f' fill="{shape.fill}"'
        strong = ' stroke="none"' if given.stroke else ""
        if shape.strong:
            outline = self._number(shape.size * _STRONG_OUTLINE)
            strong = f' stroke="{shape.fill}" stroke-width="{outline}"'
        return (
            f'<text x="{self._number(shape.x)}" y="{self._number(shape.y)}"'
            f"{size}{anchor}{fill}{strong}>{_words(shape.words)}</text>"
        )

    def _rect(self, shape: Rect, given: Ink) -> str:
        box = shape.box
        place = (
            f'<rect x="{self._number(box.x)}" y="{self._number(box.y)}" '
            f'width="{self._number(box.width)}" height="{self._number(box.height)}"'
        )
        radius = f' rx="{self._number(shape.radius)}"' if shape.radius else ""
        drawn = f"{place}{radius}{self._ink(shape, given)}"
        if shape.title and self._for_screen:
            drawn += f"><title>{_words(shape.title)}</title></rect>"
        else:
            drawn += "/>"
        if shape.hatched:
            bare = ' stroke="none"' if given.stroke else ""
            drawn += f'{place} fill="url(#guatu-stop)"{bare}/>'
        return drawn

    def _line(self, shape: Line, given: Ink) -> str:
        number = self._number
        return (
            f'<line x1="{number(shape.x1)}" y1="{number(shape.y1)}" x2="{number(shape.x2)}" '
            f'y2="{number(shape.y2)}"{self._stroke(shape.stroke, shape.stroke_width, given)}'
            f"{self._dash(shape.dash)}/>"
        )

    def _path(self, shape: Path, given: Ink) -> str:
        tag = "polygon" if shape.closed else "polyline"
        return f'<{tag} points="{self._pairs(shape.points)}"{self._ink(shape, given)}/>'

    def _runs(self, shape: Runs, given: Ink) -> str:
        end = "z" if shape.closed else ""
        drawn = "".join(f"M{self._pairs(points)}{end}" for points in shape.runs)
        return f'<path d="{drawn}"{self._ink(shape, given)}/>'

    def _circle(self, shape: Circle, given: Ink) -> str:
        x, y, radius = map(self._number, (shape.x, shape.y, shape.radius))
        return f'<circle cx="{x}" cy="{y}" r="{radius}"{self._ink(shape, given)}/>'

    def _shared(self, ink: Ink) -> str:
        parts = [f' fill="{ink.fill}"'] if ink.fill else []
        if ink.stroke:
            parts.append(f' stroke="{ink.stroke}"')
        if ink.stroke_width:
            parts.append(f' stroke-width="{self._number(ink.stroke_width)}"')
        if ink.size:
            parts.append(f' font-size="{self._number(ink.size)}"')
        return "".join(parts)

    def _group(self, shape: Group, given: Ink) -> Iterable[str]:
        moved = ""
        if shape.across or shape.down:
            across, down = self._number(shape.across), self._number(shape.down)
            moved = f' transform="translate({across} {down})"'
        if shape.ink is not None:
            moved += self._shared(shape.ink)
            given = _within(given, shape.ink)
        closed = ""
        if self._for_screen:
            opened, closed = _hooked(shape)
            yield f"<g{moved}{opened}"
        else:
            yield f"<g{moved}>"
        yield from self.shapes(shape.shapes, given)
        yield f"{closed}</g>"

    def _viewport(self, shape: Viewport, given: Ink) -> Iterable[str]:
        box, view, number = shape.box, shape.view, self._number
        yield (
            f'<svg x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
            f'height="{number(box.height)}" viewBox="{number(view.x)} {number(view.y)} '
            f'{number(view.width)} {number(view.height)}" overflow="hidden">'
        )
        yield from self.shapes(shape.shapes, given)
        yield "</svg>"

    def shapes(self, shapes: Iterable[Shape], given: Ink) -> Iterable[str]:
        """Yield the elements of the shapes, what ``given`` already says left out."""
        for shape in shapes:
            match shape:
                case Text():
                    yield self._text(shape, given)
                case Rect():
                    yield self._rect(shape, given)
                case Line():
                    yield self._line(shape, given)
                case Path():
                    yield self._path(shape, given)
                case Runs():
                    yield self._runs(shape, given)
                case Circle():
                    yield self._circle(shape, given)
                case Group():
                    yield from self._group(shape, given)
                case Viewport():
                    yield from self._viewport(shape, given)


def _within(outer: Ink, inner: Ink) -> Ink:
    """What holds inside a group: its own ink over that of the groups around it."""
    return Ink(
        fill=inner.fill or outer.fill,
        stroke=inner.stroke or outer.stroke,
        stroke_width=inner.stroke_width or outer.stroke_width,
        size=inner.size or outer.size,
    )


def _hooked(shape: Group) -> tuple[str, str]:
    """The rest of a group's opening tag with all that a reader can point at, and its closing."""
    hooks = "".join(f' data-{name}="{_words(value)}"' for name, value in shape.data)
    # A title is read aloud with what it names; where the keyboard stops it is the name.
    named = shape.title and (shape.focusable or shape.href)
    spoken = f' aria-label="{_words(shape.title)}"' if named else ""
    title = f"<title>{_words(shape.title)}</title>" if shape.title else ""
    if shape.href:
        return f'{hooks}><a href="{_words(shape.href)}"{spoken}>{title}', "</a>"
    if shape.focusable:
        spoken += ' tabindex="0" role="img"'
    return f"{hooks}{spoken}>{title}", ""


def _hatching(unit: str) -> str:
    step, weight = (2.4, 0.35) if unit == "mm" else (8.0, 1.2)
    return (
        f'<defs><pattern id="guatu-stop" width="{step}" height="{step}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" '
        f'y2="{step}" stroke="{palette.STOP}" stroke-width="{weight}"/></pattern></defs>'
    )


def _side(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")


def to_svg(drawing: Drawing, *, for_screen: bool) -> str:
    """Return the drawing as one SVG document.

    For a screen it carries what a reader can point at: titles, links, stops for the
    keyboard and ``data-`` hooks. For print it carries the ink alone.
    """
    width, height = drawing.size
    view = f"{_side(drawing.width)} {_side(drawing.height)}"
    # A tenth of a pixel cannot be seen; on paper a hundredth of a millimeter cannot.
    writer = _Writer(for_screen=for_screen, digits=1 if drawing.unit == "px" else 2)
    role = "group" if for_screen else "img"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_side(width)}{drawing.unit}" '
        f'height="{_side(height)}{drawing.unit}" viewBox="0 0 {view}" '
        f'font-family="{FONT_FAMILIES}" role="{role}" aria-label="{_words(drawing.title)}">'
    )
    return "".join((head, _hatching(drawing.unit), *writer.shapes(drawing.shapes, Ink()), "</svg>"))
