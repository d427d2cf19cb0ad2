"""Drafts of matters: confirmed from proposals, added by hand or loaded from a ledger file."""

from collections.abc import Sequence

from django.db import transaction

from guatu.apps.journal.actions import write
from guatu.apps.journal.models import Recorded
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.matters.actions.advancing import Asked, Step, advance, load_matter
from guatu.apps.matters.grams import renew_grams
from guatu.apps.matters.models import CoUnit, Matter
from guatu.apps.matters.rules import may_draft
from guatu.apps.matters.values import BulkResult, Draft, Rulebook
from guatu.apps.sources.actions.deciding import load_open, source_when_decided
from guatu.apps.sources.mapping import addressed_names, proposal_facts
from guatu.apps.sources.models import Proposal
from guatu.apps.sources.values import ProposalFacts
from guatu.apps.units.actions import learn_alias
from guatu.apps.units.queries import person_by_id, unit_by_id
from guatu.domain.following.evidence import MatterKind
from guatu.domain.following.limits import co_unit_due
from guatu.domain.following.stages import Move, Need, Stage
from guatu.domain.kernel.acting import Acting
from guatu.domain.linking.drafting import title_of

_BASES = ("STATED", "PERSON")


def confirm_proposal(
    *,
    acting: Acting,
    proposal_id: int,
    expected_version: int,
    draft: Draft,
    rules: Rulebook,
) -> Matter:
    """Make a draft matter of a proposal: what a person states, with the proposal's quote.

    The proposal is settled in the same entry; an alias that it names is remembered in a second
    one. Raises Absent, StaleVersion, and Refused for
    an unknown unit, a missing title, a deadline without basis, a proposal decided already.
    """
    _demand(acting)
    with transaction.atomic():
        proposal = load_open(acting, proposal_id, expected_version)
        matter = _new_matter(acting, draft)
        matter.quote = proposal.action
        matter.source = proposal.source
        matter.proposal = proposal
        matter.article_id = proposal.article_id
        proposal.state = Proposal.State.CONFIRMED
        # Whom a person chose stands with the proposal too: reading is judged by it.
        proposal.unit_id = matter.lead_id
        changed: list[Recorded] = [proposal, *source_when_decided(proposal), matter]
        changed += _co_units(acting, matter, draft, rules)
        arguments = {"title": matter.title, "quote": proposal.action[:80]}
        write(acting, "matter.confirmed", changed=changed, arguments=arguments)
        if draft.alias in addressed_names(proposal.addressees, proposal.lead_text):
            learn_alias(acting=acting, unit_id=draft.lead_id, alias=draft.alias)
        renew_grams(matter)
    return matter


def confirm_proposals(
    *, acting: Acting, picks: Sequence[tuple[int, int]], rules: Rulebook
) -> BulkResult:
    """Make drafts of many proposals at once, each named with the version seen.

    Only those with a proposed unit become drafts, with no deadline but a stated one and
    no result: registering asks for both. Those to everyone or without a unit are left.
    """
    _demand(acting)
    made: list[int] = []
    left: list[int] = []
    with transaction.atomic():
        for proposal_id, version in picks:
            facts = proposal_facts(load_open(acting, proposal_id, version))
            if facts.unit_id is None or not facts.checkable:
                left.append(proposal_id)
                continue
            matter = confirm_proposal(
                acting=acting,
                proposal_id=proposal_id,
                expected_version=version,
                draft=draft_of(facts, lead_id=facts.unit_id),
                rules=rules,
            )
            made.append(matter.pk)
    return BulkResult(made=tuple(made), left=tuple(left))


def draft_of(facts: ProposalFacts, *, lead_id: int) -> Draft:
    """Return the draft that a proposal itself supports: its words, and a deadline only if stated."""
    stated = facts.deadline_day is not None
    return Draft(
        title=title_of(facts.action),
        lead_id=lead_id,
        deadline=facts.deadline_day,
        deadline_basis="STATED" if stated else "",
        deadline_words=facts.deadline_text,
        quote=facts.action,
    )


def add_matter(*, acting: Acting, draft: Draft, rules: Rulebook) -> Matter:
    """Enter a draft matter by hand; raises Absent for an unknown unit, and Refused."""
    _demand(acting)
    with transaction.atomic():
        matter = _new_matter(acting, draft)
        changed: list[Recorded] = [matter, *_co_units(acting, matter, draft, rules)]
        write(acting, "matter.added", changed=changed, arguments={"title": matter.title})
        renew_grams(matter)
    return matter


def load_drafts(*, acting: Acting, drafts: Sequence[Draft], rules: Rulebook) -> tuple[int, ...]:
    """Enter the drafts of a ledger file, all or none; returns the ids of the new matters."""
    with transaction.atomic():
        return tuple(add_matter(acting=acting, draft=one, rules=rules).pk for one in drafts)


