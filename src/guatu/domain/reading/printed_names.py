"""Names and posts as the page prints them, where its script was turned for reading (陳國樑 on a page in traditional script)."""

from collections.abc import Mapping
from dataclasses import replace

from guatu.domain.reading.values import Person, Reading, Record


def with_printed_names(reading: Reading, text: str, plain: str) -> Reading:
    """Return the reading with the page's own characters in who is named; ``plain`` is the text as rules read it.

    Both have the same length. A name or post that a line end cuts keeps the form in which it was read.
    """
    if not any(
        plain.startswith(one.name, one.span.start) and not text.startswith(one.name, one.span.start)
        for record in reading.records
        for one in record.people
    ):
        return reading
    records = tuple(_printed_in(record, text, plain) for record in reading.records)
    names = {
        before.name: after
        for old, new in zip(reading.records, records, strict=True)
        for before, after in zip(old.people, new.people, strict=True)
    }
    directives = tuple(
        replace(one, issuer=replace(one.issuer, name=said.name, post=said.post or one.issuer.post))
        if one.issuer is not None and (said := names.get(one.issuer.name)) is not None
        else one
        for one in reading.directives
    )
    return replace(reading, records=records, directives=directives)


def _printed_in(record: Record, text: str, plain: str) -> Record:
    people = tuple(_printed(one, text, plain) for one in record.people)
    by_name: Mapping[str, Person] = {
        old.name: new for old, new in zip(record.people, people, strict=True)
    }
    lead = by_name[record.lead.name] if record.lead else None
    return replace(record, people=people, lead=lead)


def _printed(one: Person, text: str, plain: str) -> Person:
    start = one.span.start
    own = plain.startswith(one.name, start)
    name = text[start : start + len(one.name)] if own else one.name
    post = one.post
    if post:
        at = plain.rfind(post, 0, start)
        at = at if at >= 0 else plain.find(post, start)
        post = text[at : at + len(post)] if at >= 0 else post
    return replace(one, name=name, post=post)
