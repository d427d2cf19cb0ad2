"""What alerts cost works: the delay of each by days of alert, and the value of another season."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import Window, day_number, day_of
from guatu.domain.kernel.protocols import Workers
from guatu.domain.planning.compiled.draws import stop_days
from guatu.domain.planning.compiled.kernel import Ints
from guatu.domain.planning.compiled.risk import risk
from guatu.domain.planning.compiled.risk_model import RiskModel, risk_model, works_of
from guatu.domain.planning.compiled.sweeps import ActivityRows, new_edges, sweep_early
from guatu.domain.planning.network import NEVER
from guatu.domain.planning.plan import Plan, StopWork
from guatu.domain.planning.risk_answer import EndRisk
from guatu.domain.planning.risk_terms import AlertHistory, RiskTerms

MOST_ALERT_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCosts:
    """The cost of an alert of 0, 1, 2, … days to each work, one row a work.

    ``last_day`` is the last day of the work's ends on the axis, ``delay`` the calendar days
    by which the alert moves it, ``late`` the worst lateness against the work's deadlines.
    ``stands`` is the longest alert under which all deadlines of a work still hold: -1
    where they fail without one, None where the work has none.
    """

    plans: tuple[str, ...]
    first: date
    last_day: Ints
    delay: Ints
    late: Ints
    stands: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonValue:
    """A plan's risk if it starts on another day: its end, and days from start to the P80 end."""

    start: date
    end: EndRisk
    span_p80: int


def alert_costs(
    plans: Sequence[Plan], *, first: date, most: int, classes: frozenset[str], today: date
) -> tuple[AlertCosts | None, tuple[Diagnostic, ...]]:
    """Stop classes for 0 to ``most`` days from ``first`` on, and see what each work loses."""
    if not 0 <= most <= MOST_ALERT_DAYS:
        raise ValueError(f"an alert of {most} days is out of range")
    works, latest = works_of(plans, day_number(today))
    if isinstance(works, Diagnostic):
        return None, (works,)
    midnight = datetime.combine(first, time())
    whole = Window(start=midnight, end=midnight + timedelta(days=1))
    stop = StopWork(window=whole, classes=classes)
    terms = RiskTerms(spreads={}, history=AlertHistory(first=first, last=first, stops=(stop,)))
    latest = max(latest, day_number(first) + 1) + 2 * most
    model = risk_model(works, terms, latest=latest)
    finishes = np.asarray([_finishes(model, day_number(first), days) for days in range(most + 1)])
    deadline = model.deadline
    held = np.flatnonzero(deadline < NEVER)
    lateness = np.where(deadline < NEVER, finishes - deadline, -NEVER)
    work_of_group = _work_of_groups(model)
    late = np.full((most + 1, len(plans)), -NEVER, dtype=np.int32)
    for group in held.tolist():
        late[:, work_of_group[group]] = np.maximum(
            late[:, work_of_group[group]], lateness[:, group]
        )
    ends = finishes[:, : len(plans)].T
    return AlertCosts(
        plans=tuple(one.id for one in plans),
        first=first,
        last_day=ends - 1,
        delay=ends - ends[:, :1],
        late=np.maximum(late, 0).T,
        stands=tuple(_stands(column) for column in late.T),
    ), ()


def _stands(late: Ints) -> int | None:
    if (late == -NEVER).all():
        return None
    missed = np.flatnonzero(late > 0)
    return len(late) - 1 if not missed.size else int(missed[0]) - 1


def _work_of_groups(model: RiskModel) -> list[int]:
    works = np.zeros(len(model.deadline), dtype=np.int32)
    works[model.ends.group] = model.work[model.ends.place]
    listed: list[int] = works.tolist()
    return listed


def _finishes(model: RiskModel, first: int, days: int) -> Ints:
    """Return the last finish of each group of ends under an alert of so many days."""
    calendars, net = model.calendars, model.net
    states = np.zeros(len(model.days.year), dtype=np.int8)
    begin = first - calendars.low
    states[max(begin, 0) : max(begin + days, 0)] = model.stops.stopped.shape[1] - 1
    stop_days(calendars, states, model.stops)
    edges = new_edges(model.count)
    rows = ActivityRows(model.luck.days, net.own, net.floor)
    sweep_early(edges, rows, net.facts, net.arriving, calendars)
    finishes = np.full(len(model.deadline), -NEVER, dtype=np.int32)
    np.maximum.at(finishes, model.ends.group, edges[2 * model.ends.place + 1])
    return finishes


def season_values(
    plan: Plan,
    terms: RiskTerms,
    starts: Sequence[date],
    *,
    today: date,
    draws: int = 1000,
    seed: int = 1,
    workers: Workers | None = None,
) -> tuple[tuple[SeasonValue, ...], tuple[Diagnostic, ...]]:
    """Run the risk of a plan from each start; all starts meet the same weather and luck."""
    found = []
    for start in starts:
        moved = replace(plan, start=start)
        answer, told = risk([moved], terms, today=today, draws=draws, seed=seed, workers=workers)
        if answer is None:
            return (), told
        end = answer.ends[0]
        begun = max(day_number(start), day_number(today))
        found.append(
            SeasonValue(start=day_of(begun), end=end, span_p80=day_number(end.p80) - begun + 1)
        )
    return tuple(found), ()
