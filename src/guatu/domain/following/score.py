"""The score of a unit from its matters, with every term shown (domain A8, story 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference, RulePack

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterConduct:
    """How a unit handled one matter: the facts that cost points.

    ``weight`` is ordinary, key or top; ``overdue_days`` are days past the due day at
    the close; ``yellows`` counts times the light turned yellow.
    """

    matter: str
    weight: str = "ordinary"
    late_sign: bool = False
    late_feedback: bool = False
    further_urgings: int = 0
    returns: int = 0
    empty_feedback: bool = False
    overdue_days: int = 0
    red_light: bool = False
    yellows: int = 0
    false_report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """One term of a score: the reason code, the points, and the matter that cost them."""

    matter: str
    code: str
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitScore:
    """A unit's score with its arithmetic.

    ``ranked`` is False for units with too few matters, which are listed only;
    ``score`` is None where there is no matter at all; ``barred`` after a false
    report (no "excellent").
    """

    score: Decimal | None
    deductions: tuple[Deduction, ...]
    weighed_deductions: Decimal
    weighed_base: Decimal
    bonus: Decimal
    ranked: bool
    barred: bool
    steps: tuple[Reason, ...]
    pack: PackReference


def unit_score(
    conducts: Sequence[MatterConduct], pack: RulePack, *, bonus: Decimal = Decimal(0)
) -> UnitScore:
    """Return ``100*(1 - sum(w*d)/sum(10*w)) + bonus`` with every term, by a ``matter_score`` pack."""
    weights: dict[str, int] = pack.body["weights"]
    most = Decimal(pack.body["most_per_matter"])
    terms: list[Deduction] = []
    weighed = base = Decimal(0)
    for one in conducts:
        own = deductions_of(one, pack)
        terms.extend(own)
        weight = weights[one.weight]
        weighed += weight * min(sum((term.points for term in own), Decimal(0)), most)
        base += weight * most
    extra = min(bonus, Decimal(pack.body["most_bonus"]))
    score = None
    if base:
        plain = 100 * (1 - weighed / base) + extra
        score = plain.quantize(_CENT, rounding=ROUND_HALF_UP)
    return UnitScore(
        score=score,
        deductions=tuple(terms),
        weighed_deductions=weighed,
        weighed_base=base,
        bonus=extra,
        ranked=len(conducts) >= pack.body["least_ranked_matters"],
        barred=any(one.false_report for one in conducts),
        steps=_steps(terms, weighed, base, extra),
        pack=pack.reference,
    )


def deductions_of(conduct: MatterConduct, pack: RulePack) -> tuple[Deduction, ...]:
    """Return the terms of one matter; a red light costs nothing where overdue already does."""
    rules: dict[str, Any] = pack.body["deductions"]
    points: dict[str, Decimal] = {
        "late_sign": conduct.late_sign * _of(rules, "late_sign"),
        "late_feedback": conduct.late_feedback * _of(rules, "late_feedback"),
        "urging": conduct.further_urgings * _of(rules, "urging"),
        "returned": conduct.returns * _of(rules, "returned"),
        "empty_feedback": conduct.empty_feedback * _of(rules, "empty_feedback"),
        "overdue": _overdue(conduct.overdue_days, rules),
        "red_light": (conduct.red_light and conduct.overdue_days <= 0) * _of(rules, "red_light"),
        "two_yellows": conduct.yellows // 2 * _of(rules, "two_yellows"),
        "false_report": conduct.false_report * _of(rules, "false_report"),
    }
    return tuple(
        Deduction(matter=conduct.matter, code=f"following.score.{code}", points=value)
        for code, value in points.items()
        if value
    )


def _overdue(days: int, rules: dict[str, Any]) -> Decimal:
    if days <= 0:
        return Decimal(0)
    points = _of(rules, "overdue_base") + days // 10 * _of(rules, "overdue_per_ten_days")
    return min(points, _of(rules, "overdue_most"))


def _of(rules: dict[str, Any], name: str) -> Decimal:
    return Decimal(str(rules[name]))


def _steps(
    terms: list[Deduction], weighed: Decimal, base: Decimal, bonus: Decimal
) -> tuple[Reason, ...]:
    each = tuple(
        Reason(code=term.code, arguments=(("matter", term.matter), ("points", str(term.points))))
        for term in terms
    )
    total = Reason(
        code="following.score.formula",
        arguments=(("weighed", str(weighed)), ("base", str(base)), ("bonus", str(bonus))),
    )
    return (*each, total)
