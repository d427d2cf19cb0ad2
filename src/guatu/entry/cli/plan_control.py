"""What ``guatu plan`` says beside the dates: deadlines and permits, and what is asked for."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from guatu.adapters.packs import load_shelf
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning import PlanningRules, Schedule
from guatu.domain.planning.deadlines import (
    DeadlineOutlook,
    deadline_document,
    deadline_outlooks,
)
from guatu.domain.planning.permits import (
    PermitOutlook,
    PermitState,
    Validity,
    permit_document,
    permit_outlooks,
    permit_rules,
)

if TYPE_CHECKING:
    from guatu.entry.cli.plan_check import Check

_MOST_ACTIVITIES = 20_000
_PERMITS_SHOWN = 6
_ASKED = frozenset({Validity.EXTEND, Validity.EXPIRED, Validity.RECHECK})


class Control:
    """Computes what stands beside the dates of one schedule, once, for JSON and for people."""

    def __init__(
        self, arguments: argparse.Namespace, answer: Schedule, rules: PlanningRules
    ) -> None:
        """Take the answer of the plan; nothing is computed before ``run``."""
        self._arguments = arguments
        self._answer = answer
        self._rules = rules
        self._check: Check | None = None
        self._deadlines: tuple[DeadlineOutlook, ...] = ()
        self._permits: tuple[PermitOutlook, ...] = ()

    def run(self) -> tuple[Diagnostic, ...]:
        """Compute everything; return what is wrong with the file of the baseline."""
        answer, today = self._answer, self._answer.today
        if len(answer.plan.activities) <= _MOST_ACTIVITIES:
            self._deadlines = deadline_outlooks(
                answer.plan, today=today, rules=self._rules, judged=answer
            )
            pack = load_shelf().choose("permits", on=today)
            self._permits = permit_outlooks(answer, permit_rules(pack))
        if not self._arguments.check and self._arguments.baseline is None:
            return ()
        from guatu.entry.cli.plan_check import Check

        self._check = Check(self._arguments, answer, self._rules)
        return self._check.run()

    def document(self, messages: Messages) -> dict[str, Any]:
        """Return the additive fields of ``guatu plan --json``."""
        fields: dict[str, Any] = {
            "deadlines": [deadline_document(one, messages=messages) for one in self._deadlines],
            "permits": [permit_document(one) for one in self._permits],
        }
        if any(one.cost_yuan for one in self._answer.plan.activities):
            from guatu.domain.planning.control.investment import forecast_document

            fields["investment"] = forecast_document([self._answer])
        return fields if self._check is None else fields | self._check.document(messages)

    def lines(self, messages: Messages) -> Iterator[str]:
        """Render for people what somebody must know or do."""
        if len(self._deadlines) > 1:
            yield from (_deadline_line(one, messages) for one in self._deadlines)
        yield from _permit_lines(self._permits, messages)
        if self._check is not None:
            yield from self._check.lines(messages)


def _deadline_line(one: DeadlineOutlook, messages: Messages) -> str:
    verdict = messages.words(f"planning.print.verdict.{one.outlook.verdict.value}", {})
    return messages.words(
        "deadlines.row",
        {
            "day": one.deadline.day.isoformat(),
            "name": one.deadline.name,
            "verdict": verdict,
            "slack": int(one.outlook.slack),
            "buffer": one.buffer_days,
            "forecast": "—" if one.forecast is None else one.forecast.isoformat(),
            "chain": "-".join(one.chain),
        },
    )


def _permit_lines(permits: tuple[PermitOutlook, ...], messages: Messages) -> Iterator[str]:
    for one in permits:
        if one.validity in _ASKED and one.valid_until is not None and one.dies_on is not None:
            yield messages.words(
                f"permits.validity.{one.validity.value}",
                {
                    "activity": one.activity,
                    "name": one.name,
                    "until": one.valid_until.isoformat(),
                    "dies": one.dies_on.isoformat(),
                },
            )
    waiting = [one for one in permits if one.state is PermitState.OPEN]
    if not waiting:
        return
    yield messages.words("permits.lane.head", {})
    for one in waiting[:_PERMITS_SHOWN]:
        yield _permit_line(one, messages)
    if len(waiting) > _PERMITS_SHOWN:
        yield messages.words("permits.lane.more", {"count": len(waiting) - _PERMITS_SHOWN})


def _permit_line(one: PermitOutlook, messages: Messages) -> str:
    named = {"activity": one.activity, "name": one.name, "unit": one.unit or "—"}
    day = one.hand_in_by.isoformat()
    if one.is_overdue:
        return messages.words("permits.overdue", named | {"day": day})
    limit = ""
    if one.statutory_hand_in_by is not None and one.limit_days is not None:
        limit = messages.words(
            f"permits.limit.{one.limit_calendar}",
            {"days": one.limit_days, "statutory": one.statutory_hand_in_by.isoformat()},
        )
    return messages.words("permits.lane.row", named | {"day": day, "limit": limit})
