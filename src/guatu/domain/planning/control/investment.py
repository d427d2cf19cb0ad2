"""Investment by month from plans, with its range: early starts, dates as hung, late starts.

Whatever is done inside the floats lies between the two ends: money cannot come sooner
than everything at its early dates, nor later than everything at its late ones, as long
as the plan holds. Months of facts have no range.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guatu.domain.planning.cost import cost_by_month
from guatu.domain.planning.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthForecast:
    """Yuan of one month and summed through it: as hung, at the least and at the most.

    ``least`` and ``most`` bound the sum through the month: all late, all early.
    """

    year: int
    month: int
    yuan: int
    through: int
    least: int
    most: int


def investment_forecast(schedules: Sequence[Schedule]) -> tuple[MonthForecast, ...]:
    """Return the months of one or many works, from the first with money to the last."""
    hung = _summed(schedules)
    early = _summed(_dated(one, is_late=False) for one in schedules)
    late = _summed(_dated(one, is_late=True) for one in schedules)
    months = sorted({*hung, *early, *late})
    found: list[MonthForecast] = []
    sums = [0, 0, 0]
    for at in _months(months):
        for place, table in enumerate((hung, early, late)):
            sums[place] += table.get(at, 0)
        low, high = min(sums), max(sums)
        found.append(
            MonthForecast(
                year=at[0],
                month=at[1],
                yuan=hung.get(at, 0),
                through=sums[0],
                least=low,
                most=high,
            )
        )
    return tuple(found)


def forecast_document(schedules: Sequence[Schedule]) -> list[dict[str, Any]]:
    """Return the months as plain data."""
    return [
        {
            "month": f"{one.year:04d}-{one.month:02d}",
            "yuan": one.yuan,
            "through": one.through,
            "least": one.least,
            "most": one.most,
        }
        for one in investment_forecast(schedules)
    ]


def _summed(schedules: Iterable[Schedule]) -> dict[tuple[int, int], int]:
    total: dict[tuple[int, int], int] = {}
    for one in schedules:
        for year, month, yuan in cost_by_month(one):
            total[year, month] = total.get((year, month), 0) + yuan
    return total


def _months(stated: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if not stated:
        return []
    (year, month), last = stated[0], stated[-1]
    found = []
    while (year, month) <= last:
        found.append((year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _dated(schedule: Schedule, *, is_late: bool) -> Schedule:
    """Return the schedule with open work hung at its early or at its late dates.

    Late dates before the early ones (a plan that is late) are no later: the early stand.
    """
    rows = []
    for one, dated in zip(schedule.plan.activities, schedule.activities, strict=True):
        start, last = dated.early_start, dated.early_last_day
        is_open = one.actual_start is None and one.actual_finish is None
        if is_late and is_open:
            start, last = max(start, dated.late_start), max(last, dated.late_last_day)
        rows.append(replace(dated, start=start, last_day=last))
    return replace(schedule, activities=tuple(rows))
