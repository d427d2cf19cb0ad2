"""No construction starts before its permit, whatever is promised (Construction Law art. 7)."""

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.gate.proposal import GateRules, Proposal, named


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:
    """Refuse to let work overlap with the permit that it may not start without."""
    is_overlap = proposal.kind is LeverKind.OVERLAP
    if is_overlap and proposal.activity.terms.permit in rules.start_permits:
        return named("gate.start_permit", proposal)
    return None
