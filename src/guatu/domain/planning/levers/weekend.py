"""Days off that a plan offers to work at a price: weighed against what is bought, activity by activity.

With every offered day off worked for nothing the purchases are a bound for any mix; the
days off are then given back, the dearest first, as long as the deadline holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guatu.domain.kernel.calendar import every_day
from guatu.domain.kernel.outlook import Lever, LeverKind
from guatu.domain.planning.engine import engine_for
from guatu.domain.planning.gate import Proposal, Refusal, refusal
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.levers.search import Bought, cheapest
from guatu.domain.planning.levers.words import weekend_lever
from guatu.domain.planning.network import STARTED, network_of
from guatu.domain.planning.plan import Plan, days_off_worked

_MOST_GIVEN_BACK = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """What is bought and which activities work their days off, with the plan and purse of both."""

    bought: Bought
    plan: Plan
    purse: Purse
    opened: tuple[int, ...] = ()
    levers: tuple[Lever, ...] = ()


def cheapest_mix(
    plan: Plan, purse: Purse, late_floats: Sequence[int], rules: GateRules
) -> tuple[Mix, list[Refusal]]:
    """Return the cheapest cure with and without days off worked, and what the gate holds."""
    base = Mix(bought=cheapest(purse), plan=plan, purse=purse)
    offered, refused = _offered(plan, purse, late_floats, rules)
    if not offered or (not base.bought.left and not base.bought.cost):
        return base, refused
    whole = _opened(plan, purse, offered)
    both = cheapest(whole[1])
    kept = _given_back(plan, purse, offered, both)
    mix = _priced(plan, purse, kept, both)
    bound = both.bound if both.left < base.bought.left else min(base.bought.bound, both.bound)
    chosen = min((base, mix), key=lambda one: (one.bought.left, one.bought.cost))
    found = replace(chosen.bought, bound=bound, is_proved=chosen.bought.cost <= bound)
    return replace(chosen, bought=found), refused


def _offered(
    plan: Plan, purse: Purse, late_floats: Sequence[int], rules: GateRules
) -> tuple[list[int], list[Refusal]]:
    network, found, refused = purse.engine.network, [], []
    closed = {one.name for one in plan.calendars if one != every_day(one.name)}
    for number in purse.live:
        one = plan.activities[number]
        is_open = network.state[number] <= STARTED and network.days[number] > 0
        is_late = late_floats[number] < 0 and one.calendar in closed
        if one.terms.weekend_cost is None or not (is_open and is_late):
            continue
        held = refusal(Proposal(activity=one, kind=LeverKind.CALENDAR, won=0), rules)
        if held is None:
            found.append(number)
        else:
            refused.append(held)
    return found, refused


def _opened(plan: Plan, purse: Purse, numbers: Sequence[int]) -> tuple[Plan, Purse]:
    opened = days_off_worked(plan, [plan.activities[number].id for number in numbers])
    return opened, replace(purse, engine=engine_for(network_of(opened)))


def _given_back(plan: Plan, purse: Purse, offered: Sequence[int], both: Bought) -> list[int]:
    """Return the activities that must work their days off, the dearest given back first."""
    kept = list(offered)
    dear = sorted(offered, key=lambda n: -(plan.activities[n].terms.weekend_cost or 0))
    for number in dear[:_MOST_GIVEN_BACK]:
        rest = [one for one in kept if one != number]
        if _opened(plan, purse, rest)[1].late(both.levels) <= both.left:
            kept = rest
    return kept


def _priced(plan: Plan, purse: Purse, kept: Sequence[int], both: Bought) -> Mix:
    """Return the mix with the price of its days off and a lever for each activity."""
    opened, open_purse = _opened(plan, purse, kept)
    reached = open_purse.reached(both.levels)
    levers = []
    cost = both.cost
    for number in kept:
        one = plan.activities[number]
        start, end = int(reached.starts[number]), int(reached.finishes[number])
        clocks = [each.engine.network for each in (open_purse, purse)]
        worked = [net.calendars[net.calendar[number]] for net in clocks]
        more, less = (clock.before(end) - clock.before(start) for clock in worked)
        price = (more - less) * (one.terms.weekend_cost or 0)
        cost += price
        rest = [other for other in kept if other != number]
        won = _opened(plan, purse, rest)[1].late(both.levels) - both.left
        levers.append(weekend_lever(one, max(won, 1), more - less, price))
    return Mix(
        bought=replace(both, cost=cost),
        plan=opened,
        purse=open_purse,
        opened=tuple(kept),
        levers=tuple(levers),
    )