def revise_matter(
    *, acting: Acting, matter_id: int, expected_version: int, draft: Draft, rules: Rulebook
) -> Matter:
    """Change a draft; once registered a matter is sent back first. Raises as ``add_matter``."""
    _demand(acting)
    with transaction.atomic():
        matter = load_matter(acting, Asked(matter_id=matter_id, expected_version=expected_version))
        if matter.stage != Stage.DRAFT:
            raise Refused("matters.not_a_draft", title=matter.title)
        _set(acting, matter, draft)
        former = list(matter.co_units.exclude(unit__in=draft.co_unit_ids))
        changed: list[Recorded] = [matter, *_co_units(acting, matter, draft, rules)]
        arguments = {"number": matter.number, "title": matter.title}
        write(acting, "matter.revised", changed=changed, removed=former, arguments=arguments)
        renew_grams(matter)
    return matter


def drop_matter(
    *, acting: Acting, matter_id: int, expected_version: int, reason: str, rules: Rulebook
) -> Matter:
    """Give a draft up, with the reason; its quote stays in the ledger of dropped ones."""

    def note(matter: Matter) -> tuple[Recorded, ...]:
        matter.opinion = reason.strip()
        return ()

    step = Step(
        move=Move.DROP,
        kind="matter.dropped",
        given=(Need.REASON,) if reason.strip() else (),
        arguments={"reason": reason.strip()},
    )
    asked = Asked(matter_id=matter_id, expected_version=expected_version)
    return advance(acting, asked, step, rules=rules, alter=note)


def _demand(acting: Acting) -> None:
    demand(may_draft(acting))


def _new_matter(acting: Acting, draft: Draft) -> Matter:
    matter = Matter(region=acting.scope.region, stage=Stage.DRAFT.value, drafted_on=acting.today)
    _set(acting, matter, draft)
    return matter


def _set(acting: Acting, matter: Matter, draft: Draft) -> None:
    """Set what the draft states, refusing what does not fit."""
    _check(draft)
    matter.title = draft.title.strip()
    matter.result = draft.result.strip()
    matter.lead_id = unit_by_id(acting.scope, draft.lead_id).id
    matter.leader_id = (
        person_by_id(acting.scope, draft.leader_id).id if draft.leader_id is not None else None
    )
    matter.kind = draft.kind
    matter.content = draft.content
    matter.weight = draft.weight
    matter.deadline = draft.deadline
    matter.deadline_basis = draft.deadline_basis if draft.deadline is not None else ""
    matter.deadline_words = draft.deadline_words.strip()
    matter.quote = draft.quote or matter.quote
    matter.parent = _parent(acting, draft)


def _check(draft: Draft) -> None:
    if not draft.title.strip():
        raise Refused("matters.title_missing")
    if len(draft.title.strip()) > 200:
        raise Refused("matters.title_too_long", most=200)
    if draft.kind not in set(MatterKind):
        raise Refused("matters.choice_unknown", word=draft.kind)
    if draft.content not in Matter.Content.values:
        raise Refused("matters.choice_unknown", word=draft.content)
    if draft.weight not in Matter.Weight.values:
        raise Refused("matters.choice_unknown", word=draft.weight)
    basis = draft.deadline_basis
    if draft.deadline is not None and not (basis in _BASES or basis.startswith("RULE:")):
        raise Refused("matters.deadline_without_basis")
    if draft.lead_id in draft.co_unit_ids:
        raise Refused("matters.lead_is_co_unit")


def _parent(acting: Acting, draft: Draft) -> Matter | None:
    if draft.parent_id is None:
        return None
    parent = Matter.objects.filter(region=acting.scope.region, pk=draft.parent_id).first()
    if parent is None:
        raise Absent(f"matter {draft.parent_id}")
    return parent


def _co_units(acting: Acting, matter: Matter, draft: Draft, rules: Rulebook) -> list[CoUnit]:
    """Return the co-units to save: new ones, and old ones whose day moved with the deadline."""
    due = None
    if matter.deadline is not None:
        limits = rules.pack("matter_limits", on=acting.today, region=acting.scope.region)
        due = co_unit_due(matter.deadline, limits, calendar=rules.calendar)
    known = {} if matter._state.adding else {one.unit_id: one for one in matter.co_units.all()}
    found: list[CoUnit] = []
    for unit_id in dict.fromkeys(draft.co_unit_ids):
        unit = unit_by_id(acting.scope, unit_id)
        row = known.get(unit_id) or CoUnit(matter=matter, unit_id=unit.id)
        if row._state.adding or row.due != due:
            row.due = due
            found.append(row)
    return found
