"""Earned value and earned schedule on a day (Lipke 2003): money, time and the forecast of both.

``ES`` is the day on which the baseline had planned what is earned by now; ``SV(t) = ES - AT``
and ``SPI(t) = ES / AT`` stay meaningful after the planned end, where ``SPI`` creeps to 1.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from guatu.domain.planning.control.baseline import Baseline
from guatu.domain.planning.control.curves import (
    clocks_of,
    earned_through,
    planned_through,
    values_of,
)
from guatu.domain.planning.plan import Plan

_LONGEST_DAYS = 36_525


@dataclass(frozen=True, slots=True, kw_only=True)
class EarnedValue:
    """The figures of one day; money in the unit of the values, times in calendar days.

    ``planned`` PV, ``earned`` EV, ``actual`` AC (None: nobody stated what was spent),
    ``budget`` BAC. ``time_passed`` AT and ``earned_time`` ES count from the baseline's
    start; ``forecast`` is the last day at the pace of earned schedule so far (None
    before anything is earned), ``forecast_cost`` EAC = BAC / CPI.
    """

    day: date
    planned: float
    earned: float
    actual: float | None
    budget: float
    time_passed: int
    earned_time: float
    planned_time: int
    forecast: date | None

    @property
    def schedule_variance(self) -> float:
        """EV less PV."""
        return self.earned - self.planned

    @property
    def schedule_index(self) -> float | None:
        """SPI, EV over PV; None before anything was planned."""
        return self.earned / self.planned if self.planned else None

    @property
    def cost_index(self) -> float | None:
        """CPI, EV over AC; None where nothing was spent or stated."""
        return self.earned / self.actual if self.actual else None

    @property
    def time_variance(self) -> float:
        """SV(t), ES less AT in days; negative is behind."""
        return self.earned_time - self.time_passed

    @property
    def time_index(self) -> float | None:
        """SPI(t), ES over AT; None on the first day."""
        return self.earned_time / self.time_passed if self.time_passed else None

    @property
    def forecast_cost(self) -> float | None:
        """EAC, the budget over CPI; None without CPI."""
        return self.budget / self.cost_index if self.cost_index else None


def earned_value(
    plan: Plan, baseline: Baseline, *, today: date, spent: Sequence[tuple[date, float]] = ()
) -> EarnedValue:
    """Return earned value and earned schedule at the end of a day."""
    values, clocks = values_of(plan, baseline), clocks_of(plan)
    budget = sum(values.values())
    planned = planned_through(values, baseline, clocks, today)
    earned = earned_through(plan, values, today)
    last = max(row.last_day for row in baseline.rows.values())
    passed = max((today - baseline.start).days + 1, 0)
    length = (last - baseline.start).days + 1

    def planned_after(days: int) -> float:
        at = baseline.start + timedelta(days=days - 1)
        return planned_through(values, baseline, clocks, at)

    reached = _earned_time(earned, budget, length, planned_after)
    index = reached / passed if passed else 0.0
    forecast = None
    if index > 0 and length / index <= _LONGEST_DAYS:
        forecast = baseline.start + timedelta(days=max(round(length / index) - 1, 0))
    actual = sum(amount for on, amount in spent if on <= today) if spent else None
    return EarnedValue(
        day=today,
        planned=planned,
        earned=earned,
        actual=actual,
        budget=budget,
        time_passed=passed,
        earned_time=reached,
        planned_time=length,
        forecast=forecast,
    )


def _earned_time(
    earned: float, budget: float, length: int, planned: Callable[[int], float]
) -> float:
    """Return the days after which the baseline had planned the earned value, part days counted."""
    if earned <= 0:
        return 0.0
    if earned >= budget * (1 - 1e-12):
        return float(_first_full(budget, length, planned))
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        if planned(middle) <= earned + 1e-9:
            low = middle
        else:
            high = middle - 1
    before, after = planned(low), planned(low + 1)
    part = (earned - before) / (after - before) if after > before else 0.0
    return low + max(min(part, 1.0), 0.0)


def _first_full(budget: float, length: int, planned: Callable[[int], float]) -> int:
    low, high = 0, length
    while low < high:
        middle = (low + high) // 2
        if planned(middle) >= budget * (1 - 1e-12):
            high = middle
        else:
            low = middle + 1
    return low


def earned_document(value: EarnedValue) -> dict[str, Any]:
    """Return the figures as plain data, rounded to what can be read."""

    def rounded(number: float | None) -> float | None:
        return None if number is None else round(number, 4)

    return {
        "day": value.day.isoformat(),
        "pv": rounded(value.planned),
        "ev": rounded(value.earned),
        "ac": rounded(value.actual),
        "bac": rounded(value.budget),
        "sv": rounded(value.schedule_variance),
        "spi": rounded(value.schedule_index),
        "cpi": rounded(value.cost_index),
        "eac": rounded(value.forecast_cost),
        "at_days": value.time_passed,
        "es_days": rounded(value.earned_time),
        "sv_t_days": rounded(value.time_variance),
        "spi_t": rounded(value.time_index),
        "forecast": None if value.forecast is None else value.forecast.isoformat(),
    }
