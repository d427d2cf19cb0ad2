"""What the API of matters takes and returns."""

from datetime import date

from ninja import Field, Schema

from guatu.apps.matters.values import Draft


class ReasonOut(Schema):
    """A code of the message catalogue with its arguments."""

    code: str
    arguments: list[tuple[str, str | int | float]]


class PackOut(Schema):
    """The rule pack that a result was worked out with."""

    name: str
    version: str


class LightOut(Schema):
    """A light with its arithmetic."""

    color: str
    reason: ReasonOut
    steps: list[ReasonOut]
    pack: PackOut


class MatterRow(Schema):
    """One line of the ledger."""

    id: int
    version: int
    number: str
    title: str
    result: str
    lead_id: int
    lead_name: str
    co_units: list[str]
    kind: str
    weight: str
    stage: str
    deadline: date | None
    original_deadline: date | None
    deadline_basis: str
    percent: int | None
    reported_on: date | None
    returns: int
    light: LightOut | None


class LedgerOut(Schema):
    """One page of the ledger; ``following`` goes into ``after`` for the next one."""

    rows: list[MatterRow]
    following: str


class LedgerIn(Schema):
    """What the ledger shows."""

    text: str = ""
    light: str = ""
    stage: str = ""
    unit_id: int | None = Field(default=None, lt=2**63)
    weight: str = ""
    due_from: date | None = None
    due_to: date | None = None
    source_id: int | None = Field(default=None, lt=2**63)
    sort: str = "deadline"
    after: str = ""
    most: int = 50


class MoveOut(Schema):
    """A step that the acting post may take now, and what it needs."""

    move: str
    target: str
    needs: list[str]


class CoUnitOut(Schema):
    """A co-unit and when it owes its part to the lead."""

    unit_id: int
    name: str
    due: date | None


class ReportOut(Schema):
    """One report; ``kind`` is PROGRESS, DONE (claims the result) or PART (a co-unit's)."""

    id: int
    kind: str
    on: date
    percent: int
    facts: str
    problem: str
    person: str
    unit: str


class EvidenceOut(Schema):
    """One piece of evidence; ``grade`` is 0 to 5 for E0 to E5."""

    id: int
    grade: int
    sha256: str
    name: str
    media_type: str
    size: int
    note: str
    on: date
    person: str


class ExtensionOut(Schema):
    """A request for a later deadline."""

    id: int
    version: int
    asked_on: date
    reason: str
    old_deadline: date
    new_deadline: date
    state: str


class MatterOut(MatterRow):
    """A matter with all that its page shows."""

    co_units: list[CoUnitOut]  # type: ignore[assignment]  # the card names the days too
    quote: str
    source_id: int | None
    plan: str
    opinion: str
    extensions: int
    issued_on: date | None
    signed_on: date | None
    done_on: date | None
    closed_on: date | None
    close_reason: str
    moves: list[MoveOut]
    reports: list[ReportOut]
    evidence: list[EvidenceOut]
    extension_requests: list[ExtensionOut]


class CountsOut(Schema):
    """How many matters there are, by stage and light."""

    total: int
    open: int
    closed: int
    by_stage: dict[str, int]
    by_light: dict[str, int]


class Made(Schema):
    """What was made or changed, with its version now."""

    id: int
    version: int


class DraftIn(Schema):
    """What is stated of a matter; ``version`` is the one seen (of the proposal or the draft)."""

    version: int = 0
    title: str
    lead_id: int
    result: str = ""
    co_unit_ids: list[int] = []
    leader_id: int | None = None
    kind: str = "work"
    content: str = "DEPLOYMENT"
    weight: str = "ordinary"
    deadline: date | None = None
    deadline_basis: str = ""
    deadline_words: str = ""
    quote: str = ""
    parent_id: int | None = None
    alias: str = ""

    def draft(self) -> Draft:
        """Return the draft as the actions take it."""
        stated = self.dict(exclude={"version", "co_unit_ids"})
        return Draft(**stated, co_unit_ids=tuple(self.co_unit_ids))


class StepIn(Schema):
    """What a step states; which fields count depends on the step."""

    version: int
    reason: str = ""
    plan: str = ""
    percent: int = 0
    facts: str = ""
    problem: str = ""
    note: str = ""
    opinion: str = ""
    close_reason: str = "done"


class PartIn(Schema):
    """How far a co-unit's own part is, in per cent, and what was done."""

    version: int
    percent: int
    facts: str
    problem: str = ""


class ExtensionIn(Schema):
    """A later deadline with its reason."""

    version: int
    new_deadline: date
    reason: str


class DecisionIn(Schema):
    """The decision on a request; ``version`` is the request's."""

    version: int
    granted: bool
    note: str = ""


class EvidenceIn(Schema):
    """What is stated beside a piece of evidence; ``grade`` is E0 to E5."""

    version: int
    grade: str
    note: str = ""
