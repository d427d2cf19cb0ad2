"""Growth targets: what the rest of the year must still grow by (domain D2).

Levels of two years are never divided: everything is worked out on the base year, with
the growth that the bureau published for what is done. A revision adds a vintage and
never replaces one; each vintage has its own answer.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.outlook import Outlook, Reason, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CumulativeGrowth:
    """Growth from the start of the year through a day, in percent, on last year's amount.

    ``base`` is the comparable amount of last year through the same day; ``vintage`` names
    the state of the figures (preliminary, verified, final).
    """

    through: date
    base: float
    percent: float
    vintage: str = ""

    def __post_init__(self) -> None:
        if self.base <= 0:
            raise ValueError(f"the base through {self.through} is {self.base}")

    @property
    def level(self) -> float:
        """The amount of this year at last year's prices."""
        return self.base * (1 + self.percent / 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthTarget:
    """A growth of ``target_percent`` over last year's ``base_total`` by a day."""

    id: str
    name: str = ""
    target_percent: float
    base_total: float
    by: date
    observed: tuple[CumulativeGrowth, ...]

    def __post_init__(self) -> None:
        if not self.observed:
            raise ValueError(f"growth {self.id} has nothing observed")


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthOutlook:
    """What the rest must grow by, for the newest vintage and for each older one.

    ``needed_percent`` is None where no part of the base year is left; ``best_percent`` the
    best growth of a single period so far; ``by_vintage`` pairs each vintage of the last
    day with its needed growth, in the order stated.
    """

    target: GrowthTarget
    outlook: Outlook
    so_far_percent: float
    needed_percent: float | None
    best_percent: float
    by_vintage: tuple[tuple[str, float | None], ...]


def needed_growth(target: GrowthTarget, observed: CumulativeGrowth) -> float | None:
    """Return the growth of the rest in percent: ``[B12(1+T) - Bm(1+gm)]/(B12-Bm) - 1``."""
    rest = target.base_total - observed.base
    if rest <= 0:
        return None
    wanted = target.base_total * (1 + target.target_percent / 100)
    return 100 * ((wanted - observed.level) / rest - 1)


def period_growths(target: GrowthTarget) -> tuple[tuple[date, float], ...]:
    """Return the growth of each single period, by difference within one vintage alone."""
    found: list[tuple[date, float]] = []
    for vintage in dict.fromkeys(one.vintage for one in target.observed):
        rows = sorted(
            (one for one in target.observed if one.vintage == vintage), key=lambda one: one.through
        )
        found.append((rows[0].through, rows[0].percent))
        for before, one in pairwise(rows):
            if one.base > before.base:
                gained = (one.level - before.level) / (one.base - before.base)
                found.append((one.through, 100 * (gained - 1)))
    return tuple(found)


def growth_outlook(target: GrowthTarget) -> GrowthOutlook:
    """Judge a growth target by its newest day and vintage (the last stated for that day)."""
    newest = max(one.through for one in target.observed)
    vintages = [one for one in target.observed if one.through == newest]
    last = vintages[-1]
    needed = needed_growth(target, last)
    best = max(percent for _, percent in period_growths(target))
    slack = last.percent - target.target_percent
    if slack >= 0:
        verdict = Verdict.ON_TRACK
    elif needed is not None and needed <= best + 1e-9:
        verdict = Verdict.LATE
    else:
        verdict = Verdict.IMPOSSIBLE
    code = f"growth.{verdict.value}" if needed is not None or slack >= 0 else "growth.over"
    reason = Reason(
        code=code,
        arguments=(
            ("name", target.name or target.id),
            ("by", target.by.isoformat()),
            ("through", newest.isoformat()),
            ("target", target.target_percent),
            ("percent", last.percent),
            ("needed", round(needed or 0.0, 1)),
            ("best", round(best, 1)),
        ),
    )
    return GrowthOutlook(
        target=target,
        outlook=Outlook(
            verdict=verdict, slack=slack, needed=needed or 0.0, attained=best, reason=reason
        ),
        so_far_percent=last.percent,
        needed_percent=needed,
        best_percent=best,
        by_vintage=tuple((one.vintage, needed_growth(target, one)) for one in vintages),
    )


def growth_document(answer: GrowthOutlook, *, messages: Messages) -> dict[str, Any]:
    """Return the answer of one growth target as plain data."""

    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 6)

    return {
        "id": answer.target.id,
        "name": answer.target.name,
        "by": answer.target.by.isoformat(),
        "verdict": answer.outlook.verdict.value,
        "reason": messages.of(answer.outlook.reason),
        "slack": round(answer.outlook.slack, 6),
        "target_percent": answer.target.target_percent,
        "so_far_percent": answer.so_far_percent,
        "needed_percent": rounded(answer.needed_percent),
        "best_percent": rounded(answer.best_percent),
        "vintages": [
            {"vintage": name, "needed_percent": rounded(needed)}
            for name, needed in answer.by_vintage
        ],
    }
