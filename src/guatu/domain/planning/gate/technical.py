"""Nobody cuts the time that a material needs: curing, settlement, drying."""

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:
    """Refuse to take days from a technical interval."""
    one = proposal.activity
    is_technical = one.terms.technical or one.activity_class in rules.technical_classes
    if is_technical and (proposal.won > 0 or proposal.kind is LeverKind.OVERLAP):
        return named("gate.technical", proposal, days=one.days)
    return None
