"""What a person decides on one proposal: edit, drop, reopen."""

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.models import Recorded
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.sources.mapping import pairs_of, words_of
from guatu.apps.sources.models import Proposal, Source
from guatu.apps.sources.rules import may_work_at_desk
from guatu.apps.units.queries import unit_by_id
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Span

_KINDS = ("task", "standing", "context", "promise")


def edit_proposal(
    *,
    acting: Acting,
    proposal_id: int,
    expected_version: int,
    unit_id: int | None = None,
    kind: str | None = None,
    span: Span | None = None,
) -> Proposal:
    """Change the proposed unit, the kind, or the words quoted (a new span of the same text).

    What is None stays. The words themselves are never typed in: the quote is always cut
    from the source. Raises Absent, StaleVersion, Refused.
    """
    with transaction.atomic():
        proposal = load_open(acting, proposal_id, expected_version)
        if unit_id is not None:
            proposal.unit_id = unit_by_id(acting.scope, unit_id).id
        if kind is not None:
            if kind not in _KINDS:
                raise Refused("sources.kind_unknown", kind=kind)
            proposal.kind = kind
        if span is not None:
            requote(proposal, (span,))
        write(acting, "proposal.edited", changed=[proposal], arguments=_named(proposal))
    return proposal


def drop_proposal(
    *, acting: Acting, proposal_id: int, expected_version: int, reason: str
) -> Proposal:
    """Decide that no matter comes from the proposal, with the reason; ``reopen_proposal`` undoes it."""
    if not reason.strip():
        raise Refused("sources.reason_missing")
    with transaction.atomic():
        proposal = load_open(acting, proposal_id, expected_version)
        proposal.state = Proposal.State.DROPPED
        proposal.reason = reason.strip()
        changed: list[Recorded] = [proposal, *source_when_decided(proposal)]
        write(
            acting,
            "proposal.dropped",
            changed=changed,
            arguments={**_named(proposal), "reason": proposal.reason},
        )
    return proposal


def reopen_proposal(*, acting: Acting, proposal_id: int, expected_version: int) -> Proposal:
    """Undo a drop, a split or a merge, as long as nothing was built on it.

    Reopening a split proposal takes its parts away; reopening a merged one takes the
    merged one away and reopens all that went into it. Raises Absent, StaleVersion, Refused.
    """
    with transaction.atomic():
        proposal = load_proposal(acting, proposal_id)
        expect_version(proposal, expected_version)
        changed: list[Proposal] = [proposal]
        removed: list[Proposal] = []
        if proposal.state == Proposal.State.SPLIT:
            removed = list(proposal.parts.select_for_update())
        elif proposal.state == Proposal.State.MERGED:
            changed, removed = _merged_with(proposal)
        elif proposal.state != Proposal.State.DROPPED:
            raise Refused("sources.not_decided", state=proposal.state)
        if any(one.state != Proposal.State.OPEN for one in removed):
            raise Refused("sources.parts_decided")
        for one in changed:
            one.state, one.reason, one.merged_into = Proposal.State.OPEN, "", None
        sources = _read_again(proposal.source)
        write(
            acting,
            "proposal.reopened",
            changed=[*changed, *sources],
            removed=removed,
            arguments=_named(proposal),
        )
    return next(one for one in changed if one.pk == proposal.pk)


def _merged_with(proposal: Proposal) -> tuple[list[Proposal], list[Proposal]]:
    """Return what reopens with a merged proposal and what goes away for it."""
    into = proposal.merged_into
    if into is None or into.directive_id:
        # The reader found a repeat: the other one was read from the page and stays.
        return [proposal], []
    siblings = list(into.merged.select_for_update().select_related("source"))
    return siblings, [into]


def load_proposal(acting: Acting, proposal_id: int) -> Proposal:
    """Return the locked proposal of the acting person's region; raises Absent, Refused."""
    demand(may_work_at_desk(acting))
    found = Proposal.objects.select_for_update(of=("self",)).select_related("source", "unit")
    proposal = found.filter(source__region=acting.scope.region, pk=proposal_id).first()
    if proposal is None:
        raise Absent(f"proposal {proposal_id}")
    return proposal


def load_open(acting: Acting, proposal_id: int, expected_version: int) -> Proposal:
    """Return the locked proposal if it is as the person saw it and still undecided."""
    proposal = load_proposal(acting, proposal_id)
    expect_version(proposal, expected_version)
    if proposal.state != Proposal.State.OPEN:
        raise Refused("sources.decided", state=proposal.state)
    return proposal


def requote(proposal: Proposal, spans: tuple[Span, ...]) -> None:
    """Quote other words of the source; raises Refused for words that are not there."""
    text = proposal.source.text
    words = words_of(text, spans)
    if not words.strip() or any(span.end > len(text) for span in spans):
        raise Refused("sources.span_empty")
    proposal.spans = pairs_of(spans)
    proposal.action = words


def source_when_decided(proposal: Proposal) -> list[Source]:
    """Return the source, marked as confirmed, if this was its last undecided proposal; else nothing."""
    source = proposal.source
    open_others = source.proposals.filter(state=Proposal.State.OPEN).exclude(pk=proposal.pk)
    waiting = open_others.filter(kind__in=("task", "standing"))
    if waiting.exists() or source.state == Source.State.CONFIRMED:
        return []
    source.state = Source.State.CONFIRMED
    return [source]


def _read_again(source: Source) -> list[Source]:
    if source.state != Source.State.CONFIRMED:
        return []
    source.state = Source.State.READ
    return [source]


def _named(proposal: Proposal) -> dict[str, str]:
    return {"action": proposal.action[:80]}
