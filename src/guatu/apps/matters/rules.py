"""Who may change matters besides the moves of the table of stages."""

from guatu.domain.following.stages import Stage
from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role

_DESK = frozenset({Role.CLERK})
_HEADS = frozenset({Role.APPROVER, Role.LEADER})
_WORKED_ON = frozenset(
    {Stage.ISSUED, Stage.SIGNED, Stage.IN_PROGRESS, Stage.REPORTED, Stage.VERIFIED}
)


def may_draft(acting: Acting) -> Permission:
    """Return whether matters may be drafted and drafts revised: clerks only."""
    return _if(acting.role in _DESK, "matters.clerk_only")


def may_attach(acting: Acting, stage: Stage, unit_ids: frozenset[int]) -> Permission:
    """Return whether evidence may be added: by the lead, a co-unit or a clerk, until completion."""
    if stage not in _WORKED_ON and stage is not Stage.COMPLETED:
        return Denied(code="matters.evidence_not_now")
    own = acting.role is Role.LIAISON and any(map(acting.scope.sees_unit, unit_ids))
    return _if(own or acting.role in _DESK, "matters.not_your_matter")


def may_report_part(acting: Acting, stage: Stage, co_unit_ids: frozenset[int]) -> Permission:
    """Return whether a co-unit may tell the lead of its part: its liaison, until verification."""
    if stage not in _WORKED_ON - {Stage.VERIFIED}:
        return Denied(code="matters.part_not_now")
    own = acting.role is Role.LIAISON and any(map(acting.scope.sees_unit, co_unit_ids))
    return _if(own, "matters.not_a_co_unit")


def may_ask_extension(acting: Acting, stage: Stage, lead_id: int) -> Permission:
    """Return whether a later deadline may be asked for: by the lead unit, while it works on it."""
    if stage not in {Stage.SIGNED, Stage.IN_PROGRESS}:
        return Denied(code="matters.extension_not_now")
    own = acting.role is Role.LIAISON and acting.scope.sees_unit(lead_id)
    return _if(own, "matters.not_your_matter")


def may_decide_extension(acting: Acting) -> Permission:
    """Return whether requests for a later deadline may be decided: approvers and leaders."""
    return _if(acting.role in _HEADS, "matters.head_only")


def _if(permitted: object, code: str) -> Permission:
    return Allowed() if permitted else Denied(code=code)
