"""The gate: refuses levers that a plan may not use, and names the rule. One rule is one file."""

from guatu.domain.planning.gate import (
    acceptance,
    compression,
    hazard,
    minimum,
    start_permit,
    technical,
)
from guatu.domain.planning.gate.proposal import Proposal, Refusal
from guatu.domain.planning.gate_rules import GateRules

RULES = {
    "technical": technical.refuse,
    "minimum": minimum.refuse,
    "acceptance": acceptance.refuse,
    "hazard": hazard.refuse,
    "start_permit": start_permit.refuse,
    "compression": compression.refuse,
}


def refusal(proposal: Proposal, rules: GateRules) -> Refusal | None:
    """Return the first refusal of a proposal; None where every rule lets it through."""
    for name, refuse in RULES.items():
        reason = refuse(proposal, rules)
        if reason is not None:
            return Refusal(
                rule=name,
                kind=proposal.kind,
                activity=proposal.activity.id,
                won=proposal.won,
                reason=reason,
            )
    return None


__all__ = ["RULES", "Proposal", "Refusal", "refusal"]
