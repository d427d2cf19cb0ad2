"""What the layout of a source says of the lines of its text, beside the words themselves.

Text pages have no marks; pages with boxes and documents with styles have one for each line.
The rules for text pages read both: a mark only decides what the words alone cannot.
"""

from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.boxes import Box


class LineRole(StrEnum):
    """What a line is by its type and its place on the page; ``UNSURE`` leaves it to the words.

    A ``SIGNATURE`` is who signed and when, set apart below a notice: words of the article.
    """

    HEADLINE = "headline"
    BODY = "body"
    BYLINE = "byline"
    SIGNATURE = "signature"
    UNSURE = "unsure"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxedPiece:
    """A piece of a line of the text and the box it was read from, with the score of that reading."""

    span: Span
    box: Box
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """One line of the text as read: its role, whether it opens an article, where it was seen.

    ``size`` is that of its type beside the page's body type; ``block`` numbers the piece of
    a column it stands in. ``opens`` marks the first words below a headline of their own.
    """

    span: Span
    role: LineRole
    block: int = 0
    size: float = 1.0
    opens: bool = False
    pieces: tuple[BoxedPiece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a source as read, in reading order, with the marks of its lines.

    ``page_sizes`` are (width, height) in the measure of the boxes; empty without boxes.
    ``ledger`` tells that the text is a table: a line a row, cells parted by tabs. ``heads``
    are the first lines of each page as they stand there, where a secrecy mark would be,
    ``names`` those of the files that stand in it, as a mail's attachments do.
    """

    text: str
    media_type: str = "text/plain"
    pages: int = 1
    marks: tuple[LineMark, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
    ledger: bool = False
    heads: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for mark in self.marks:
            if not end <= mark.span.start <= mark.span.end <= len(self.text):
                raise ValueError(f"marks follow the lines of the text, not {mark.span}")
            end = mark.span.end
