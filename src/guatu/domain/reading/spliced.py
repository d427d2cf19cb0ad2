"""Sets a passage of another article apart from the paragraph it was printed into.

The words stay in the article where they stand on the page, as a paragraph of their
own; the paragraph around them closes over the gap.
"""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.pieces import Piece
from guatu.domain.reading.repeats import Repetition
from guatu.domain.reading.strand import weave

SURE = 0.9
"""From here on a doubt speaks of the owner without reserve."""

APART = 0.5
"""From here on setting apart mends more than it breaks: the owner is likelier right than wrong."""


def set_apart(
    pieces: Sequence[Piece], found: Sequence[Repetition], plain: str
) -> tuple[Piece, ...]:
    """Return the articles with each passage likely misplaced as a paragraph of its own."""
    parted = list(pieces)
    for number, piece in enumerate(pieces):
        copies = [
            (one.copy.start, one.copy.end)
            for one in found
            if one.copy.text == number and one.sure >= APART
        ]
        if copies:
            parted[number] = _parted(piece, copies, plain)
    return tuple(parted)


def _parted(piece: Piece, copies: Sequence[tuple[int, int]], plain: str) -> Piece:
    spans: list[tuple[Span, ...]] = []
    offset = 0
    for strand, whole in zip(piece.paragraphs, piece.paragraph_spans, strict=True):
        size = len(strand.plain)
        inside = [
            (start - offset, end - offset)
            for start, end in copies
            if offset <= start and end <= offset + size and end - start < size
        ]
        offset += size
        if not inside:
            spans.append(whole)
            continue
        place = 0
        kept: list[Span] = []
        apart: list[tuple[Span, ...]] = []
        for start, end in sorted(inside):
            kept += strand.spans(place, start)
            apart.append(strand.spans(start, end))
            place = end
        kept += strand.spans(place, size)
        spans += [one for one in (tuple(kept), *apart) if one]
    return replace(
        piece,
        paragraphs=tuple(weave(plain, one) for one in spans),
        paragraph_spans=tuple(spans),
    )
