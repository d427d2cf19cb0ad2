"""Scheduling a plan: worked back from its target or forward from its start, and judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.outlook import Outlook
from guatu.domain.kernel.packs import PackReference
from guatu.domain.planning.chain import driving_chain
from guatu.domain.planning.engine import Engine, engine_for
from guatu.domain.planning.facts import doubtful_facts
from guatu.domain.planning.judging import Judged, PlanningRules, judge
from guatu.domain.planning.network import ALWAYS, FINISHED, NEVER, Network, Passes, network_of
from guatu.domain.planning.ordering import find_circle
from guatu.domain.planning.passes import settled_links
from guatu.domain.planning.plan import MOST_DAYS, Activity, Plan
from guatu.domain.planning.printed import printed_days

Places = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledActivity:
    """The dates of one activity as people read them: every ``last_day`` is worked.

    Floats are in working days of the activity's calendar. ``start`` and ``last_day``
    are the dates to hang: the early ones, or later where levelling moved them.
    """

    id: str
    early_start: date
    early_last_day: date
    late_start: date
    late_last_day: date
    start: date
    last_day: date
    total_float: int
    free_float: int
    critical: bool


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
    activities: tuple[ScheduledActivity, ...]
    critical_path: tuple[str, ...]
    rules: PackReference | None = None
    levelling: Levelling | None = None

    def by_id(self) -> Mapping[str, ScheduledActivity]:
        """Return the scheduled activities by their id."""
        return {one.id: one for one in self.activities}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What binds a network: places of ends, who leads to a bound end, and the ceilings."""

    ends: tuple[int, ...]
    bound: Sequence[bool]
    ceiling: Sequence[int]
    skipped: Sequence[bool]


def schedule(
    plan: Plan, *, today: date, rules: PlanningRules | None = None
) -> tuple[Schedule | None, tuple[Diagnostic, ...]]:
    """Schedule a plan; ``today`` moves verdict, lateness and levers, never dates.

    Errors: a circle, a plan without start and deadline, dates off the axis, a
    calendar that runs out of working days.
    """
    network = network_of(plan)
    engine = engine_for(network)
    circle = _circle(plan, network, engine)
    if circle is not None:
        return None, (circle,)
    start = _given_start(plan)
    if start is None and not _has_deadline(plan):
        return None, (_fault("planning.no_anchor", plan),)
    computed = _computed(plan, network, engine, start)
    if isinstance(computed, Diagnostic):
        return None, (computed,)
    passes, frame, latest = computed
    judged = judge(
        engine, frame.ceiling, frame.bound, passes,
        plan=plan, start=start, today=day_number(today), rules=rules or PlanningRules(),
    )  # fmt: skip
    result = _result(plan, engine, passes, frame, judged, latest=latest, today=today)
    return result, (*doubtful_facts(plan), *_unknown_years(plan, result))


def _circle(plan: Plan, network: Network, engine: Engine) -> Diagnostic | None:
    order = engine.order
    if len(order) == len(network):
        return None
    names = [plan.activities[number].id for number in find_circle(network, order)]
    return _fault("planning.circle", plan, activity=names[0], path=" → ".join([*names, names[0]]))


def _fault(code: str, plan: Plan, **arguments: str | int) -> Diagnostic:
    return Diagnostic(code=code, arguments=(("plan", plan.id), *arguments.items()))


def _given_start(plan: Plan) -> int | None:
    if plan.start is not None:
        return day_number(plan.start)
    begun = [one.actual_start or one.actual_finish for one in plan.activities]
    known = [day_number(day) for day in begun if day is not None]
    return min(known) if known else None


def _has_deadline(plan: Plan) -> bool:
    return plan.target is not None or any(one.must_by is not None for one in plan.activities)


def _computed(
    plan: Plan, network: Network, engine: Engine, start: int | None
) -> tuple[Passes, Frame, int | None] | Diagnostic:
    deadline = None if plan.target is None else day_number(plan.target) + 1
    frame = _frame(plan, network, engine, deadline)
    if start is None:
        late = engine.backward(frame.ceiling, frame.skipped)
        off_axis = _off_axis(plan, late, frame.bound)
        if off_axis is not None:
            return off_axis
        start = _latest_start(network, frame, late[0])
    if start is None:
        return _fault("planning.no_anchor", plan)
    early = engine.forward(start)
    off_axis = _off_axis(plan, early, None)
    if off_axis is not None:
        return off_axis
    if deadline is None and not any(one.must_by for one in plan.activities):
        reached = max(early[1][number] for number in frame.ends)
        frame = _frame(plan, network, engine, reached)
    frame = _with_loose_ends(frame, early[1])
    late = engine.backward(frame.ceiling, frame.skipped)
    off_axis = _off_axis(plan, late, None)
    if off_axis is not None:
        return off_axis
    passes = engine.floats(early, late, frame.ceiling)
    return passes, frame, _latest_start(network, frame, late[0])


