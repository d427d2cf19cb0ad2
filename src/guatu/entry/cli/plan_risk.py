"""``guatu plan FILE --risk``: chances of the deadlines and what drives them, over many draws."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from guatu.adapters.local_workers import ThreadWorkers
from guatu.adapters.plan_files import read_json_file
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning import Schedule
from guatu.domain.planning.risk_answer import RiskAnswer, risk_document
from guatu.domain.planning.risk_reading import read_risk
from guatu.domain.planning.risk_terms import RiskTerms

if TYPE_CHECKING:
    from guatu.domain.planning import SeasonValue

_MOST_ALERT_DAYS = 60
_SEASON_DRAWS = 500
_SEASON_ACTIVITIES = 2000


class Asked:
    """What a risk run was asked and what it found; nothing is run before the terms are right."""

    def __init__(self, arguments: argparse.Namespace, answer: Schedule, today: date) -> None:
        self._arguments = arguments
        self._plan = answer.plan
        self._latest_start = answer.latest_start
        self._today = today
        self._answer: RiskAnswer | None = None
        self._stands: dict[str, int | None] = {}
        self._seasons: tuple[SeasonValue, ...] = ()

    def run(self) -> tuple[Diagnostic, ...]:
        """Read the terms and run the draws; return what is to be told."""
        terms, told = self._terms()
        if terms is None:
            return told
        # Only here: it loads numba, which faulty terms need not wait for.
        from guatu.domain.planning.compiled.alert_cost import alert_costs, season_values
        from guatu.domain.planning.compiled.risk import risk

        self._answer, found = risk(
            [self._plan],
            terms,
            today=self._today,
            draws=self._arguments.draws,
            seed=self._arguments.seed,
            workers=ThreadWorkers(),
        )
        told = (*told, *(replace(one, source=self._arguments.file.name) for one in found))
        if terms.history is None or has_error(told):
            return told
        for classes in sorted({one.classes for one in terms.history.stops}, key=sorted):
            costs, _ = alert_costs(
                [self._plan], first=self._today, most=_MOST_ALERT_DAYS, classes=classes,
                today=self._today,
            )  # fmt: skip
            if costs is not None:
                self._stands["+".join(sorted(classes))] = costs.stands[0]
        if self._may_move():
            self._seasons, _ = season_values(
                self._plan, terms, self._months(), today=self._today,
                draws=min(self._arguments.draws, _SEASON_DRAWS), seed=self._arguments.seed,
                workers=ThreadWorkers(),
            )  # fmt: skip
        return told

    def _may_move(self) -> bool:
        """Tell whether the start can still be moved, and twelve more runs cost little."""
        rows = self._plan.activities
        begun = any(one.actual_start or one.actual_finish for one in rows)
        return not begun and len(rows) <= _SEASON_ACTIVITIES

    def _months(self) -> list[date]:
        """The first days of the twelve months after the plan's start and today."""
        hung = self._latest_start or self._today
        from_month = max(self._plan.start or hung, self._today)
        months = (from_month.year * 12 + from_month.month + later for later in range(12))
        return [date(month // 12, month % 12 + 1, 1) for month in months]

    def _terms(self) -> tuple[RiskTerms | None, tuple[Diagnostic, ...]]:
        path = self._arguments.history or self._arguments.file
        if path.suffix.lower() != ".json":
            return None, (_no_terms(path.name),)
        document, told = read_json_file(path)
        if document is None:
            return None, told
        stated = document.get("risk") if isinstance(document, dict) else None
        if stated is None and self._arguments.history is not None:
            stated = document
        if stated is None:
            return None, (*told, _no_terms(path.name))
        terms, found = read_risk(stated, source=path.name)
        return terms, (*told, *found)

    def document(self) -> dict[str, Any]:
        """Return what was found as plain data."""
        assert self._answer is not None
        return risk_document(self._answer) | {
            "stands_alert_days": self._stands,
            "seasons": [
                {
                    "start": one.start.isoformat(),
                    "p80": one.end.p80.isoformat(),
                    "span_p80": one.span_p80,
                    "chance": one.end.chance,
                }
                for one in self._seasons
            ],
        }

    def lines(self, messages: Messages) -> Iterator[str]:
        """Say what was found to people: ends, alerts, drivers."""
        answer = self._answer
        assert answer is not None

        def said(key: str, **arguments: str | int) -> str:
            return messages.words(f"planning.print.risk.{key}", arguments)

        yield ""
        yield said("head", draws=answer.draws, seed=answer.seed)
        for one in answer.ends:
            name = one.activity or one.plan
            days = {"p50": one.p50.isoformat(), "p80": one.p80.isoformat()}
            if one.chance is None or one.deadline is None:
                yield said("end", name=name, **days)
            else:
                chance = f"{100 * one.chance:.1f}"
                yield said("deadline", name=name, day=one.deadline.isoformat(), chance=chance, **days)  # fmt: skip
            if one.p80_latest_start is not None:
                yield said("start", name=name, day=one.p80_latest_start.isoformat())
        if answer.weather != "none":
            yield said("alerts", p50=answer.alerts.p50_days, p80=answer.alerts.p80_days)
        for classes, days_stood in self._stands.items():
            if days_stood is None:
                continue
            if days_stood < 0:
                yield said("stands_none", classes=classes)
            else:
                more = "+" if days_stood == _MOST_ALERT_DAYS else ""
                yield said("stands", classes=classes, days=f"{days_stood}{more}")
        if self._seasons:
            least = min(self._seasons, key=lambda one: one.span_p80)
            most = max(self._seasons, key=lambda one: one.span_p80)
            yield said(
                "seasons",
                best=least.start.isoformat(), fewest=least.span_p80,
                worst=most.start.isoformat(), longest=most.span_p80,
            )  # fmt: skip
        for driver in answer.drivers():
            latest = driver.p80_latest_start
            yield said(
                "driver",
                activity=driver.id,
                share=f"{100 * driver.criticality:.0f}",
                correlation=f"{driver.correlation:.2f}",
                latest="—" if latest is None else latest.isoformat(),
            )


def _no_terms(name: str) -> Diagnostic:
    return Diagnostic(code="planning.risk_no_terms", source=name, arguments=(("name", name),))
