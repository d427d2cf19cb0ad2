"""Reads one activity of a plan document."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from guatu.domain.kernel.calendar import WorkingCalendar
from guatu.domain.kernel.diagnostic import has_error
from guatu.domain.planning.fields import Fields, shortened
from guatu.domain.planning.offer_reading import MOST_YUAN, read_offer
from guatu.domain.planning.plan import LANES, MOST_DAYS, Activity, Link, LinkKind
from guatu.domain.planning.terms_reading import read_terms


def read_activity(
    fields: Fields,
    stated: object,
    place: str,
    *,
    ids: Mapping[str, int],
    calendars: Mapping[str, WorkingCalendar],
    resources: Mapping[str, int],
) -> Activity | None:
    """Read an activity; None where it has a fault, which ``fields`` then holds."""
    fields.subject = place
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    before = len(fields.found)
    name = fields.text(stated, "id", f"{place}.")
    if not name and not has_error(fields.found[before:]):
        fields.fault("missing", f"{place}.id", field="id")
    fields.subject = name or place
    days = _days(fields, stated, place)
    calendar = _calendar(fields, stated, "calendar", place, calendars)
    links = _links(fields, stated, place, ids, calendars)
    uses = _uses(fields, stated, place, resources)
    started, finished = _facts(fields, stated, place)
    percent = fields.number(stated, "percent", f"{place}.") or 0.0
    if not 0 <= percent <= 100:
        fields.wrong(f"{place}.percent", "0-100", percent)
    crash = read_offer(fields, stated, "crash", place)
    cost = fields.whole(stated, "cost", f"{place}.", most=MOST_YUAN)
    lane = _lane(fields, stated, place)
    words = {
        key: fields.text(stated, key, f"{place}.")
        for key in ("name", "name_en", "class", "unit", "place")
    }
    terms = read_terms(fields, stated, place)
    not_before = fields.day(stated, "not_before", f"{place}.")
    must_by = fields.day(stated, "must_by", f"{place}.")
    if has_error(fields.found[before:]) or days is None:
        return None
    return Activity(
        id=name,
        name=words["name"],
        name_en=words["name_en"],
        days=days,
        calendar=calendar,
        activity_class=words["class"],
        unit=words["unit"],
        links=links,
        uses=uses,
        not_before=not_before,
        must_by=must_by,
        actual_start=started,
        actual_finish=finished,
        percent=percent,
        crash=crash,
        cost_yuan=cost,
        lane=lane,
        place=words["place"],
        terms=terms,
    )


def _days(fields: Fields, stated: Mapping[str, Any], place: str) -> int | None:
    if stated.get("days") is None:
        fields.fault("missing", f"{place}.days", field="days")
        return None
    days = fields.whole(stated, "days", f"{place}.", most=MOST_DAYS)
    if days is not None and days < 0:
        fields.fault("negative", f"{place}.days", field="days", value=days)
        return None
    return days


def _calendar(
    fields: Fields,
    stated: Mapping[str, Any],
    key: str,
    place: str,
    calendars: Mapping[str, WorkingCalendar],
) -> str:
    """Read a calendar name; without one the plan's only calendar, or its ``cal``, is meant."""
    default = "cal" if "cal" in calendars else next(iter(calendars))
    if stated.get(key) is None:
        if "cal" not in calendars and len(calendars) > 1:
            fields.fault("missing", f"{place}.{key}", field=key)
        return default
    before = len(fields.found)
    name = fields.text(stated, key, f"{place}.")
    if len(fields.found) == before and name not in calendars:
        fields.fault("unknown_calendar", f"{place}.{key}", calendar=name)
    return name


def _links(
    fields: Fields,
    stated: Mapping[str, Any],
    place: str,
    ids: Mapping[str, int],
    calendars: Mapping[str, WorkingCalendar],
) -> tuple[Link, ...]:
    found = []
    for number, after in enumerate(fields.rows(stated, "after", f"{place}.")):
        position = f"{place}.after[{number}]"
        link = _link(fields, after, position, calendars)
        if link is None:
            continue
        if link.predecessor not in ids:
            fields.fault("unknown_activity", position, predecessor=link.predecessor)
        else:
            found.append(link)
    return tuple(found)


def _link(
    fields: Fields, after: object, position: str, calendars: Mapping[str, WorkingCalendar]
) -> Link | None:
    if isinstance(after, str):
        return Link(predecessor=after)
    if not isinstance(after, dict):
        fields.wrong(position, "id or object", after)
        return None
    before = len(fields.found)
    predecessor = fields.text(after, "id", f"{position}.")
    if not predecessor and len(fields.found) == before:
        fields.fault("missing", f"{position}.id", field="id")
    kind = after.get("type", "FS")
    if not isinstance(kind, str) or kind not in LinkKind.__members__:
        fields.wrong(f"{position}.type", "FS, SS, FF, SF", kind)
        kind = "FS"
    lag = fields.whole(after, "lag", f"{position}.", most=MOST_DAYS)
    lag_calendar = None
    if after.get("lag_calendar") is not None:
        lag_calendar = _calendar(fields, after, "lag_calendar", position, calendars)
    if len(fields.found) > before:
        return None
    return Link(
        predecessor=predecessor, kind=LinkKind(kind), lag=lag or 0, lag_calendar=lag_calendar
    )


def _uses(
    fields: Fields, stated: Mapping[str, Any], place: str, resources: Mapping[str, int]
) -> tuple[tuple[str, int], ...]:
    uses = fields.table(stated, "uses", f"{place}.")
    found = []
    for name in uses:
        amount = fields.whole(uses, name, f"{place}.uses.", most=10**9)
        if name not in resources:
            fields.fault("unknown_resource", f"{place}.uses.{name}", resource=name)
        elif amount is not None and amount < 0:
            fields.fault("negative", f"{place}.uses.{name}", field=name, value=amount)
        elif amount:
            found.append((name, amount))
    return tuple(found)


def _facts(
    fields: Fields, stated: Mapping[str, Any], place: str
) -> tuple[date | None, date | None]:
    started = fields.day(stated, "actual_start", f"{place}.")
    finished = fields.day(stated, "actual_finish", f"{place}.")
    if started is not None and finished is not None and finished < started:
        fields.fault(
            "backward_pair", f"{place}.actual_finish", first=str(started), last=str(finished)
        )
    return started, finished


def _lane(fields: Fields, stated: Mapping[str, Any], place: str) -> str | None:
    lane = stated.get("lane")
    if lane is None or (isinstance(lane, str) and lane in LANES):
        return lane
    fields.wrong(f"{place}.lane", ", ".join(LANES), shortened(lane))
    return None
