"""Reads the rounds of a quantities file, and writes the answer of ``guatu pace`` for them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from guatu.domain.kernel.calendar import HolidayTable, WorkingCalendar
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.messages import Messages
from guatu.domain.planning.coverage import CoverageOutlook
from guatu.domain.planning.coverage_round import CoverageRound, PlaceVisits
from guatu.domain.planning.fields import Fields
from guatu.domain.planning.lever_document import lever_document
from guatu.domain.planning.plan_reading import read_calendar

_MOST = 10**6
_MOST_PLACES = 100_000
_NUMBERS = ("rounds", "hands", "most_hands", "least_gap_days", "hand_day_yuan")


def read_rounds(
    document: Mapping[str, Any], *, source: str, holidays: HolidayTable | None
) -> tuple[tuple[CoverageRound, ...] | None, tuple[Diagnostic, ...]]:
    """Read the ``rounds`` of a quantities document; none stated gives none."""
    fields = Fields(source)
    fields.subject = source
    found: list[CoverageRound] = []
    seen: set[str] = set()
    for number, stated in enumerate(fields.rows(document, "rounds")):
        one = _round(fields, stated, f"rounds[{number}]", holidays)
        if one is None:
            continue
        if one.id in seen:
            fields.fault("duplicate_quantity", f"rounds[{number}]")
        seen.add(one.id)
        found.append(one)
    if has_error(fields.found):
        return None, tuple(fields.found)
    return tuple(found), tuple(fields.found)


def _round(
    fields: Fields, stated: object, place: str, holidays: HolidayTable | None
) -> CoverageRound | None:
    fields.subject = place
    if not isinstance(stated, dict):
        fields.wrong(place, "object", stated)
        return None
    before = len(fields.found)
    words = {key: fields.text(stated, key, f"{place}.") for key in ("id", "name", "unit")}
    fields.subject = words["id"] or place
    for key in ("id", "places", "by", "hands"):
        if stated.get(key) is None:
            fields.fault("missing", f"{place}.{key}", field=key)
    places = _places(fields, stated, place)
    numbers = {key: _whole(fields, stated, key, place) for key in _NUMBERS}
    days = {key: fields.day(stated, key, f"{place}.") for key in ("by", "start", "today")}
    speed = fields.number(stated, "visits_per_hand", f"{place}.")
    if speed is not None and speed <= 0:
        fields.wrong(f"{place}.visits_per_hand", "positive number", speed)
    if numbers["rounds"] == 0:
        fields.wrong(f"{place}.rounds", "positive number", 0)
    spare = _weekdays(fields, stated, place)
    calendar = _calendar(fields, stated, place, holidays)
    if has_error(fields.found[before:]) or not places or days["by"] is None:
        return None
    return CoverageRound(
        **words,
        places=places,
        rounds=numbers["rounds"] or 1,
        by=days["by"],
        start=days["start"],
        today=days["today"],
        hands=numbers["hands"] or 0,
        most_hands=numbers["most_hands"],
        visits_per_hand=speed,
        least_gap_days=numbers["least_gap_days"] or 0,
        hand_day_yuan=numbers["hand_day_yuan"],
        calendar=calendar,
        spare_weekdays=spare,
    )


def _whole(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> int | None:
    number = fields.whole(stated, key, f"{place}.", most=_MOST)
    if number is not None and number < 0:
        fields.fault("negative", f"{place}.{key}", field=key, value=number)
        return None
    return number


def _places(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[PlaceVisits, ...]:
    """Read the places: a number, or names, with the visits that stand in ``visits``."""
    position, listed = f"{place}.places", stated.get("places")
    if listed is None:
        return ()
    if isinstance(listed, int) and not isinstance(listed, bool):
        if not 0 < listed <= _MOST_PLACES:
            fields.wrong(position, f"1-{_MOST_PLACES}", listed)
            return ()
        listed = [str(number + 1) for number in range(listed)]
    if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
        fields.wrong(position, "number or list of names", listed)
        return ()
    if not listed or len(set(listed)) < len(listed):
        fields.wrong(position, "different names", listed)
        return ()
    visited: dict[str, list[date]] = {name: [] for name in listed}
    for number, row in enumerate(fields.rows(stated, "visits", f"{place}.")):
        where = f"{place}.visits[{number}]"
        if not isinstance(row, list) or len(row) != 2 or row[0] not in visited:
            fields.wrong(where, "[place, day]", row)
            continue
        day = fields.as_day(row[1], where)
        if day is not None:
            visited[row[0]].append(day)
    return tuple(PlaceVisits(name=name, visited=tuple(days)) for name, days in visited.items())


def _weekdays(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[int, ...]:
    """Read the weekdays that may be worked besides: 1 is Monday, 7 Sunday, as people count."""
    listed = stated.get("spare_weekdays")
    if listed is None:
        return (5, 6)
    days = listed if isinstance(listed, list) else [listed]
    if not all(isinstance(one, int) and 1 <= one <= 7 for one in days):
        fields.wrong(f"{place}.spare_weekdays", "list of 1-7", listed)
        return ()
    return tuple(one - 1 for one in days)


def _calendar(
    fields: Fields, stated: Mapping[str, Any], place: str, holidays: HolidayTable | None
) -> WorkingCalendar:
    return read_calendar(
        fields, fields.table(stated, "calendar", f"{place}."), "cal", f"{place}.calendar", holidays
    )


def coverage_document(answer: CoverageOutlook, *, messages: Messages) -> dict[str, Any]:
    """Return the answer of one round as plain data, beside those of quantities."""
    stated, outlook, needed = answer.round, answer.outlook, answer.needed_per_day

    def iso(day: date | None) -> str | None:
        return None if day is None else day.isoformat()

    return {
        "id": stated.id,
        "name": stated.name,
        "unit": stated.unit,
        "today": answer.today.isoformat(),
        "by": stated.by.isoformat(),
        "verdict": outlook.verdict.value,
        "reason": messages.of(outlook.reason),
        "slack": int(outlook.slack),
        "places": len(stated.places),
        "rounds": stated.rounds,
        "owed": answer.owed,
        "done": answer.done,
        "left": answer.left,
        "possible": answer.possible,
        "extra_visits": answer.extra_visits,
        "days_left": answer.days_left,
        "hands": stated.hands,
        "visits_per_hand": round(answer.per_hand, 6),
        "needed_per_day": None if needed is None else round(needed, 6),
        "attained_per_day": round(outlook.attained, 6),
        "completion": round(answer.completion, 6),
        "latest_start": iso(answer.latest_start),
        "finish": iso(answer.finish),
        "blocked_places": list(answer.blocked),
        "levers": [lever_document(one, messages) for one in outlook.levers],
    }
