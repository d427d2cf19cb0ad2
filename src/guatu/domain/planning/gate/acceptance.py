"""No acceptance is skipped, neither by taking all its days nor by going on without it."""

from guatu.domain.kernel.outlook import LeverKind, Reason
from guatu.domain.planning.gate.proposal import Proposal, named
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.plan import Activity


def is_acceptance(one: Activity, rules: GateRules) -> bool:
    """Tell whether an activity is an acceptance, by its terms, its class or its lane."""
    by_class = one.activity_class in rules.acceptance_classes
    return one.terms.acceptance or by_class or one.lane == "acceptance"


def refuse(proposal: Proposal, rules: GateRules) -> Reason | None:
    """Refuse an overlap with an acceptance and a shortening to nothing."""
    skips = proposal.kind is LeverKind.OVERLAP or (proposal.won > 0 and proposal.days <= 0)
    if skips and is_acceptance(proposal.activity, rules):
        return named("gate.acceptance", proposal)
    return None
