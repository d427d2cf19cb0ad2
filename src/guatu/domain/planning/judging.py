"""The judgment on a plan: what today allows, the verdict, and the levers that would cure it.

Dates stand; the judgment asks a second forward pass in which no open work may
start before today. Its floats against the late dates are the slack.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guatu.domain.kernel.interval import day_of
from guatu.domain.kernel.outlook import Lever, LeverKind, Outlook, Reason, Verdict
from guatu.domain.kernel.packs import PackReference, RulePack
from guatu.domain.planning.chain import driving_chain
from guatu.domain.planning.crashing import CrashOffer, cheapest_crashes
from guatu.domain.planning.engine import Engine
from guatu.domain.planning.network import FINISHED, NEVER, STARTED, Passes
from guatu.domain.planning.plan import Plan

Places = Sequence[int]
_PROMISED_LANES = frozenset({"land", "project", "construction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningRules:
    """The house rules of judging: the buffer as percent of the critical path.

    ``planning_rules`` reads them from the pack ``planning``; the default is the
    same design value for callers without packs.
    """

    buffer_percent: int = 10
    reference: PackReference | None = None


def planning_rules(pack: RulePack) -> PlanningRules:
    """Return the rules of judging that a rule pack states."""
    return PlanningRules(buffer_percent=int(pack.body["buffer_percent"]), reference=pack.reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The outlook with the lateness in calendar days and the buffer in working days.

    ``end_from_today`` is the place at which the bound work ends if it goes on from today;
    None where nothing bound is open.
    """

    outlook: Outlook
    late_by_days: int
    buffer_days: int
    rules: PackReference | None
    end_from_today: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What today leaves: finishes, slack of the tightest open activity, lateness in days."""

    finishes: Places
    passes: Passes
    slack: int
    late_by: int


def judge(
    engine: Engine,
    ceiling: Places,
    bound: Sequence[bool],
    passes: Passes,
    *,
    plan: Plan,
    start: int | None,
    today: int,
    rules: PlanningRules,
) -> Judged:
    """Judge computed passes against today; ``start`` is None for a plan worked back."""
    live = [
        number
        for number in range(len(engine.network))
        if bound[number] and engine.network.state[number] != FINISHED
    ]
    if not live or (plan.target is None and not any(one.must_by for one in plan.activities)):
        return _without_deadline(plan, live, rules)
    begin = today if start is None else max(start, today)
    forecast = _forecast(engine, ceiling, live, passes, begin)
    chain = driving_chain(engine, forecast.passes, bound, [n for n in live if ceiling[n] < NEVER])
    length = sum(engine.network.days[number] for number in chain)
    buffer_days = -(-length * rules.buffer_percent // 100)
    if forecast.late_by > 0:
        outlook = _late(
            engine,
            plan,
            ceiling=ceiling,
            live=live,
            forecast=forecast,
            chain=chain,
            begin=begin,
        )
    else:
        verdict = Verdict.ON_TRACK if forecast.slack >= buffer_days else Verdict.TIGHT
        reason = Reason(
            code=f"planning.{verdict.value}",
            arguments=(("slack", forecast.slack), ("buffer", buffer_days)),
        )
        outlook = _outlook(verdict, forecast.slack, length, reason, ())
    return Judged(
        outlook=outlook,
        late_by_days=forecast.late_by,
        buffer_days=buffer_days,
        rules=rules.reference,
        end_from_today=max(int(forecast.finishes[number]) for number in live),
    )


def _outlook(
    verdict: Verdict, slack: int, length: int, reason: Reason, levers: tuple[Lever, ...]
) -> Outlook:
    return Outlook(
        verdict=verdict,
        slack=float(slack),
        needed=float(length),
        attained=float(length + slack),
        reason=reason,
        levers=levers,
    )


def _without_deadline(plan: Plan, live: Sequence[int], rules: PlanningRules) -> Judged:
    code = "planning.no_deadline" if live else "planning.finished"
    reason = Reason(code=code, arguments=(("plan", plan.id),))
    return Judged(
        outlook=_outlook(Verdict.ON_TRACK, 0, 0, reason, ()),
        late_by_days=0,
        buffer_days=0,
        rules=rules.reference,
    )


def late_by(finishes: Places, ceiling: Places, live: Sequence[int]) -> int:
    """Return by how many calendar days the worst finish passes its own ceiling, never below 0."""
    return max(0, *(finishes[n] - ceiling[n] for n in live if ceiling[n] < NEVER), 0)


def _forecast(
    engine: Engine, ceiling: Places, live: Sequence[int], passes: Passes, begin: int
) -> Forecast:
    early = engine.forward(begin)
    late = (passes.late_start, passes.late_finish)
    joined = engine.floats(early, late, ceiling)
    return Forecast(
        finishes=early[1],
        passes=joined,
        slack=min(joined.total_float[number] for number in live),
        late_by=int(late_by(early[1], ceiling, live)),
    )


def _late(
    engine: Engine,
    plan: Plan,
    *,
    ceiling: Places,
    live: Sequence[int],
    forecast: Forecast,
    chain: Sequence[int],
    begin: int,
) -> Outlook:
    offers = [
        CrashOffer(number=n, days=min(crash.days, engine.network.days[n]), crash=crash)
        for n in live
        if (crash := plan.activities[n].crash) is not None
        and forecast.passes.total_float[n] < 0
        and engine.network.state[n] <= STARTED
        and engine.network.days[n] > 0
    ]
    chosen, left = cheapest_crashes(
        engine, offers, begin, lambda finishes: late_by(finishes, ceiling, live)
    )
    levers = [_crash_lever(plan, one) for one in chosen]
    levers.sort(key=lambda one: (one.cost or 0) / one.days)
    levers.extend(
        _promise_levers(
            engine, plan, chain=chain, forecast=forecast, begin=begin, ceiling=ceiling, live=live
        )
    )
    levers.append(_target_lever(plan, forecast, ceiling, live))
    verdict = Verdict.LATE if not left else Verdict.IMPOSSIBLE
    names = [plan.activities[number].id for number in chain]
    reason = Reason(
        code=f"planning.{verdict.value}",
        arguments=(
            ("days", forecast.late_by),
            ("left", int(left)),
            ("chain", "-".join(names)),
            ("first", names[0] if names else ""),
        ),
    )
    length = sum(engine.network.days[number] for number in chain)
    slack = min(forecast.slack, -1)
    return _outlook(verdict, slack, length, reason, tuple(levers))


def _crash_lever(plan: Plan, offer: CrashOffer) -> Lever:
    one = plan.activities[offer.number]
    return Lever(
        kind=LeverKind.CRASH,
        subject=one.id,
        days=offer.days,
        cost=offer.cost,
        reason=Reason(
            code="planning.lever.crash",
            arguments=(
                ("activity", one.id),
                ("name", one.name),
                ("days", offer.days),
                ("cost", offer.cost),
            ),
        ),
    )


def _promise_levers(
    engine: Engine,
    plan: Plan,
    *,
    chain: Sequence[int],
    forecast: Forecast,
    begin: int,
    ceiling: Places,
    live: Sequence[int],
) -> list[Lever]:
    """Offer the permit of the chain that wins most if its follower need not wait for it.

    Where the approving unit accepts a promise, the permit runs beside its follower.
    Nobody has agreed to that yet, so it does not count as a cure in the verdict.
    """
    best: tuple[int, int, int] | None = None
    for number, follower in pairwise(chain):
        if plan.activities[number].lane not in _PROMISED_LANES:
            continue
        days = list(engine.network.days)
        days[number] = 0
        left = late_by(engine.forward(begin, days)[1], ceiling, live)
        won = forecast.late_by - int(left)
        if won > 0 and (best is None or won > best[0]):
            best = (won, number, follower)
    if best is None:
        return []
    won, number, follower = best
    one = plan.activities[number]
    arguments = (
        ("activity", one.id),
        ("name", one.name),
        ("unit", one.unit or "—"),
        ("follower", plan.activities[follower].id),
        ("days", won),
    )
    reason = Reason(code="planning.lever.overlap", arguments=arguments)
    return [Lever(kind=LeverKind.OVERLAP, subject=one.id, days=won, reason=reason)]


def _target_lever(plan: Plan, forecast: Forecast, ceiling: Places, live: Sequence[int]) -> Lever:
    worst = max(
        (n for n in live if ceiling[n] < NEVER), key=lambda n: forecast.finishes[n] - ceiling[n]
    )
    one = plan.activities[worst]
    last_day = day_of(int(forecast.finishes[worst]) - 1).isoformat()
    return Lever(
        kind=LeverKind.TARGET,
        subject=one.id,
        days=forecast.late_by,
        reason=Reason(
            code="planning.lever.target",
            arguments=(
                ("activity", one.id),
                ("name", one.name),
                ("days", forecast.late_by),
                ("day", last_day),
            ),
        ),
    )
