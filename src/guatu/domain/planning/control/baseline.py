"""A frozen plan and what has moved against it, activity by activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guatu.domain.planning.plan import Activity
from guatu.domain.planning.schedule import Schedule, ScheduledActivity


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineRow:
    """An activity as it was frozen: its days, its float, its money and its calendar days."""

    start: date
    last_day: date
    total_float: int
    cost_yuan: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A plan as it was frozen on a day: what later plans are held against."""

    frozen_on: date
    start: date
    last_day: date
    rows: Mapping[str, BaselineRow]

    @property
    def cost_yuan(self) -> int:
        """The money of the whole frozen plan."""
        return sum(one.cost_yuan for one in self.rows.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityVariance:
    """How an activity moved: calendar days (later is positive), float eaten in working days.

    ``is_new`` and ``is_gone`` tell of activities that only one of the two plans has; their
    other figures are 0.
    """

    activity: str
    start_days: int = 0
    finish_days: int = 0
    duration_days: int = 0
    float_eaten: int = 0
    cost_yuan: int = 0
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVariance:
    """How a plan moved against its baseline; ``moved`` are the activities that did, the worst first."""

    start_days: int
    finish_days: int
    cost_yuan: int
    moved: tuple[ActivityVariance, ...]


def baseline_of(schedule: Schedule, *, frozen_on: date) -> Baseline:
    """Freeze a schedule: the dates that are hung, floats, days and money."""
    plan = schedule.plan
    rows = {
        one.id: BaselineRow(
            start=dated.start,
            last_day=dated.last_day,
            total_float=dated.total_float,
            cost_yuan=one.cost_yuan or 0,
            days=one.days,
        )
        for one, dated in zip(plan.activities, schedule.activities, strict=True)
    }
    return Baseline(
        frozen_on=frozen_on, start=schedule.start, last_day=schedule.last_day, rows=rows
    )


def variance_of(baseline: Baseline, schedule: Schedule) -> PlanVariance:
    """Compare a schedule with its baseline."""
    plan = schedule.plan
    now = {one.id: one for one in plan.activities}
    dated = schedule.by_id()
    found = [
        _variance(one, baseline.rows[one.id], dated[one.id])
        for one in plan.activities
        if one.id in baseline.rows
    ]
    found += [
        ActivityVariance(activity=name, is_new=True) for name in now if name not in baseline.rows
    ]
    found += [
        ActivityVariance(activity=name, is_gone=True) for name in baseline.rows if name not in now
    ]
    moved = [one for one in found if one != ActivityVariance(activity=one.activity)]
    moved.sort(key=lambda one: (-one.finish_days, -one.float_eaten, one.activity))
    return PlanVariance(
        start_days=(schedule.start - baseline.start).days,
        finish_days=(schedule.last_day - baseline.last_day).days,
        cost_yuan=sum(one.cost_yuan or 0 for one in plan.activities) - baseline.cost_yuan,
        moved=tuple(moved),
    )


def _variance(one: Activity, frozen: BaselineRow, dated: ScheduledActivity) -> ActivityVariance:
    is_done = one.actual_finish is not None
    return ActivityVariance(
        activity=one.id,
        start_days=(dated.start - frozen.start).days,
        finish_days=(dated.last_day - frozen.last_day).days,
        duration_days=one.days - frozen.days,
        float_eaten=0 if is_done else frozen.total_float - dated.total_float,
        cost_yuan=(one.cost_yuan or 0) - frozen.cost_yuan,
    )


def variance_document(variance: PlanVariance) -> dict[str, Any]:
    """Return a variance as plain data."""
    return {
        "start_days": variance.start_days,
        "finish_days": variance.finish_days,
        "cost_yuan": variance.cost_yuan,
        "moved": [
            {
                "activity": one.activity,
                "start_days": one.start_days,
                "finish_days": one.finish_days,
                "duration_days": one.duration_days,
                "float_eaten": one.float_eaten,
                "cost_yuan": one.cost_yuan,
                "state": "new" if one.is_new else "gone" if one.is_gone else "moved",
            }
            for one in variance.moved
        ],
    }
