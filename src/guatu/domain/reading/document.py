"""A reading as the JSON document of the contract, with the words of its doubts put in."""

from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Span
from guatu.domain.kernel.messages import Messages
from guatu.domain.reading.source_document import source_document
from guatu.domain.reading.values import (
    Article,
    Byline,
    Deadline,
    Directive,
    Doubt,
    Headline,
    Person,
    Reading,
    Record,
    SourceFacts,
)


def reading_document(
    reading: Reading, *, source: SourceFacts, messages: Messages
) -> dict[str, Any]:
    """Return the document that ``guatu read --json`` prints (contract, reading)."""
    return {
        "source": source_document(source),
        "year": {
            "value": reading.year.value,
            "basis": reading.year.basis.value,
            "quote": reading.year.quote,
            "span": _pair(reading.year.span),
        },
        "articles": [_article(one, messages) for one in reading.articles],
        "records": [_record(one) for one in reading.records],
        "directives": [_directive(one) for one in reading.directives],
        "diagnostics": [_diagnostic(one, messages) for one in reading.diagnostics],
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[one.start, one.end] for one in spans]


def _article(one: Article, messages: Messages) -> dict[str, Any]:
    headline, dateline, byline = one.headline, one.dateline, one.byline
    return {
        "id": one.id,
        "headline": headline and _words(headline),
        "dateline": dateline
        and {
            "text": dateline.text,
            "date": dateline.day.isoformat() if dateline.day else None,
            "span": _pair(dateline.span),
        },
        "byline": byline and _words(byline),
        "paragraphs": [{"text": each.text, "spans": _pairs(each.spans)} for each in one.paragraphs],
        "doubts": [_doubt(each, messages) for each in one.doubts],
        "confidence": one.confidence,
    }


def _words(one: Headline | Byline) -> dict[str, Any]:
    return {"text": one.text, "spans": _pairs(one.spans), "confidence": one.confidence}


def _doubt(one: Doubt, messages: Messages) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "spans": _pairs(one.spans),
        "note": messages.words(one.code, dict(one.arguments)),
        "owner": one.owner,
        "confidence": one.confidence,
        "features": dict(one.features),
    }


def _person(one: Person) -> dict[str, Any]:
    return {"name": one.name, "post": one.post, "role": one.role.value, "span": _pair(one.span)}


def _record(one: Record) -> dict[str, Any]:
    lead = one.lead
    return {
        "id": one.id,
        "article": one.article,
        "kind": one.kind.value,
        "title": one.title,
        "date": one.day.isoformat() if one.day else None,
        "lead": lead and {"name": lead.name, "post": lead.post, "span": _pair(lead.span)},
        "people": [_person(each) for each in one.people],
        "organisations": [
            {"name": each.name, "kind": each.kind, "span": _pair(each.span)}
            for each in one.organisations
        ],
        "places": [{"name": each.name, "span": _pair(each.span)} for each in one.places],
        "agenda": [
            {
                "text": each.text,
                "kind": each.kind,
                "span": _pair(each.span),
                "decision": each.decision,
            }
            for each in one.agenda
        ],
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "text": one.text,
        "date": one.day.isoformat() if one.day else None,
        "basis": one.basis.value,
        "span": _pair(one.span),
    }


def _directive(one: Directive) -> dict[str, Any]:
    return {
        "id": one.id,
        "article": one.article,
        "record": one.record,
        "issuer": one.issuer and {"name": one.issuer.name, "post": one.issuer.post},
        "verb": one.verb,
        "addressees": [
            {
                "text": each.text,
                "kind": each.kind.value,
                "inherited": each.inherited,
                "span": _pair(each.span),
            }
            for each in one.addressees
        ],
        "lead": one.lead,
        "action": one.action,
        "spans": _pairs(one.spans),
        "kind": one.kind.value,
        "deadline": _deadline(one.deadline),
        "deadlines": [_deadline(each) for each in one.limits],
        "measures": [
            {"text": each.text, "value": _number(each.value), "unit": each.unit}
            for each in one.measures
        ],
        "confidence": one.confidence,
        "repeats": one.repeats and {"of": one.repeats.of, "owner": one.repeats.owner},
    }


def _number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _diagnostic(one: Diagnostic, messages: Messages) -> dict[str, Any]:
    return {
        "severity": one.severity.value,
        "code": one.code,
        "message": messages.of(one),
        "span": _pair(one.span),
    }
