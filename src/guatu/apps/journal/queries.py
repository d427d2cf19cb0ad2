"""Questions to the journal: what happened lately, the history of a row, the head of the chain."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guatu.apps.journal.chain import GENESIS
from guatu.apps.journal.kinds import words_code
from guatu.apps.journal.models import ChainHead, Entry
from guatu.apps.journal.refusal import Absent
from guatu.domain.kernel.acting import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChange:
    """One column before and after an entry; ``before`` is None where the row was new."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """One entry for showing; ``code`` is the message code of its kind.

    ``arguments`` is empty and ``erased`` true where a later entry erased the payload.
    ``subjects`` are label and id of the rows it touched.
    """

    number: int
    kind: str
    code: str
    at: datetime
    person_id: int | None
    post_id: int | None
    hash: str
    erased: bool
    arguments: dict[str, Any]
    subjects: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """One entry in the history of a row with the columns that it changed."""

    entry: EntryFacts
    changes: tuple[ColumnChange, ...]


def head_hash() -> str:
    """Return the hash of the last entry, as printed on sheets and kept in backups."""
    return chain_head()[1]


def chain_head() -> tuple[int, str]:
    """Return number and hash of the last entry; 0 and zeros before the first."""
    return ChainHead.objects.filter(pk=1).values_list("number", "hash").first() or (0, GENESIS)


def latest_entries(
    scope: Scope, *, limit: int = 50, before: int | None = None, kind: str | None = None
) -> tuple[EntryFacts, ...]:
    """Return the region's newest entries, or those before a number (the next page).

    The journal of a region is for those who see the whole region; others get none.
    """
    if scope.unit_ids is not None:
        return ()
    rows = Entry.objects.filter(region=scope.region).order_by("-number")
    if before is not None:
        rows = rows.filter(number__lt=before)
    if kind is not None:
        rows = rows.filter(kind=kind)
    return tuple(_facts(row) for row in rows.prefetch_related("subjects")[:limit])


def entry_by_number(scope: Scope, number: int) -> EntryFacts:
    """Return one entry of the region; raises Absent."""
    row = Entry.objects.filter(region=scope.region, number=number).first()
    if row is None or scope.unit_ids is not None:
        raise Absent(f"entry {number}")
    return _facts(row)


def history_of(scope: Scope, label: str, row_id: int) -> tuple[HistoryStep, ...]:
    """Return what happened to a row, the oldest first; the caller has seen the row itself.

    ``label`` is ``app.model`` in lower case. Entries of other regions are left out.
    """
    rows = (
        Entry.objects.filter(
            region=scope.region, subjects__label=label.lower(), subjects__row_id=row_id
        )
        .distinct()
        .order_by("number")
        .prefetch_related("subjects")
    )
    steps: list[HistoryStep] = []
    before: dict[str, Any] = {}
    for row in rows:
        after = _image_in(row, label.lower(), row_id)
        changes = tuple(
            ColumnChange(column=name, before=before.get(name), after=value)
            for name, value in (after or {}).items()
            if name != "version" and before.get(name) != value
        )
        steps.append(HistoryStep(entry=_facts(row), changes=changes))
        before = after if after is not None else before
    return tuple(steps)


def former_images(label: str, row_id: int, *, most: int) -> tuple[dict[str, Any], ...]:
    """Return the latest images of a row, the newest first; erased ones are left out.

    For actions that put a row back; who may see it has been settled by then.
    """
    rows = (
        Entry.objects.filter(subjects__label=label, subjects__row_id=row_id, payload__isnull=False)
        .distinct()
        .order_by("-number")[:most]
    )
    images = (_image_in(row, label, row_id) for row in rows)
    return tuple(one for one in images if one is not None)


def _image_in(row: Entry, label: str, row_id: int) -> dict[str, Any] | None:
    for one in _payload(row)["rows"]:
        if one["label"] == label and one["id"] == row_id:
            image: dict[str, Any] | None = one["after"]
            return image
    return None


def _payload(row: Entry) -> dict[str, Any]:
    if row.payload is None:
        return {"arguments": {}, "rows": []}
    payload: dict[str, Any] = json.loads(row.payload)
    return payload


def _facts(row: Entry) -> EntryFacts:
    return EntryFacts(
        number=row.number,
        kind=row.kind,
        code=words_code(row.kind),
        at=row.at,
        person_id=row.person_id,
        post_id=row.post_id,
        hash=row.hash,
        erased=row.payload is None,
        arguments=_payload(row)["arguments"],
        subjects=tuple((one.label, one.row_id) for one in row.subjects.all()),
    )
