"""What the gate judges, and how it refuses."""

from dataclasses import dataclass

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.plan import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A lever of one kind on one activity that takes ``won`` of its days."""

    activity: Activity
    kind: LeverKind
    won: int

    @property
    def days(self) -> int:
        """The days that the activity would still have in all."""
        return self.activity.days - self.won


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A lever that the gate does not let through, the rule that holds it, and why in words."""

    rule: str
    kind: LeverKind
    activity: str
    won: int
    reason: Reason


def named(code: str, proposal: Proposal, **more: str | int) -> Reason:
    """Return a reason that names the activity of a proposal."""
    one = proposal.activity
    return Reason(
        code=code,
        arguments=(("activity", one.id), ("name", one.name or one.id), *more.items()),
    )
