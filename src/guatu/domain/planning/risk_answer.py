"""What a risk run found: chances of deadlines, dates that hold in most draws, and what drives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class EndKind(StrEnum):
    """What a date belongs to: the target of a plan, its open end, or an activity's last day."""

    TARGET = "target"
    END = "end"
    MUST_BY = "must_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRisk:
    """The last day of a work or of an activity with a last day of its own, over all draws.

    ``chance`` is the share of draws that meet ``deadline``, None where none is set;
    ``p50`` and ``p80`` are the days by which that share of the draws was done;
    ``p80_latest_start`` is the day by which the work must start so that its deadlines hold
    in 80 of 100 draws, None for single activities and where nothing binds it.
    """

    plan: str
    kind: EndKind
    activity: str | None
    deadline: date | None
    chance: float | None
    p50: date
    p80: date
    p80_latest_start: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRisk:
    """One activity over all draws.

    ``criticality`` is the share of draws in which it drove its work's end;
    ``correlation`` the rank correlation between its duration and that end;
    ``cruciality`` their product. ``p80_latest_start`` is the day by which it must start
    so that the deadlines hold in 80 of 100 draws; None where none binds it.
    """

    plan: str
    id: str
    criticality: float
    correlation: float
    cruciality: float
    p50_last_day: date
    p80_last_day: date
    p80_latest_start: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRisk:
    """Days of alert in the run's span over all draws, and how they go with the ends of works.

    ``correlations`` has the rank correlation for each plan, in the order of the works.
    """

    p50_days: int
    p80_days: int
    correlations: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskAnswer:
    """The answer of a risk run; the same seed and draws give the same answer anywhere.

    ``weather`` says how alerts were drawn: ``years``, ``chain`` or ``none``.
    """

    draws: int
    seed: int
    weather: str
    ends: Sequence[EndRisk]
    alerts: AlertRisk
    activities: Sequence[ActivityRisk]

    def drivers(self, most: int = 10) -> Sequence[ActivityRisk]:
        """Return the activities that drive the ends most: the most crucial first."""
        ranked = sorted(self.activities, key=lambda one: (-one.cruciality, -one.criticality))
        return [one for one in ranked if one.criticality > 0][:most]


def risk_document(answer: RiskAnswer) -> dict[str, Any]:
    """Return the answer as plain data for ``guatu plan --risk --json``."""
    return {
        "draws": answer.draws,
        "seed": answer.seed,
        "weather": answer.weather,
        "ends": [
            {
                "plan": one.plan,
                "kind": one.kind.value,
                "activity": one.activity,
                "deadline": None if one.deadline is None else one.deadline.isoformat(),
                "chance": one.chance,
                "p50": one.p50.isoformat(),
                "p80": one.p80.isoformat(),
                "p80_latest_start": None
                if one.p80_latest_start is None
                else one.p80_latest_start.isoformat(),
            }
            for one in answer.ends
        ],
        "alert_days": {
            "p50": answer.alerts.p50_days,
            "p80": answer.alerts.p80_days,
            "correlations": [round(one, 3) for one in answer.alerts.correlations],
        },
        "drivers": [one.id for one in answer.drivers()],
        "activities": [_activity(one) for one in answer.activities],
    }


def _activity(one: ActivityRisk) -> dict[str, Any]:
    latest = one.p80_latest_start
    return {
        "plan": one.plan,
        "id": one.id,
        "criticality": round(one.criticality, 4),
        "correlation": round(one.correlation, 3),
        "cruciality": round(one.cruciality, 4),
        "p50_last_day": one.p50_last_day.isoformat(),
        "p80_last_day": one.p80_last_day.isoformat(),
        "p80_latest_start": None if latest is None else latest.isoformat(),
    }
