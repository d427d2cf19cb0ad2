"""Rows of sources and proposals as values, and directives of a reading as rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from guatu.apps.sources.models import Proposal, Record, Source
from guatu.apps.sources.values import (
    Advised,
    Candidate,
    NamedInRecord,
    ProposalFacts,
    RecordFacts,
)
from guatu.apps.units.values import NameMatch
from guatu.domain.kernel.diagnostic import Span


def spans_of(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Return stored pairs as spans."""
    return tuple(Span(start=pair[0], end=pair[1]) for pair in pairs)


def pairs_of(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as the pairs that are stored."""
    return [[span.start, span.end] for span in spans]


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the pieces of the text joined; line ends of a broken column are left out."""
    joined = "".join(text[span.start : span.end] for span in spans)
    return joined.replace("\r", "").replace("\n", "")


def addressed_names(addressees: Iterable[Mapping[str, Any]], lead_text: str) -> tuple[str, ...]:
    """Return the names of units that a proposal mentions, the lead first, each once."""
    names = [lead_text] if lead_text else []
    for one in addressees:
        if one.get("kind") in {"everyone", "class", "enterprise"}:
            continue
        words = str(one.get("text", ""))
        parts = words.split("、") if one.get("kind") == "list" else [words]
        names.extend(_bare(part) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def _bare(name: str) -> str:
    for ending in ("等部门", "等单位", "等"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


def proposal_of(
    directive: Mapping[str, Any],
    *,
    source: Source,
    position: int,
    matches: Mapping[str, NameMatch],
) -> Proposal:
    """Return the unsaved proposal that a directive of the reading makes."""
    issuer = directive.get("issuer") or {}
    lead = directive.get("lead") or ""
    addressees = list(directive.get("addressees") or ())
    names = addressed_names(addressees, lead)
    chosen = lead or (names[0] if len(names) == 1 else "")
    match = matches.get(chosen)
    repeats = directive.get("repeats") or {}
    return Proposal(
        source=source,
        position=position,
        directive_id=directive["id"],
        article_id=directive.get("article") or "",
        record_id=directive.get("record") or "",
        action=directive["action"],
        spans=[list(pair) for pair in directive["spans"]],
        addressees=addressees,
        lead_text=lead,
        unit_id=match.unit.id if match is not None and match.unit is not None else None,
        verb=directive.get("verb") or "",
        issuer_name=issuer.get("name") or "",
        issuer_post=issuer.get("post") or "",
        kind=directive["kind"],
        deadline=dict(directive.get("deadline") or {}),
        measures=list(directive.get("measures") or ()),
        confidence=float(directive.get("confidence") or 0),
        repeats_of=repeats.get("of") or "",
    )


def advice_by_directive(reading: Mapping[str, Any] | None) -> dict[str, Advised]:
    """Return what a local model advised, by directive; empty where none was asked."""
    return {
        one["directive"]: Advised(
            text=one["text"],
            basis=one["basis"],
            span=Span(start=one["span"][0], end=one["span"][1]) if one.get("span") else None,
            model=one["model"],
        )
        for one in (reading or {}).get("advice", ())
    }


def proposal_facts(
    row: Proposal,
    *,
    matches: Mapping[str, NameMatch] | None = None,
    advised: Advised | None = None,
) -> ProposalFacts:
    """Return the proposal's value; its unit is read along by the caller's query."""
    deadline = row.deadline
    day = deadline.get("date")
    names = addressed_names(row.addressees, row.lead_text)
    known = matches or {}
    return ProposalFacts(
        id=row.pk,
        version=row.version,
        source_id=row.source_id,
        position=row.position,
        directive_id=row.directive_id,
        article_id=row.article_id,
        record_id=row.record_id,
        action=row.action,
        spans=spans_of(row.spans),
        addressees=tuple(row.addressees),
        lead_text=row.lead_text,
        unit_id=row.unit_id,
        unit_name=row.unit.name if row.unit is not None else "",
        verb=row.verb,
        issuer_name=row.issuer_name,
        issuer_post=row.issuer_post,
        kind=row.kind,
        deadline_text=deadline.get("text") or "",
        deadline_day=date.fromisoformat(day) if day else None,
        deadline_basis=deadline.get("basis") or "none",
        confidence=row.confidence,
        repeats_of=row.repeats_of,
        state=row.state,
        reason=row.reason,
        merged_into_id=row.merged_into_id,
        advised=advised,
        candidates=tuple(
            Candidate(words=name, fit=known[name].fit, units=known[name].units)
            for name in names
            if name in known
        ),
    )


def record_facts(row: Record) -> RecordFacts:
    """Return a kept record's value; its source is read along by the caller's query."""
    return RecordFacts(
        row_id=row.pk,
        version=row.version,
        source_id=row.source_id,
        source_words=row.source.words,
        record_id=row.record_id,
        article_id=row.article_id,
        kind=row.kind,
        title=row.title,
        day=row.day,
        lead_name=row.lead_name,
        lead_post=row.lead_post,
        people=_named(row.people, detail="post"),
        organisations=_named(row.organisations, detail="kind"),
        places=_named(row.places),
        agenda=tuple((one["kind"], one["text"]) for one in row.agenda),
    )


def desk_records(source: Source, kept: Sequence[Record]) -> tuple[RecordFacts, ...]:
    """Return the meetings and visits of a source: those kept as kept, the others as read."""
    rows = {row.record_id: row for row in kept}
    return tuple(
        record_facts(rows[one["id"]]) if one["id"] in rows else _as_read(source, one)
        for one in (source.reading or {}).get("records", ())
    )


def _as_read(source: Source, one: Mapping[str, Any]) -> RecordFacts:
    lead = one.get("lead") or {}
    return RecordFacts(
        row_id=None,
        version=0,
        source_id=source.pk,
        source_words=source.words,
        record_id=one["id"],
        article_id=one["article"],
        kind=one["kind"],
        title=one["title"] or "",
        day=date.fromisoformat(one["date"]) if one.get("date") else None,
        lead_name=lead.get("name") or "",
        lead_post=lead.get("post") or "",
        people=_named(one["people"], detail="post"),
        organisations=_named(one["organisations"], detail="kind"),
        places=_named(one["places"]),
        agenda=tuple((each["kind"], each["text"]) for each in one["agenda"]),
    )


def _named(listed: Iterable[Mapping[str, Any]], *, detail: str = "") -> tuple[NamedInRecord, ...]:
    return tuple(
        NamedInRecord(
            name=one["name"],
            detail=(one.get(detail) or "") if detail else "",
            role=one.get("role") or "",
            id=one.get("id"),
        )
        for one in listed
    )
