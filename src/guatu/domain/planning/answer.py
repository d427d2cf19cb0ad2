"""The schedule as the document of ``guatu plan --json``."""

from typing import TYPE_CHECKING, Any

from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.lever_document import lever_document
from guatu.domain.planning.schedule import Schedule, ScheduledActivity

if TYPE_CHECKING:
    from guatu.domain.planning.gate import Refusal
    from guatu.domain.planning.levers import Cure


def schedule_document(schedule: Schedule, *, messages: Messages) -> dict[str, Any]:
    """Return the schedule as plain data by the outside contract, its sentences in one language."""
    outlook = schedule.outlook
    levelling = schedule.levelling
    latest = schedule.latest_start
    document: dict[str, Any] = {
        "id": schedule.plan.id,
        "name": schedule.plan.name,
        "today": schedule.today.isoformat(),
        "verdict": outlook.verdict.value,
        "reason": messages.of(outlook.reason),
        "slack": int(outlook.slack),
        "buffer_days": schedule.buffer_days,
        "late_by_days": schedule.late_by_days,
        "latest_start": None if latest is None else latest.isoformat(),
        "start": schedule.start.isoformat(),
        "last_day": schedule.last_day.isoformat(),
        "span_days": schedule.span_days,
        "activities": [_activity(one) for one in schedule.activities],
        "critical_path": list(schedule.critical_path),
        "levers": [lever_document(one, messages) for one in outlook.levers],
        "levelling": None,
        "certificate": None,
        "cure": None if schedule.cure is None else _cure(schedule.cure),
        "refused_levers": [],
        "diagnostics": [],
    }
    if schedule.certificate is not None:
        from guatu.domain.planning.certificate_document import certificate_document  # noqa: PLC0415 most plans need no proof

        document["certificate"] = certificate_document(
            schedule.certificate, schedule.plan, messages=messages
        )
    if schedule.cure is not None:
        document["refused_levers"] = [_refused(one, messages) for one in schedule.cure.refused]
    if levelling is not None:
        document["levelling"] = {
            "status": levelling.status,
            "objective": levelling.objective,
            "bound": levelling.bound,
        }
    if schedule.rules is not None:
        document["rules"] = {"pack": schedule.rules.name, "version": schedule.rules.version}
    return document


def _activity(one: ScheduledActivity) -> dict[str, Any]:
    return {
        "id": one.id,
        "early_start": one.early_start.isoformat(),
        "early_last_day": one.early_last_day.isoformat(),
        "late_start": one.late_start.isoformat(),
        "late_last_day": one.late_last_day.isoformat(),
        "total_float": one.total_float,
        "free_float": one.free_float,
        "critical": one.critical,
        "start": one.start.isoformat(),
        "last_day": one.last_day.isoformat(),
    }


def _cure(cure: "Cure") -> dict[str, Any]:
    """What the permitted levers cost together and leave, and what is left with those asked for."""
    return {
        "cost": cure.bought.cost,
        "bound": cure.bought.bound,
        "proved": cure.bought.is_proved,
        "left_days": cure.bought.left,
        "left_days_with_consent": cure.together,
    }


def _refused(one: "Refusal", messages: Messages) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "activity": one.activity,
        "days": one.won,
        "rule": one.rule,
        "text": messages.of(one.reason),
    }
