"""Whether the cuts of an emission list reach what a level asks of the whole society."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference, RulePack
from guatu.domain.watching.alert import AlertLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCut:
    """What the list emits of a pollutant (so2, nox, pm, vocs) and cuts, in tonnes a day."""

    pollutant: str
    base: Decimal
    cut: Decimal

    def __post_init__(self) -> None:
        if self.base <= 0 or not 0 <= self.cut <= self.base:
            raise ValueError(f"{self.pollutant}: a cut lies between nothing and a positive base")

    @property
    def percent(self) -> Decimal:
        """The cut as a share of the base, in per cent."""
        return self.cut * 100 / self.base


@dataclass(frozen=True, slots=True, kw_only=True)
class CutJudgment:
    """Whether the cut of one pollutant holds, and by which arithmetic."""

    pollutant: str
    holds: bool
    reason: Reason
    pack: PackReference


def check_cuts(
    level: AlertLevel, cuts: Sequence[ListedCut], pack: RulePack
) -> tuple[CutJudgment, ...]:
    """Judge every pollutant of a list by an ``alert_measures`` pack (domain C2, story 23).

    A pollutant below its share still holds where the pack lets it be traded and the
    traded ones reach their sum; the reason then says so.
    """
    least = Decimal(pack.body["cut_percent"][level])
    trade: Any = pack.body.get("trading", {}).get(level)
    return tuple(_judged(one, cuts, least, trade, pack) for one in cuts)


def _judged(
    one: ListedCut, cuts: Sequence[ListedCut], least: Decimal, trade: Any, pack: RulePack
) -> CutJudgment:
    arguments: tuple[tuple[str, str], ...] = (
        ("pollutant", one.pollutant),
        ("cut", _shown(one.percent)),
        ("least", _shown(least)),
    )
    if one.percent >= least:
        return _judgment(one, "enough", arguments, pack, holds=True)
    if trade is None or one.pollutant not in trade["pollutants"]:
        return _judgment(one, "too_little", arguments, pack, holds=False)
    traded = [other for other in cuts if other.pollutant in trade["pollutants"]]
    total = sum((other.percent for other in traded), Decimal(0))
    others = "、".join(other.pollutant for other in traded if other is not one) or "—"
    arguments += (
        ("others", others),
        ("sum", _shown(total)),
        ("least_sum", _shown(Decimal(trade["sum_percent"]))),
    )
    holds = total >= trade["sum_percent"]
    code = "traded" if holds else "sum_too_little"
    return _judgment(one, code, arguments, pack, holds=holds)


def _judgment(
    one: ListedCut,
    code: str,
    arguments: tuple[tuple[str, str], ...],
    pack: RulePack,
    *,
    holds: bool,
) -> CutJudgment:
    reason = Reason(code=f"watching.cut.{code}", arguments=arguments)
    return CutJudgment(pollutant=one.pollutant, holds=holds, reason=reason, pack=pack.reference)


def _shown(percent: Decimal) -> str:
    return f"{percent.quantize(Decimal('0.1')).normalize():f}"
