"""Reads a plan document (the outside contract's plan file) into a plan, or says what is wrong."""

from collections.abc import Mapping
from typing import Any

from guatu.domain.kernel.calendar import HolidayTable, WorkingCalendar, every_day, run_off
from guatu.domain.kernel.diagnostic import Diagnostic, Severity, has_error
from guatu.domain.kernel.interval import Interval, Window, day_number
from guatu.domain.planning.activity_reading import read_activity
from guatu.domain.planning.fields import Fields
from guatu.domain.planning.plan import Activity, Plan, Resource, StopWork
from guatu.domain.planning.worktime import FAR, worktime

_LARGE = 10**9


def read_plan(
    document: object, *, source: str, holidays: HolidayTable | None
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a plan document; faults are told, one diagnostic each, and give no plan.

    ``holidays`` is the table for calendars that ask for ``"CN"``; without it they
    are read as their week pattern, which is told.
    """
    fields = Fields(source)
    if not isinstance(document, dict):
        fields.wrong("plan", "object", document)
        return None, tuple(fields.found)
    version = document.get("guatu", 1)
    if version != 1 or isinstance(version, bool):
        fields.fault("version", "guatu", value=str(version))
        return None, tuple(fields.found)
    plan_id = fields.text(document, "id", "") or _stem(source)
    fields.subject = plan_id
    calendars = _calendars(fields, document, holidays)
    fields.subject = plan_id
    resources = _resources(fields, document)
    fields.subject = plan_id
    stop_work = read_stop_work(fields, document)
    fields.subject = plan_id
    activities = _activities(fields, document, calendars, resources)
    fields.subject = plan_id
    ends = _ends(fields, document)
    start = fields.day(document, "start", "")
    target = fields.day(document, "target", "")
    data_date = fields.day(document, "data_date", "")
    name, place = (fields.text(document, key, "") for key in ("name", "place"))
    if has_error(fields.found):
        return None, tuple(fields.found)
    plan = Plan(
        id=plan_id,
        name=name,
        start=start,
        target=target,
        data_date=data_date,
        calendars=tuple(calendars.values()),
        stop_work=stop_work,
        resources=tuple(Resource(id=key, capacity=value) for key, value in resources.items()),
        activities=activities,
        ends=ends,
        place=place,
    )
    return plan, tuple(fields.found)


def _stem(source: str) -> str:
    name = source.replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or "plan"


def _calendars(
    fields: Fields, document: Mapping[str, Any], holidays: HolidayTable | None
) -> dict[str, WorkingCalendar]:
    found: dict[str, WorkingCalendar] = {}
    for name, stated in fields.table(document, "calendars").items():
        place = f"calendars.{name}"
        fields.subject = name
        if not isinstance(stated, dict):
            fields.wrong(place, "object", stated)
            found[name] = every_day(name)
            continue
        found[name] = read_calendar(fields, stated, name, place, holidays)
    return found or {"cal": every_day("cal")}


def read_calendar(
    fields: Fields,
    stated: Mapping[str, Any],
    name: str,
    place: str,
    holidays: HolidayTable | None,
) -> WorkingCalendar:
    """Read one calendar; one that never works is told."""
    before = len(fields.found)
    calendar = WorkingCalendar(
        name=name,
        week=_week(fields, stated, place),
        off=_off(fields, stated, place),
        make_up=_make_up(fields, stated, place),
        holidays=_holidays(fields, stated, place, holidays),
    )
    if not has_error(fields.found[before:]) and _never_works(calendar):
        fields.fault("no_working_day", place, calendar=name)
    return calendar


def _never_works(calendar: WorkingCalendar) -> bool:
    """Tell whether no day of the years 1 to 9999 is worked."""
    compiled = worktime(calendar)
    return compiled.before(3_652_060) == compiled.before(1) and compiled.start_at(0) <= FAR


def _week(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[bool, ...]:
    week = stated.get("week", "1111111")
    if not isinstance(week, str) or len(week) != 7 or set(week) - {"0", "1"}:
        fields.wrong(f"{place}.week", "seven 0 or 1", week)
        return (True,) * 7
    return tuple(mark == "1" for mark in week)


def _off(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[Interval, ...]:
    runs = []
    for number, pair in enumerate(fields.rows(stated, "off", f"{place}.")):
        position = f"{place}.off[{number}]"
        if not isinstance(pair, list) or len(pair) != 2:
            fields.wrong(position, "pair of dates", pair)
            continue
        first, last = (fields.as_day(value, position) for value in pair)
        if first is None or last is None:
            continue
        if last < first:
            fields.fault("backward_pair", position, first=str(first), last=str(last))
            continue
        runs.append(run_off(first, last))
    return tuple(runs)


def _make_up(fields: Fields, stated: Mapping[str, Any], place: str) -> frozenset[int]:
    days = (
        fields.as_day(value, f"{place}.make_up[{number}]")
        for number, value in enumerate(fields.rows(stated, "make_up", f"{place}."))
    )
    return frozenset(day_number(day) for day in days if day is not None)


def _holidays(
    fields: Fields, stated: Mapping[str, Any], place: str, table: HolidayTable | None
) -> HolidayTable | None:
    asked = stated.get("holidays")
    if asked is None or asked == "":
        return None
    if asked != "CN":
        fields.wrong(f"{place}.holidays", "CN", asked)
        return None
    if table is None:
        fields.fault("holidays_missing", f"{place}.holidays", Severity.WARNING)
    return table


def _resources(fields: Fields, document: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, stated in fields.table(document, "resources").items():
        place = f"resources.{name}"
        fields.subject = name
        if not isinstance(stated, dict):
            fields.wrong(place, "object", stated)
            found[name] = 0
            continue
        capacity = fields.whole(stated, "capacity", f"{place}.", most=_LARGE)
        if capacity is not None and capacity < 0:
            fields.fault("negative", f"{place}.capacity", field="capacity", value=capacity)
        found[name] = max(capacity or 0, 0)
    return found


def read_stop_work(
    fields: Fields, holder: Mapping[str, Any], before: str = ""
) -> tuple[StopWork, ...]:
    """Read the list ``stop_work`` of a document or of a part of one."""
    found = []
    for number, stated in enumerate(fields.rows(holder, "stop_work", before)):
        place = f"{before}stop_work[{number}]"
        fields.subject = place
        if not isinstance(stated, dict):
            fields.wrong(place, "object", stated)
            continue
        start = fields.moment(stated, "from", f"{place}.")
        end = fields.moment(stated, "to", f"{place}.")
        classes = _texts(fields, stated, "classes", place)
        places = _texts(fields, stated, "places", place)
        reason = fields.text(stated, "reason", f"{place}.")
        if start is None or end is None:
            continue
        if end <= start:
            fields.fault("backward_pair", place, first=str(start), last=str(end))
            continue
        window = Window(start=start, end=end)
        found.append(StopWork(window=window, classes=classes, places=places, reason=reason))
    return tuple(found)


def _texts(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> frozenset[str]:
    listed = fields.rows(stated, key, f"{place}.")
    named = [one for one in listed if isinstance(one, str)]
    if len(named) != len(listed):
        fields.wrong(f"{place}.{key}", "list of texts", listed)
    return frozenset(named)


def _activities(
    fields: Fields,
    document: Mapping[str, Any],
    calendars: Mapping[str, WorkingCalendar],
    resources: Mapping[str, int],
) -> tuple[Activity, ...]:
    stated = document.get("activities")
    if stated is not None and not isinstance(stated, list):
        fields.subject = "activities"
        fields.wrong("activities", "list", stated)
        return ()
    if not stated:
        fields.fault("empty", "activities")
        return ()
    ids: dict[str, int] = {}
    for number, one in enumerate(stated):
        name = one.get("id") if isinstance(one, dict) else None
        if not isinstance(name, str):
            continue
        if name in ids:
            fields.subject = name
            fields.fault("duplicate", f"activities[{number}]", first=f"activities[{ids[name]}]")
        else:
            ids[name] = number
    found = []
    for number, one in enumerate(stated):
        activity = read_activity(
            fields, one, f"activities[{number}]", ids=ids, calendars=calendars, resources=resources
        )
        if activity is not None:
            found.append(activity)
    return tuple(found)


def _ends(fields: Fields, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Read the bound ends; an activity with a fault of its own still counts as known."""
    stated = document.get("activities")
    rows = stated if isinstance(stated, list) else []
    known = [one.get("id") for one in rows if isinstance(one, dict)]
    found = []
    for number, name in enumerate(fields.rows(document, "ends")):
        if not isinstance(name, str):
            fields.wrong(f"ends[{number}]", "text", name)
        elif known and name not in known:
            fields.fault("unknown_end", f"ends[{number}]", end=name)
        elif name not in found:
            found.append(name)
    return tuple(found)
