"""Taking documents in and reading them into proposals."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import ask_for, expect_version, write
from guatu.apps.journal.files import LARGEST, forget_bytes, put_bytes, refuse_secret
from guatu.apps.journal.models import Job
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.sources.mapping import addressed_names, proposal_of
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.rules import may_work_at_desk
from guatu.apps.sources.values import LONGEST_TEXT, Incoming, Reader, ToRead
from guatu.apps.units.queries import resolve_units
from guatu.domain.kernel.acting import Acting


def receive_source(*, acting: Acting, incoming: Incoming) -> Source:
    """Keep a document as received and enter it; nothing is read yet.

    Raises Refused for who is no clerk, an empty or overlong text, a secrecy mark (nothing
    is kept then), and for bytes that are here already (``sources.known`` names the first).
    """
    demand(may_work_at_desk(acting))
    _check_text(incoming)
    sha256 = hashlib.sha256(incoming.content).hexdigest()
    with transaction.atomic():
        first = Source.objects.filter(region=acting.scope.region, sha256=sha256).first()
        if first is not None:
            raise Refused("sources.known", name=incoming.name, first=first.words, id=first.pk)
        source = Source(
            region=acting.scope.region,
            name=incoming.name[-200:],
            title=incoming.title[:200],
            sha256=sha256,
            media_type=incoming.media_type,
            size=len(incoming.content),
            text=incoming.text,
            origin=incoming.origin,
            received_at=acting.at,
            received_by_id=acting.person_id,
            year=incoming.year,
        )
        put_bytes(incoming.content)
        write(acting, "source.received", changed=[source], arguments={"name": source.name})
    return source


def _check_text(incoming: Incoming) -> None:
    if not incoming.content:
        raise Refused("files.empty", name=incoming.name)
    if len(incoming.content) > LARGEST:
        raise Refused("files.too_large", name=incoming.name, megabytes=LARGEST // 1024 // 1024)
    if incoming.media_type == "text/plain" and not incoming.text.strip():
        raise Refused("sources.empty", name=incoming.name)
    if len(incoming.text) > LONGEST_TEXT:
        raise Refused("sources.too_long", chars=len(incoming.text), most=LONGEST_TEXT)
    refuse_secret(incoming.name, incoming.text)


def read_source(
    *,
    acting: Acting,
    source_id: int,
    expected_version: int,
    reader: Reader,
    year: int | None = None,
) -> Source:
    """Read a source into proposals; a stated year is kept with the source.

    Reading again (with another year) replaces the proposals while no person has decided
    any of them or kept a record; afterwards it is refused. Raises Absent, StaleVersion, Refused.
    """
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        source = load_source(acting, source_id)
        expect_version(source, expected_version)
        former = list(source.proposals.all())
        if any(_decided(one) for one in former) or source.records.exists():
            raise Refused("sources.already_decided", name=source.words)
        source.year = year if year is not None else source.year
        document = reader(
            ToRead(
                text=source.text,
                name=source.name,
                sha256=source.sha256,
                media_type=source.media_type,
                year=source.year,
                kept=(source.reading or {}).get("source") if source.text else None,
            )
        )
        _keep_text(source, document)
        source.state = Source.State.READ
        source.title = source.title or _title_of(document)
        proposals = _proposals(acting, source, document)
        proposals.sort(key=rests_in_another)
        former.sort(key=rests_in_another, reverse=True)
        write(
            acting,
            "source.read",
            changed=[source, *proposals],
            removed=former,
            arguments={"name": source.name, "count": len(proposals)},
        )
    return source


def _keep_text(source: Source, document: Mapping[str, Any]) -> None:
    """Keep the reading, and the text as read of a source that is no plain text; it may be secret."""
    facts = document["source"]
    if not source.text:
        source.text = facts.get("text") or ""
        if len(source.text) > LONGEST_TEXT:
            raise Refused("sources.too_long", chars=len(source.text), most=LONGEST_TEXT)
        refuse_secret(source.name, source.text)
    # The text stands in its own column; twice would only grow the journal.
    source.reading = {**document, "source": {**facts, "text": None}}


def ask_reading(*, acting: Acting, source_id: int, year: int | None = None) -> Job:
    """Ask the job process to read a source; the job acts for the same person and post."""
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        source = load_source(acting, source_id)
        arguments = {"source_id": source.pk, "version": source.version, "year": year}
        return ask_for(acting, "source.read", arguments)


def discard_secret(*, acting: Acting, source_id: int, mark: str) -> None:
    """Discard an unread source whose words, once read, carry a secrecy mark: row and bytes.

    Only a scan or a container comes so far; its name and hash stay in the journal. Raises
    Absent, and Refused where the source has been read (its text would have been refused).
    """
    demand(may_work_at_desk(acting))
    with transaction.atomic():
        source = load_source(acting, source_id)
        if source.text:
            raise Refused("sources.already_read", name=source.words)
        sha256 = source.sha256
        arguments = {"name": source.name, "mark": mark}
        write(acting, "source.discarded", changed=[], removed=[source], arguments=arguments)
        transaction.on_commit(lambda: forget_bytes(sha256))


def load_source(acting: Acting, source_id: int) -> Source:
    """Return the locked source of the acting person's region; raises Absent."""
    found = Source.objects.select_for_update().filter(region=acting.scope.region, pk=source_id)
    source = found.first() if acting.scope.unit_ids is None else None
    if source is None:
        raise Absent(f"source {source_id}")
    return source


def _decided(proposal: Proposal) -> bool:
    return proposal.version > 1


def rests_in_another(row: Proposal) -> bool:
    """Order rows so that those that point at another stand on the right side of it."""
    return row.merged_into is not None


def _title_of(document: Mapping[str, Any]) -> str:
    headlines = [
        article["headline"]["text"] for article in document["articles"] if article.get("headline")
    ]
    return "；".join(headlines)[:200]


def _proposals(acting: Acting, source: Source, document: Mapping[str, Any]) -> list[Proposal]:
    directives = document["directives"]
    names = tuple(
        dict.fromkeys(
            name
            for one in directives
            for name in addressed_names(one.get("addressees") or (), one.get("lead") or "")
        )
    )
    matches = {match.name: match for match in resolve_units(acting.scope, names, day=acting.today)}
    proposals = [
        proposal_of(one, source=source, position=place, matches=matches)
        for place, one in enumerate(directives, start=1)
    ]
    _mark_repeats(proposals)
    return proposals


def _mark_repeats(proposals: list[Proposal]) -> None:
    """A passage printed twice counts once: the repeat rests in the proposal it repeats."""
    by_id = {one.directive_id: one for one in proposals}
    for one in proposals:
        first = by_id.get(one.repeats_of)
        if first is not None and first.repeats_of != one.directive_id and first is not one:
            one.state = Proposal.State.MERGED
            one.merged_into = first
