"""What waits for the hand of a post: the matters whose next step on the straight path is its own."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from guatu.apps.matters.access import matters_in
from guatu.apps.matters.models import Extension
from guatu.domain.following.stages import Move, Stage
from guatu.domain.kernel.acting import Acting, Role

_HEAD_STEPS = {Stage.DRAFT: Move.REGISTER, Stage.VERIFIED: Move.COMPLETE}

# Only steps that carry a matter on; what a role may do besides (return, suspend) waits for nobody.
NEXT_STEPS: dict[Role, dict[Stage, Move]] = {
    Role.CLERK: {
        Stage.DRAFT: Move.PROPOSE,
        Stage.REGISTERED: Move.ISSUE,
        Stage.REPORTED: Move.VERIFY,
        Stage.COMPLETED: Move.CLOSE,
    },
    Role.APPROVER: _HEAD_STEPS,
    Role.LEADER: _HEAD_STEPS,
    Role.LIAISON: {Stage.ISSUED: Move.SIGN, Stage.SIGNED: Move.START},
}
"""Which step each role owes to a matter in a stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMatter:
    """A matter and the step it waits for; ``step`` is None where a later deadline is asked for."""

    id: int
    number: str
    title: str
    lead_name: str
    deadline: date | None
    step: Move | None


def waiting_for(acting: Acting, *, most: int) -> tuple[WaitingMatter, ...]:
    """Return the matters that wait for the post that acts: asked extensions, then the nearest due.

    A draft without a result or a deadline cannot be registered: it waits for the clerk, any
    other for a head.
    """
    steps = NEXT_STEPS.get(acting.role, {})
    if not steps:
        return ()
    heads = acting.role in {Role.APPROVER, Role.LEADER}
    asked = Exists(Extension.objects.filter(matter=OuterRef("pk"), state=Extension.State.PENDING))
    incomplete = Q(result="") | Q(deadline=None)
    drafts = Q(stage=Stage.DRAFT.value)
    wanted = ~drafts | (~incomplete if heads else incomplete)
    due = Q(stage__in=[stage.value for stage in steps]) & wanted
    rows = matters_in(acting.scope).annotate(asked=asked)
    rows = rows.filter(due | Q(asked=True)) if heads else rows.filter(due)
    if acting.scope.unit_ids is not None:
        rows = rows.filter(lead__in=acting.scope.unit_ids)
    order = ("-asked",) if heads else ()
    told = rows.select_related("lead").order_by(*order, F("deadline").asc(nulls_last=True), "id")
    return tuple(
        WaitingMatter(
            id=row.pk,
            number=row.number,
            title=row.title,
            lead_name=row.lead.short_name,
            deadline=row.deadline,
            step=None if heads and row.asked else steps[Stage(row.stage)],
        )
        for row in told[:most]
    )
