"""The flows of words of an RTF file: its body, its heads and feet, notes, text boxes, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from guatu.adapters.doc_tables import DocRow, rows_as_lines
from guatu.adapters.rtf_signs import whole
from guatu.adapters.word_paragraphs import paragraph_line
from guatu.domain.reading.marks import LineRole
from guatu.domain.reading.styled import StyledLine

_DEFAULT_SIZE = 24
_MOST_CELLS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RtfStyle:
    """A paragraph style: its name, its type in half points (0 where untold), set to the right."""

    name: str = ""
    size: int = 0
    to_the_right: bool = False


@dataclass(slots=True, kw_only=True)
class RtfRowLook:
    """What is said of a row before it ends: edges in twentieths of a point, cells that go on."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    merged: set[int] = field(default_factory=set)
    next_merged: bool = False

    def add_edge(self, at: int) -> None:
        """End a cell at its right edge."""
        if len(self.edges) < _MOST_CELLS:
            if self.next_merged:
                self.merged.add(len(self.edges))
            self.edges.append(at)
        self.next_merged = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """A paragraph as it is kept until the size of the body's type is known."""

    words: str
    number: str = ""
    size: int = 0
    style: str = ""
    to_the_right: bool = False
    is_row: bool = False


class RtfFlow:
    """Takes words and ends of paragraphs, cells and rows; gives lines.

    ``sizes`` holds the type of each paragraph, longer ones more often.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.number: list[str] = []
        self.size = 0
        self.sizes: list[int] = []
        self._paragraphs: list[_Paragraph] = []
        self._hanging: list[_Paragraph] = []
        self._cell: list[str] = []
        self._cells: list[str] = []
        self._rows: list[DocRow] = []

    def add(self, words: str, size: int) -> None:
        """Take words that the page shows, in type of a size (half points, 0 where untold)."""
        self.words.append(words)
        if not self.size and words.strip():
            self.size = size or -1

    def end_paragraph(self, style: RtfStyle, *, to_the_right: bool, in_table: bool) -> None:
        """End a paragraph; in a table its words go on in the cell."""
        words, number, size = self._taken(style)
        if in_table:
            self._cell.append(f"{number}{words}" if words else "")
            return
        self._end_table()
        if words:
            self._paragraphs.append(
                _Paragraph(
                    words=words,
                    number=number,
                    size=size,
                    style=style.name,
                    to_the_right=to_the_right,
                )
            )
        self._paragraphs += self._hanging
        self._hanging.clear()

    def end_cell(self, style: RtfStyle) -> None:
        """End a cell."""
        self.end_paragraph(style, to_the_right=False, in_table=True)
        self._cells.append(" ".join(one for one in self._cell if one))
        self._cell.clear()

    def end_row(self, look: RtfRowLook) -> None:
        """End a row that looks so."""
        edges = (look.left, *look.edges)
        fits = len(look.edges) >= len(self._cells) and list(edges) == sorted(edges)
        self._rows.append(
            DocRow(
                cells=tuple(self._cells),
                edges=edges[: len(self._cells) + 1] if fits else (),
                merged=frozenset(look.merged),
            )
        )
        self._cells.clear()

    def hang(self, box: "RtfFlow") -> None:
        """Take the paragraphs of a text box, to stand behind the paragraph it hangs in."""
        self._hanging += box.ended()
        self.sizes += box.sizes

    def ended(self) -> list[_Paragraph]:
        """Return all paragraphs; what no mark ended ends here."""
        in_row = bool(self._cells or self._cell)
        self.end_paragraph(RtfStyle(), to_the_right=False, in_table=in_row)
        if in_row:
            self.end_cell(RtfStyle())
            self.end_row(RtfRowLook())
            self.end_paragraph(RtfStyle(), to_the_right=False, in_table=False)
        return self._paragraphs

    def lines(self, body_size: float) -> Iterator[StyledLine]:
        """Yield the lines of a body whose type is so large."""
        for one in self.ended():
            if one.is_row:
                yield StyledLine(words=one.words)
            else:
                yield paragraph_line(
                    one.words,
                    number=one.number,
                    size=one.size / body_size,
                    style=one.style,
                    to_the_right=one.to_the_right,
                )

    def asides(self) -> Iterator[StyledLine]:
        """Yield the lines of a head, a foot or a note, each once."""
        told: set[str] = set()
        for one in self.ended():
            words = f"{one.number}{one.words}"
            if words not in told:
                told.add(words)
                yield StyledLine(words=words, role=LineRole.FURNITURE)

    def _taken(self, style: RtfStyle) -> tuple[str, str, int]:
        words = whole("".join(self.words)).strip()
        number = whole("".join(self.number)).strip()
        size = (self.size if self.size > 0 else style.size) or _DEFAULT_SIZE
        if words:
            self.sizes += [size] * (1 + len(words) // 20)
        self.words.clear()
        self.number.clear()
        self.size = 0
        # What stands before a point without a number is a bullet, and prints no words.
        return words, number if any(sign.isalnum() for sign in number) else "", size

    def _end_table(self) -> None:
        if self._cells:
            self.end_row(RtfRowLook())
        self._paragraphs += [
            _Paragraph(words=words, is_row=True) for words in rows_as_lines(self._rows)
        ]
        self._rows.clear()
