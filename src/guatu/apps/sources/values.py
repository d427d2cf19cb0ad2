"""What pages, API and commands hand to the actions of sources, and what questions answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from guatu.apps.units.values import NameFit, UnitFacts
from guatu.domain.kernel.diagnostic import Span

LONGEST_TEXT = 2_000_000
"""Most characters of one source; a county's page has a few thousand, a year's minutes fewer."""

READ_AT_ONCE = 60_000
"""Texts up to so many characters are read within the request, longer ones by a job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document as it came in: its bytes, and the text of a plain one decoded by the intake.

    The text of any other kind is "" and is read from the bytes by a job.
    """

    name: str
    content: bytes
    text: str
    media_type: str = "text/plain"
    origin: str = "PAGE"
    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRead:
    """What a reader is given: the text, its name and hash, and the year a person stated.

    ``kept`` is what an earlier reading kept of the source itself (its lines with their boxes);
    None where it is a plain text, or where nobody has read its bytes yet.
    """

    text: str
    name: str
    sha256: str
    media_type: str
    year: int | None
    kept: Mapping[str, Any] | None = None


Reader = Callable[[ToRead], Mapping[str, Any]]
"""Reads a text into the document of the contract (``guatu read --json``)."""


Advisor = Callable[
    [Mapping[str, Any]], tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]
]
"""Asks a model about the doubtful directives of a reading: advice, and what was not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """What a local model thinks of one directive's addressee; "" as text: nobody is named."""

    text: str
    basis: str
    span: Span | None
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One line of the list of sources."""

    id: int
    version: int
    name: str
    title: str
    origin: str
    state: str
    size: int
    received_at: datetime
    received_by: str
    year: int | None
    open_count: int
    decided_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """A source by its number and the words it is called by."""

    id: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A unit that an addressee's words may mean."""

    words: str
    fit: NameFit
    units: tuple[UnitFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFacts:
    """One proposal as the desk shows it.

    ``everyone`` tells that it is addressed to all units, so that a lead has to be chosen;
    ``candidates`` are the units its addressees may mean.
    """

    id: int
    version: int
    source_id: int
    position: int
    directive_id: str
    article_id: str
    record_id: str
    action: str
    spans: tuple[Span, ...]
    addressees: tuple[Mapping[str, Any], ...]
    lead_text: str
    unit_id: int | None
    unit_name: str
    verb: str
    issuer_name: str
    issuer_post: str
    kind: str
    deadline_text: str
    deadline_day: date | None
    deadline_basis: str
    confidence: float
    repeats_of: str
    state: str
    reason: str
    merged_into_id: int | None
    candidates: tuple[Candidate, ...] = ()
    advised: Advised | None = None

    @property
    def everyone(self) -> bool:
        """Tell whether it addresses every unit, or a class of units, and no single one."""
        return self.unit_id is None and any(
            one.get("kind") in {"everyone", "class"} for one in self.addressees
        )

    @property
    def checkable(self) -> bool:
        """Tell whether it asks for a result; context and promises are kept but not followed."""
        return self.kind in {"task", "standing"}

    @property
    def start(self) -> int:
        """Where its quote begins in the text."""
        return self.spans[0].start if self.spans else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInRecord:
    """A person, organisation or place of a record; ``id`` where the office knows it.

    ``detail`` is a person's post or an organisation's kind, ``role`` a person's part.
    """

    name: str
    detail: str = ""
    role: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFacts:
    """A meeting or visit: as read (``row_id`` None) or as a person kept it.

    ``agenda`` pairs how an item was dealt with and its words.
    """

    row_id: int | None
    version: int
    source_id: int
    source_words: str
    record_id: str
    article_id: str
    kind: str
    title: str
    day: date | None
    lead_name: str
    lead_post: str
    people: tuple[NamedInRecord, ...]
    organisations: tuple[NamedInRecord, ...]
    places: tuple[NamedInRecord, ...]
    agenda: tuple[tuple[str, str], ...]


_OF_THE_YEAR = frozenset({"reading.year_unknown", "reading.year_inferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSource:
    """A source with its reading and proposals: all that the reading desk shows.

    ``failure`` is the code with arguments for which the last try to read it failed.
    """

    id: int
    version: int
    name: str
    title: str
    origin: str
    state: str
    sha256: str
    size: int
    text: str
    year: int | None
    received_at: datetime
    received_by: str
    reading: Mapping[str, Any] | None
    proposals: tuple[ProposalFacts, ...]
    records: tuple[RecordFacts, ...]
    reading_waits: bool
    media_type: str = "text/plain"
    failure: tuple[str, Mapping[str, Any]] | None = None

    @property
    def notes(self) -> tuple[Mapping[str, Any], ...]:
        """Return what the intake and the reader told of the source as a whole: ``code``, ``severity``, ``arguments``.

        How the year is known has a form of its own at the desk and is left out.
        """
        reading = self.reading or {}
        told = (*((reading.get("source") or {}).get("told") or ()), *reading.get("diagnostics", ()))
        return tuple(one for one in told if one["code"] not in _OF_THE_YEAR)

    @property
    def days_stay_open(self) -> bool:
        """Whether days have no date because the year is not known; those that print theirs need no other."""
        told = (self.reading or {}).get("diagnostics", ())
        return any(one["code"] == "reading.year_unknown" for one in told)

    @property
    def prints_a_day(self) -> bool:
        """Whether the year was taken from a full date (2026年11月18日, 2026-11-18), not from 2026年度 or the like."""
        year = (self.reading or {}).get("year") or {}
        quote = str(year.get("quote") or "")
        return quote.endswith("日") or quote[-1:].isdecimal()

    def headline_of(self, article_id: str) -> str:
        """Return the headline of an article, "" where it has none."""
        for one in (self.reading or {}).get("articles", ()):
            if one["id"] == article_id:
                return str((one.get("headline") or {}).get("text") or "")
        return ""

    def printed_again(self, proposal: ProposalFacts) -> tuple[tuple[ProposalFacts, str], ...]:
        """Return where else the page prints a proposal's words, each with its article's headline.

        A repeat points at the first printing and the first at its repeats.
        """
        return tuple(
            (one, self.headline_of(one.article_id))
            for one in self.proposals
            if one.directive_id
            and proposal.directive_id
            and (one.repeats_of == proposal.directive_id or one.directive_id == proposal.repeats_of)
        )
