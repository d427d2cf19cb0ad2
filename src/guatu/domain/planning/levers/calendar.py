"""Working on days off: what each calendar of the late work would win if every day were worked.

Stop-work windows stay: an order is lifted by who gave it, never bought away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from guatu.domain.kernel.calendar import every_day
from guatu.domain.kernel.outlook import Lever
from guatu.domain.planning.engine import engine_for
from guatu.domain.planning.judging import late_by
from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.levers.words import calendar_lever
from guatu.domain.planning.network import FINISHED, Network, network_of
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.proving import Reach


def calendar_levers(
    plan: Plan, purse: Purse, levels: Mapping[int, int]
) -> tuple[list[Lever], Callable[[Sequence[int]], int]]:
    """Return a lever for each calendar whose days off win days, and the lateness with all of them.

    The second value is a function of the days of the activities. Activities that an open
    hazard holds keep their days off.
    """
    used = dict.fromkeys(
        plan.activities[n].calendar
        for n in purse.live
        if purse.engine.network.state[n] != FINISHED and purse.engine.network.days[n]
    )
    closed = {one.name for one in plan.calendars if one != every_day(one.name)}
    days, late = purse.days(levels), purse.late(levels)
    levers: list[Lever] = []
    opened: list[str] = []
    for name in used:
        if name not in closed or not late:
            continue
        ran = _opened(plan, purse, [name], days)
        won = late - _late(purse, ran)
        if won > 0:
            opened.append(name)
            levers.append(_priced(plan, purse, name, ran, won))

    def together(lasting: Sequence[int]) -> int:
        return _late(purse, _opened(plan, purse, opened, lasting))

    return levers, together


def _late(purse: Purse, ran: tuple[Network, Reach]) -> int:
    return int(late_by(ran[1].finishes, purse.ceiling, purse.live))


def _opened(
    plan: Plan, purse: Purse, names: Sequence[str], days: Sequence[int]
) -> tuple[Network, Reach]:
    """Run the plan with some calendars worked every day."""
    fresh = {name: f"{name} every day" for name in names}
    activities = tuple(
        replace(one, calendar=fresh[one.calendar])
        if one.calendar in fresh and not one.terms.hazard
        else one
        for one in plan.activities
    )
    calendars = (*plan.calendars, *(every_day(name) for name in fresh.values()))
    network = network_of(replace(plan, calendars=calendars, activities=activities))
    starts, finishes = engine_for(network).forward(purse.begin, days)
    return network, Reach(begin=purse.begin, starts=starts, finishes=finishes, days=days)


def _priced(plan: Plan, purse: Purse, name: str, ran: tuple[Network, Reach], won: int) -> Lever:
    """Return the lever with the days off that would be worked, priced where all of them are."""
    network, old = purse.engine.network, purse.engine.network.calendars
    extra, cost = 0, 0
    is_priced = True
    for n in purse.live:
        one = plan.activities[n]
        is_worked = one.calendar == name and not one.terms.hazard and network.days[n]
        if network.state[n] == FINISHED or not is_worked:
            continue
        start, end = ran[1].starts[n], ran[1].finishes[n]
        clock = old[network.calendar[n]]
        more = int((end - start) - (clock.before(end) - clock.before(start)))
        opened = ran[0].calendars[ran[0].calendar[n]]
        more -= int((end - start) - (opened.before(end) - opened.before(start)))
        if not more:
            continue
        extra += more
        is_priced = is_priced and one.terms.weekend_cost is not None
        cost += more * (one.terms.weekend_cost or 0)
    return calendar_lever(name, won, extra, cost if is_priced else None)
