"""The journal: latest entries, the head of the chain, the history of a row."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from guatu.apps.journal.queries import chain_head, history_of, latest_entries
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.journal_words import ToldEntry, told
from guatu.entry.roles import WHOLE_REGION

router = Router(tags=["journal"], auth=ForRoles(WHOLE_REGION))
LIMIT = 200


class EntryOut(Schema):
    """One entry with its words in the language of the request."""

    number: int
    at: datetime
    kind: str
    words: str
    person: str
    post: str
    hash: str
    erased: bool
    subjects: list[tuple[str, int]]


class HeadOut(Schema):
    """Number and hash of the last entry."""

    number: int
    hash: str


class ChangeOut(Schema):
    """One column before and after."""

    column: str
    before: Any
    after: Any


class StepOut(Schema):
    """One entry of a row's history with the columns that it changed."""

    entry: EntryOut
    changes: list[ChangeOut]


@router.get("/journal", response=list[EntryOut])
def entries(
    request: HttpRequest, before: int | None = None, kind: str | None = None, limit: int = 50
) -> list[ToldEntry]:
    """Return the newest entries, or those before a number."""
    scope = acting(request).scope
    few = max(1, min(limit, LIMIT))
    return list(told(scope, latest_entries(scope, limit=few, before=before, kind=kind)))


@router.get("/journal/head", response=HeadOut)
def head(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001  a route is given its request
    """Return the head of the chain, as printed on sheets and kept in backups."""
    number, last = chain_head()
    return {"number": number, "hash": last}


@router.get("/journal/rows/{str:label}/{int:row_id}", response=list[StepOut])
def history(request: HttpRequest, label: str, row_id: int) -> list[dict[str, Any]]:
    """Return what happened to a row, the oldest first."""
    scope = acting(request).scope
    steps = history_of(scope, label, row_id)
    entries = told(scope, (step.entry for step in steps))
    return [
        {"entry": entry, "changes": list(step.changes)}
        for entry, step in zip(entries, steps, strict=True)
    ]
