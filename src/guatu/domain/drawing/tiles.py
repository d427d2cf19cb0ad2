"""Cuts a big sheet into A3 pages that are glued together: overlap, edges to cut, coordinates."""

import math
from dataclasses import replace

from guatu.domain.drawing import palette
from guatu.domain.drawing.lettering import line_in
from guatu.domain.drawing.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Group,
    Line,
    Path,
    Rect,
    Runs,
    Shape,
    Text,
    Viewport,
    level,
    upright,
)
from guatu.domain.kernel.messages import Messages

A3_WIDTH, A3_HEIGHT = 420.0, 297.0
# What office printers leave white at the edges, and how far neighboring pages repeat one another.
PRINTER_MARGIN = 8.0
OVERLAP = 8.0


def _letters(line: int) -> str:
    return chr(ord("A") + line)


def _edges(box: Box, *, follows: tuple[bool, bool]) -> tuple[Shape, ...]:
    """Marks at the overlap: cut along the dashed line, glue the next page over the strip."""
    shapes: list[Shape] = []
    dash = (3.0, 2.0)
    across, down = follows
    if across:
        x = box.right - OVERLAP
        shapes.append(upright(x, box.y - 5, box.y - 0.5, palette.INK, 0.3))
        shapes.append(upright(x, box.bottom + 0.5, box.bottom + 5, palette.INK, 0.3))
        shapes.append(upright(x, box.y, box.bottom, palette.GRAY, 0.15, dash=dash))
    if down:
        y = box.bottom - OVERLAP
        shapes.append(level(y, box.x - 5, box.x - 0.5, palette.INK, 0.3))
        shapes.append(level(y, box.right + 0.5, box.right + 5, palette.INK, 0.3))
        shapes.append(level(y, box.x, box.right, palette.GRAY, 0.15, dash=dash))
    return tuple(shapes)


def _place_of(shape: Text | Rect | Line | Path | Runs | Circle | Viewport) -> Box:
    """The box around a shape that holds no others."""
    match shape:
        case Text():
            return shape.extent
        case Rect() | Viewport():
            return shape.box
        case Line():
            corners: tuple[tuple[float, float], ...] = (
                (shape.x1, shape.y1),
                (shape.x2, shape.y2),
            )
        case Path():
            corners = shape.points or ((0.0, 0.0),)
        case Runs():
            corners = tuple(point for run in shape.runs for point in run) or ((0.0, 0.0),)
        case Circle():
            x, y, reach = shape.x, shape.y, shape.radius
            corners = ((x - reach, y - reach), (x + reach, y + reach))
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


def shapes_within(shapes: tuple[Shape, ...], view: Box) -> tuple[Shape, ...]:
    """Return the shapes that show in the view; groups keep what of them shows."""
    # Lines have no area and strokes reach beyond their box: look a little farther.
    wide = Box(x=view.x - 3, y=view.y - 3, width=view.width + 6, height=view.height + 6)
    found: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Group):
            inner = shapes_within(shape.shapes, view.moved(-shape.across, -shape.down))
            if inner:
                found.append(replace(shape, shapes=inner))
        elif wide.meets(_place_of(shape), tolerance=-0.01):
            found.append(shape)
    return tuple(found)


def cut_into_tiles(
    sheet: Drawing, inner: Box, sheet_place: int, messages: Messages
) -> tuple[Drawing, ...]:
    """Return the part ``inner`` of the sheet as A3 pages, row by row.

    Pages are named like a map: rows A, B, C from the top, columns 1, 2, 3 from the left;
    ``sheet_place`` is put before the name where there are several sheets (0: only one).
    """
    wide, high = A3_WIDTH - 2 * PRINTER_MARGIN, A3_HEIGHT - 2 * PRINTER_MARGIN
    columns = math.ceil((inner.width - OVERLAP) / (wide - OVERLAP))
    lines = math.ceil((inner.height - OVERLAP) / (high - OVERLAP))
    tiles: list[Drawing] = []
    for line in range(lines):
        for column in range(columns):
            left, top = inner.x + column * (wide - OVERLAP), inner.y + line * (high - OVERLAP)
            view = Box(
                x=left,
                y=top,
                width=min(wide, inner.right - left),
                height=min(high, inner.bottom - top),
            )
            box = Box(x=PRINTER_MARGIN, y=PRINTER_MARGIN, width=view.width, height=view.height)
            name = f"{_letters(line)}{column + 1}"
            prefix = f"{sheet_place}-" if sheet_place else ""
            words = messages.words(
                "drawing.tile", {"name": prefix + name, "lines": lines, "columns": columns}
            )
            note = Box(x=A3_WIDTH - 130, y=A3_HEIGHT - PRINTER_MARGIN + 1.2, width=120, height=5.2)
            shapes: tuple[Shape, ...] = (
                Rect(box=Box(x=0, y=0, width=A3_WIDTH, height=A3_HEIGHT), fill=palette.PAPER),
                Viewport(box=box, view=view, shapes=shapes_within(sheet.shapes, view)),
                *_edges(box, follows=(column < columns - 1, line < lines - 1)),
                *line_in(note, words, 4.0, anchor=Anchor.END, fill=palette.MUTED),
            )
            tiles.append(
                Drawing(
                    width=A3_WIDTH,
                    height=A3_HEIGHT,
                    title=f"{sheet.title} {prefix}{name}",
                    shapes=shapes,
                )
            )
    return tuple(tiles)
