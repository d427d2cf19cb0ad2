"""How a late plan could still meet its deadlines: what to buy, what to ask for, what is refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guatu.domain.kernel.outlook import Lever, LeverKind
from guatu.domain.planning.certificate import ChainProof
from guatu.domain.planning.engine import Engine
from guatu.domain.planning.gate import Proposal, Refusal, refusal
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.levers.calendar import calendar_levers
from guatu.domain.planning.levers.lateness import Purse
from guatu.domain.planning.levers.menu import Menu, menu_of
from guatu.domain.planning.levers.search import Bought
from guatu.domain.planning.levers.weekend import Mix, cheapest_mix
from guatu.domain.planning.levers.words import bought_lever, overlap_lever, target_lever
from guatu.domain.planning.network import NEVER, STARTED
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.proving import Reach, late_chain

PROMISED_LANES = frozenset({"land", "project", "construction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure:
    """The cheapest cure found and what else would help.

    ``bought`` are the permitted purchases; ``asked`` the levers that somebody must first
    agree to, each with the days it wins alone on top of them; ``together`` the lateness
    that is left with all of both but the moved target. ``refused`` never counts.
    """

    bought: Bought
    purchases: tuple[Lever, ...]
    asked: tuple[Lever, ...]
    together: int
    target: Lever
    refused: tuple[Refusal, ...]
    certificate: ChainProof | None

    @property
    def levers(self) -> tuple[Lever, ...]:
        """All levers: what to buy, the cheapest day first, what to ask for, the moved target."""
        return (*self.purchases, *self.asked, self.target)


def cure_of(
    engine: Engine,
    plan: Plan,
    *,
    ceiling: Sequence[int],
    live: Sequence[int],
    late_floats: Sequence[int],
    chain: Sequence[int],
    begin: int,
    today: int,
    rules: GateRules,
) -> Cure:
    """Return the cure of a plan that is late; ``late_floats`` are the floats from today."""
    menus, refused = _menus(engine, plan, live, late_floats, rules)
    purse = Purse(engine=engine, begin=begin, ceiling=ceiling, live=tuple(live), menus=menus)
    mix, kept_closed = cheapest_mix(plan, purse, late_floats, rules)
    bought = mix.bought
    purchases = [
        bought_lever(plan.activities[number], purchase)
        for number, level in bought.levels.items()
        for purchase in menus[number].options[level].purchases
    ]
    purchases += mix.levers
    purchases.sort(key=lambda one: (one.cost or 0) / one.days)
    overlap, held = _overlap(plan, purse, chain, rules)
    calendars, open_ = calendar_levers(mix.plan, mix.purse, bought.levels)
    asked = ([] if overlap is None else [overlap[0]]) + calendars
    together = bought.left
    if asked:
        days = mix.purse.days(bought.levels)
        for number in overlap[1] if overlap else ():
            days[number] = 0
        together = open_(days)
    unbought = purse.reached({})
    return Cure(
        bought=bought,
        purchases=tuple(purchases),
        asked=tuple(asked),
        together=together,
        target=_target(plan, purse, unbought),
        refused=(*refused, *kept_closed, *held),
        certificate=_certificate(plan, purse, mix, unbought, today),
    )


def _certificate(
    plan: Plan, purse: Purse, mix: Mix, unbought: Reach, today: int
) -> ChainProof | None:
    """Return the proof of the lateness, under every permitted lever where even those leave some."""
    if not mix.bought.left:
        return late_chain(purse.engine, plan, unbought, purse.ceiling, purse.live, today=today)
    most = {number: len(menu.options) - 1 for number, menu in purse.menus.items()}
    under = mix.purse
    proof = late_chain(
        under.engine, mix.plan, under.reached(most), under.ceiling, under.live, today=today
    )
    names = tuple(plan.activities[number].id for number in mix.opened)
    return None if proof is None else replace(proof, opened=names)


def _menus(
    engine: Engine,
    plan: Plan,
    live: Sequence[int],
    late_floats: Sequence[int],
    rules: GateRules,
) -> tuple[dict[int, Menu], list[Refusal]]:
    menus: dict[int, Menu] = {}
    refused: list[Refusal] = []
    for number in live:
        days = int(engine.network.days[number])
        if late_floats[number] >= 0 or engine.network.state[number] > STARTED or not days:
            continue
        menu, held = menu_of(plan.activities[number], number, days, rules)
        refused += held
        if menu is not None:
            menus[number] = menu
    return menus, refused


def _overlap(
    plan: Plan, purse: Purse, chain: Sequence[int], rules: GateRules
) -> tuple[tuple[Lever, tuple[int, ...]] | None, list[Refusal]]:
    """Offer the permit of the chain that wins most if its follower need not wait for it.

    Where the approving unit accepts a promise, the permit runs beside its follower.
    Nobody has agreed to that yet, so it does not count as a cure in the verdict.
    """
    best: tuple[int, int, int] | None = None
    refused: list[Refusal] = []
    late = purse.late({})
    for number, follower in pairwise(chain):
        one = plan.activities[number]
        if one.lane not in PROMISED_LANES or one.terms.promise:
            continue
        held = refusal(Proposal(activity=one, kind=LeverKind.OVERLAP, won=0), rules)
        if held is not None:
            refused.append(held)
            continue
        won = late - purse.late_days({number: 0})
        if won > 0 and (best is None or won > best[0]):
            best = (won, number, follower)
    if best is None:
        return None, refused
    won, number, follower = best
    lever = overlap_lever(plan.activities[number], plan.activities[follower].id, won)
    return (lever, (number,)), refused


def _target(plan: Plan, purse: Purse, reached: Reach) -> Lever:
    ends = [n for n in purse.live if purse.ceiling[n] < NEVER]
    worst = max(ends, key=lambda n: reached.finishes[n] - purse.ceiling[n])
    late = int(reached.finishes[worst] - purse.ceiling[worst])
    return target_lever(plan.activities[worst], late, int(reached.finishes[worst]))
