"""Scheduling a plan: worked back from its target or forward from its start, and judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Outlook
from guatu.domain.kernel.packs import PackReference
from guatu.domain.planning.chain import driving_chain
from guatu.domain.planning.computed import Computed, computed, fault
from guatu.domain.planning.engine import Engine, engine_for
from guatu.domain.planning.facts import doubtful_facts
from guatu.domain.planning.judging import Judged, PlanningRules, judge
from guatu.domain.planning.network import Network, network_of
from guatu.domain.planning.ordering import find_circle
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.scheduled import DateColumns, ScheduledActivities, ScheduledActivity

if TYPE_CHECKING:
    from guatu.domain.planning.certificate import Certificate
    from guatu.domain.planning.levers.cure import Cure

__all__ = ["Levelling", "Schedule", "ScheduledActivity", "schedule"]
_LAZY_FROM = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelling:
    """What levelling under the capacities reached: status, span in days, and its lower bound."""

    status: str
    objective: int
    bound: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A plan with its dates and the judgment on them.

    ``last_day`` and ``span_days`` (calendar days, both ends counted) are those of the
    ends that the target binds; ``latest_start`` is None where nothing binds.
    ``forecast_last_day`` is where they end if open work goes on from today, never before
    ``last_day``: the day that lateness and the lever of a moved target speak of.
    ``cure`` and ``certificate`` stand where the plan is late.
    """

    plan: Plan
    today: date
    outlook: Outlook
    late_by_days: int
    latest_start: date | None
    start: date
    last_day: date
    forecast_last_day: date
    span_days: int
    buffer_days: int
    activities: Sequence[ScheduledActivity]
    critical_path: tuple[str, ...]
    rules: PackReference | None = None
    levelling: Levelling | None = None
    cure: "Cure | None" = None
    certificate: "Certificate | None" = None

    def by_id(self) -> Mapping[str, ScheduledActivity]:
        """Return the scheduled activities by their id."""
        return {one.id: one for one in self.activities}


def schedule(
    plan: Plan, *, today: date, rules: PlanningRules | None = None
) -> tuple[Schedule | None, tuple[Diagnostic, ...]]:
    """Schedule a plan; ``today`` moves verdict, lateness and levers, never dates.

    Errors: a circle, a plan without start and deadline, dates off the axis, a
    calendar that runs out of working days.
    """
    dates = dated(plan)
    if isinstance(dates, Diagnostic):
        return None, (dates,)
    engine, found = dates
    judged = judge(
        engine, found.ceiling, found.bound, found.passes,
        plan=plan, start=given_start(plan), today=day_number(today), rules=rules or PlanningRules(),
    )  # fmt: skip
    result = _result(plan, engine, found, judged, today=today)
    return result, (*doubtful_facts(plan), *_unknown_years(plan, found.dates))


def dated(plan: Plan) -> tuple[Engine, Computed] | Diagnostic:
    """Return the engine of a plan and what it computed, without a judgment; or the fault."""
    network = network_of(plan)
    engine = engine_for(network)
    circle = _circle(plan, network, engine)
    if circle is not None:
        return circle
    start = given_start(plan)
    if start is None and not _has_deadline(plan):
        return fault("planning.no_anchor", plan)
    found = computed(plan, engine, start)
    return found if isinstance(found, Diagnostic) else (engine, found)


def _circle(plan: Plan, network: Network, engine: Engine) -> Diagnostic | None:
    order = engine.order
    if len(order) == len(network):
        return None
    names = [plan.activities[number].id for number in find_circle(network, order)]
    return fault("planning.circle", plan, activity=names[0], path=" → ".join([*names, names[0]]))


def given_start(plan: Plan) -> int | None:
    """Return the place of a plan's stated start, or of the first thing that happened."""
    if plan.start is not None:
        return day_number(plan.start)
    begun = [one.actual_start or one.actual_finish for one in plan.activities]
    known = [day_number(day) for day in begun if day is not None]
    return min(known) if known else None


def _has_deadline(plan: Plan) -> bool:
    return plan.target is not None or any(one.must_by is not None for one in plan.activities)


def _result(
    plan: Plan, engine: Engine, found: Computed, judged: Judged, *, today: date
) -> Schedule:
    dates = found.dates
    start = day_of(min(dates.early_start))
    last_day = day_of(max(dates.early_last[number] for number in found.ends))
    from_today = judged.end_from_today
    forecast = last_day if from_today is None else max(last_day, day_of(from_today - 1))
    chain = driving_chain(engine, found.passes, found.bound, found.ends)
    latest = found.latest_start
    activities = ScheduledActivities(dates)
    return Schedule(
        plan=plan,
        today=today,
        outlook=judged.outlook,
        late_by_days=judged.late_by_days,
        latest_start=None if latest is None else day_of(latest),
        start=start,
        last_day=last_day,
        forecast_last_day=forecast,
        span_days=(last_day - start).days + 1,
        buffer_days=judged.buffer_days,
        activities=activities if len(activities) >= _LAZY_FROM else tuple(activities),
        critical_path=tuple(plan.activities[number].id for number in chain),
        rules=judged.rules,
        cure=judged.cure,
        certificate=judged.certificate,
    )


def _unknown_years(plan: Plan, dates: DateColumns) -> tuple[Diagnostic, ...]:
    """Warn of years for which a calendar used here has no public holidays."""
    told = []
    first = day_of(min(map(min, (dates.early_start, dates.late_start))))
    last = day_of(max(map(max, (dates.early_last, dates.late_last))))
    used = {one.calendar for one in plan.activities}
    for calendar in plan.calendars:
        years = calendar.unknown_years(first, last) if calendar.name in used else ()
        if years:
            named = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
            arguments = (("plan", plan.id), ("calendar", calendar.name), ("years", named))
            told.append(
                Diagnostic(
                    code="planning.holidays_unknown",
                    severity=Severity.WARNING,
                    arguments=arguments,
                )
            )
    return tuple(told)
