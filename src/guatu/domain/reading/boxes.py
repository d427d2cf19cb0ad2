"""Lines with boxes: what a PDF's text layer or a scan knows of a page besides its words."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page; the origin is the upper left corner.

    The measure is the page's own: points of a PDF, pixels of an image. ``page`` counts from 1.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if self.page < 1 or self.x1 < self.x0 or self.y1 < self.y0:
            raise ValueError(
                f"no box on a page: {self.page}, {self.x0}..{self.x1}, {self.y0}..{self.y1}"
            )

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxedLine:
    """A line of a page as seen: its words, where it stands, how big its type is, how sure.

    ``box`` is where it stands once the page is put upright; ``shown`` where it stands on the
    picture as received. ``size`` is the height of its type in the page's measure; ``score``
    lies between 0 and 1 and is 1 for a text layer. ``aside`` tells that it runs across the
    page (a water mark, a stamp) and is read with nothing else.
    """

    words: str
    box: Box
    size: float
    score: float = 1.0
    shown: Box | None = None
    aside: bool = False

    def __post_init__(self) -> None:
        if not self.words.strip() or "\n" in self.words:
            raise ValueError("a boxed line holds the words of one line")
        if self.size <= 0 or not 0 <= self.score <= 1:
            raise ValueError(f"no size or score of a line: {self.size}, {self.score}")

    @property
    def on_picture(self) -> Box:
        """Where the line stands on the picture as received."""
        return self.shown or self.box


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A straight thin line of a page: ``level`` or upright, at ``at``, from ``start`` to ``end``.

    The measure is that of the page's boxes, from its upper left corner.
    """

    level: bool
    at: float
    start: float
    end: float

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a ruling runs from {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxedPage:
    """One page: its number, its size in its own measure, its lines in no order, its rulings."""

    number: int
    width: float
    height: float
    lines: tuple[BoxedLine, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def __post_init__(self) -> None:
        if self.number < 1 or self.width <= 0 or self.height <= 0:
            raise ValueError(f"no page: {self.number}, {self.width} x {self.height}")


def body_size(lines: tuple[BoxedLine, ...]) -> float:
    """Return the size of the type that most words are set in; 1 for a page without a line."""
    sizes = [line.size for line in lines for _ in range(max(1, len(line.words) // 4))]
    return median(sizes) if sizes else 1.0
