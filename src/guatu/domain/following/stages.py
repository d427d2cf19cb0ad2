"""The stages of a matter and the moves between them, as data: who, from, to, what is needed.

After domain A3. The straight path runs candidate → draft → registered → issued →
signed → in progress → reported → verified → completed → closed; besides it stand
return for rework, objection, a new order, suspension, reopening and dropping.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.following.evidence import EvidenceClass, MatterKind, least_evidence
from guatu.domain.kernel.acting import Acting, Allowed, Denied, Permission, Role
from guatu.domain.kernel.packs import RulePack


class Stage(StrEnum):
    """Where a matter stands; the first ten are the straight path in order."""

    CANDIDATE = "candidate"
    DRAFT = "draft"
    REGISTERED = "registered"
    ISSUED = "issued"
    SIGNED = "signed"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    VERIFIED = "verified"
    COMPLETED = "completed"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    DROPPED = "dropped"


STRAIGHT_PATH = tuple(Stage)[:10]
OPEN_STAGES = frozenset(Stage) - {Stage.CLOSED, Stage.DROPPED}
"""A parent waits for children in these stages."""


class Move(StrEnum):
    """The name of a change of stage; the words of a button and of a journal entry hang on it."""

    PROPOSE = "propose"
    DROP = "drop"
    REGISTER = "register"
    SEND_BACK = "send_back"
    ISSUE = "issue"
    SIGN = "sign"
    OBJECT = "object"
    START = "start"
    INFORM = "inform"
    REPORT = "report"
    VERIFY = "verify"
    RETURN = "return"
    COMPLETE = "complete"
    ORDER_ANEW = "order_anew"
    CLOSE = "close"
    SUSPEND = "suspend"
    RESUME = "resume"
    REOPEN = "reopen"


class Need(StrEnum):
    """What must be stated or known before a move; the action says which of them are there."""

    TITLE = "title"
    RESULT = "result"
    LEAD = "lead"
    DEADLINE = "deadline"
    DEADLINE_BASIS = "deadline_basis"
    NUMBER = "number"
    REASON = "reason"
    PLAN = "plan"
    FACTS = "facts"
    VERIFICATION = "verification"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One permitted move: the roles that may make it and the needs it must meet.

    ``counts_return`` marks the move that adds one to the matter's returns;
    ``own_unit`` the moves of the lead unit itself.
    """

    move: Move
    origins: tuple[Stage, ...]
    target: Stage
    roles: tuple[Role, ...]
    needs: tuple[Need, ...] = ()
    own_unit: bool = False
    counts_return: bool = False


_OFFICE = (Role.CLERK,)
_HEADS = (Role.APPROVER, Role.LEADER)
_UNIT = (Role.LIAISON,)

TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        move=Move.PROPOSE,
        origins=(Stage.CANDIDATE,),
        target=Stage.DRAFT,
        roles=_OFFICE,
        needs=(Need.TITLE,),
    ),
    Transition(
        move=Move.DROP,
        origins=(Stage.CANDIDATE, Stage.DRAFT),
        target=Stage.DROPPED,
        roles=_OFFICE,
        needs=(Need.REASON,),
    ),
    Transition(
        move=Move.REGISTER,
        origins=(Stage.DRAFT,),
        target=Stage.REGISTERED,
        roles=_HEADS,
        needs=(Need.TITLE, Need.RESULT, Need.LEAD, Need.DEADLINE, Need.DEADLINE_BASIS),
    ),
    Transition(
        move=Move.SEND_BACK,
        origins=(Stage.REGISTERED,),
        target=Stage.DRAFT,
        roles=_HEADS,
        needs=(Need.REASON,),
    ),
    Transition(
        move=Move.ISSUE,
        origins=(Stage.REGISTERED,),
        target=Stage.ISSUED,
        roles=_OFFICE,
        needs=(Need.NUMBER,),
    ),
    Transition(
        move=Move.SIGN,
        origins=(Stage.ISSUED,),
        target=Stage.SIGNED,
        roles=_UNIT,
        own_unit=True,
    ),
    Transition(
        move=Move.OBJECT,
        origins=(Stage.ISSUED, Stage.SIGNED),
        target=Stage.DRAFT,
        roles=_UNIT,
        needs=(Need.REASON,),
        own_unit=True,
    ),
    Transition(
        move=Move.START,
        origins=(Stage.SIGNED,),
        target=Stage.IN_PROGRESS,
        roles=_UNIT,
        needs=(Need.PLAN,),
        own_unit=True,
    ),
    # A report on the way (domain A2, A3: feedback within 3 days, then once a cycle) claims no
    # result: the matter stays where it is, and there is nothing to verify or to return.
    Transition(
        move=Move.INFORM,
        origins=(Stage.IN_PROGRESS,),
        target=Stage.IN_PROGRESS,
        roles=_UNIT,
        needs=(Need.FACTS,),
        own_unit=True,
    ),
    Transition(
        move=Move.REPORT,
        origins=(Stage.IN_PROGRESS,),
        target=Stage.REPORTED,
        roles=_UNIT,
        needs=(Need.FACTS,),
        own_unit=True,
    ),
    Transition(
        move=Move.VERIFY,
        origins=(Stage.REPORTED,),
        target=Stage.VERIFIED,
        roles=_OFFICE,
        needs=(Need.VERIFICATION,),
    ),
    Transition(
        move=Move.RETURN,
        origins=(Stage.REPORTED, Stage.VERIFIED),
        target=Stage.IN_PROGRESS,
        roles=_OFFICE,
        needs=(Need.REASON,),
        counts_return=True,
    ),
    Transition(
        move=Move.COMPLETE,
        origins=(Stage.VERIFIED,),
        target=Stage.COMPLETED,
        roles=_HEADS,
        needs=(Need.OPINION,),
    ),
    Transition(
        move=Move.ORDER_ANEW,
        origins=(Stage.VERIFIED, Stage.COMPLETED),
        target=Stage.ISSUED,
        roles=_HEADS,
        needs=(Need.OPINION,),
    ),
    Transition(
        move=Move.CLOSE,
        origins=(Stage.COMPLETED,),
        target=Stage.CLOSED,
        roles=_OFFICE,
        needs=(Need.REASON,),
    ),
    Transition(
        move=Move.SUSPEND,
        origins=(Stage.SIGNED, Stage.IN_PROGRESS),
        target=Stage.SUSPENDED,
        roles=_HEADS,
        needs=(Need.REASON,),
    ),
    Transition(
        move=Move.RESUME,
        origins=(Stage.SUSPENDED,),
        target=Stage.IN_PROGRESS,
        roles=_HEADS,
    ),
    Transition(
        move=Move.REOPEN,
        origins=(Stage.CLOSED,),
        target=Stage.IN_PROGRESS,
        roles=_OFFICE,
        needs=(Need.REASON,),
    ),
)

