"""Until when: the statutory steps of a matter and the ladder of deadlines to propose.

Limits stand in a ``matter_limits`` pack (in Shanxi "13710"). Working days come from
a calendar that is passed in; the day a clock starts is never counted.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.packs import PackReference, RulePack


class DeadlineBasis(StrEnum):
    """Where a deadline comes from; the first rung of the ladder that holds."""

    STATED = "stated"
    SOURCE_TYPE = "source_type"
    ORDINARY = "ordinary"
    MAJOR = "major"
    FALLBACK = "fallback"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One dated limit: ``count`` of ``unit`` (day, working_day, month) after ``start``."""

    code: str
    start: date
    count: int
    unit: str
    due: date
    pack: PackReference

    @property
    def message(self) -> str:
        """The message code that names the limit in words."""
        return f"following.limit.{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineProposal:
    """A deadline that a person may take over; never a deadline by itself.

    ``limit`` is None where the source itself states the day.
    """

    basis: DeadlineBasis
    due: date
    limit: Limit | None = None


def step_limits(issued: date, pack: RulePack, *, calendar: WorkingCalendar) -> tuple[Limit, ...]:
    """Return when signing, feedback and result (ordinary, major) are due for a matter issued on a day."""
    rows: dict[str, Any] = pack.body["steps"]
    return tuple(limit_of(code, issued, row, pack, calendar=calendar) for code, row in rows.items())


def limit_of(
    code: str, start: date, row: Any, pack: RulePack, *, calendar: WorkingCalendar
) -> Limit:
    """Return the limit that a row ``{count, unit}`` of a pack gives from a starting day."""
    count: int = row["count"]
    unit: str = row["unit"]
    due = due_day(start, count, unit, calendar=calendar)
    return Limit(code=code, start=start, count=count, unit=unit, due=due, pack=pack.reference)


def due_day(start: date, count: int, unit: str, *, calendar: WorkingCalendar) -> date:
    """Return the last day of a limit; ``unit`` is day, working_day or month.

    A month ends on the same day of the next month, or on that month's last day.
    """
    if unit == "day":
        return start + timedelta(days=count)
    if unit == "working_day":
        return day_of(calendar.after(day_number(start), count))
    if unit == "month":
        return months_after(start, count)
    raise ValueError(f"a limit counts days, working days or months, not {unit!r}")


def months_after(start: date, months: int) -> date:
    """Return the same day so many months later, at most that month's last day."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def propose_deadlines(
    start: date,
    pack: RulePack,
    *,
    calendar: WorkingCalendar,
    stated: date | None = None,
    source_type: str = "",
) -> tuple[DeadlineProposal, ...]:
    """Return the ladder of deadlines, strongest first: stated, type of source, 13710, fallback.

    ``start`` is the day of the meeting or of the issue. A stated day stands alone.
    """
    if stated is not None:
        return (DeadlineProposal(basis=DeadlineBasis.STATED, due=stated),)
    rungs: list[tuple[DeadlineBasis, str, Any]] = []
    by_source: dict[str, Any] = pack.body["by_source"]
    if source_type in by_source:
        rungs.append((DeadlineBasis.SOURCE_TYPE, source_type, by_source[source_type]))
    steps: dict[str, Any] = pack.body["steps"]
    rungs.append((DeadlineBasis.ORDINARY, "ordinary", steps["ordinary"]))
    rungs.append((DeadlineBasis.MAJOR, "major", steps["major"]))
    rungs.append((DeadlineBasis.FALLBACK, "last", pack.body["fallback"]["last"]))
    return tuple(
        DeadlineProposal(basis=basis, due=limit.due, limit=limit)
        for basis, code, row in rungs
        for limit in (limit_of(code, start, row, pack, calendar=calendar),)
    )


def co_unit_due(lead_due: date, pack: RulePack, *, calendar: WorkingCalendar) -> date:
    """Return the day on which co-units owe their part to the lead, before the lead's own day."""
    days: int = pack.body["co_unit"]["before_lead_working_days"]
    return day_of(calendar.before(day_number(lead_due), days))
