"""What stands beside the dates of a work: deadlines, permits, proofs, checks, the baseline, stops."""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.apps.reports.schedules import rules_of, scheduled
from guatu.apps.reports.values import Grounds, PlannedWork
from guatu.apps.works.values import BaselineFacts
from guatu.domain.planning.control import (
    Baseline,
    CurvePoint,
    EarnedValue,
    PlanVariance,
    baseline_of,
    earned_value,
    physical_progress,
    s_curves,
    variance_of,
)
from guatu.domain.planning.deadlines import DeadlineOutlook, deadline_outlooks
from guatu.domain.planning.finding import CheckedPlan, Finding
from guatu.domain.planning.honesty import honesty_findings
from guatu.domain.planning.permits import PermitOutlook, PermitState, permit_outlooks, permit_rules
from guatu.domain.planning.plan import named_in
from guatu.domain.planning.quality import quality_findings
from guatu.domain.planning.schedule import Schedule
from guatu.domain.planning.stops import StopCost, days_stood, stop_costs, stop_of, stopped_classes

_ALERT_DAYS = (1, 3, 5, 10)
_ALERT_LEVEL = "orange"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstBaseline:
    """A plan held against the frozen one; values are yuan where every step is priced, else days."""

    facts: BaselineFacts
    variance: PlanVariance
    earned: EarnedValue
    curves: tuple[CurvePoint, ...]
    is_priced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertReach:
    """What an orange alert from today on costs a work, by its days, and how many days it stands.

    ``stood`` is None where the work is late already or has no deadline.
    """

    costs: tuple[tuple[int, StopCost], ...]
    stood: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkControl:
    """Everything beside the dates of one work; empty parts have nothing to say."""

    deadlines: tuple[DeadlineOutlook, ...]
    permits: tuple[PermitOutlook, ...]
    quality: tuple[Finding, ...]
    honesty: tuple[Finding, ...]
    physical: float
    baseline: AgainstBaseline | None
    alert: AlertReach | None

    @property
    def open_permits(self) -> tuple[PermitOutlook, ...]:
        """The permits that are not granted, or whose grant asks for something."""
        asked = {"extend", "recheck", "expired"}
        return tuple(
            one
            for one in self.permits
            if one.state is not PermitState.GRANTED or one.validity in asked
        )


def work_control(
    work: PlannedWork, frozen: Sequence[BaselineFacts], *, grounds: Grounds
) -> WorkControl | None:
    """Return what stands beside the dates of a work; None where there are none.

    ``frozen`` are its baselines, the newest first; the newest that reads is compared.
    """
    answer = work.schedule
    if answer is None:
        return None
    today, rules = work.today, rules_of(grounds, work.today)
    packs = {
        name: grounds.shelf.choose(name, on=today).body
        for name in ("plan_quality", "alert_measures")
    }
    against = _against(work, answer, frozen, grounds)
    checked = CheckedPlan(
        schedule=answer,
        limits=packs["plan_quality"],
        baseline=None if against is None else against[1],
    )
    return WorkControl(
        deadlines=deadline_outlooks(answer.plan, today=today, rules=rules),
        permits=permit_outlooks(answer, permit_rules(grounds.shelf.choose("permits", on=today))),
        quality=quality_findings(checked),
        honesty=honesty_findings(checked),
        physical=physical_progress(answer.plan),
        baseline=None if against is None else against[0],
        alert=_alert(work, answer, packs["alert_measures"]["site"][_ALERT_LEVEL]["stops"], grounds),
    )


def _against(
    work: PlannedWork, answer: Schedule, frozen: Sequence[BaselineFacts], grounds: Grounds
) -> tuple[AgainstBaseline, Baseline] | None:
    rules = rules_of(grounds, work.today)
    for facts in frozen:
        if facts.plan is None:
            continue
        dated, _ = scheduled(named_in(facts.plan, grounds.language), work.today, rules)
        if dated is None:
            continue
        baseline = baseline_of(dated, frozen_on=facts.frozen_at)
        told = AgainstBaseline(
            facts=facts,
            variance=variance_of(baseline, answer),
            earned=earned_value(answer.plan, baseline, today=work.today),
            curves=s_curves(answer.plan, baseline, today=work.today),
            is_priced=all(row.cost_yuan for row in baseline.rows.values() if row.days),
        )
        return told, baseline
    return None


def _alert(
    work: PlannedWork, answer: Schedule, classes: Sequence[str], grounds: Grounds
) -> AlertReach | None:
    """Return what an alert costs; None where it stops no open activity of the work."""
    stopped = stopped_classes(answer) & set(classes)
    if not stopped:
        return None
    rules = rules_of(grounds, work.today)
    costs = []
    for days in _ALERT_DAYS:
        stop = stop_of(work.today, days, stopped)
        found = stop_costs([answer.plan], stop, today=work.today, rules=rules)
        costs += [(days, one) for one in found]
    stood = days_stood(answer.plan, work.today, stopped, today=work.today, rules=rules)
    return AlertReach(costs=tuple(costs), stood=stood)
