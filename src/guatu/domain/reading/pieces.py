"""Articles as laid out, whatever laid them out, and the doubts of laying them out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.lines import Line, LineKind
from guatu.domain.reading.one_paper import OnePaper
from guatu.domain.reading.strand import Strand, weave
from guatu.domain.reading.values import Doubt, DoubtKind

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article as laid out: strands to read and the doubts of laying it out.

    ``day`` is where the day is printed on which all of it was written, if it stands outside.
    """

    id: str
    headline: Strand | None
    headline_spans: tuple[Span, ...]
    headline_score: float
    byline_spans: tuple[Span, ...]
    paragraphs: tuple[Strand, ...]
    paragraph_spans: tuple[tuple[Span, ...], ...]
    doubts: tuple[Doubt, ...]
    opened: float = 1.0
    byline_score: float = 1.0
    day: Span | None = None

    @property
    def plain(self) -> str:
        """The words of all paragraphs in a row."""
        return "".join(one.plain for one in self.paragraphs)


def piece_told(
    number: int,
    headline: Spans,
    paragraphs: Iterable[tuple[Spans, Spans]],
    plain: str,
    doubts: Iterable[Doubt],
) -> Piece:
    """Return an article whose parts nothing had to weigh, the ``number``th of its page.

    Each paragraph is the places of its words and those of what is heard of them, in ``plain``.
    """
    told = tuple(paragraphs)
    return Piece(
        id=f"a{number}",
        headline=weave(plain, headline) if headline else None,
        headline_spans=headline,
        headline_score=1.0,
        byline_spans=(),
        paragraphs=tuple(weave(plain, heard) for _, heard in told),
        paragraph_spans=tuple(spans for spans, _ in told),
        doubts=tuple(doubts),
    )


def paper_piece(paper: OnePaper, lines: Sequence[Line], plain: str) -> Piece:
    """Return a page that is one official paper as its one article."""
    spans = [spans_of(one, lines) for one in paper.paragraphs]
    doubts = (aside_doubt(lines[i]) for i in paper.aside)
    return piece_told(
        1, spans_of(paper.title, lines), zip(spans, spans, strict=True), plain, doubts
    )


def spans_of(indexes: Sequence[int], lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return the spans of some lines in a row."""
    return tuple(span for index in indexes for span in lines[index].spans)


def aside_doubt(line: Line) -> Doubt:
    """Return the doubt of a line that belongs to no article."""
    furniture = line.kind is not LineKind.GARBLED
    kind = DoubtKind.PAGE_FURNITURE if furniture else DoubtKind.GARBLED_LINE
    return doubt_of(kind, line.spans)


def doubt_of(kind: DoubtKind, spans: tuple[Span, ...]) -> Doubt:
    """Return a doubt of some places that nothing weighed."""
    return Doubt(kind=kind, spans=spans, code=f"reading.{kind.value}")