CLOSE_REASONS = ("done", "merged", "changed", "impossible")
"""Why a matter may be closed; only ``done`` asks for evidence."""

RETURN_REASONS = (
    "facts_unclear",
    "problem_unsolved",
    "not_carried_out",
    "policy_wrong",
    "form_bad",
)
"""Why a report may be returned (domain A7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterState:
    """What a check of a move must know of a matter.

    ``reporter_ids`` are the people who reported it since its last return; ``evidence``
    the classes of evidence it holds; ``open_children`` its sub-matters not yet closed.
    """

    stage: Stage
    kind: MatterKind
    lead_unit_id: int | None = None
    reporter_ids: frozenset[int] = frozenset()
    evidence: frozenset[EvidenceClass] = frozenset()
    open_children: int = 0


def next_stages(stage: Stage, role: Role) -> tuple[Transition, ...]:
    """Return the moves that a role may make from a stage, in the order of the table."""
    return tuple(one for one in TRANSITIONS if stage in one.origins and role in one.roles)


def transition(stage: Stage, move: Move) -> Transition | None:
    """Return the row of the table for a move from a stage, None where there is none."""
    return next((one for one in TRANSITIONS if one.move is move and stage in one.origins), None)


def check_transition(
    state: MatterState,
    move: Move,
    acting: Acting,
    *,
    given: Iterable[Need] = (),
    close_reason: str = "done",
    evidence_rules: RulePack,
) -> Permission:
    """Tell whether the person may make the move now, and if not, why.

    ``given`` are the needs that the matter and the form meet; ``evidence_rules`` is
    the ``matter_evidence`` pack; ``close_reason`` counts for closing only.
    """
    row = transition(state.stage, move)
    if row is None:
        return Denied(
            code="following.move.not_from_here", arguments=(("stage", state.stage), ("move", move))
        )
    if acting.role not in row.roles:
        return Denied(
            code="following.move.not_your_role", arguments=(("move", move), ("role", acting.role))
        )
    if row.own_unit and not _own(state, acting):
        return Denied(code="following.move.not_your_unit", arguments=(("move", move),))
    missing = [need for need in row.needs if need not in set(given)]
    if missing:
        return Denied(
            code=f"following.need.{missing[0]}", arguments=(("move", move), ("need", missing[0]))
        )
    return _check_substance(state, move, acting, close_reason, evidence_rules)


def _own(state: MatterState, acting: Acting) -> bool:
    return state.lead_unit_id is not None and acting.scope.sees_unit(state.lead_unit_id)


def _check_substance(
    state: MatterState, move: Move, acting: Acting, close_reason: str, evidence_rules: RulePack
) -> Permission:
    if move is Move.VERIFY and acting.person_id in state.reporter_ids:
        return Denied(code="following.move.reporter_verifies")
    if move in (Move.COMPLETE, Move.CLOSE) and state.open_children:
        return Denied(
            code="following.move.children_open", arguments=(("count", state.open_children),)
        )
    if move is Move.CLOSE and close_reason not in CLOSE_REASONS:
        return Denied(code="following.move.close_reason", arguments=(("reason", close_reason),))
    if move is Move.CLOSE and close_reason == "done":
        least = least_evidence(state.kind, evidence_rules)
        if not any(one >= least for one in state.evidence):
            return Denied(
                code="following.move.evidence",
                arguments=(("least", least.name), ("kind", state.kind)),
            )
    return Allowed()
