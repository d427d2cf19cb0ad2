"""Writes a plan back as a plan document; reading it again gives the same plan."""

from datetime import date
from typing import Any

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.interval import day_of
from guatu.domain.planning.offer_reading import offer_document
from guatu.domain.planning.plan import Activity, Link, LinkKind, Plan, StopWork
from guatu.domain.planning.terms_reading import terms_document


def plan_document(plan: Plan) -> dict[str, Any]:
    """Return the plan as the plain data of the plan file."""
    document: dict[str, Any] = {
        "guatu": 1,
        "id": plan.id,
        "name": plan.name,
        "start": _iso(plan.start),
        "target": _iso(plan.target),
        "data_date": _iso(plan.data_date),
        "calendars": {one.name: _calendar(one) for one in plan.calendars},
        "stop_work": [_stop(one) for one in plan.stop_work],
        "resources": {one.id: {"capacity": one.capacity} for one in plan.resources},
        "activities": [_activity(one) for one in plan.activities],
    }
    if plan.ends:
        document["ends"] = list(plan.ends)
    if plan.place:
        document["place"] = plan.place
    return document


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _calendar(calendar: WorkingCalendar) -> dict[str, Any]:
    stated: dict[str, Any] = {"week": "".join("1" if worked else "0" for worked in calendar.week)}
    if calendar.holidays is not None:
        stated["holidays"] = calendar.holidays.name
    if calendar.off:
        stated["off"] = [
            [day_of(run.start).isoformat(), day_of(run.end - 1).isoformat()] for run in calendar.off
        ]
    if calendar.make_up:
        stated["make_up"] = [day_of(day).isoformat() for day in sorted(calendar.make_up)]
    return stated


def _stop(stop: StopWork) -> dict[str, Any]:
    stated: dict[str, Any] = {
        "from": stop.window.start.isoformat(timespec="minutes"),
        "to": stop.window.end.isoformat(timespec="minutes"),
        "classes": sorted(stop.classes),
        "reason": stop.reason,
    }
    return stated | ({"places": sorted(stop.places)} if stop.places else {})


def link_document(link: Link) -> str | dict[str, Any]:
    """Return a link as the plan file states it: an id, or an object where there is more to say."""
    if link == Link(predecessor=link.predecessor):
        return link.predecessor
    stated: dict[str, Any] = {"id": link.predecessor}
    if link.kind is not LinkKind.FS:
        stated["type"] = link.kind.value
    if link.lag:
        stated["lag"] = link.lag
    if link.lag_calendar is not None:
        stated["lag_calendar"] = link.lag_calendar
    return stated


def _activity(one: Activity) -> dict[str, Any]:
    optional = {
        "name_en": one.name_en or None,
        "class": one.activity_class or None,
        "unit": one.unit or None,
        "after": [link_document(link) for link in one.links] or None,
        "uses": dict(one.uses) or None,
        "not_before": _iso(one.not_before),
        "must_by": _iso(one.must_by),
        "actual_start": _iso(one.actual_start),
        "actual_finish": _iso(one.actual_finish),
        "percent": one.percent or None,
        "crash": offer_document(one.crash),
        "cost": one.cost_yuan,
        "lane": one.lane,
        "place": one.place or None,
        **terms_document(one.terms),
    }
    stated = {"id": one.id, "name": one.name, "days": one.days, "calendar": one.calendar}
    return stated | {key: value for key, value in optional.items() if value is not None}
