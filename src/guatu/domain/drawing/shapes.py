"""What a picture is made of: boxes, texts, lines and groups in one unit of length.

A ``Drawing`` is laid out once and goes to every outlet (page, print, SVG, PDF, PNG).
Lengths are in the drawing's unit: millimeters on paper, pixels on a screen. The
y axis points down. Nothing here knows SVG; ``svg.to_svg`` writes it.
"""

from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.drawing.metrics import text_width

# Where the em box of a line of text lies around its baseline (Noto Sans SC, OS/2 table).
ASCENT = 0.88
DESCENT = 0.12


class Anchor(StrEnum):
    """Which point of a text its x means."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle of the sheet."""

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        if self.width < 0 or self.height < 0:
            raise ValueError(f"a box of {self.width} by {self.height} has no inside")

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The y of the middle."""
        return self.y + self.height / 2

    @property
    def center(self) -> float:
        """The x of the middle."""
        return self.x + self.width / 2

    def inset(self, across: float, down: float = 0.0) -> "Box":
        """Return the box made smaller on each side; never smaller than nothing."""
        return Box(
            x=self.x + across,
            y=self.y + down,
            width=max(0.0, self.width - 2 * across),
            height=max(0.0, self.height - 2 * down),
        )

    def moved(self, across: float, down: float) -> "Box":
        """Return the box at another place."""
        return Box(x=self.x + across, y=self.y + down, width=self.width, height=self.height)

    def holds(self, other: "Box", *, tolerance: float = 0.01) -> bool:
        """Tell whether the other box lies within this one."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def meets(self, other: "Box", *, tolerance: float = 0.01) -> bool:
        """Tell whether the two boxes share an area."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text on its baseline, and the cell that it must not leave."""

    x: float
    y: float
    words: str
    size: float
    cell: Box
    fill: str
    anchor: Anchor = Anchor.START
    strong: bool = False

    @property
    def extent(self) -> Box:
        """The em boxes of the line, by the advance widths of the font."""
        width = text_width(self.words, self.size)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[self.anchor]
        return Box(
            x=self.x - shift,
            y=self.y - ASCENT * self.size,
            width=width,
            height=(ASCENT + DESCENT) * self.size,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A filled or outlined rectangle; ``hatched`` lays the stop-work hatching over it.

    ``title`` is shown on hover, on a screen only.
    """

    box: Box
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    radius: float = 0.0
    hatched: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A polygon or an open run of points."""

    points: tuple[tuple[float, float], ...]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Many lines or polygons in one ink, written as one element: a page of thousands stays light."""

    runs: tuple[tuple[tuple[float, float], ...], ...]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A circle or a ring."""

    x: float
    y: float
    radius: float
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """What the shapes of a group share, so that it is written once: colors, line, letter size."""

    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Shapes that belong together: moved as one, said as one, opened as one.

    ``title`` is shown on hover and read aloud; ``href`` opens on click; ``focusable``
    lets the keyboard stop here; ``data`` are the hooks of the page's own element.
    The last three matter on a screen only. ``ink`` is what most of its shapes share:
    it changes how they are written, never how they look.
    """

    shapes: tuple["Shape", ...]
    across: float = 0.0
    down: float = 0.0
    title: str = ""
    href: str = ""
    focusable: bool = False
    data: tuple[tuple[str, str], ...] = ()
    ink: Ink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewport:
    """A window onto shapes: the part ``view`` of their plane, shown in ``box``, the rest cut."""

    box: Box
    view: Box
    shapes: tuple["Shape", ...]


Shape = Text | Rect | Line | Path | Runs | Circle | Group | Viewport


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One sheet: its size, the unit of all lengths (``mm`` or ``px``), its title, its shapes.

    ``scale`` is the size on paper of one unit: a sheet laid out for A0 goes onto A1
    with a scale of 0.707.
    """

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...]
    unit: str = "mm"
    scale: float = 1.0

    def __post_init__(self) -> None:
        if self.unit not in {"mm", "px"}:
            raise ValueError(f"a drawing is measured in mm or px, not {self.unit!r}")

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on paper or screen."""
        return self.width * self.scale, self.height * self.scale


def upright(
    x: float, top: float, bottom: float, stroke: str, width: float, *, dash: tuple[float, ...] = ()
) -> Line:
    """Return a vertical line."""
    return Line(x1=x, y1=top, x2=x, y2=bottom, stroke=stroke, stroke_width=width, dash=dash)


def level(
    y: float, left: float, right: float, stroke: str, width: float, *, dash: tuple[float, ...] = ()
) -> Line:
    """Return a horizontal line."""
    return Line(x1=left, y1=y, x2=right, y2=y, stroke=stroke, stroke_width=width, dash=dash)


def texts_of(shapes: tuple[Shape, ...], across: float = 0.0, down: float = 0.0) -> list[Text]:
    """Return every text of the shapes at its place on the sheet; cut windows are left out."""
    found: list[Text] = []
    for shape in shapes:
        if isinstance(shape, Text):
            found.append(
                Text(
                    x=shape.x + across,
                    y=shape.y + down,
                    words=shape.words,
                    size=shape.size,
                    cell=shape.cell.moved(across, down),
                    fill=shape.fill,
                    anchor=shape.anchor,
                    strong=shape.strong,
                )
            )
        elif isinstance(shape, Group):
            found.extend(texts_of(shape.shapes, across + shape.across, down + shape.down))
    return found
