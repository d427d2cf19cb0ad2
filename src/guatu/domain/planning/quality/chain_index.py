"""CPLI: the days left to the deadline over the days that the chain still needs."""

from guatu.domain.planning.finding import CheckedPlan, Finding, found


def check(checked: CheckedPlan) -> Finding | None:
    """Find a chain that needs clearly more days than there are."""
    outlook = checked.schedule.outlook
    if checked.plan.target is None or outlook.needed <= 0:
        return None
    index = outlook.attained / outlook.needed
    limit = checked.limits["chain_index"]
    if index >= limit:
        return None
    chain = list(checked.schedule.critical_path)
    return found("quality.chain_index", chain, measured=index, limit=limit)
