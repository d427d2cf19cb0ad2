"""What tests ask of any drawing: texts that keep to their cells and off one another."""

from itertools import pairwise

from guatu.domain.drawing.shapes import Drawing, Text, texts_of


def texts(drawing: Drawing) -> list[Text]:
    return texts_of(drawing.shapes)


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts whose em boxes share an area, found by a sweep from top to bottom."""
    boxes = sorted(((one.extent, one.words) for one in texts(drawing)), key=lambda pair: pair[0].y)
    found = []
    open_boxes: list[tuple] = []
    for box, words in boxes:
        open_boxes = [pair for pair in open_boxes if pair[0].bottom > box.y]
        found += [(other, words) for extent, other in open_boxes if extent.meets(box)]
        open_boxes.append((box, words))
    return found


def escaping(drawing: Drawing) -> list[str]:
    """Texts that leave their cell."""
    return [one.words for one in texts(drawing) if not one.cell.holds(one.extent)]


def off_sheet(drawing: Drawing) -> list[str]:
    """Texts beyond the edge of the drawing."""
    return [
        one.words
        for one in texts(drawing)
        if one.extent.x < -0.01
        or one.extent.y < -0.01
        or one.extent.right > drawing.width + 0.01
        or one.extent.bottom > drawing.height + 0.01
    ]


def ascending(numbers: list[float]) -> bool:
    return all(one <= other for one, other in pairwise(numbers))
