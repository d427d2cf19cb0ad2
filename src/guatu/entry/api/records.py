"""Meetings and visits: the twins of the record cards and of their list."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status

from guatu.apps.sources import actions, queries
from guatu.domain.kernel.acting import Role
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
