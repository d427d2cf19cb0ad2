"""Questions about sources and proposals; each takes a scope and never leaves its region."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from guatu.apps.journal.models import Job
from guatu.apps.journal.refusal import Absent
from guatu.apps.sources.mapping import (
    addressed_names,
    advice_by_directive,
    desk_records,
    proposal_facts,
    record_facts,
)
from guatu.apps.sources.models import Proposal, Record, Source
from guatu.apps.sources.rules import sees_sources
from guatu.apps.sources.values import (
    Advised,
    DeskSource,
    ProposalFacts,
    RecordFacts,
    SourceRef,
    SourceRow,
)
from guatu.apps.units.queries import resolve_units
from guatu.domain.kernel.acting import Scope

_UNDECIDED = Q(proposals__state=Proposal.State.OPEN, proposals__kind__in=("task", "standing"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What is needed to hand out the bytes of a source.

    ``unread`` tells that it is no plain text and that nobody has read its bytes yet.
    """

    name: str
    sha256: str
    media_type: str
    unread: bool = False


def source_list(
    scope: Scope, *, before: int | None = None, most: int = 50
) -> tuple[SourceRow, ...]:
    """Return the sources in sight, the latest first; ``before`` goes on after a page."""
    rows = _sources(scope).select_related("received_by").defer("text", "reading")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    counted = rows.annotate(
        open_count=Count("proposals", filter=_UNDECIDED),
        decided_count=Count("proposals", filter=Q(proposals__state=Proposal.State.CONFIRMED)),
    )
    return tuple(
        SourceRow(
            id=row.pk,
            version=row.version,
            name=row.name,
            title=row.title,
            origin=row.origin,
            state=row.state,
            size=row.size,
            received_at=row.received_at,
            received_by=row.received_by.name,
            year=row.year,
            open_count=row.open_count,
            decided_count=row.decided_count,
        )
        for row in counted.order_by("-id")[:most]
    )


def open_proposal_count(scope: Scope) -> int:
    """Return how many checkable proposals wait for a decision."""
    found = Proposal.objects.filter(
        source__in=_sources(scope), state=Proposal.State.OPEN, kind__in=("task", "standing")
    )
    return found.count()


def desk(scope: Scope, source_id: int) -> DeskSource:
    """Return a source with its proposals in the order of the page; raises Absent."""
    row = _sources(scope).select_related("received_by").filter(pk=source_id).first()
    if row is None:
        raise Absent(f"source {source_id}")
    found = tuple(row.proposals.select_related("unit").order_by("position", "id"))
    latest = (
        Job.objects.filter(region=scope.region, kind="source.read", arguments__source_id=row.pk)
        .order_by("-id")
        .first()
    )
    failed = latest is not None and latest.state == Job.State.FAILED and row.reading is None
    return DeskSource(
        id=row.pk,
        version=row.version,
        name=row.name,
        title=row.title,
        origin=row.origin,
        state=row.state,
        sha256=row.sha256,
        size=row.size,
        text=row.text,
        year=row.year,
        received_at=row.received_at,
        received_by=row.received_by.name,
        reading=row.reading,
        proposals=_with_candidates(scope, found, advice_by_directive(row.reading)),
        records=desk_records(row, tuple(row.records.select_related("source"))),
        reading_waits=latest is not None and latest.state in {Job.State.WAITING, Job.State.RUNNING},
        media_type=row.media_type,
        failure=(latest.failure, latest.result) if latest is not None and failed else None,
    )


def records(
    scope: Scope, *, named: str = "", before: tuple[date, int] | None = None, most: int = 50
) -> tuple[RecordFacts, ...]:
    """Return the kept meetings and visits, the latest first.

    ``named`` keeps those in which a person, organisation or place carries these words;
    ``before`` (day and row) goes on after a page. Records without a day come last.
    """
    rows = Record.objects.filter(region=scope.region).select_related("source")
    if not sees_sources(scope):
        return ()
    if named.strip():
        rows = rows.filter(Q(names__icontains=named.strip()) | Q(title__icontains=named.strip()))
    if before is not None:
        day, number = before
        rows = rows.filter(Q(day__lt=day) | Q(day=day, pk__lt=number) | Q(day__isnull=True))
    latest = rows.order_by(F("day").desc(nulls_last=True), "-id")
    return tuple(record_facts(row) for row in latest[:most])


