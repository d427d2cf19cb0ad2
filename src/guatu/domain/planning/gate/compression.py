"""Below seven tenths of the template's days a signed reason is asked for (domain B7)."""

from guatu.domain.kernel.outlook import Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:
    """Refuse a compression far below the template unless its reason is signed."""
    terms = proposal.activity.terms
    if terms.template_days is None or terms.compression_reason or proposal.won <= 0:
        return None
    least = -(-terms.template_days * rules.least_percent // 100)
    if proposal.days >= least:
        return None
    return named(
        "gate.compression",
        proposal,
        least=least,
        template=terms.template_days,
        percent=rules.least_percent,
    )
