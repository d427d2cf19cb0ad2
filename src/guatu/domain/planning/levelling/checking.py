"""The exact check of a levelled plan, independent of every search.

It knows only the workload and the answer: worked days are counted one by one, units
summed day by day. No plan leaves the room unchecked.
"""

from collections import Counter
from collections.abc import Sequence

from guatu.domain.planning.levelling.workload import Bond, Workload
from guatu.domain.planning.network import FF, FS, SS


def worked_days(workload: Workload, number: int, start: int, finish: int) -> list[int]:
    """Return the days of ``[start, finish)`` on which the calendar of an activity is worked."""
    calendar = workload.activities[number].calendar
    if calendar is None:
        return list(range(start, finish))
    own = workload.calendars[calendar]
    return [day for day in range(start, finish) if own.works(day)]


def broken_rules(
    workload: Workload,
    starts: Sequence[int],
    finishes: Sequence[int],
    options: Sequence[int],
) -> tuple[str, ...]:
    """Return what a plan breaks, in words for the log of a bug; empty where it keeps everything."""
    broken: list[str] = []
    used: Counter[tuple[int, int]] = Counter()
    spent: Counter[int] = Counter()
    for number, one in enumerate(workload.activities):
        option = one.options[options[number]]
        days = worked_days(workload, number, starts[number], finishes[number])
        if len(days) != option.days or finishes[number] < starts[number]:
            broken.append(f"activity {number} works {len(days)} days of {option.days}")
        if days and (days[0] != starts[number] or days[-1] + 1 != finishes[number]):
            broken.append(f"activity {number} begins or ends on a day off")
        if starts[number] < max(option.not_before, workload.origin):
            broken.append(f"activity {number} starts too early")
        for resource, units in option.uses:
            used.update({(resource, day): units for day in days})
        for stock, units in option.spends:
            spent[stock] += units
    for (resource, day), units in used.items():
        if units > workload.capacities[resource].at(day):
            broken.append(f"resource {resource} lacks units on place {day}")
    for stock, units in spent.items():
        if units > workload.stocks[stock]:
            broken.append(f"stock {stock} is overspent")
    broken += [
        f"activity {bond.after} does not wait for {bond.before}"
        for bond in workload.bonds
        if not _holds(workload, bond, starts, finishes)
    ]
    return tuple(broken)


def _holds(workload: Workload, bond: Bond, starts: Sequence[int], finishes: Sequence[int]) -> bool:
    edge = finishes[bond.before] if bond.kind in (FS, FF) else starts[bond.before]
    held = starts[bond.after] if bond.kind in (FS, SS) else finishes[bond.after]
    if not bond.lag or bond.calendar is None:
        return held >= edge + bond.lag
    own = workload.calendars[bond.calendar]
    return held >= own.finish_at(own.before(edge) + bond.lag)
