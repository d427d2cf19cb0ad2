"""Stop-work asked about before it comes: what so many days cost each work, and how many it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from guatu.domain.kernel.interval import Window
from guatu.domain.planning.judging import PlanningRules
from guatu.domain.planning.plan import Plan, StopWork, with_stop_work
from guatu.domain.planning.schedule import Schedule, schedule

_MOST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCost:
    """What a stop costs one work.

    ``moved_days`` is how far its finish from today moves, ``late_before`` and
    ``late_after`` the lateness against its deadline, all in calendar days;
    ``float_eaten`` the working days of slack that go. All are 0 for a work that the
    stop does not touch.
    """

    plan: str
    moved_days: int
    late_before: int
    late_after: int
    float_eaten: int


def stop_of(
    first: date, days: int, classes: Iterable[str], *, places: Iterable[str] = (), reason: str = ""
) -> StopWork:
    """Return a stop of so many whole days from a day on."""
    start = datetime.combine(first, time())
    return StopWork(
        window=Window(start=start, end=start + timedelta(days=days)),
        classes=frozenset(classes),
        places=frozenset(places),
        reason=reason,
    )


def stop_costs(
    plans: Sequence[Plan], stop: StopWork, *, today: date, rules: PlanningRules | None = None
) -> tuple[StopCost, ...]:
    """Return what a stop costs each of many works; a plan at fault costs nothing and is left out."""
    found = []
    for plan in plans:
        before, after = (
            schedule(each, today=today, rules=rules)[0]
            for each in (plan, with_stop_work(plan, (stop,)))
        )
        if before is None or after is None:
            continue
        found.append(
            StopCost(
                plan=plan.id,
                moved_days=(after.forecast_last_day - before.forecast_last_day).days,
                late_before=before.late_by_days,
                late_after=after.late_by_days,
                float_eaten=int(before.outlook.slack - after.outlook.slack),
            )
        )
    return tuple(found)


def days_stood(
    plan: Plan,
    first: date,
    classes: Iterable[str],
    *,
    today: date,
    places: Iterable[str] = (),
    rules: PlanningRules | None = None,
) -> int | None:
    """Return how many days of a stop from a day on the plan still stands without being late.

    None where it is late already or has no deadline; 366 where it stands a whole year. A
    longer stop is never better, so the number is found by bisection.
    """
    classes, places = tuple(classes), tuple(places)

    def is_late(days: int) -> bool | None:
        stopped = plan
        if days:
            stopped = with_stop_work(plan, (stop_of(first, days, classes, places=places),))
        answer, _ = schedule(stopped, today=today, rules=rules)
        return None if answer is None else answer.late_by_days > 0

    if not _has_deadline(plan) or is_late(0) is not False:
        return None
    low, high = 0, _MOST_DAYS
    while low < high:
        middle = (low + high + 1) // 2
        if is_late(middle) is False:
            low = middle
        else:
            high = middle - 1
    return low


def _has_deadline(plan: Plan) -> bool:
    return plan.target is not None or any(one.must_by is not None for one in plan.activities)


def first_late(costs: Iterable[StopCost]) -> tuple[StopCost, ...]:
    """Return the works that a stop makes late or later, the worst first."""
    hit = (one for one in costs if one.late_after > one.late_before)
    return tuple(sorted(hit, key=lambda one: (one.late_before - one.late_after, one.plan)))


def stopped_classes(answer: Schedule) -> frozenset[str]:
    """Return the classes of open work that a stop could touch."""
    return frozenset(
        one.activity_class
        for one in answer.plan.activities
        if one.activity_class and one.actual_finish is None
    )
