"""Work under an open major hazard is never hurried: the hazard is cured first."""

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:  # noqa: ARG001 every rule is asked alike
    """Refuse every lever but a later target while the hazard is open."""
    words = proposal.activity.terms.hazard
    if words and proposal.kind is not LeverKind.TARGET:
        return named("gate.hazard", proposal, hazard=words)
    return None
