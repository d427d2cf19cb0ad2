"""No construction starts before its permit, whatever is promised (Construction Law art. 7)."""

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:
    """Refuse to let work overlap with the permit that it may not start without."""
    one = proposal.activity
    by_lane = one.activity_class == "permit" and one.lane == "construction"
    is_start_permit = by_lane or one.terms.permit in rules.start_permits
    if is_start_permit and proposal.kind is LeverKind.OVERLAP:
        return named("gate.start_permit", proposal)
    return None
