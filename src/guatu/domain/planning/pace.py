"""Quantities by a date: the pace still needed against the best that was ever reached.

A ``sum`` (investment, revenue, tonnes) must reach its target; a ``mean`` (air) must
not pass it. The outlook projects the pace so far, by days or by last year's
seasonal share, and a target that this misses is late where the best past pace
would still reach it, impossible where not even that would.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guatu.domain.kernel.outlook import Lever, LeverKind, Outlook, Reason, Verdict
from guatu.domain.planning.judging import PlanningRules


class Aggregate(StrEnum):
    """How observations become the figure that the target names."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What was reported for the days from ``first`` to ``last``, both counted.

    ``value`` is the amount of the period for a sum, its mean for a mean.
    """

    first: date
    last: date
    value: float

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"an observation ends on {self.last} before {self.first}")

    @property
    def days(self) -> int:
        """The number of days observed."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PacedQuantity:
    """A target by a date with what was observed so far, in order of time.

    ``seasonal`` is last year's amount by month (12 numbers, January first), or one
    number: the share of the year that last year had by now.
    """

    id: str
    name: str = ""
    unit: str = ""
    target: float
    by: date
    aggregate: Aggregate = Aggregate.SUM
    today: date | None = None
    observed: tuple[Observed, ...]
    seasonal: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.observed:
            raise ValueError(f"quantity {self.id} has no observation")
        if len(self.seasonal) not in {0, 1, 12}:
            raise ValueError(f"quantity {self.id} has {len(self.seasonal)} seasonal numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceOutlook:
    """The outlook of a quantity with its figures, all in the quantity's unit.

    ``needed_per_day`` is for a mean the mean still permitted on the days left;
    ``best_past_per_day`` its lowest observed mean. ``completion`` and
    ``expected_share`` are parts of 1; their difference in points is the gap.
    ``so_far_per_day`` is the pace of all observed days together; ``best_attainable`` what
    is reached by the date if the best past pace holds from now on.
    """

    quantity: PacedQuantity
    today: date
    outlook: Outlook
    attained: float
    needed_per_day: float | None
    best_past_per_day: float
    projected: float
    completion: float
    expected_share: float
    days_left: int
    so_far_per_day: float = 0.0
    best_attainable: float = 0.0

    @property
    def needed_ratio(self) -> float | None:
        """How many times the pace so far is still needed; None where there is none or no day left."""
        if self.needed_per_day is None or not self.so_far_per_day:
            return None
        return self.needed_per_day / self.so_far_per_day

    @property
    def gap_points(self) -> float:
        """Completion less expected share, in percentage points."""
        return 100 * (self.completion - self.expected_share)


def pace_outlook(
    quantity: PacedQuantity, *, today: date, rules: PlanningRules | None = None
) -> PaceOutlook:
    """Judge a quantity on a day; days not yet reported count as days without amount."""
    known = rules or PlanningRules()
    if quantity.aggregate is Aggregate.MEAN:
        return _mean_outlook(quantity, today, known)
    return _sum_outlook(quantity, today, known)


def _days_left(quantity: PacedQuantity, today: date) -> int:
    reached = max(today, quantity.observed[-1].last)
    return max(0, (quantity.by - reached).days)


def _expected_share(quantity: PacedQuantity) -> float:
    """The share of the target that should stand at the end of what was observed."""
    first, reached = quantity.observed[0].first, quantity.observed[-1].last
    seasonal = quantity.seasonal
    if len(seasonal) == 1:
        return seasonal[0]
    if reached >= quantity.by:
        return 1.0
    if seasonal:
        whole = _seasonal_weight(seasonal, first, quantity.by)
        return _seasonal_weight(seasonal, first, reached) / whole if whole else 0.0
    return ((reached - first).days + 1) / ((quantity.by - first).days + 1)


def _seasonal_weight(seasonal: Sequence[float], first: date, last: date) -> float:
    """Sum last year's amounts over a run of days, a month's amount spread over its days."""
    weight = 0.0
    at = first
    while at <= last:
        following = (at.replace(day=1) + timedelta(days=32)).replace(day=1)
        length = (following - at.replace(day=1)).days
        until = min(following, last + timedelta(days=1))
        weight += seasonal[at.month - 1] * (until - at).days / length
        at = until
    return weight


def _sum_outlook(quantity: PacedQuantity, today: date, rules: PlanningRules) -> PaceOutlook:
    attained = math.fsum(one.value for one in quantity.observed)
    left = _days_left(quantity, today)
    share = _expected_share(quantity)
    best = max(one.value / one.days for one in quantity.observed)
    missing = max(quantity.target - attained, 0.0)
    projected = attained if not left or not share else max(attained / share, attained)
    needed = missing / left if left else None
    slack = projected - quantity.target
    buffer = missing * rules.buffer_percent / 100
    is_curable = needed is not None and needed <= best
    verdict = _verdict(slack, buffer, is_met=missing == 0, is_curable=is_curable)
    levers: list[Lever] = []
    if verdict in {Verdict.LATE, Verdict.IMPOSSIBLE}:
        if is_curable:
            levers.append(_pace_lever(quantity, left, best))
        if best > 0:
            more = math.ceil(missing / best) - left
            if more > 0:
                levers.append(_date_lever(quantity, more, best))
    return PaceOutlook(
        quantity=quantity,
        today=today,
        outlook=_outlook(quantity, verdict, slack, needed, best, projected, levers, missing),
        attained=attained,
        needed_per_day=needed,
        best_past_per_day=best,
        projected=projected,
        completion=attained / quantity.target if quantity.target else 1.0,
        expected_share=share,
        days_left=left,
        so_far_per_day=attained / sum(one.days for one in quantity.observed),
        best_attainable=attained + best * left,
    )


def _mean_outlook(quantity: PacedQuantity, today: date, rules: PlanningRules) -> PaceOutlook:
    seen = sum(one.days for one in quantity.observed)
    total = math.fsum(one.value * one.days for one in quantity.observed)
    attained = total / seen
    left = _days_left(quantity, today)
    permitted = (quantity.target * (seen + left) - total) / left if left else None
    best = min(one.value for one in quantity.observed)
    slack = quantity.target - attained
    share = seen / (seen + left)
    buffer = quantity.target * (1 - share) * rules.buffer_percent / 100
    is_curable = permitted is not None and permitted >= best
    verdict = _verdict(slack, buffer, is_met=left == 0 and slack >= 0, is_curable=is_curable)
    levers = [_pace_lever(quantity, left, best)] if verdict is Verdict.LATE else []
    missing = max(total - quantity.target * seen, 0.0)
    return PaceOutlook(
        quantity=quantity,
        today=today,
        outlook=_outlook(quantity, verdict, slack, permitted, best, attained, levers, missing),
        attained=attained,
        needed_per_day=permitted,
        best_past_per_day=best,
        projected=attained,
        completion=share,
        expected_share=share,
        days_left=left,
        so_far_per_day=attained,
        best_attainable=(total + best * left) / (seen + left),
    )


def _verdict(slack: float, buffer: float, *, is_met: bool, is_curable: bool) -> Verdict:
    if is_met or (slack >= 0 and slack >= buffer):
        return Verdict.ON_TRACK
    if slack >= 0:
        return Verdict.TIGHT
    return Verdict.LATE if is_curable else Verdict.IMPOSSIBLE


def rounded(value: float) -> float:
    """Round a figure as sentences print it: four significant decimals, no trailing noise."""
    return float(f"{value:.4f}")


def _outlook(  # noqa: PLR0917 the figures of one judgment
    quantity: PacedQuantity,
    verdict: Verdict,
    slack: float,
    needed: float | None,
    best: float,
    projected: float,
    levers: Sequence[Lever],
    missing: float,
) -> Outlook:
    kind = quantity.aggregate.value
    over = "over" if needed is None else verdict.value
    arguments: tuple[tuple[str, str | float], ...] = (
        ("name", quantity.name or quantity.id),
        ("unit", quantity.unit),
        ("target", quantity.target),
        ("needed", rounded(needed or 0.0)),
        ("best", rounded(best)),
        ("projected", rounded(projected)),
        ("missing", rounded(missing)),
        ("by", quantity.by.isoformat()),
    )
    if needed is None and verdict is Verdict.ON_TRACK:
        over = verdict.value
    return Outlook(
        verdict=verdict,
        slack=slack,
        needed=needed or 0.0,
        attained=best,
        reason=Reason(code=f"pace.{kind}.{over}", arguments=arguments),
        levers=tuple(levers),
    )


def _pace_lever(quantity: PacedQuantity, left: int, best: float) -> Lever:
    arguments = (
        ("name", quantity.name or quantity.id),
        ("best", rounded(best)),
        ("unit", quantity.unit),
        ("days", left),
    )
    return Lever(
        kind=LeverKind.RESOURCE,
        subject=quantity.id,
        days=left,
        reason=Reason(code=f"pace.lever.{quantity.aggregate.value}", arguments=arguments),
    )


def _date_lever(quantity: PacedQuantity, more: int, best: float) -> Lever:
    later = quantity.by.toordinal() + more
    day = date.fromordinal(later).isoformat() if later <= date.max.toordinal() else "9999-12-31"
    arguments = (
        ("name", quantity.name or quantity.id),
        ("best", rounded(best)),
        ("unit", quantity.unit),
        ("days", more),
        ("day", day),
    )
    return Lever(
        kind=LeverKind.TARGET,
        subject=quantity.id,
        days=more,
        reason=Reason(code="pace.lever.date", arguments=arguments),
    )