def _frame(plan: Plan, network: Network, engine: Engine, deadline: int | None) -> Frame:
    number = {one.id: place for place, one in enumerate(plan.activities)}
    ends = tuple(number[one] for one in plan.end_ids())
    followers = set(network.after)
    ceiling = list(network.ceiling)
    if deadline is not None:
        for end in ends:
            ceiling[end] = min(ceiling[end], deadline)
    for place, one in enumerate(plan.activities):
        if one.is_milestone and place not in followers and ceiling[place] < NEVER:
            ceiling[place] -= 1
    skipped = settled_links(network)
    bound = [place < NEVER for place in ceiling]
    for place in reversed(engine.order):
        if not bound[place]:
            bound[place] = any(
                bound[network.after[link]] and not skipped[link]
                for link in engine.leaving_links(place)
            )
    for link, (before, after) in enumerate(zip(network.before, network.after, strict=True)):
        if bound[before] and not bound[after]:
            skipped[link] = True
    return Frame(ends=ends, bound=bound, ceiling=ceiling, skipped=skipped)


def _with_loose_ends(frame: Frame, finishes: Places) -> Frame:
    """Give a ceiling to activities that lead to no bound end.

    What can be done by the ends is measured against them; what comes after them
    (filing, audits) against the end of the whole plan.
    """
    if all(frame.bound):
        return frame
    held = [frame.ceiling[number] for number in frame.ends if frame.ceiling[number] < NEVER]
    by_ends = max(held, default=ALWAYS)
    whole = max(by_ends, *finishes)
    ceiling = [
        place if bound or place < NEVER else by_ends if finish <= by_ends else whole
        for place, bound, finish in zip(frame.ceiling, frame.bound, finishes, strict=True)
    ]
    return Frame(ends=frame.ends, bound=frame.bound, ceiling=ceiling, skipped=frame.skipped)


def _latest_start(network: Network, frame: Frame, starts: Places) -> int | None:
    open_starts = [
        starts[place]
        for place in range(len(network))
        if frame.bound[place] and network.state[place] != FINISHED
    ]
    return min(open_starts) if open_starts else None


def _off_axis(
    plan: Plan, places: tuple[Places, Places], only: Sequence[bool] | None
) -> Diagnostic | None:
    for number, (first, last) in enumerate(zip(*places, strict=True)):
        if (only is None or only[number]) and (first < 2 or last > MOST_DAYS):
            return _fault("planning.off_axis", plan, activity=plan.activities[number].id)
    return None


def _result(
    plan: Plan,
    engine: Engine,
    passes: Passes,
    frame: Frame,
    judged: Judged,
    *,
    latest: int | None,
    today: date,
) -> Schedule:
    days = printed_days(engine, plan, passes)
    critical = _criticals(engine.network, frame, passes)
    activities = tuple(
        _scheduled(one, days[number], passes, number, is_critical=critical[number])
        for number, one in enumerate(plan.activities)
    )
    start = min(one.start for one in activities)
    last_day = max(activities[number].last_day for number in frame.ends)
    from_today = judged.end_from_today
    forecast = last_day if from_today is None else max(last_day, day_of(from_today - 1))
    chain = driving_chain(engine, passes, frame.bound, frame.ends)
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
        activities=activities,
        critical_path=tuple(plan.activities[number].id for number in chain),
        rules=judged.rules,
    )


def _criticals(network: Network, frame: Frame, passes: Passes) -> list[bool]:
    """Critical is a float of zero or less; where every float is positive, the smallest."""
    live = [
        bound and state != FINISHED for bound, state in zip(frame.bound, network.state, strict=True)
    ]
    floats = [spare for spare, alive in zip(passes.total_float, live, strict=True) if alive]
    limit = max(0, min(floats, default=0))
    return [alive and spare <= limit for spare, alive in zip(passes.total_float, live, strict=True)]


def _scheduled(
    one: Activity,
    days: tuple[int, int, int, int],
    passes: Passes,
    number: int,
    *,
    is_critical: bool,
) -> ScheduledActivity:
    early_start, early_last, late_start, late_last = (day_of(day) for day in days)
    return ScheduledActivity(
        id=one.id,
        early_start=early_start,
        early_last_day=early_last,
        late_start=late_start,
        late_last_day=late_last,
        start=early_start,
        last_day=early_last,
        total_float=int(passes.total_float[number]),
        free_float=int(passes.free_float[number]),
        critical=is_critical,
    )


def _unknown_years(plan: Plan, result: Schedule) -> tuple[Diagnostic, ...]:
    """Warn of years for which a calendar used here has no public holidays."""
    told = []
    first = min(min(one.early_start, one.late_start) for one in result.activities)
    last = max(max(one.early_last_day, one.late_last_day) for one in result.activities)
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
