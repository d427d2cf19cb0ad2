"""The asked-for part of control: checks of the plan and its reports, and the baseline."""

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from guatu.adapters.holidays import china_holidays
from guatu.adapters.packs import load_shelf
from guatu.adapters.plan_files import plan_of_file
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning import PlanningRules, Schedule, schedule
from guatu.domain.planning.control import (
    Baseline,
    baseline_of,
    earned_value,
    s_curves,
    variance_of,
)
from guatu.domain.planning.control.baseline import variance_document
from guatu.domain.planning.control.curves import curve_document
from guatu.domain.planning.control.earned_value import earned_document
from guatu.domain.planning.finding import CheckedPlan, Finding, finding_document
from guatu.domain.planning.honesty import honesty_findings
from guatu.domain.planning.quality import quality_findings
from guatu.domain.planning.stops import days_stood


class Check:
    """Computes ``--check`` and ``--baseline`` of one schedule, for JSON and for people."""

    def __init__(
        self, arguments: argparse.Namespace, answer: Schedule, rules: PlanningRules
    ) -> None:
        """Take the answer of the plan; nothing is read before ``run``."""
        self._arguments = arguments
        self._answer = answer
        self._rules = rules
        self._baseline: Baseline | None = None
        self._findings: tuple[Finding, ...] = ()
        self._stood: tuple[tuple[str, ...], int | None] = ((), None)

    def run(self) -> tuple[Diagnostic, ...]:
        """Compute everything asked for; return what is wrong with the baseline file."""
        told: tuple[Diagnostic, ...] = ()
        if self._arguments.baseline is not None:
            told = self._read_baseline(self._answer.today)
        if self._arguments.check:
            self._check(self._answer.today)
        return told

    def _read_baseline(self, today: date) -> tuple[Diagnostic, ...]:
        plan, told = plan_of_file(self._arguments.baseline, china_holidays)
        if plan is None or has_error(told):
            return told
        frozen, found = schedule(plan, today=today, rules=self._rules)
        if frozen is None:
            return found
        self._baseline = baseline_of(frozen, frozen_on=plan.data_date or today)
        return ()

    def _check(self, today: date) -> None:
        checked = CheckedPlan(
            schedule=self._answer,
            limits=_pack("plan_quality", today).body,
            baseline=self._baseline,
        )
        self._findings = (*quality_findings(checked), *honesty_findings(checked))
        classes = tuple(_pack("alert_measures", today).body["site"]["orange"]["stops"])
        stood = days_stood(self._answer.plan, today, classes, today=today, rules=self._rules)
        self._stood = (classes, stood)

    def document(self, messages: Messages) -> dict[str, Any]:
        """Return the additive fields of ``guatu plan --json``."""
        fields: dict[str, Any] = {}
        if self._arguments.check:
            fields["findings"] = [
                finding_document(one, messages=messages) for one in self._findings
            ]
            fields["stands"] = {
                "level": "orange",
                "from": self._answer.today.isoformat(),
                "classes": list(self._stood[0]),
                "days": self._stood[1],
            }
        if self._baseline is not None:
            value = earned_value(self._answer.plan, self._baseline, today=self._answer.today)
            fields["variance"] = variance_document(variance_of(self._baseline, self._answer))
            fields["earned"] = earned_document(value)
            curves = s_curves(self._answer.plan, self._baseline, today=self._answer.today)
            fields["curves"] = curve_document(curves)
        return fields

    def lines(self, messages: Messages) -> Iterator[str]:
        """Render the findings and the comparison for people."""
        for one in self._findings:
            words = {"words": messages.of(one.reason), "cure": messages.of(one.cure)}
            yield messages.words(f"{one.rule.partition('.')[0]}.print", words)
        if self._arguments.check and self._stood[1] is not None:
            yield messages.words("control.stands", {"days": self._stood[1]})
        if self._baseline is not None:
            variance = variance_of(self._baseline, self._answer)
            value = earned_value(self._answer.plan, self._baseline, today=self._answer.today)
            figures: dict[str, str | int] = {
                "finish": variance.finish_days,
                "count": len(variance.moved),
                "spi": _shown(value.schedule_index),
                "spi_t": _shown(value.time_index),
                "forecast": "—" if value.forecast is None else value.forecast.isoformat(),
            }
            yield messages.words("control.baseline", figures)


def _pack(name: str, today: date) -> Any:
    return load_shelf().choose(name, on=today)


def _shown(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"
