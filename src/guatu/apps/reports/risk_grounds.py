"""What a risk run of a work draws from: the county's own finished activities and its own alerts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from guatu.apps.reports.queries import planned_works
from guatu.apps.reports.schedules import stops_by_place
from guatu.apps.reports.values import Grounds, PlannedWork
from guatu.apps.watch import queries as watch
from guatu.domain.kernel.acting import Scope
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.control.curves import clocks_of
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.risk_terms import (
    EVERY_CLASS,
    AlertHistory,
    RiskTerms,
    Spread,
    SpreadShape,
)

# A class with fewer finished activities takes the factors of all classes together.
_FEWEST_OF_CLASS = 5
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGrounds:
    """The work with its plan, the terms, and how many finished activities they rest on."""

    work: PlannedWork
    terms: RiskTerms
    finished: int


def risk_grounds(
    scope: Scope, work_id: int, *, at: datetime, today: date, grounds: Grounds
) -> RiskGrounds | None:
    """Return what a risk run of a work rests on; None where the work has no dates in sight.

    Factors come from every work of the county, whoever leads it; of the others nothing but
    those factors is told.
    """
    region = Scope(region=scope.region)
    every = planned_works(region, at=at, today=today, grounds=grounds)
    work = next((one for one in every if one.facts.id == work_id), None)
    if work is None or work.schedule is None or not scope.sees_unit(work.facts.lead_id):
        return None
    plans = [one.schedule.plan for one in every if one.schedule is not None]
    factors = observed_factors(plans)
    terms = RiskTerms(spreads=_spreads(factors), history=_history(scope, work, at, today))
    return RiskGrounds(work=work, terms=terms, finished=sum(map(len, factors.values())))


def observed_factors(plans: Sequence[Plan]) -> dict[str, list[float]]:
    """Return by class what finished activities took against their planned days, stops left out."""
    found: dict[str, list[float]] = {}
    for plan in plans:
        clocks = clocks_of(plan)
        for one in plan.activities:
            if one.actual_start is None or one.actual_finish is None or one.is_milestone:
                continue
            clock = clocks[one.id]
            end = clock.before(day_number(one.actual_finish) + 1)
            worked = end - clock.before(day_number(one.actual_start))
            found.setdefault(one.activity_class, []).append(max(worked, 1) / one.days)
    return found


def _spreads(factors: dict[str, list[float]]) -> dict[str, Spread]:
    every = [one for stated in factors.values() for one in stated]
    known = {name: stated for name, stated in factors.items() if len(stated) >= _FEWEST_OF_CLASS}
    if len(every) >= _FEWEST:
        known[EVERY_CLASS] = every
    return {
        name: Spread(shape=SpreadShape.OBSERVED, observed=tuple(stated))
        for name, stated in known.items()
    }


def _history(scope: Scope, work: PlannedWork, at: datetime, today: date) -> AlertHistory | None:
    """Return the alerts of the county as this work's place felt them; None where there were none."""
    alerts = watch.alerts(Scope(region=scope.region), at=at)
    if not alerts:
        return None
    first = min(one.alert.window.start for one in alerts)
    if first.date() >= today:
        return None
    every = stops_by_place(watch.place_stops(scope.region, since=first))
    stops = every.get(work.facts.place_id or 0, ())
    windows = dict.fromkeys(one.stop for one in stops)
    return AlertHistory(first=first.date(), last=today, stops=tuple(windows))
