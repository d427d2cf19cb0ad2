"""The one way a matter changes its stage: the table of following, then one entry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.models import Recorded
from guatu.apps.journal.refusal import Absent, demand
from guatu.apps.matters.access import matters_in
from guatu.apps.matters.models import Matter, Verification
from guatu.apps.matters.values import Rulebook
from guatu.domain.following.evidence import EvidenceClass, MatterKind
from guatu.domain.following.stages import (
    OPEN_STAGES,
    MatterState,
    Move,
    Need,
    Stage,
    check_transition,
    transition,
)
from guatu.domain.kernel.acting import Acting

Alteration = Callable[[Matter], Sequence[Recorded]]
"""Changes the matter beside its stage; returns further rows to save, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which matter a person wants to move, and the version that person saw."""

    matter_id: int
    expected_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move with the kind of its entry and what the form states for it."""

    move: Move
    kind: str
    given: tuple[Need, ...] = ()
    close_reason: str = "done"
    arguments: Mapping[str, Any] = field(default_factory=dict)


def nothing_else(_matter: Matter) -> Sequence[Recorded]:
    """Change nothing beside the stage."""
    return ()


def advance(
    acting: Acting,
    asked: Asked,
    step: Step,
    *,
    rules: Rulebook,
    alter: Alteration = nothing_else,
) -> Matter:
    """Make one move of the table in one transaction and return the matter.

    Raises Absent out of sight, StaleVersion, and Refused with the reason of the table.
    """
    with transaction.atomic():
        matter = load_matter(acting, asked)
        evidence_rules = rules.pack("matter_evidence", on=acting.today, region=matter.region)
        permission = check_transition(
            state_of(matter),
            step.move,
            acting,
            given=(*needs_met(matter), *step.given),
            close_reason=step.close_reason,
            evidence_rules=evidence_rules,
        )
        demand(permission)
        row = transition(Stage(matter.stage), step.move)
        assert row is not None
        matter.stage = row.target.value
        matter.returns += int(row.counts_return)
        further = alter(matter)
        arguments = {"number": matter.number, "title": matter.title, **step.arguments}
        write(acting, step.kind, changed=[matter, *further], arguments=arguments)
    return matter


def load_matter(acting: Acting, asked: Asked) -> Matter:
    """Return the locked matter in sight, as the person saw it; raises Absent, StaleVersion."""
    found = matters_in(acting.scope).select_for_update(of=("self",)).select_related("lead")
    matter = found.filter(pk=asked.matter_id).first()
    if matter is None:
        raise Absent(f"matter {asked.matter_id}")
    expect_version(matter, asked.expected_version)
    return matter


def state_of(matter: Matter) -> MatterState:
    """Return what the table of stages must know of a matter."""
    children = matter.children.filter(stage__in=[stage.value for stage in OPEN_STAGES])
    return MatterState(
        stage=Stage(matter.stage),
        kind=MatterKind(matter.kind),
        lead_unit_id=matter.lead_id,
        reporter_ids=reporters(matter),
        evidence=frozenset(
            EvidenceClass(grade) for grade in matter.evidence.values_list("grade", flat=True)
        ),
        open_children=children.count(),
    )


def reporters(matter: Matter) -> frozenset[int]:
    """Return the people who reported since the last return."""
    found = matter.reports.all()
    returned = matter.verifications.filter(result=Verification.Result.RETURNED).last()
    if returned is not None:
        found = found.filter(pk__gt=returned.report_id)
    return frozenset(found.values_list("person_id", flat=True))


def needs_met(matter: Matter) -> tuple[Need, ...]:
    """Return the needs that the matter itself meets."""
    stated = (
        (Need.TITLE, matter.title.strip()),
        (Need.RESULT, matter.result.strip()),
        (Need.LEAD, matter.lead_id),
        (Need.DEADLINE, matter.deadline),
        (Need.DEADLINE_BASIS, matter.deadline_basis),
        (Need.NUMBER, matter.number),
        (Need.PLAN, matter.plan.strip()),
    )
    return tuple(need for need, value in stated if value)
