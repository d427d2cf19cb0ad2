"""Splitting one proposal into two, and merging several into one."""

from collections.abc import Sequence

from django.db import transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.refusal import Refused
from guatu.apps.sources.actions.deciding import load_open, requote
from guatu.apps.sources.mapping import spans_of
from guatu.apps.sources.models import Proposal
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Span


def split_proposal(
    *, acting: Acting, proposal_id: int, expected_version: int, offset: int
) -> tuple[Proposal, Proposal]:
    """Split a proposal in two at a place inside its quote (an offset of the source's text).

    Both parts keep addressee, issuer and kind. ``reopen_proposal`` of the whole undoes it.
    Raises Absent, StaleVersion, and Refused where the place leaves one part empty.
    """
    with transaction.atomic():
        whole = load_open(acting, proposal_id, expected_version)
        before, after = _divide(spans_of(whole.spans), offset)
        if not before or not after:
            raise Refused("sources.split_outside")
        parts = (_copy(whole, before), _copy(whole, after))
        for part in parts:
            part.parent = whole
        whole.state = Proposal.State.SPLIT
        write(
            acting,
            "proposal.split",
            changed=[whole, *parts],
            arguments={"action": whole.action[:80]},
        )
    return parts


def merge_proposals(*, acting: Acting, picks: Sequence[tuple[int, int]]) -> Proposal:
    """Merge proposals of one source, each named with the version seen, into a new one.

    Unit, issuer and addressees come from the first in the order of the page.
    ``reopen_proposal`` of any of them undoes it. Raises Absent, StaleVersion, Refused.
    """
    if len({pick[0] for pick in picks}) < 2:
        raise Refused("sources.merge_needs_two")
    with transaction.atomic():
        merged = [load_open(acting, number, version) for number, version in sorted(set(picks))]
        if len({one.source_id for one in merged}) != 1:
            raise Refused("sources.merge_one_source")
        merged.sort(key=lambda one: (one.position, one.pk))
        spans = _union([span for one in merged for span in spans_of(one.spans)])
        whole = _copy(merged[0], spans)
        arguments = {"count": len(merged)}
        # The whole must have its number before the others can name it: two entries.
        write(acting, "proposal.merged", changed=[whole], arguments=arguments)
        for one in merged:
            one.state, one.merged_into = Proposal.State.MERGED, whole
        write(acting, "proposal.merged", changed=merged, arguments=arguments)
    return whole


def _copy(origin: Proposal, spans: tuple[Span, ...]) -> Proposal:
    """Return an unsaved proposal like the origin with other words; it is no directive of the page."""
    made = Proposal(
        source=origin.source,
        position=origin.position,
        article_id=origin.article_id,
        record_id=origin.record_id,
        addressees=origin.addressees,
        lead_text=origin.lead_text,
        unit=origin.unit,
        verb=origin.verb,
        issuer_name=origin.issuer_name,
        issuer_post=origin.issuer_post,
        kind=origin.kind,
        deadline=origin.deadline,
        measures=origin.measures,
        confidence=origin.confidence,
    )
    requote(made, spans)
    return made


def _divide(spans: Sequence[Span], offset: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    before: list[Span] = []
    after: list[Span] = []
    place = next((index for index, span in enumerate(spans) if span.start <= offset < span.end), -1)
    if place < 0:
        return (), ()
    for index, span in enumerate(spans):
        if index != place:
            (before if index < place else after).append(span)
            continue
        if offset > span.start:
            before.append(Span(start=span.start, end=offset))
        after.append(Span(start=offset, end=span.end))
    return tuple(before), tuple(after)


def _union(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            span = Span(start=last.start, end=max(last.end, span.end))  # noqa: PLW2901  the run grows
        joined.append(span)
    return tuple(joined)
