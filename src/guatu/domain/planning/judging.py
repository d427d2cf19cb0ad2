"""The judgment on a plan: what today allows, the verdict, and the levers that would cure it.

Dates stand; the judgment asks a second forward pass in which no open work may
start before today. Its floats against the late dates are the slack.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guatu.domain.kernel.outlook import Lever, Outlook, Reason, Verdict
from guatu.domain.kernel.packs import PackReference, RulePack
from guatu.domain.planning.chain import driving_chain
from guatu.domain.planning.engine import Engine
from guatu.domain.planning.gate_rules import GateRules, gate_rules
from guatu.domain.planning.network import FINISHED, NEVER, Passes
from guatu.domain.planning.plan import Plan

if TYPE_CHECKING:
    from guatu.domain.planning.certificate import ChainProof
    from guatu.domain.planning.levers.cure import Cure

Places = Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningRules:
    """The house rules of judging: the buffer as percent of the critical path, and the gate's.

    ``planning_rules`` reads them from the pack ``planning``; the default is the
    same design value for callers without packs.
    """

    buffer_percent: int = 10
    gate: GateRules = field(default_factory=GateRules)
    reference: PackReference | None = None


def planning_rules(pack: RulePack) -> PlanningRules:
    """Return the rules of judging that a rule pack states."""
    return PlanningRules(
        buffer_percent=int(pack.body["buffer_percent"]),
        gate=gate_rules(pack.body),
        reference=pack.reference,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The outlook with the lateness in calendar days and the buffer in working days.

    ``end_from_today`` is the place at which the bound work ends if it goes on from today;
    None where nothing bound is open. ``cure`` and ``certificate`` are there where the plan
    is late; the certificate counts every permitted lever where even those do not help.
    """

    outlook: Outlook
    late_by_days: int
    buffer_days: int
    rules: PackReference | None
    end_from_today: int | None = None
    cure: "Cure | None" = None
    certificate: "ChainProof | None" = None


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
    cure: Cure | None = None
    proof: ChainProof | None = None
    if forecast.late_by > 0:
        outlook, cure, proof = _late(
            engine,
            plan,
            ceiling=ceiling,
            live=live,
            forecast=forecast,
            chain=chain,
            begin=begin,
            today=today,
            rules=rules,
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
        cure=cure,
        certificate=proof,
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
    today: int,
    rules: PlanningRules,
) -> tuple[Outlook, "Cure", "ChainProof | None"]:
    from guatu.domain.planning.levers.cure import cure_of  # noqa: PLC0415 a plan on track needs no levers

    cure = cure_of(
        engine,
        plan,
        ceiling=ceiling,
        live=live,
        late_floats=forecast.passes.total_float,
        chain=chain,
        begin=begin,
        today=today,
        rules=rules.gate,
    )
    left = cure.bought.left
    verdict = Verdict.IMPOSSIBLE if left > 0 else Verdict.LATE
    names = [plan.activities[number].id for number in chain]
    reason = Reason(
        code=f"planning.{verdict.value}",
        arguments=(
            ("days", forecast.late_by),
            ("left", left),
            ("chain", "-".join(names)),
            ("first", names[0] if names else ""),
        ),
    )
    length = sum(engine.network.days[number] for number in chain)
    slack = min(forecast.slack, -1)
    return _outlook(verdict, slack, length, reason, cure.levers), cure, cure.certificate
