"""What a risk run draws from: how durations spread, and what alerts a county has had.

Durations spread by class of activity as factors on the planned days; alerts are those
of the county's own past, so that no rate is invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guatu.domain.planning.plan import StopWork

EVERY_CLASS = "*"


class SpreadShape(StrEnum):
    """How factors lie between their least and their greatest."""

    TRIANGULAR = "triangular"
    PERT = "pert"
    OBSERVED = "observed"


class WeatherKind(StrEnum):
    """How coming alerts are drawn from past ones.

    ``YEARS`` replays whole past years, each from July to June, so that a winter stays
    whole; ``CHAIN`` walks from day to day by the chances of the month.
    """

    YEARS = "years"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the durations of a class spread: factors on the planned days.

    ``low``, ``mode`` and ``high`` shape a triangle or a PERT curve; ``observed`` are
    factors seen in finished works (actual by planned days), at least two.
    """

    shape: SpreadShape
    low: float = 1.0
    mode: float = 1.0
    high: float = 1.0
    observed: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.shape is SpreadShape.OBSERVED:
            if len(self.observed) < 2 or min(self.observed) <= 0:
                raise ValueError("observed factors are at least two, all above 0")
        elif not 0 < self.low <= self.mode <= self.high:
            raise ValueError("factors run 0 < low <= mode <= high")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertHistory:
    """The alerts of a stretch of past days (``last`` included), as stop-work windows.

    Days without a window are days on which nothing was stopped.
    """

    first: date
    last: date
    stops: tuple[StopWork, ...]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a history ends after it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskTerms:
    """Everything a risk run draws from; ``spreads`` go by class, ``*`` for all others."""

    spreads: Mapping[str, Spread]
    history: AlertHistory | None = None
    weather: WeatherKind = WeatherKind.YEARS

    def spread_of(self, activity_class: str) -> Spread | None:
        """Return the spread of a class; None where its durations are taken as planned."""
        return self.spreads.get(activity_class, self.spreads.get(EVERY_CLASS))
