"""Sources and proposals: the twins of the reading desk."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from guatu.apps.journal.refusal import Refused
from guatu.apps.matters.actions import confirm_proposal, confirm_proposals
from guatu.apps.sources import actions, queries
from guatu.domain.kernel.acting import Role
from guatu.domain.kernel.diagnostic import Span
from guatu.entry.advice_tools import has_model
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.api.matters_schemas import DraftIn
from guatu.entry.api.parsing import PlainYear
from guatu.entry.desk_tools import reader, rulebook
from guatu.entry.downloads import download, download_type
from guatu.entry.incoming_files import incoming_file, reads_at_once
from guatu.entry.page_pictures import picture_response
from guatu.entry.roles import WHOLE_REGION

router = Router(tags=["sources"], auth=ForRoles(WHOLE_REGION))
_clerks = ForRoles(frozenset({Role.CLERK}))


class SourceOut(Schema):
    """One source of the list."""

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


class SpanOut(Schema):
    """A half-open piece of the source's text, in Unicode code points."""

    start: int
    end: int


class ProposalOut(Schema):
    """One proposal; ``deadline_day`` only where the words fix a day."""

    id: int
    version: int
    source_id: int
    directive_id: str
    article_id: str
    action: str
    spans: list[SpanOut]
    lead_text: str
    unit_id: int | None
    unit_name: str
    verb: str
    issuer_name: str
    kind: str
    deadline_text: str
    deadline_day: date | None
    confidence: float
    state: str
    reason: str
    everyone: bool


class DeskOut(Schema):
    """A source with its text, its reading (the contract's document) and its proposals."""

    id: int
    version: int
    name: str
    title: str
    state: str
    sha256: str
    text: str
    year: int | None
    reading: dict[str, Any] | None
    reading_waits: bool
    proposals: list[ProposalOut]


class Made(Schema):
    """What was made or changed, with its version now."""

    id: int
    version: int


class Pick(Schema):
    """A row with the version that was seen."""

    id: int
    version: int


class Picks(Schema):
    """Several rows with the versions seen."""

    picks: list[Pick]


class BulkOut(Schema):
    """Which drafts were made, and which proposals were left for a person."""

    made: list[int]
    left: list[int]


class Versioned(Schema):
    """The version that was seen."""

    version: int


class ReadIn(Versioned):
    """The year of the page, where a person states it."""

    year: PlainYear | None = None


class EditIn(Versioned):
    """What changes of a proposal; null stays."""

    unit_id: int | None = None
    kind: str | None = None
    start: int | None = None
    end: int | None = None


class DropIn(Versioned):
    """Why no matter comes from a proposal."""

    reason: str


class SplitIn(Versioned):
    """Where to split: an offset of the source's text."""

    offset: int


class UploadIn(Schema):
    """What is stated beside the file."""

    origin: str = "PAGE"
    title: str = ""
    year: PlainYear | None = None


@router.get("/sources", response=list[SourceOut])
def sources(request: HttpRequest, before: int | None = None) -> Any:
    """List the sources, the latest first; ``before`` goes on after an id."""
    return queries.source_list(acting(request).scope, before=before)


@router.post("/sources", response={201: Made}, auth=_clerks)
def receive(request: HttpRequest, file: File[UploadedFile], facts: Form[UploadIn]) -> Any:
    """Take in a document; a plain text is read at once, a long one or any other kind by a job."""
    incoming, told = incoming_file(file.name or "page.txt", file.read(), **facts.dict())
    if incoming is None:
        raise Refused(told[0].code, **{key: _plain(one) for key, one in told[0].arguments})
    source = actions.receive_source(acting=acting(request), incoming=incoming)
    if not reads_at_once(incoming):
        actions.ask_reading(acting=acting(request), source_id=source.pk)
    else:
        source = actions.read_source(
            acting=acting(request),
            source_id=source.pk,
            expected_version=source.version,
            reader=reader,
        )
    return Status(201, source)


@router.get("/sources/{source_id}", response=DeskOut)
def desk(request: HttpRequest, source_id: int) -> Any:
    """Return a source with its text, reading and proposals."""
    return queries.desk(acting(request).scope, source_id)


@router.get("/sources/{source_id}/file")
def file(request: HttpRequest, source_id: int) -> HttpResponse:
    """Return the bytes as received, as a download."""
    found = queries.source_file(acting(request).scope, source_id)
    return download(found.name, found.sha256, download_type(found.media_type))