def proposal(scope: Scope, proposal_id: int) -> ProposalFacts:
    """Return one proposal with the units it may mean; raises Absent."""
    found = Proposal.objects.select_related("unit", "source").filter(
        source__in=_sources(scope), pk=proposal_id
    )
    row = found.first()
    if row is None:
        raise Absent(f"proposal {proposal_id}")
    advice = advice_by_directive(row.source.reading)
    return _with_candidates(scope, (row,), advice)[0]


def article_days(scope: Scope, facts: ProposalFacts) -> tuple[date | None, str]:
    """Return the day and kind of the meeting or visit that a proposal stems from."""
    row = _sources(scope).filter(pk=facts.source_id).only("reading").first()
    reading = (row.reading if row is not None else None) or {}
    for record in reading.get("records", ()):
        if record["id"] == facts.record_id:
            day = record.get("date")
            return (date.fromisoformat(day) if day else None), str(record.get("kind", ""))
    for article in reading.get("articles", ()):
        if article["id"] == facts.article_id:
            day = (article.get("dateline") or {}).get("date")
            return (date.fromisoformat(day) if day else None), ""
    return None, ""


def source_file(scope: Scope, source_id: int) -> SourceFile:
    """Return the name, hash and type under which the bytes of a source are kept; raises Absent."""
    row = _sources(scope).filter(pk=source_id).first()
    if row is None:
        raise Absent(f"source {source_id}")
    unread = not row.text and row.media_type != "text/plain"
    return SourceFile(name=row.name, sha256=row.sha256, media_type=row.media_type, unread=unread)


def page_picture(scope: Scope, source_id: int, page: int) -> SourceFile:
    """Return the file that page ``page`` (from 1) of a source is to be drawn from; raises Absent.

    Absent too where the source has no pictures (a text, a table) or fewer pages.
    """
    row = (
        _sources(scope).filter(pk=source_id).only("name", "sha256", "media_type", "reading").first()
    )
    if row is None or not 1 <= page <= _pictured_pages(row.reading):
        raise Absent(f"page {page} of source {source_id}")
    return SourceFile(name=row.name, sha256=row.sha256, media_type=row.media_type)


def _pictured_pages(reading: Mapping[str, Any] | None) -> int:
    """Return of how many pages there are pictures: those whose size the reading kept."""
    return len(((reading or {}).get("source") or {}).get("page_sizes") or ())


def _sources(scope: Scope) -> QuerySet[Source]:
    rows = Source.objects.filter(region=scope.region)
    return rows if sees_sources(scope) else rows.none()


def _with_candidates(
    scope: Scope, rows: tuple[Proposal, ...], advice: Mapping[str, Advised]
) -> tuple[ProposalFacts, ...]:
    names = tuple(
        dict.fromkeys(
            name for row in rows for name in addressed_names(row.addressees, row.lead_text)
        )
    )
    matches = {match.name: match for match in resolve_units(scope, names)} if names else {}
    return tuple(
        proposal_facts(row, matches=matches, advised=advice.get(row.directive_id)) for row in rows
    )


def told_elsewhere(scope: Scope, source_id: int, *, among: int = 200) -> tuple[SourceRef, ...]:
    """Return other sources that tell of a meeting or visit of this one: same day, same leader or kind.

    Looks through the latest ``among`` sources before and after; raises Absent.
    """
    rows = _sources(scope).filter(reading__isnull=False)
    told = rows.values("pk", "name", "title", "reading__records").order_by("-pk")
    mine = told.filter(pk=source_id).first()
    if mine is None:
        if not _sources(scope).filter(pk=source_id).exists():
            raise Absent(f"source {source_id}")
        return ()
    keys = _meeting_keys(mine["reading__records"])
    later = told.filter(pk__gt=source_id).order_by("pk")[:among]
    earlier = told.filter(pk__lt=source_id)[:among]
    return tuple(
        SourceRef(id=row["pk"], words=row["title"] or row["name"])
        for row in (*later, *earlier)
        if keys & _meeting_keys(row["reading__records"])
    )


def _meeting_keys(records: Iterable[Mapping[str, Any]] | None) -> set[tuple[str, str]]:
    """Return what identifies the meetings of a source: their day with the leader, and with the kind."""
    keys = set()
    for one in records or ():
        if one.get("date"):
            lead = (one.get("lead") or {}).get("name")
            keys |= {(one["date"], f"lead:{lead}")} if lead else set()
            if one["kind"] not in {"visit", "other", "meeting"}:
                keys.add((one["date"], f"kind:{one['kind']}"))
    return keys
