"""What can be bought on one activity: every useful mix of its offers, the cheapest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from guatu.domain.kernel.outlook import LeverKind
from guatu.domain.planning.gate import Proposal, Refusal, refusal
from guatu.domain.planning.gate_rules import GateRules
from guatu.domain.planning.plan import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """Days taken from an activity by one kind of lever at a price in yuan."""

    kind: LeverKind
    days: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuOption:
    """One mix of purchases: the days that it leaves to be worked and what it costs in all."""

    days: int
    cost: int
    purchases: tuple[Purchase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """The options of one activity (``number`` in the network), dearer and shorter each time.

    The first option buys nothing.
    """

    number: int
    options: tuple[MenuOption, ...]


def menu_of(
    one: Activity, number: int, days: int, rules: GateRules
) -> tuple[Menu | None, list[Refusal]]:
    """Return what can be bought on an activity with so many days left, and what the gate holds.

    None where nothing can be. A crash costs in proportion, rounded up to a yuan; another
    crew is bought whole; a second shift halves what is left after it.
    """
    refused: list[Refusal] = []
    crashes = _crashes(one, days, rules, refused)
    crews = _crews(one, days, rules, refused)
    options = [MenuOption(days=days, cost=0)]
    for crew, is_shifted, crash in product(crews, (False, True), crashes):
        option = _mixed(one, days, crew, crash, is_shifted=is_shifted)
        if option is None:
            continue
        if is_shifted or len(option.purchases) > 1:
            held = _held(one, days - option.days, LeverKind.SHIFT, rules)
            if held is not None:
                if is_shifted and len(option.purchases) == 1:
                    refused.append(held)
                continue
        options.append(option)
    options += _promised(one, days, rules, refused)
    useful = _useful(options)
    return (Menu(number=number, options=useful) if len(useful) > 1 else None), refused


def _held(one: Activity, won: int, kind: LeverKind, rules: GateRules) -> Refusal | None:
    return refusal(Proposal(activity=one, kind=kind, won=won), rules)


def _crashes(one: Activity, days: int, rules: GateRules, refused: list[Refusal]) -> list[int]:
    """Return how many days a crash may take, from none to the most the gate lets through."""
    if one.crash is None:
        return [0]
    most = min(one.crash.days, days)
    held = _held(one, most, LeverKind.CRASH, rules)
    if held is not None:
        refused.append(held)
        while most and _held(one, most, LeverKind.CRASH, rules) is not None:
            most -= 1
    return list(range(most + 1))


def _crews(one: Activity, days: int, rules: GateRules, refused: list[Refusal]) -> list[int]:
    crew = one.terms.crew
    if crew is None:
        return [0]
    most = min(crew.days, days)
    held = _held(one, most, LeverKind.RESOURCE, rules)
    if held is None:
        return [0, most]
    refused.append(held)
    return [0]


def _promised(
    one: Activity, days: int, rules: GateRules, refused: list[Refusal]
) -> list[MenuOption]:
    """Return the option that followers do not wait, where the approving unit accepts a promise."""
    if not one.terms.promise:
        return []
    held = _held(one, 0, LeverKind.OVERLAP, rules)
    if held is not None:
        refused.append(held)
        return []
    bought = Purchase(kind=LeverKind.OVERLAP, days=days, cost=0)
    return [MenuOption(days=0, cost=0, purchases=(bought,))]


def _mixed(
    one: Activity, days: int, crew: int, crash: int, *, is_shifted: bool
) -> MenuOption | None:
    """Return the option of one mix; None where it is none or a part of it wins nothing."""
    bought, left = [], days - crew
    if crew and one.terms.crew is not None:
        bought.append(Purchase(kind=LeverKind.RESOURCE, days=crew, cost=one.terms.crew.cost))
    if is_shifted:
        if one.terms.shift_cost is None or left < 2:
            return None
        won = left // 2
        bought.append(Purchase(kind=LeverKind.SHIFT, days=won, cost=one.terms.shift_cost))
        left -= won
    if crash and one.crash is not None:
        if crash > left:
            return None
        price = -(-one.crash.cost * crash // one.crash.days)
        bought.append(Purchase(kind=LeverKind.CRASH, days=crash, cost=price))
        left -= crash
    if not bought:
        return None
    return MenuOption(days=left, cost=sum(each.cost for each in bought), purchases=tuple(bought))


def _useful(options: Sequence[MenuOption]) -> tuple[MenuOption, ...]:
    """Keep the first option, which buys nothing, and those that no other beats in days and price."""
    kept = [options[0]]
    for option in sorted(options[1:], key=lambda one: (one.cost, one.days, len(one.purchases))):
        if option.days < kept[-1].days:
            kept.append(option)
    return tuple(kept)
