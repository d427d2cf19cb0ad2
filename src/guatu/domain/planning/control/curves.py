"""S-curves: planned, earned and spent, day by day or at the ends of months.

The value of an activity is its money where all money is stated, else its working days.
Planned value is spread evenly over the worked days of the frozen plan; earned value
over the days that were worked, by the percents reported on them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.control.baseline import Baseline
from guatu.domain.planning.control.physical import counted_percent
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.plan import Activity, Plan
from guatu.domain.planning.worktime import WorkTime, worktime


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """The sums through a day: planned by the baseline, earned, and spent (None after today)."""

    day: date
    planned: float
    earned: float | None
    actual: float | None


def values_of(plan: Plan, baseline: Baseline) -> dict[str, float]:
    """Return what each frozen activity is worth: yuan where all are priced, else working days."""
    rows = baseline.rows
    is_priced = all(row.cost_yuan for row in rows.values() if row.days)
    names = {one.id for one in plan.activities}
    return {
        name: float(row.cost_yuan if is_priced else row.days)
        for name, row in rows.items()
        if name in names
    }


def clocks_of(plan: Plan) -> dict[str, WorkTime]:
    """Return the working time of each activity, compiled once for each kind."""
    base = {one.name: one for one in plan.calendars}
    compiled: dict[tuple[str, str, str], WorkTime] = {}
    found = {}
    for one in plan.activities:
        key = (one.calendar, one.activity_class, plan.place_of(one))
        if key not in compiled:
            compiled[key] = worktime(base[one.calendar], lost_runs(plan.stop_work, *key[1:]))
        found[one.id] = compiled[key]
    return found


def planned_through(
    values: Mapping[str, float], baseline: Baseline, clocks: Mapping[str, WorkTime], day: date
) -> float:
    """Return the value that the baseline has planned through the end of a day."""
    place = day_number(day) + 1
    total = 0.0
    for name, value in values.items():
        row = baseline.rows[name]
        first, end = day_number(row.start), day_number(row.last_day) + 1
        if place >= end:
            total += value
        elif place > first:
            clock = clocks[name]
            whole = clock.before(end) - clock.before(first)
            done = clock.before(place) - clock.before(first)
            total += value * (done / whole if whole else 0.0)
    return total


def earned_through(plan: Plan, values: Mapping[str, float], day: date) -> float:
    """Return the value earned through the end of a day, by the percents known on it."""
    known = {one.id: one for one in plan.activities}
    return sum(value * percent_on(known[name], plan, day) / 100 for name, value in values.items())


def percent_on(one: Activity, plan: Plan, day: date) -> float:
    """Return the percent done on a day: as reported then, else straight between known points."""
    points = _points(one, plan)
    if not points or day < points[0][0]:
        return 0.0
    for (before, low), (after, high) in pairwise(points):
        if before <= day < after:
            return low + (high - low) * (day - before).days / (after - before).days
    return points[-1][1]


def _points(one: Activity, plan: Plan) -> list[tuple[date, float]]:
    """Return days and percents that are known of an activity, in order of time.

    The day before its start it stands at nothing, so that a finish on the day of the
    start earns the whole.
    """
    begun = one.actual_start or one.actual_finish
    if begun is None:
        return []
    found = {begun - timedelta(days=1): 0.0}
    found |= {day: percent for day, percent in one.terms.reports if day >= begun}
    if one.actual_finish is not None:
        found = {day: percent for day, percent in found.items() if day < one.actual_finish}
        found[one.actual_finish] = counted_percent(one)
    elif plan.data_date is not None and plan.data_date >= begun:
        found[plan.data_date] = counted_percent(one)
    return sorted(found.items())


def s_curves(
    plan: Plan,
    baseline: Baseline,
    *,
    today: date,
    spent: Sequence[tuple[date, float]] = (),
    is_monthly: bool = True,
) -> tuple[CurvePoint, ...]:
    """Return the curves from the first day of the baseline to the last of all days.

    ``spent`` are day and amount of each payment, in the unit of the values. Points stand
    at the ends of months, or on every day.
    """
    values, clocks = values_of(plan, baseline), clocks_of(plan)
    last = max(baseline.last_day, today, *(row.last_day for row in baseline.rows.values()))
    points = []
    for day in _days(baseline.start, last, is_monthly=is_monthly):
        is_past = day <= today
        paid = sum(amount for on, amount in spent if on <= day)
        points.append(
            CurvePoint(
                day=day,
                planned=planned_through(values, baseline, clocks, day),
                earned=earned_through(plan, values, day) if is_past else None,
                actual=paid if is_past and spent else None,
            )
        )
    return tuple(points)


def _days(first: date, last: date, *, is_monthly: bool) -> list[date]:
    if not is_monthly:
        return [day_of(place) for place in range(day_number(first), day_number(last) + 1)]
    found, at = [], first
    while at < last:
        following = (at.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append(min(following - timedelta(days=1), last))
        at = following
    return found if found and found[-1] == last else [*found, last]


def curve_document(points: Sequence[CurvePoint]) -> list[dict[str, Any]]:
    """Return the points of the curves as plain data."""

    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return [
        {
            "day": one.day.isoformat(),
            "planned": rounded(one.planned),
            "earned": rounded(one.earned),
            "actual": rounded(one.actual),
        }
        for one in points
    ]
