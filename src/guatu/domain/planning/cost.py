"""Money by month: each activity's cost spread evenly over the days it is worked."""

from datetime import date

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.plan import Activity
from guatu.domain.planning.schedule import Schedule, ScheduledActivity
from guatu.domain.planning.worktime import WorkTime, worktime


def cost_by_month(schedule: Schedule) -> tuple[tuple[int, int, int], ...]:
    """Return ``(year, month, yuan)`` in order, for months with money; the sum is exact.

    The money of an activity falls on the worked days from its ``start`` to its
    ``last_day``; whole yuan are kept by rounding the running total. What is done by the
    data date stands before it, by the percent reported: stop-work never moves money
    that is spent, only what is still to be worked.
    """
    plan = schedule.plan
    base = {one.name: one for one in plan.calendars}
    compiled: dict[tuple[str, str, str], WorkTime] = {}
    months: dict[tuple[int, int], int] = {}
    for one, dated in zip(plan.activities, schedule.activities, strict=True):
        if not one.cost_yuan:
            continue
        for activity_class, first, end, cost in _pieces(one, dated, plan.data_date):
            key = (one.calendar, activity_class, plan.place_of(one))
            if key not in compiled:
                place = plan.place_of(one)
                lost = lost_runs(plan.stop_work, activity_class, place) if activity_class else ()
                compiled[key] = worktime(base[one.calendar], lost)
            for month, yuan in _spread(compiled[key], first, end, cost):
                months[month] = months.get(month, 0) + yuan
    return tuple((year, month, yuan) for (year, month), yuan in sorted(months.items()) if yuan)


def _pieces(
    one: Activity, dated: ScheduledActivity, data_date: date | None
) -> list[tuple[str, int, int, int]]:
    """Return class, first place, end and money of what is done and of what is still to do.

    The class is "" for facts: they stand as they were, whatever was stopped since.
    """
    first, end, cost = day_number(dated.start), day_number(dated.last_day) + 1, one.cost_yuan or 0
    if one.actual_finish is not None:
        return [("", first, end, cost)]
    known = first if data_date is None else day_number(data_date)
    if one.actual_start is None or not first < known < end:
        return [(one.activity_class, first, end, cost)]
    done = round(cost * one.percent / 100)
    return [("", first, known, done), (one.activity_class, known, end, cost - done)]


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
