"""What a reading says, as values: articles, records, directives, each with its exact spans."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from guatu.domain.kernel.diagnostic import Diagnostic, Span
from guatu.domain.reading.marks import SourceText


class DoubtKind(StrEnum):
    """What a reader should look at again."""

    JOINED_ACROSS_BREAK = "joined_across_break"
    DISPLACED_HEADLINE = "displaced_headline"
    REPEATED_PASSAGE = "repeated_passage"
    GARBLED_LINE = "garbled_line"
    GLUED_BYLINE = "glued_byline"
    MISSING_HEADLINE = "missing_headline"
    MISREAD_CHARACTER = "misread_character"
    PAGE_FURNITURE = "page_furniture"


class RecordKind(StrEnum):
    """What kind of event a record tells of."""

    VISIT = "visit"
    MEETING = "meeting"
    DISPATCH_MEETING = "dispatch_meeting"
    EXECUTIVE_MEETING = "executive_meeting"
    SYMPOSIUM = "symposium"
    OTHER = "other"


class PersonRole(StrEnum):
    """What a person does in a record."""

    LEAD = "lead"
    HOST = "host"
    ATTENDING = "attending"
    REPORTING = "reporting"
    ACCOMPANYING = "accompanying"


class DirectiveKind(StrEnum):
    """How checkable a directive is: a task, a standing duty, mere attitude, or a promise."""

    TASK = "task"
    STANDING = "standing"
    CONTEXT = "context"
    PROMISE = "promise"


class AddresseeKind(StrEnum):
    """How an addressee is named."""

    UNIT = "unit"
    LIST = "list"
    CLASS = "class"
    EVERYONE = "everyone"
    ENTERPRISE = "enterprise"
    UNKNOWN = "unknown"


class DeadlineBasis(StrEnum):
    """How a deadline is known: stated as a day, counted from another day, or not fixed at all."""

    STATED = "stated"
    RELATIVE = "relative"
    NONE = "none"


class YearBasis(StrEnum):
    """Where the year of the page comes from."""

    TEXT = "text"
    GIVEN = "given"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline of an article; several lines are joined.

    ``confidence`` is how likely it is this article's, None where nothing was weighed.
    """

    text: str
    spans: tuple[Span, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The day an article reports on, as printed and, where the year is known, resolved."""

    text: str
    day: date | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote an article; ``confidence`` is how likely these words are names of writers."""

    text: str
    spans: tuple[Span, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph put together from its pieces; the text is the pieces and nothing else."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A place of an article that a person should look at; ``code`` names the words to show.

    ``confidence`` is how likely what was decided is right (None where nothing was weighed),
    ``features`` what it was decided by.
    """

    kind: DoubtKind
    spans: tuple[Span, ...]
    code: str
    arguments: tuple[tuple[str, str | int | float], ...] = ()
    owner: str | None = None
    confidence: float | None = None
    features: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if self.confidence is not None:
            _check_share(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report of a page: its headline, dateline, byline and paragraphs in reading order."""

    id: str
    headline: Headline | None
    dateline: Dateline | None
    byline: Byline | None
    paragraphs: tuple[Paragraph, ...]
    doubts: tuple[Doubt, ...]
    confidence: float

    def __post_init__(self) -> None:
        _check_share(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of a record; ``post`` only as printed beside the name."""

    name: str
    post: str | None
    role: PersonRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that a record names; ``kind`` is a word of the contract."""

    name: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitedPlace:
    """A place that a record says was visited."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Something a meeting heard, studied or reviewed; ``kind`` is a word of the contract.

    ``decision`` is the word of the decision that the report tells of (通过, 原则同意), if any.
    """

    text: str
    kind: str
    span: Span
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A meeting or visit: kind, day, who led it, who was there, where it went."""

    id: str
    article: str
    kind: RecordKind
    title: str
    day: date | None
    lead: Person | None
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[VisitedPlace, ...]
    agenda: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who has to act; ``inherited`` where the words stand in an earlier clause."""

    text: str
    kind: AddresseeKind
    inherited: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who demands it: a person, a meeting, or a group."""

    name: str
    post: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when, as printed; ``day`` only where the words fix a day or the end of a named period."""

    text: str | None = None
    day: date | None = None
    basis: DeadlineBasis = DeadlineBasis.NONE
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.basis is DeadlineBasis.NONE:
            raise ValueError("a deadline with a day needs a basis")
        if (self.text is None) != (self.span is None):
            raise ValueError("the words of a deadline and their span go together")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure that the demand names, with its unit of measure."""

    text: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The directive that this one duplicates, and the article it belongs to."""

    of: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """Who must do what by when, with the exact words; ``action`` is the spans joined.

    ``deadline`` is the limit that rules; ``limits`` are all that the words state, in order.
    ``grounds`` name what the reading stands on (``directives/sureness.py``).
    """

    id: str
    article: str
    record: str | None
    issuer: Issuer | None
    verb: str
    addressees: tuple[Addressee, ...]
    lead: str | None
    action: str
    spans: tuple[Span, ...]
    kind: DirectiveKind
    deadline: Deadline
    measures: tuple[Measure, ...]
    confidence: float
    repeats: Repeat | None
    limits: tuple[Deadline, ...] = ()
    grounds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_share(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageYear:
    """The year of the page and the words it was taken from."""

    value: int | None
    basis: YearBasis
    quote: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read from one page."""

    year: PageYear
    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    directives: tuple[Directive, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What is known of the file itself; ``read`` is the text of a source that is no plain text."""

    name: str
    sha256: str
    chars: int
    media_type: str = "text/plain"
    pages: int = 1
    read: SourceText | None = None


def facts_of(source: SourceText, *, name: str, sha256: str) -> SourceFacts:
    """Return the facts of a source; a plain text is its own record and is not kept twice."""
    plain = source.media_type == "text/plain"
    return SourceFacts(
        name=name,
        sha256=sha256,
        chars=len(source.text),
        media_type=source.media_type,
        pages=source.pages,
        read=None if plain else source,
    )


def _check_share(value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"a confidence lies between 0 and 1, not at {value}")
