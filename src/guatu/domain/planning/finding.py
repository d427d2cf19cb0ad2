"""What a check of a plan or of its reports found, with the cure; one rule is one file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guatu.domain.kernel.diagnostic import Severity
from guatu.domain.kernel.messages import Messages
from guatu.domain.kernel.outlook import Reason
from guatu.domain.planning.control.baseline import Baseline
from guatu.domain.planning.plan import Activity, Plan
from guatu.domain.planning.schedule import Schedule, ScheduledActivity

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPlan:
    """A schedule to be checked on its day, with a baseline where there is one, and thresholds.

    ``limits`` is the body of the pack ``plan_quality``.
    """

    schedule: Schedule
    limits: Mapping[str, float]
    baseline: Baseline | None = None

    @property
    def plan(self) -> Plan:
        """The plan that is checked."""
        return self.schedule.plan

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.schedule.today

    def open_work(self) -> list[tuple[Activity, ScheduledActivity]]:
        """Return the activities with days that are not finished, with their dates."""
        rows = zip(self.plan.activities, self.schedule.activities, strict=True)
        return [(one, dated) for one, dated in rows if one.days and one.actual_finish is None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found: which activities, what is wrong, and what cures it.

    ``measured`` and ``limit`` are what the rule compared, where it compares.
    """

    rule: str
    severity: Severity
    activities: tuple[str, ...]
    reason: Reason
    cure: Reason
    measured: float | None = None
    limit: float | None = None


Rule = Callable[[CheckedPlan], Finding | None]


def found(
    rule: str,
    activities: list[str],
    *,
    severity: Severity = Severity.WARNING,
    measured: float | None = None,
    limit: float | None = None,
    **arguments: str | float,
) -> Finding:
    """Return a finding of a rule, its words under ``<rule>.found`` and ``<rule>.cure``."""
    named = "、".join(activities[:_MOST_NAMED]) + ("…" if len(activities) > _MOST_NAMED else "")
    stated: tuple[tuple[str, str | int | float], ...] = (
        ("count", len(activities)),
        ("activities", named or "—"),
        ("measured", _shown(measured)),
        ("limit", _shown(limit)),
        *arguments.items(),
    )
    return Finding(
        rule=rule,
        severity=severity,
        activities=tuple(activities),
        reason=Reason(code=f"{rule}.found", arguments=stated),
        cure=Reason(code=f"{rule}.cure", arguments=stated),
        measured=measured,
        limit=limit,
    )


def _shown(value: float | None) -> float | int:
    if value is None:
        return 0
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def finding_document(one: Finding, *, messages: Messages) -> dict[str, Any]:
    """Return a finding as plain data."""
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "activities": list(one.activities),
        "measured": None if one.measured is None else round(one.measured, 4),
        "limit": one.limit,
        "text": messages.of(one.reason),
        "cure": messages.of(one.cure),
    }
