"""The card of a matter: everything that its page shows, put together from its rows."""

from datetime import date
from typing import TypedDict

from guatu.apps.matters.ledger import colored
from guatu.apps.matters.mapping import (
    LampRoom,
    evidence_facts,
    extension_facts,
    report_facts,
    verification_facts,
)
from guatu.apps.matters.models import Extension, Matter
from guatu.apps.matters.rules import (
    may_ask_extension,
    may_attach,
    may_decide_extension,
    may_draft,
    may_report_part,
)
from guatu.apps.matters.values import (
    CoUnitFacts,
    EvidenceFacts,
    MatterCard,
    ReportFacts,
    Rulebook,
    VerificationFacts,
)
from guatu.domain.following.evidence import MatterKind, least_evidence
from guatu.domain.following.limits import step_limits
from guatu.domain.following.stages import OPEN_STAGES, Stage, Transition, next_stages
from guatu.domain.kernel.acting import Acting


def card_of(row: Matter, acting: Acting, rules: Rulebook) -> MatterCard:
    """Return the card as the acting person may see and move it; names are read along."""
    lamps = LampRoom.of(rules, today=acting.today, region=row.region)
    children = list(
        row.children.select_related("lead", "leader").prefetch_related("co_units__unit")
    )
    running = [child for child in children if child.stage in OPEN_STAGES]
    co_units = list(row.co_units.select_related("unit"))
    shared = frozenset(one.unit_id for one in co_units)
    requests = list(row.extension_requests.select_related("asked_by", "decided_by"))
    stage = Stage(row.stage)
    pending = any(one.state == Extension.State.PENDING for one in requests)
    evidence_rules = rules.pack("matter_evidence", on=acting.today, region=row.region)
    return MatterCard(
        id=row.pk,
        version=row.version,
        region=row.region,
        number=row.number,
        title=row.title,
        result=row.result,
        lead_id=row.lead_id,
        lead_name=row.lead.name,
        leader_id=row.leader_id,
        leader_name=row.leader.name if row.leader is not None else "",
        kind=row.kind,
        content=row.content,
        weight=row.weight,
        stage=stage,
        deadline=row.deadline,
        original_deadline=row.original_deadline,
        deadline_basis=row.deadline_basis,
        deadline_words=row.deadline_words,
        quote=row.quote,
        source_id=row.source_id if acting.scope.unit_ids is None else None,
        source_title=row.source.words if row.source is not None else "",
        proposal_id=row.proposal_id,
        article_id=row.article_id,
        parent_id=row.parent_id,
        parent_title=row.parent.title if row.parent is not None else "",
        plan=row.plan,
        opinion=row.opinion,
        returns=row.returns,
        extensions=row.extensions,
        close_reason=row.close_reason,
        approved_by=row.approved_by.name if row.approved_by is not None else "",
        light=lamps.light(row, running),
        moves=permitted_moves(row, acting),
        least_evidence=least_evidence(MatterKind(row.kind), evidence_rules),
        co_units=tuple(
            CoUnitFacts(unit_id=one.unit_id, name=one.unit.name, due=one.due) for one in co_units
        ),
        extension_requests=tuple(extension_facts(one) for one in requests),
        children=colored(children, lamps),
        **_rights(row, acting, shared, pending=pending),
        **_told(row),
        feedback_due=_feedback_due(row, rules),
        **_days(row),
    )


class _Rights(TypedDict):
    """What the acting person may do besides the moves."""

    may_revise: bool
    may_attach: bool
    may_report_part: bool
    may_ask_extension: bool
    may_decide_extension: bool


def _rights(row: Matter, acting: Acting, shared: frozenset[int], *, pending: bool) -> _Rights:
    stage = Stage(row.stage)
    asks = not pending and row.deadline is not None
    return {
        "may_revise": stage is Stage.DRAFT and bool(may_draft(acting)),
        "may_attach": bool(may_attach(acting, stage, shared | {row.lead_id})),
        "may_report_part": bool(may_report_part(acting, stage, shared)),
        "may_ask_extension": asks and bool(may_ask_extension(acting, stage, row.lead_id)),
        "may_decide_extension": pending and bool(may_decide_extension(acting)),
    }


class _Told(TypedDict):
    """What units and checkers told of a matter."""

    reports: tuple[ReportFacts, ...]
    evidence: tuple[EvidenceFacts, ...]
    verifications: tuple[VerificationFacts, ...]


def _told(row: Matter) -> _Told:
    verifications = row.verifications.select_related("person")
    return {
        "reports": tuple(map(report_facts, row.reports.select_related("person", "unit"))),
        "evidence": tuple(map(evidence_facts, row.evidence.select_related("person"))),
        "verifications": tuple(map(verification_facts, verifications)),
    }


def _feedback_due(row: Matter, rules: Rulebook) -> date | None:
    """Return the day by which the lead owes its first report; None before the issue."""
    if row.issued_on is None:
        return None
    limits = rules.pack("matter_limits", on=row.issued_on, region=row.region)
    dated = step_limits(row.issued_on, limits, calendar=rules.calendar)
    return next((one.due for one in dated if one.code == "feedback"), None)


class _Days(TypedDict):
    """The days of a matter."""

    drafted_on: date
    registered_on: date | None
    issued_on: date | None
    signed_on: date | None
    done_on: date | None
    completed_on: date | None
    closed_on: date | None


def _days(row: Matter) -> _Days:
    return {
        "drafted_on": row.drafted_on,
        "registered_on": row.registered_on,
        "issued_on": row.issued_on,
        "signed_on": row.signed_on,
        "done_on": row.done_on,
        "completed_on": row.completed_on,
        "closed_on": row.closed_on,
    }


def permitted_moves(row: Matter, acting: Acting) -> tuple[Transition, ...]:
    """Return the moves that the role may make from here, for the own unit where they ask for it."""
    own = acting.scope.sees_unit(row.lead_id)
    moves = next_stages(Stage(row.stage), acting.role)
    return tuple(one for one in moves if own or not one.own_unit)