@router.get("/sources/{source_id}/pages/{number}")
def page_picture(request: HttpRequest, source_id: int, number: int) -> HttpResponse:
    """Return a page of a scan or PDF as a picture; boxes of lines are in ``reading.source``."""
    found = queries.page_picture(acting(request).scope, source_id, number)
    return picture_response(found, number)


@router.post("/sources/{source_id}/read", response=Made, auth=_clerks)
def read(request: HttpRequest, source_id: int, asked: ReadIn) -> Any:
    """Read a source, or read it again with a stated year; a job reads what is no plain text."""
    file = queries.source_file(acting(request).scope, source_id)
    if file.unread:
        actions.ask_reading(acting=acting(request), source_id=source_id, year=asked.year)
        return {"id": source_id, "version": asked.version}
    return actions.read_source(
        acting=acting(request),
        source_id=source_id,
        expected_version=asked.version,
        reader=reader,
        year=asked.year,
    )


@router.delete("/sources/{source_id}", response={204: None}, auth=_clerks)
def withdraw(request: HttpRequest, source_id: int, version: int) -> Any:
    """Take a source away that came in by mistake; refused once anything rests on it."""
    actions.withdraw_source(acting=acting(request), source_id=source_id, expected_version=version)
    return Status(204, None)


@router.post("/proposals/accept", response=BulkOut, auth=_clerks)
def accept(request: HttpRequest, asked: Picks) -> Any:
    """Make drafts of the proposals that name one unit; the others are left."""
    picks = [(one.id, one.version) for one in asked.picks]
    return confirm_proposals(acting=acting(request), picks=picks, rules=rulebook())


@router.post("/proposals/merge", response=Made, auth=_clerks)
def merge(request: HttpRequest, asked: Picks) -> Any:
    """Merge proposals of one source into a new one."""
    picks = [(one.id, one.version) for one in asked.picks]
    return actions.merge_proposals(acting=acting(request), picks=picks)


@router.post("/sources/{source_id}/advise", response={202: None}, auth=_clerks)
def advise(request: HttpRequest, source_id: int) -> Any:
    """Put the doubtful proposals to the local model; its advice comes by a job."""
    if not has_model():
        raise Refused("sources.no_model")
    actions.ask_advice(acting=acting(request), source_id=source_id)
    return Status(202, None)


@router.post("/proposals/{proposal_id}/confirm", response={201: Made}, auth=_clerks)
def confirm(request: HttpRequest, proposal_id: int, asked: DraftIn) -> Any:
    """Make a draft matter of a proposal; the id is the matter's."""
    matter = confirm_proposal(
        acting=acting(request),
        proposal_id=proposal_id,
        expected_version=asked.version,
        draft=asked.draft(),
        rules=rulebook(),
    )
    return Status(201, matter)


@router.post("/proposals/{proposal_id}/edit", response=Made, auth=_clerks)
def edit(request: HttpRequest, proposal_id: int, asked: EditIn) -> Any:
    """Change the proposed unit, the kind, or the words quoted."""
    span = None
    if asked.start is not None and asked.end is not None:
        if not 0 <= asked.start <= asked.end:
            raise Refused("sources.span_empty")
        span = Span(start=asked.start, end=asked.end)
    return actions.edit_proposal(
        acting=acting(request),
        proposal_id=proposal_id,
        expected_version=asked.version,
        unit_id=asked.unit_id,
        kind=asked.kind,
        span=span,
    )


@router.post("/proposals/{proposal_id}/drop", response=Made, auth=_clerks)
def drop(request: HttpRequest, proposal_id: int, asked: DropIn) -> Any:
    """Drop a proposal with its reason."""
    return actions.drop_proposal(
        acting=acting(request),
        proposal_id=proposal_id,
        expected_version=asked.version,
        reason=asked.reason,
    )


@router.post("/proposals/{proposal_id}/split", response=list[Made], auth=_clerks)
def split(request: HttpRequest, proposal_id: int, asked: SplitIn) -> Any:
    """Split a proposal in two."""
    return actions.split_proposal(
        acting=acting(request),
        proposal_id=proposal_id,
        expected_version=asked.version,
        offset=asked.offset,
    )


@router.post("/proposals/{proposal_id}/reopen", response=Made, auth=_clerks)
def reopen(request: HttpRequest, proposal_id: int, asked: Versioned) -> Any:
    """Undo a drop, a split or a merge."""
    return actions.reopen_proposal(
        acting=acting(request), proposal_id=proposal_id, expected_version=asked.version
    )


def _plain(value: str | float) -> str | int:
    return value if isinstance(value, str) else int(value)
