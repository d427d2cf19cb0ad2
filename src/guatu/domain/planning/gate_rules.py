"""The numbers of the gate, apart from its rules: every judgment carries them, few need the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
