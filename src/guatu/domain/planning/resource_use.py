"""What a schedule takes of each resource day by day, and the peaks of it week by week."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.network import network_of, remaining_days
from guatu.domain.planning.schedule import Schedule

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPeak:
    """The most that is taken on a day of a week, before and after, and the least there is in it."""

    monday: date
    before: int
    after: int
    units: int


def daily_use(schedules: Iterable[Schedule]) -> Mapping[str, Mapping[int, int]]:
    """Return the units taken by resource and day number, on worked days of open activities."""
    found: dict[str, Counter[int]] = {}
    for schedule in schedules:
        plan = schedule.plan
        network = network_of(plan)
        for number, (one, dated) in enumerate(
            zip(plan.activities, schedule.activities, strict=True)
        ):
            if not one.uses or one.is_milestone or one.actual_finish is not None:
                continue
            own = network.calendars[network.calendar[number]]
            days = range(day_number(dated.start), day_number(dated.last_day) + 1)
            worked = [day for day in days if own.works(day)]
            if one.actual_start is not None:
                # What is done has been taken already; only the rest is still asked for.
                worked = worked[-max(remaining_days(one, plan), 1) :]
            for name, units in one.uses:
                use = found.setdefault(name, Counter())
                for day in worked:
                    use[day] += units
    return found


def week_peaks(
    before: Mapping[int, int], after: Mapping[int, int], units_on: Callable[[date], int]
) -> tuple[WeekPeak, ...]:
    """Return the peaks of every week from the first to the last day that is used either way."""
    days = [*before, *after]
    if not days:
        return ()
    first = day_of(min(days))
    monday = first - timedelta(days=first.weekday())
    found = []
    while day_number(monday) <= max(days):
        week = [monday + timedelta(days=one) for one in range(_WEEK)]
        numbers = [day_number(day) for day in week]
        found.append(
            WeekPeak(
                monday=monday,
                before=max(before.get(day, 0) for day in numbers),
                after=max(after.get(day, 0) for day in numbers),
                units=min(units_on(day) for day in week),
            )
        )
        monday += timedelta(days=_WEEK)
    return tuple(found)


def days_over(use: Mapping[int, int], units_on: Callable[[date], int]) -> int:
    """Return on how many days more is taken than there is."""
    return sum(units > units_on(day_of(day)) for day, units in use.items())
