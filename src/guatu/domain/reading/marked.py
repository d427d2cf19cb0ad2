"""Lines judged by their words, judged again by what the layout of the source says of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.marks import LineMark, LineRole

_WORDS = (LineKind.BODY, LineKind.LEAD)


def marked_lines(lines: Sequence[Line], marks: Sequence[LineMark]) -> tuple[Line, ...]:
    """Return the lines with their kinds as the layout has it; a text page has no marks."""
    return tuple(_marked(lines, marks)) if marks else tuple(lines)


def _marked(lines: Sequence[Line], marks: Sequence[LineMark]) -> Iterator[Line]:
    starts = [mark.span.start for mark in marks]
    below_headline = False
    for line in lines:
        place = bisect_right(starts, line.span.start) - 1
        mark = marks[place] if place >= 0 else None
        if mark is None or line.span.start >= mark.span.end:
            yield line
            continue
        # A headline or byline that was glued to a paragraph is a line of its own kind.
        kind = line.kind if line.glued else _kind(line.kind, mark.role)
        below_headline = below_headline or mark.opens
        opens = below_headline and kind in _WORDS
        below_headline = below_headline and not opens
        yield replace(line, kind=kind, opens=line.opens or opens)


def _kind(kind: LineKind, role: LineRole) -> LineKind:
    """Return the kind of a line by its role; where the role is unsure its words decide."""
    if role is LineRole.UNSURE:
        return kind
    if role in (LineRole.FURNITURE, LineRole.CAPTION):
        return LineKind.FURNITURE
    if role is LineRole.HEADLINE:
        return kind if kind in (LineKind.FURNITURE, LineKind.GARBLED) else LineKind.SHORT
    return LineKind.BODY if kind in (LineKind.SHORT, LineKind.BYLINE) else kind
