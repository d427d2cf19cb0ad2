"""Pages with boxes drawn as text: a row of the drawing is a line of the page."""

from guatu.domain.reading.boxes import Box, BoxedLine, BoxedPage

EM = 10.0
LEADING = 15.0


def line(words: str, x: float, y: float, *, size: float = EM, score: float = 1.0) -> BoxedLine:
    """Return a line whose characters are as wide as they are high; x and y in points."""
    box = Box(page=1, x0=x, y0=y, x1=x + size * len(words), y1=y + size)
    return BoxedLine(words=words, box=box, size=size, score=score)


def column(x: float, y: float, *rows: str) -> list[BoxedLine]:
    """Return rows below one another; a row that begins with two blanks is indented."""
    found: list[BoxedLine] = []
    for place, row in enumerate(rows):
        words = row.strip()
        shift = EM * (len(row) - len(row.lstrip()))
        if words:
            found.append(line(words, x + shift, y + LEADING * place))
    return found


def page(*lines: BoxedLine, width: float = 600, height: float = 800) -> BoxedPage:
    """Return a page of the lines, in no order."""
    return BoxedPage(number=1, width=width, height=height, lines=tuple(reversed(lines)))


def upright(words: str, x: float, y: float, *, size: float = EM) -> BoxedLine:
    """Return a line that runs down the page."""
    box = Box(page=1, x0=x, y0=y, x1=x + size, y1=y + size * len(words))
    return BoxedLine(words=words, box=box, size=size)
