"""The least days that a plan states for an activity hold at any price."""

from guatu.domain.kernel.outlook import Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:  # noqa: ARG001 every rule is asked alike
    """Refuse to go below the least days stated."""
    least = proposal.activity.terms.minimum_days
    if least is not None and proposal.won > 0 and proposal.days < least:
        return named("gate.minimum", proposal, least=least)
    return None
