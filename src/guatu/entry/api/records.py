"""Meetings and visits: the twins of the record cards and of their list."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.sources import actions, queries
from guatu.apps.sources.printings import printed_of
from guatu.domain.kernel.acting import Role
from guatu.domain.reading.comparison import compare_printings
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.roles import WHOLE_REGION

router = Router(tags=["records"], auth=ForRoles(WHOLE_REGION))
_clerks = ForRoles(frozenset({Role.CLERK}))


class NamedOut(Schema):
    """A person, organisation or place; ``id`` where the office knows it."""

    name: str
    detail: str
    role: str
    id: int | None


class RecordOut(Schema):
    """One kept meeting or visit."""

    row_id: int | None
    version: int
    source_id: int
    record_id: str
    kind: str
    title: str
    day: date | None
    lead_name: str
    lead_post: str
    people: list[NamedOut]
    organisations: list[NamedOut]
    places: list[NamedOut]
    agenda: list[tuple[str, str]]


class KeepIn(Schema):
    """The source's version that was seen, and what is corrected; null keeps what was read."""

    version: int
    kind: str | None = None
    day: date | None = None


class KeptOut(Schema):
    """The row that keeps the record."""

    id: int
    version: int


@router.get("/records", response=list[RecordOut])
def records(request: HttpRequest, named: str = "") -> Any:
    """List the kept records, the latest first; ``named`` finds a person, firm or place."""
    return queries.records(acting(request).scope, named=named)


@router.post("/sources/{source_id}/records/{record_id}/keep", response={201: KeptOut}, auth=_clerks)
def keep(request: HttpRequest, source_id: int, record_id: str, asked: KeepIn) -> Any:
    """Keep a meeting or visit that the reading found."""
    row = actions.keep_record(
        acting=acting(request),
        source_id=source_id,
        expected_version=asked.version,
        record_id=record_id,
        kind=asked.kind,
        day=asked.day,
    )
    return Status(201, row)


@router.delete("/records/{record_id}", response={204: None}, auth=_clerks)
def release(request: HttpRequest, record_id: int, version: int) -> Any:
    """Take a kept record back."""
    actions.release_record(
        acting=acting(request), record_row_id=record_id, expected_version=version
    )
    return Status(204, None)


class PrintedOut(Schema):
    """A proposal as one source prints it; ``id`` is the proposal's."""

    id: str
    action: str
    addressees: list[str]
    deadline: date | None


class PairOut(Schema):
    """A requirement in both sources; one side is null where only the other prints it."""

    first: PrintedOut | None
    second: PrintedOut | None
    differences: list[str]
    likeness: float


@router.get("/sources/{source_id}/beside/{other_id}", response=list[PairOut])
def beside(request: HttpRequest, source_id: int, other_id: int) -> Any:
    """Compare the requirements of two sources: ``other_id`` first, ``source_id`` second."""
    scope = acting(request).scope
    first, second = queries.desk(scope, other_id), queries.desk(scope, source_id)
    return compare_printings(printed_of(first.proposals), printed_of(second.proposals))
