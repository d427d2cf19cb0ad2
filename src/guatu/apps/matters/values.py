"""What pages, API and commands hand to the actions of matters, and what questions answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guatu.domain.following.evidence import EvidenceClass, MatterKind
from guatu.domain.following.light import Light
from guatu.domain.following.stages import Stage, Transition
from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.packs import PackShelf, RulePack


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The rules that actions and questions of matters need: packs, and the working calendar."""

    shelf: PackShelf
    calendar: WorkingCalendar

    def pack(self, name: str, *, on: date, region: str) -> RulePack:
        """Return the pack in force in a region on a day."""
        return self.shelf.choose(name, on=on, region=region)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a person states of a matter before it is registered.

    ``deadline_basis`` is STATED, PERSON or ``RULE:…``; "" while there is no deadline.
    ``alias`` are words of the source that the person says mean the lead unit, to be
    remembered as one of its names; "" remembers nothing.
    """

    title: str
    lead_id: int
    result: str = ""
    co_unit_ids: tuple[int, ...] = ()
    leader_id: int | None = None
    kind: str = MatterKind.WORK.value
    content: str = "DEPLOYMENT"
    weight: str = "ordinary"
    deadline: date | None = None
    deadline_basis: str = ""
    deadline_words: str = ""
    quote: str = ""
    parent_id: int | None = None
    alias: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file handed in as evidence: its bytes and the name it came with."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkResult:
    """What a bulk confirmation made, and which proposals were left for a person."""

    made: tuple[int, ...]
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFilters:
    """What the ledger shows; None or "" is no limit. ``due_to`` is the last day shown."""

    text: str = ""
    light: str = ""
    stage: str = ""
    unit_id: int | None = None
    weight: str = ""
    due_from: date | None = None
    due_to: date | None = None
    source_id: int | None = None
    show_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One matter as a line of the ledger, with its light computed."""

    id: int
    version: int
    number: str
    title: str
    result: str
    lead_id: int
    lead_name: str
    co_units: tuple[str, ...]
    leader_name: str
    kind: str
    weight: str
    stage: Stage
    deadline: date | None
    original_deadline: date | None
    deadline_basis: str
    deadline_words: str
    percent: int | None
    reported_on: date | None
    returns: int
    quote: str
    light: Light | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """One page of the ledger; ``following`` is the mark from which the next page goes on."""

    rows: tuple[LedgerRow, ...]
    following: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoUnitFacts:
    """A unit that takes part, and when it owes its part to the lead."""

    unit_id: int
    name: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """One report as shown; ``kind`` is PROGRESS, DONE (claims the result) or PART (a co-unit's)."""

    id: int
    kind: str
    on: date
    percent: int
    facts: str
    problem: str
    person: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """One piece of evidence as shown; without ``sha256`` it is a statement alone."""

    id: int
    grade: EvidenceClass
    sha256: str
    name: str
    media_type: str
    size: int
    note: str
    on: date
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationFacts:
    """The judgment of one report as shown."""

    on: date
    result: str
    reason: str
    note: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionFacts:
    """A request for a later deadline as shown."""

    id: int
    version: int
    asked_on: date
    asked_by: str
    reason: str
    old_deadline: date
    new_deadline: date
    state: str
    decided_on: date | None
    decided_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterCard:
    """A matter with all that its page shows."""

    id: int
    version: int
    region: str
    number: str
    title: str
    result: str
    lead_id: int
    lead_name: str
    leader_id: int | None
    leader_name: str
    kind: str
    content: str
    weight: str
    stage: Stage
    deadline: date | None
    original_deadline: date | None
    deadline_basis: str
    deadline_words: str
    quote: str
    source_id: int | None
    source_title: str
    proposal_id: int | None
    article_id: str
    parent_id: int | None
    parent_title: str
    plan: str
    opinion: str
    returns: int
    extensions: int
    drafted_on: date
    registered_on: date | None
    issued_on: date | None
    feedback_due: date | None
    signed_on: date | None
    done_on: date | None
    completed_on: date | None
    closed_on: date | None
    close_reason: str
    approved_by: str
    light: Light | None
    moves: tuple[Transition, ...]
    may_revise: bool
    may_attach: bool
    may_report_part: bool
    may_ask_extension: bool
    may_decide_extension: bool
    least_evidence: EvidenceClass
    co_units: tuple[CoUnitFacts, ...]
    reports: tuple[ReportFacts, ...]
    evidence: tuple[EvidenceFacts, ...]
    verifications: tuple[VerificationFacts, ...]
    extension_requests: tuple[ExtensionFacts, ...]
    children: tuple[LedgerRow, ...]

    @property
    def own_reports(self) -> tuple[ReportFacts, ...]:
        """The lead's own reports, without the parts that co-units told it."""
        return tuple(one for one in self.reports if one.kind != "PART")

    @property
    def percent(self) -> int | None:
        """How far the lead's last report says it is; None before any report."""
        return self.own_reports[-1].percent if self.own_reports else None

    @property
    def reported_on(self) -> date | None:
        """The day of the lead's last report; None before any report."""
        return self.own_reports[-1].on if self.own_reports else None

    @property
    def first_report_on(self) -> date | None:
        """The day of the lead's first report; None before any report."""
        return self.own_reports[0].on if self.own_reports else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCounts:
    """How many matters there are, by stage and by light (open and closed, none dropped)."""

    total: int
    open: int
    closed: int
    by_stage: Mapping[str, int]
    by_light: Mapping[str, int]
