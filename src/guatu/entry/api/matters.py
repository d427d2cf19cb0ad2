"""Matters: the twins of the ledger, the matter's page and its steps."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile

from guatu.apps.journal.refusal import Refused
from guatu.apps.matters import actions, queries
from guatu.apps.matters.values import Draft, LedgerFilters, Upload
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import TRANSITIONS, Move
from guatu.domain.kernel.acting import Role
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.desk_tools import rulebook
from guatu.entry.downloads import download

router = Router(tags=["matters"])
_clerks = ForRoles(frozenset({Role.CLERK}))


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
    unit_id: int | None = None
    weight: str = ""
    due_from: date | None = None
    due_to: date | None = None
    source_id: int | None = None
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
    """One report."""

    id: int
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


# Move -> the action and the fields of StepIn that it takes.
STEPS: dict[Move, tuple[Callable[..., Any], tuple[str, ...]]] = {
    Move.DROP: (actions.drop_matter, ("reason",)),
    Move.REGISTER: (actions.register_matter, ()),
    Move.SEND_BACK: (actions.send_back_matter, ("reason",)),
    Move.ISSUE: (actions.issue_matter, ()),
    Move.SIGN: (actions.sign_matter, ()),
    Move.OBJECT: (actions.object_to_matter, ("reason",)),
    Move.START: (actions.start_matter, ("plan",)),
    Move.REPORT: (actions.report_matter, ("percent", "facts", "problem")),
    Move.VERIFY: (actions.verify_matter, ("note",)),
    Move.RETURN: (actions.return_for_rework, ("reason", "note")),
    Move.COMPLETE: (actions.complete_matter, ("opinion",)),
    Move.ORDER_ANEW: (actions.order_anew, ("opinion",)),
    Move.CLOSE: (actions.close_matter, ("close_reason",)),
    Move.SUSPEND: (actions.suspend_matter, ("reason",)),
    Move.RESUME: (actions.resume_matter, ()),
    Move.REOPEN: (actions.reopen_matter, ("reason",)),
}


@router.get("/matters", response=LedgerOut)
def ledger(request: HttpRequest, asked: Query[LedgerIn]) -> Any:
    """Return one page of the ledger."""
    told = asked.dict()
    sort, after, most = told.pop("sort"), told.pop("after"), told.pop("most")
    who = acting(request)
    return queries.ledger(
        who.scope,
        LedgerFilters(**told),
        rules=rulebook(),
        today=who.today,
        sort=sort,
        after=after,
        most=max(1, min(most, 500)),
    )


@router.get("/matters/counts", response=CountsOut)
def counts(request: HttpRequest) -> Any:
    """Return how many matters there are, by stage and light."""
    who = acting(request)
    return queries.counts(who.scope, rules=rulebook(), today=who.today)


@router.post("/matters", response={201: Made}, auth=_clerks)
def add(request: HttpRequest, asked: DraftIn) -> Any:
    """Enter a draft by hand."""
    made = actions.add_matter(acting=acting(request), draft=asked.draft(), rules=rulebook())
    return Status(201, made)


@router.get("/matters/{matter_id}", response=MatterOut)
def matter(request: HttpRequest, matter_id: int) -> Any:
    """Return a matter with its light, steps, reports and evidence."""
    return queries.matter_card(acting(request), matter_id, rules=rulebook())


@router.put("/matters/{matter_id}", response=Made, auth=_clerks)
def revise(request: HttpRequest, matter_id: int, asked: DraftIn) -> Any:
    """Change a draft."""
    return actions.revise_matter(
        acting=acting(request),
        matter_id=matter_id,
        expected_version=asked.version,
        draft=asked.draft(),
        rules=rulebook(),
    )


@router.post("/matters/{matter_id}/evidence", response={201: Made})
def attach(
    request: HttpRequest,
    matter_id: int,
    asked: Form[EvidenceIn],
    file: File[UploadedFile | None] = None,
) -> Any:
    """Add a piece of evidence: a file with its class, or a statement."""
    if asked.grade not in EvidenceClass.__members__:
        raise Refused("matters.choice_unknown", word=asked.grade)
    upload = None
    if file is not None:
        upload = Upload(name=file.name or "file", content=file.read())
    made = actions.attach_evidence(
        acting=acting(request),
        matter_id=matter_id,
        expected_version=asked.version,
        grade=EvidenceClass[asked.grade],
        note=asked.note,
        upload=upload,
    )
    return Status(201, made)


@router.get("/evidence/{evidence_id}/file")
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Return a piece of evidence as a download."""
    found = queries.evidence_file(acting(request).scope, evidence_id)
    return download(found.name, found.sha256, found.media_type)


@router.post("/matters/{matter_id}/extension", response={201: Made})
def ask_extension(request: HttpRequest, matter_id: int, asked: ExtensionIn) -> Any:
    """Ask for a later deadline as the lead unit."""
    made = actions.ask_extension(
        acting=acting(request),
        matter_id=matter_id,
        expected_version=asked.version,
        new_deadline=asked.new_deadline,
        reason=asked.reason,
        rules=rulebook(),
    )
    return Status(201, made)


@router.post("/extensions/{extension_id}/decide", response=Made)
def decide_extension(request: HttpRequest, extension_id: int, asked: DecisionIn) -> Any:
    """Grant or refuse a later deadline."""
    return actions.decide_extension(
        acting=acting(request),
        extension_id=extension_id,
        expected_version=asked.version,
        granted=asked.granted,
        note=asked.note,
    )


def _step(move: Move) -> None:
    action, fields = STEPS[move]
    roles = frozenset(role for row in TRANSITIONS if row.move is move for role in row.roles)

    def take(request: HttpRequest, matter_id: int, asked: StepIn) -> Any:
        return action(
            acting=acting(request),
            matter_id=matter_id,
            expected_version=asked.version,
            rules=rulebook(),
            **{name: getattr(asked, name) for name in fields},
        )

    take.__doc__ = action.__doc__
    router.post(
        f"/matters/{{matter_id}}/{move.value.replace('_', '-')}",
        response=Made,
        auth=ForRoles(roles),
        operation_id=f"matter_{move.value}",
        summary=f"Take the step: {move.value.replace('_', ' ')}",
    )(take)


for _move in STEPS:
    _step(_move)
