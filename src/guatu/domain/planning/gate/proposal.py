"""What the gate judges, by which numbers, and how it refuses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.plan import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRules:
    """The numbers of the gate; ``gate_rules`` reads them from the pack ``planning``.

    ``least_percent`` of the template's days may be reached without a signed reason
    (domain B7); classes name activities that are technical intervals or acceptances
    even where the plan does not say so; ``start_permits`` are permits without which no
    work may start.
    """

    least_percent: int = 70
    technical_classes: frozenset[str] = frozenset({"curing", "settlement", "drying"})
    acceptance_classes: frozenset[str] = frozenset({"acceptance"})
    start_permits: frozenset[str] = frozenset({"construction_permit"})


def gate_rules(body: Mapping[str, Any]) -> GateRules:
    """Return the rules of the gate that the body of a pack states; absent ones keep the default."""
    default = GateRules()
    stated = body.get("gate", {})
    return GateRules(
        least_percent=int(stated.get("least_percent", default.least_percent)),
        technical_classes=frozenset(stated.get("technical_classes", default.technical_classes)),
        acceptance_classes=frozenset(stated.get("acceptance_classes", default.acceptance_classes)),
        start_permits=frozenset(stated.get("start_permits", default.start_permits)),
    )


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
