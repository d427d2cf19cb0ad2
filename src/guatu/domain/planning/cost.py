"""Money by month: each activity's cost spread evenly over the days it is worked."""

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.schedule import Schedule
from guatu.domain.planning.worktime import WorkTime, worktime


def cost_by_month(schedule: Schedule) -> tuple[tuple[int, int, int], ...]:
    """Return ``(year, month, yuan)`` in order, for months with money; the sum is exact.

    The money of an activity falls on the worked days from its ``start`` to its
    ``last_day``; whole yuan are kept by rounding the running total.
    """
    plan = schedule.plan
    base = {one.name: one for one in plan.calendars}
    compiled: dict[tuple[str, str], WorkTime] = {}
    months: dict[tuple[int, int], int] = {}
    for one, dated in zip(plan.activities, schedule.activities, strict=True):
        if not one.cost_yuan:
            continue
        key = (one.calendar, one.activity_class)
        if key not in compiled:
            lost = lost_runs(plan.stop_work, one.activity_class)
            compiled[key] = worktime(base[one.calendar], lost)
        first, end = day_number(dated.start), day_number(dated.last_day) + 1
        for month, yuan in _spread(compiled[key], first, end, one.cost_yuan):
            months[month] = months.get(month, 0) + yuan
    return tuple((year, month, yuan) for (year, month), yuan in sorted(months.items()) if yuan)


def _spread(
    calendar: WorkTime, first: int, end: int, cost: int
) -> list[tuple[tuple[int, int], int]]:
    origin = calendar.before(first)
    whole = calendar.before(end) - origin
    if whole <= 0:
        day = day_of(end - 1)
        return [((day.year, day.month), cost)]
    parts = []
    spent, at = 0, first
    while at < end:
        day = day_of(at)
        later = day.replace(day=1).toordinal() + 32
        following = min(day_of(later).replace(day=1).toordinal(), end)
        reached = cost * (calendar.before(following) - origin) // whole
        parts.append(((day.year, day.month), reached - spent))
        spent, at = reached, following
    return parts
