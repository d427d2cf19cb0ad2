"""What a proposal supports as a matter: words, units and dates that a person may take over."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from guatu.apps.matters.values import Rulebook
from guatu.apps.sources.queries import article_days
from guatu.apps.sources.queries import proposal as proposal_by_id
from guatu.apps.sources.values import ProposalFacts
from guatu.apps.units.queries import open_units
from guatu.apps.units.values import UnitFacts
from guatu.domain.following.limits import DeadlineProposal
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.outlook import Reason
from guatu.domain.linking.drafting import DirectiveFacts, DraftMatter, KnownUnit, draft_matter

_FRESH_DAYS = 30
"""A meeting so many days ago still starts the clock; older pages start it today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A draft to start from; ``questions`` tell what a person has to decide."""

    proposal: ProposalFacts
    title: str
    result: str
    lead_id: int | None
    co_unit_ids: tuple[int, ...]
    candidates: tuple[UnitFacts, ...]
    deadlines: tuple[DeadlineProposal, ...]
    questions: tuple[Reason | Diagnostic, ...]


def suggestion(acting: Acting, proposal_id: int, *, rules: Rulebook) -> Suggestion:
    """Return what the words of a proposal support; nothing in it is decided. Raises Absent."""
    facts = proposal_by_id(acting.scope, proposal_id)
    units = open_units(acting.scope, day=acting.today)
    spoken, source_type = article_days(acting.scope, facts)
    start = acting.today
    if spoken is not None and timedelta(0) <= acting.today - spoken <= timedelta(days=_FRESH_DAYS):
        start = spoken
    directive = _directive(facts)
    limits = rules.pack("matter_limits", on=acting.today, region=acting.scope.region)
    known = [
        KnownUnit(id=unit.id, names=(unit.name, unit.short_name, *unit.aliases)) for unit in units
    ]

    def drafted(one: DirectiveFacts) -> tuple[DraftMatter | None, tuple[Diagnostic, ...]]:
        return draft_matter(
            one, known, limits, start=start, calendar=rules.calendar, source_type=source_type
        )

    draft, told = drafted(directive)
    if draft is None:
        draft, _ = drafted(replace(directive, kind="task", addressees=()))
    assert draft is not None
    lead = facts.unit_id if facts.unit_id is not None else draft.lead
    by_id = {unit.id: unit for unit in units}
    return Suggestion(
        proposal=facts,
        title=draft.title,
        result=draft.result,
        lead_id=lead,
        co_unit_ids=tuple(one for one in draft.candidates if lead is not None and one != lead),
        candidates=tuple(by_id[one] for one in draft.candidates if one in by_id),
        deadlines=draft.proposals,
        questions=(*told, *_still_open(draft, lead)),
    )


def deadline_by(suggested: Suggestion, basis: str) -> date | None:
    """Return the day of a suggested deadline by the basis that a form names; None for none of them."""
    for one in suggested.deadlines:
        if basis_of(one) == basis:
            return one.due
    return None


def basis_of(one: DeadlineProposal) -> str:
    """Return the basis of a suggested deadline as it is kept: STATED or RULE with the limit."""
    return "STATED" if one.limit is None else f"RULE:{one.limit.code}"


def _still_open(draft: DraftMatter, lead: int | None) -> tuple[Reason, ...]:
    if lead is None:
        return draft.questions
    return tuple(one for one in draft.questions if ".lead_" not in one.code)


def _directive(facts: ProposalFacts) -> DirectiveFacts:
    return DirectiveFacts(
        id=facts.directive_id or f"p{facts.id}",
        kind=facts.kind,
        action=facts.action,
        addressees=tuple(
            (str(one.get("text", "")), str(one.get("kind", "unknown"))) for one in facts.addressees
        ),
        lead=facts.lead_text or None,
        deadline=facts.deadline_day,
        deadline_text=facts.deadline_text,
    )
