"""The capacities of a county over time, less what fixed work takes of them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.levelling.workload import Capacity
from guatu.domain.planning.levelling.works import CountyWork, LevelWishes, SharedCapacity


def stated_capacities(
    works: Sequence[CountyWork], wishes: LevelWishes
) -> dict[str, SharedCapacity]:
    """Return every resource by its id; a wish goes before the plans, the least among plans holds."""
    found: dict[str, SharedCapacity] = {}
    for work in works:
        for one in work.schedule.plan.resources:
            known = found.get(one.id)
            if known is None or one.capacity < known.units:
                found[one.id] = SharedCapacity(
                    id=one.id, units=one.capacity, changes=getattr(one, "changes", ())
                )
    return found | {one.id: one for one in wishes.capacities}


def capacity_after(
    stated: Mapping[str, SharedCapacity], taken: Sequence[tuple[int, int, int]], origin: int
) -> tuple[Capacity, ...]:
    """Return the capacities over time less ``(resource number, day, units)``; never below nothing."""
    used: dict[int, dict[int, int]] = {}
    for resource, day, units in taken:
        days = used.setdefault(resource, {})
        days[day] = days.get(day, 0) + units
    return tuple(
        _capacity(one, used.get(number, {}), origin) for number, one in enumerate(stated.values())
    )


def _capacity(one: SharedCapacity, used: Mapping[int, int], origin: int) -> Capacity:
    places = [day_number(day) for day, _ in one.changes]

    def units(place: int) -> int:
        step = bisect_right(places, place)
        return one.changes[step - 1][1] if step else one.units

    cuts = {origin, *(max(place, origin) for place in places)}
    for day in used:
        if day >= origin:
            cuts |= {day, day + 1}
    steps = [(place, max(0, units(place) - used.get(place, 0))) for place in sorted(cuts)]
    return Capacity(
        steps=tuple(step for at, step in enumerate(steps) if not at or step[1] != steps[at - 1][1])
    )
