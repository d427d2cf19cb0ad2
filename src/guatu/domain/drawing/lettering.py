"""Sets words into boxes: one line or several, shortened by the measured rule, never outside."""

from guatu.domain.drawing import palette
from guatu.domain.drawing.metrics import fit, wrap
from guatu.domain.drawing.shapes import ASCENT, Anchor, Box, Text

# The distance of baselines, as a part of the size.
LEADING = 1.1


def _x_of(cell: Box, anchor: Anchor) -> float:
    return {Anchor.START: cell.x, Anchor.MIDDLE: cell.center, Anchor.END: cell.right}[anchor]


def line_in(
    cell: Box,
    words: str,
    size: float,
    *,
    anchor: Anchor = Anchor.START,
    fill: str = palette.INK,
    strong: bool = False,
) -> tuple[Text, ...]:
    """Return the words as one line in the middle of the cell's height; nothing if none fits."""
    return lines_in(cell, words, size, lines=1, anchor=anchor, fill=fill, strong=strong)


def lines_in(
    cell: Box,
    words: str,
    size: float,
    *,
    lines: int,
    anchor: Anchor = Anchor.START,
    fill: str = palette.INK,
    strong: bool = False,
) -> tuple[Text, ...]:
    """Return the words broken into at most so many lines, as many as the cell is high enough for."""
    room = int((cell.height - size + 0.001) // (size * LEADING)) + 1 if cell.height >= size else 0
    count = min(lines, room)
    if count < 1 or not words:
        return ()
    if count == 1:
        shortened = fit(" ".join(words.split()), size, cell.width)
        broken: tuple[str, ...] = (shortened,) if shortened else ()
    else:
        broken = wrap(words, size, cell.width, count)
    return stacked(cell, broken, size, anchor=anchor, fill=fill, strong=strong)


def stacked(
    cell: Box,
    broken: tuple[str, ...],
    size: float,
    *,
    anchor: Anchor = Anchor.START,
    fill: str = palette.INK,
    strong: bool = False,
) -> tuple[Text, ...]:
    """Return given lines, each shortened to the cell, stacked around the middle of its height."""
    if not broken:
        return ()
    height = size + (len(broken) - 1) * size * LEADING
    first = cell.middle - height / 2 + ASCENT * size
    return tuple(
        Text(
            x=_x_of(cell, anchor),
            y=first + place * size * LEADING,
            words=words,
            size=size,
            cell=cell,
            fill=fill,
            anchor=anchor,
            strong=strong,
        )
        for place, line in enumerate(broken)
        if (words := fit(line, size, cell.width))
    )
