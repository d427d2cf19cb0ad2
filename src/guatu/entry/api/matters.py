"""Matters: the twins of the ledger, the matter's page and its steps."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from guatu.apps.journal.refusal import Refused
from guatu.apps.matters import actions, queries
from guatu.apps.matters.values import LedgerFilters, Upload
from guatu.domain.following.evidence import EvidenceClass
from guatu.domain.following.stages import TRANSITIONS, Move
from guatu.domain.kernel.acting import Role
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.api.matters_schemas import (
    CountsOut,
    DecisionIn,
    DraftIn,
    EvidenceIn,
    ExtensionIn,
    LedgerIn,
    LedgerOut,
    Made,
    MatterOut,
    PartIn,
    StepIn,
)
from guatu.entry.desk_tools import rulebook
from guatu.entry.downloads import download
from guatu.entry.matter_notice import notice_pdf

router = Router(tags=["matters"])
_clerks = ForRoles(frozenset({Role.CLERK}))
_liaisons = ForRoles(frozenset({Role.LIAISON}))


# Move -> the action and the fields of StepIn that it takes.
STEPS: dict[Move, tuple[Callable[..., Any], tuple[str, ...]]] = {
    Move.DROP: (actions.drop_matter, ("reason",)),
    Move.REGISTER: (actions.register_matter, ()),
    Move.SEND_BACK: (actions.send_back_matter, ("reason",)),
    Move.ISSUE: (actions.issue_matter, ()),
    Move.SIGN: (actions.sign_matter, ()),
    Move.OBJECT: (actions.object_to_matter, ("reason",)),
    Move.START: (actions.start_matter, ("plan",)),
    Move.INFORM: (actions.inform_matter, ("percent", "facts", "problem")),
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


@router.get("/matters/{matter_id}/notice.pdf")
def notice(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Return the supervision notice of an issued matter as PDF."""
    return HttpResponse(notice_pdf(acting(request), matter_id), content_type="application/pdf")


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


@router.post("/matters/{matter_id}/part", response={201: Made}, auth=_liaisons)
def report_part(request: HttpRequest, matter_id: int, asked: PartIn) -> Any:
    """Tell the lead, as a co-unit, how far the own part is."""
    made = actions.report_part(
        acting=acting(request),
        matter_id=matter_id,
        expected_version=asked.version,
        percent=asked.percent,
        facts=asked.facts,
        problem=asked.problem,
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
