"""From paragraphs with styles (word processors, web pages) to the text as read with its marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from guatu.domain.kernel.diagnostic import Span
from guatu.domain.reading.marks import LineMark, LineRole, SourceText

_FEWEST_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledLine:
    """A paragraph of a document: its words in one line, and what its style makes it.

    Cells of a table's row are parted by tabs.
    """

    words: str
    role: LineRole = LineRole.BODY
    size: float = 1.0


def text_of_styled(lines: Iterable[StyledLine], *, media_type: str, pages: int = 1) -> SourceText:
    """Return the text of the paragraphs, one a line, with their marks; empty ones are left out.

    A row of a table keeps the empty cells it begins with: its words stay below their headings.
    """
    parts: list[str] = []
    marks: list[LineMark] = []
    length = 0
    below_headline = False
    for line in lines:
        cells = [" ".join(cell.split()) for cell in line.words.split("\t")]
        words = "\t".join(cells).rstrip()
        if sum(map(bool, cells)) < _FEWEST_CELLS:
            words = words.lstrip()
        if not words:
            continue
        headline = line.role is LineRole.HEADLINE
        if parts:
            follows = marks[-1].role is LineRole.HEADLINE
            joint = "\n\n" if headline and not follows else "\n"
            parts.append(joint)
            length += len(joint)
        opens = below_headline and line.role in (LineRole.BODY, LineRole.UNSURE)
        below_headline = headline or (below_headline and not opens)
        marks.append(
            LineMark(
                span=Span(start=length, end=length + len(words)),
                role=line.role,
                size=line.size,
                opens=opens,
            )
        )
        parts.append(words)
        length += len(words)
    return SourceText(text="".join(parts), media_type=media_type, pages=pages, marks=tuple(marks))
