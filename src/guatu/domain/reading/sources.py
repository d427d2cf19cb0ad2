"""``read_source``: a source's text as read, by what it is: a table of requirements or a page."""

from collections.abc import Sequence
from dataclasses import replace

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.annexes import with_annexes
from guatu.domain.reading.cell_lines import is_table, with_rows, without_blank_lines
from guatu.domain.reading.deadlines import Season
from guatu.domain.reading.ledger_rows import read_ledger
from guatu.domain.reading.lexicon import Lexicon
from guatu.domain.reading.marks import BoxedPiece, LineRole, SourceText
from guatu.domain.reading.page import read_page
from guatu.domain.reading.values import Directive, Reading

_UNSURE = 0.95


def read_source(
    source: SourceText,
    *,
    lexicon: Lexicon,
    year: int | None = None,
    working: WorkingCalendar | None = None,
    seasons: Sequence[Season] = (),
) -> Reading:
    """Read a source into articles, records and directives, with the help of its marks.

    A directive is trusted no more than the worst seen line that it stands in.
    """
    if not source.ledger and not source.marks:
        source = _with_rows(source, lexicon)
    if source.ledger:
        return read_ledger(source.text, lexicon=lexicon, year=year, working=working)
    reading = read_page(
        source.text,
        lexicon=lexicon,
        year=year,
        working=working,
        seasons=seasons,
        marks=source.marks,
    )
    unsure = [piece for mark in source.marks for piece in mark.pieces if piece.score < _UNSURE]
    signed = [mark.span for mark in source.marks if mark.role is LineRole.SIGNATURE]
    kept = (one for one in reading.directives if not _lies_in(one, signed))
    reading = replace(reading, directives=tuple(_as_sure_as_seen(one, unsure) for one in kept))
    return with_annexes(reading, source, lexicon=lexicon, working=working)


def _with_rows(source: SourceText, lexicon: Lexicon) -> SourceText:
    """Return a text with the rows of tables that were copied a cell a line; one that is nothing else is a ledger."""
    text = with_rows(source.text, lexicon)
    if text is not source.text and is_table(text):
        return replace(source, text=without_blank_lines(text), ledger=True)
    return replace(source, text=text)


def _lies_in(directive: Directive, signed: Sequence[Span]) -> bool:
    """Tell whether a directive was made of who signed and when: 县政府办公室 asks for nothing."""
    return any(a.start <= b.start and b.end <= a.end for a in signed for b in directive.spans)


def _as_sure_as_seen(directive: Directive, unsure: Sequence[BoxedPiece]) -> Directive:
    scores = [
        one.score
        for one in unsure
        if any(a.start < one.span.end and one.span.start < a.end for a in directive.spans)
    ]
    if not scores:
        return directive
    return replace(directive, confidence=round(directive.confidence * min(scores), 2))
