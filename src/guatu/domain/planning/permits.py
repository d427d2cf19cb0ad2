"""Permits: by when each must be handed in, what the statutes allow, and how long it is valid.

The late start of a permit is the day by which its papers must lie with the office. Where
the plan counts on less than the statutory limit, the day for the whole limit is told
beside it. What is granted expires: a construction permit dies when nobody starts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from guatu.domain.kernel.calendar import HolidayTable, WorkingCalendar, every_day, five_days
from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.kernel.packs import RulePack
from guatu.domain.planning.plan import Activity, Plan
from guatu.domain.planning.schedule import Schedule, ScheduledActivity

# Steps that need no permit before them; the first day of any other is the start of construction.
_PREPARING = frozenset({"permit", "design", "tender", "land", "procurement", "statistics"})


class PermitState(StrEnum):
    """How far a permit is."""

    OPEN = "open"
    HANDED_IN = "handed_in"
    GRANTED = "granted"


class Validity(StrEnum):
    """What has become of a granted permit: used, valid, due for extension, to check, or dead."""

    USED = "used"
    VALID = "valid"
    EXTEND = "extend"
    RECHECK = "recheck"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitRule:
    """What the statutes fix for one permit (domain B1).

    ``limit_days`` is the longest the office may take, on ``limit_calendar`` (``cal``,
    ``wd``); ``least_days`` the shortest that the law allows (tender periods). A grant is
    valid for ``valid_months``, then ``extensions`` times ``extension_months`` more; after
    that it dies, or must be checked again where ``is_rechecked``.
    """

    code: str
    limit_days: int | None = None
    limit_calendar: str = "wd"
    least_days: int | None = None
    valid_months: int | None = None
    extensions: int = 0
    extension_months: int = 0
    is_rechecked: bool = False
    unit: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitOutlook:
    """One permit of a plan: when it must be handed in, its limits and its validity.

    ``hand_in_by`` is the latest start by the plan's own days; ``statutory_hand_in_by`` the
    one that leaves the office its whole limit. ``is_overdue``: nothing is handed in and
    that day has passed. ``below_least``: the plan counts on fewer days than the law allows.
    """

    activity: str
    name: str
    unit: str
    permit: str
    state: PermitState
    hand_in_by: date
    statutory_hand_in_by: date | None
    days: int
    limit_days: int | None
    limit_calendar: str
    below_least: int | None
    spare_days: int
    is_overdue: bool
    granted_on: date | None = None
    validity: Validity | None = None
    valid_until: date | None = None
    dies_on: date | None = None


def permit_rules(pack: RulePack) -> Mapping[str, PermitRule]:
    """Return the rules of the pack ``permits`` by the code of the permit."""
    return {
        code: PermitRule(
            code=code,
            limit_days=stated.get("limit_days"),
            limit_calendar=stated.get("limit_calendar", "wd"),
            least_days=stated.get("least_days"),
            valid_months=stated.get("valid_months"),
            extensions=stated.get("extensions", 0),
            extension_months=stated.get("extension_months", 0),
            is_rechecked=stated.get("recheck", False),
            unit=stated.get("unit", ""),
            basis=stated.get("basis", ""),
        )
        for code, stated in pack.body["permits"].items()
    }


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where there is none."""
    at = day.year * 12 + day.month - 1 + months
    first = date(at // 12, at % 12 + 1, 1)
    following = (first + timedelta(days=32)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def validity_of(
    rule: PermitRule, granted: date, *, today: date, begun: date | None
) -> tuple[Validity, date | None, date | None]:
    """Return the state of a grant, the day its first term ends, and the day it dies.

    Work that began in time uses the permit. From the first end on it must be extended;
    where no extension is left it dies, or must be checked again before the work starts.
    """
    if rule.valid_months is None:
        return (Validity.VALID if begun is None else Validity.USED), None, None
    until = months_after(granted, rule.valid_months)
    dies = months_after(granted, rule.valid_months + rule.extensions * rule.extension_months)
    if begun is not None and begun <= dies:
        return Validity.USED, until, dies
    if today > dies or (rule.extensions and today >= dies):
        return (Validity.RECHECK if rule.is_rechecked else Validity.EXPIRED), until, dies
    if rule.extensions and today >= until:
        return Validity.EXTEND, until, dies
    return Validity.VALID, until, dies


def permit_outlooks(
    schedule: Schedule, rules: Mapping[str, PermitRule]
) -> tuple[PermitOutlook, ...]:
    """Return every permit of a plan in order of the day by which it must be handed in."""
    plan = schedule.plan
    dated = schedule.by_id()
    begun = _construction_began(plan)
    found = [
        _outlook(plan, one, dated[one.id], rules.get(one.terms.permit), schedule.today, begun)
        for one in plan.activities
        if one.activity_class == "permit" or one.terms.permit
    ]
    return tuple(sorted(found, key=lambda one: (one.hand_in_by, one.activity)))


def _construction_began(plan: Plan) -> date | None:
    starts = [
        one.actual_start or one.actual_finish
        for one in plan.activities
        if one.activity_class not in _PREPARING and not one.terms.permit
    ]
    return min((day for day in starts if day is not None), default=None)


def _outlook(  # noqa: PLR0917 one row of the plan and what it is held against
    plan: Plan,
    one: Activity,
    dated: ScheduledActivity,
    rule: PermitRule | None,
    today: date,
    begun: date | None,
) -> PermitOutlook:
    state = PermitState.OPEN
    if one.actual_finish is not None:
        state = PermitState.GRANTED
    elif one.actual_start is not None:
        state = PermitState.HANDED_IN
    validity, until, dies = None, None, None
    if rule is not None and one.actual_finish is not None:
        validity, until, dies = validity_of(rule, one.actual_finish, today=today, begun=begun)
    least = None if rule is None else rule.least_days
    below = None if least is None or one.days >= least else least
    return PermitOutlook(
        activity=one.id,
        name=one.name,
        unit=one.unit or ("" if rule is None else rule.unit),
        permit=one.terms.permit,
        state=state,
        hand_in_by=dated.late_start,
        statutory_hand_in_by=_statutory(plan, dated, rule),
        days=one.days,
        limit_days=None if rule is None else rule.limit_days,
        limit_calendar="" if rule is None else rule.limit_calendar,
        below_least=below,
        spare_days=dated.total_float,
        is_overdue=state is PermitState.OPEN and dated.late_start < today,
        granted_on=one.actual_finish,
        validity=validity,
        valid_until=until,
        dies_on=dies,
    )


def _statutory(plan: Plan, dated: ScheduledActivity, rule: PermitRule | None) -> date | None:
    """Return the last day to hand in if the office takes its whole limit, the last day counted."""
    if rule is None or not rule.limit_days:
        return None
    calendar = _calendar(plan, rule.limit_calendar)
    last = calendar.last_working(day_number(dated.late_last_day))
    return day_of(calendar.before(last, rule.limit_days - 1))


def _calendar(plan: Plan, name: str) -> WorkingCalendar:
    if name != "wd":
        return every_day()
    tables: list[HolidayTable] = [
        one.holidays for one in plan.calendars if one.holidays is not None
    ]
    return five_days(holidays=tables[0] if tables else None)


def permit_document(one: PermitOutlook) -> dict[str, Any]:
    """Return one permit as plain data."""

    def iso(day: date | None) -> str | None:
        return None if day is None else day.isoformat()

    return {
        "activity": one.activity,
        "name": one.name,
        "unit": one.unit,
        "permit": one.permit or None,
        "state": one.state.value,
        "hand_in_by": iso(one.hand_in_by),
        "statutory_hand_in_by": iso(one.statutory_hand_in_by),
        "days": one.days,
        "limit_days": one.limit_days,
        "limit_calendar": one.limit_calendar or None,
        "below_least": one.below_least,
        "float": one.spare_days,
        "overdue": one.is_overdue,
        "granted_on": iso(one.granted_on),
        "validity": None if one.validity is None else one.validity.value,
        "valid_until": iso(one.valid_until),
        "dies_on": iso(one.dies_on),
    }
