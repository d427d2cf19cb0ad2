"""Keeping the meetings and visits that a source tells of."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.sources.actions.receiving import load_source
from guatu.apps.sources.models import Record, Source
from guatu.apps.sources.rules import may_work_at_desk
from guatu.apps.units.queries import people_named, resolve_units
from guatu.domain.kernel.acting import Acting

KINDS = ("visit", "meeting", "dispatch_meeting", "executive_meeting", "symposium", "other")


def keep_record(
    *,
    acting: Acting,
    source_id: int,
    expected_version: int,
    record_id: str,
    kind: str | None = None,
    day: date | None = None,
) -> Record:
    """Keep a meeting or visit that the reading found, with its people, places and organisations.

    ``expected_version`` is the source's. ``kind`` and ``day`` correct what was read; None
    keeps it. Names that the office knows are tied to its people and units, one fit only;
    nobody is merged or made. ``release_record`` undoes it. Raises Absent, StaleVersion,
    Refused.
    """
    demand(may_work_at_desk(acting))
    if kind is not None and kind not in KINDS:
        raise Refused("sources.record_kind_unknown", kind=kind)
    with transaction.atomic():
        source = load_source(acting, source_id)
        expect_version(source, expected_version)
        told = _told(source, record_id)
        if source.records.filter(record_id=record_id).exists():
            raise Refused("sources.record_kept", title=told["title"])
        record = _record(acting, source, told)
        record.kind = kind or record.kind
        record.day = day or record.day
        write(acting, "record.kept", changed=[record], arguments={"title": record.title})
    return record


def release_record(*, acting: Acting, record_row_id: int, expected_version: int) -> None:
    """Take a kept record away again; it can be kept anew from its source."""
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        found = Record.objects.select_for_update().filter(region=acting.scope.region)
        record = found.filter(pk=record_row_id).first()
        if record is None:
            raise Absent(f"record {record_row_id}")
        expect_version(record, expected_version)
        write(
            acting,
            "record.released",
            changed=[],
            removed=[record],
            arguments={"title": record.title},
        )


def _told(source: Source, record_id: str) -> Mapping[str, Any]:
    for one in (source.reading or {}).get("records", ()):
        if one["id"] == record_id:
            told: Mapping[str, Any] = one
            return told
    raise Absent(f"record {record_id} of source {source.pk}")


def _record(acting: Acting, source: Source, told: Mapping[str, Any]) -> Record:
    lead = told.get("lead") or {}
    people = [{**one, "id": _person_id(acting, one["name"])} for one in told["people"]]
    organisations = _with_units(acting, told["organisations"])
    return Record(
        region=source.region,
        source=source,
        record_id=told["id"],
        article_id=told["article"],
        kind=told["kind"],
        title=(told["title"] or source.words)[:200],
        day=date.fromisoformat(told["date"]) if told.get("date") else None,
        lead_name=(lead.get("name") or "")[:80],
        lead_post=(lead.get("post") or "")[:120],
        people=people,
        organisations=organisations,
        places=list(told["places"]),
        agenda=list(told["agenda"]),
        names="\n".join(_names((lead, *people, *organisations, *told["places"]))),
    )


def _names(named: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    return dict.fromkeys(one["name"] for one in named if one.get("name"))


def _person_id(acting: Acting, name: str) -> int | None:
    found = people_named(name, region=acting.scope.region)
    # Two people of one name are never taken for each other.
    return found[0].id if len(found) == 1 and found[0].name == name else None


def _with_units(acting: Acting, named: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    listed = [dict(one) for one in named]
    matches = resolve_units(
        acting.scope, tuple(dict.fromkeys(one["name"] for one in listed)), day=acting.today
    )
    known = {match.name: match.unit.id for match in matches if match.unit is not None}
    return [{**one, "id": known.get(one["name"])} for one in listed]
