"""Printed papers as values: blocks of words and tables, without markup and without layout.

A ``PrintedPaper`` says what stands on it; ``typeset.papers_job`` sets it by GB/T 9704-2012.
Everything a user wrote stays a plain string all the way.
"""

from dataclasses import dataclass
from enum import StrEnum


class PaperForm(StrEnum):
    """The form of a paper: an official A4 paper, or a landscape list."""

    LETTER = "letter"
    LIST = "list"


class Tone(StrEnum):
    """The color of a paper's head: red as official papers have, or the color of a slip."""

    RED = "red"
    BLUE = "blue"
    YELLOW = "yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, indented by two signs unless it opens a letter; ``strong`` marks a heading."""

    text: str
    indented: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """A ruled table of labels and words; a row holds one or two pairs."""

    rows: tuple[tuple[tuple[str, str], ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) not in {1, 2} for row in self.rows):
            raise ValueError("a row of fields holds one or two pairs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Numbered items under a heading."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a head that is repeated on every page; ``widths`` are relative."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.widths) != len(self.head):
            raise ValueError("a grid has one width for each column")
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a grid has a cell for each column")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """Places to sign, stamp and date, side by side."""

    labels: tuple[str, ...]


Block = Paragraph | Fields | Listing | Grid | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """One paper: the issuing organ's mark, number, title, blocks, organ and day, and its origin.

    ``origin`` is printed small at the foot: data time, content hash, journal head.
    ``marks`` stand at the top left (urgency, level).
    """

    title: str
    organ: str = ""
    number: str = ""
    marks: tuple[str, ...] = ()
    addressee: str = ""
    blocks: tuple[Block, ...] = ()
    signed_by: str = ""
    day: str = ""
    origin: tuple[str, ...] = ()
    form: PaperForm = PaperForm.LETTER
    tone: Tone = Tone.RED
