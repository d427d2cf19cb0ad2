"""``read_source``: a source's text as read, by what it is: a table of requirements or a page."""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.reading.ledger_rows import read_ledger
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import BoxedPiece, SourceText
from guatu.domain.reading.page import read_page
from guatu.domain.reading.values import Directive, Reading

_UNSURE = 0.95


def read_source(
    source: SourceText,
    *,
    lexicon: Lexicon,
    year: int | None = None,
    working: WorkingCalendar | None = None,
) -> Reading:
    """Read a source into articles, records and directives, with the help of its marks.

    A directive is trusted no more than the worst seen line that it stands in.
    """
    if source.ledger:
        return read_ledger(source.text, lexicon=lexicon, year=year, working=working)
    reading = read_page(
        source.text, lexicon=lexicon, year=year, working=working, marks=source.marks
    )
    unsure = [piece for mark in source.marks for piece in mark.pieces if piece.score < _UNSURE]
    if not unsure:
        return reading
    return replace(
        reading, directives=tuple(_as_sure_as_seen(one, unsure) for one in reading.directives)
    )


def _as_sure_as_seen(directive: Directive, unsure: Sequence[BoxedPiece]) -> Directive:
    scores = [
        one.score
        for one in unsure
        if any(a.start < one.span.end and one.span.start < a.end for a in directive.spans)
    ]
    if not scores:
        return directive
    return replace(directive, confidence=round(directive.confidence * min(scores), 2))
