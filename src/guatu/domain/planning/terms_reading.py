"""Reads and writes the terms of an activity: additive, optional fields of the plan file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from guatu.domain.planning.fields import Fields
from guatu.domain.planning.offer_reading import MOST_DAYS, MOST_YUAN, offer_document, read_offer
from guatu.domain.planning.terms import NO_TERMS, Terms

_TEXTS = ("hazard", "compression_reason", "permit", "deadline_name")
_MARKS = ("promise", "technical", "acceptance", "accepted")
_DAYS = ("minimum_days", "template_days")
TERM_FIELDS = (*_TEXTS, *_MARKS, *_DAYS, "shift", "weekend", "crew", "evidence", "reports")
_NAMES = frozenset(TERM_FIELDS)


def read_terms(fields: Fields, stated: Mapping[str, Any], place: str) -> Terms:
    """Read the terms; an activity that states none shares one empty value."""
    if _NAMES.isdisjoint(stated):
        return NO_TERMS
    if not any(stated.get(key) is not None for key in TERM_FIELDS):
        return NO_TERMS
    days = {key: _count(fields, stated, key, place) for key in _DAYS}
    texts = {key: fields.text(stated, key, f"{place}.") for key in _TEXTS}
    marks = {key: _mark(fields, stated, key, place) for key in _MARKS}
    return Terms(
        crew=read_offer(fields, stated, "crew", place),
        shift_cost=_price(fields, stated, "shift", place),
        weekend_cost=_price(fields, stated, "weekend", place),
        promise=marks["promise"],
        technical=marks["technical"],
        minimum_days=days["minimum_days"],
        acceptance=marks["acceptance"],
        hazard=texts["hazard"],
        template_days=days["template_days"],
        compression_reason=texts["compression_reason"],
        permit=texts["permit"],
        evidence=_evidence(fields, stated, place),
        reports=_reports(fields, stated, place),
        is_accepted=marks["accepted"],
        deadline_name=texts["deadline_name"],
    )


def _count(
    fields: Fields, stated: Mapping[str, Any], key: str, place: str, most: int = MOST_DAYS
) -> int | None:
    number = fields.whole(stated, key, f"{place}.", most=most)
    if number is not None and number < 0:
        fields.fault("negative", f"{place}.{key}", field=key, value=number)
        return None
    return number


def _mark(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> bool:
    value = stated.get(key)
    if value is None or isinstance(value, bool):
        return bool(value)
    fields.wrong(f"{place}.{key}", "true or false", value)
    return False


def _price(fields: Fields, stated: Mapping[str, Any], key: str, place: str) -> int | None:
    """Read ``{"cost": yuan}``; a price of nothing is a price and must be stated."""
    if stated.get(key) is None:
        return None
    before = len(fields.found)
    table = fields.table(stated, key, f"{place}.")
    if len(fields.found) == before and table.get("cost") is None:
        fields.fault("missing", f"{place}.{key}.cost", field=f"{key}.cost")
    return _count(fields, table, "cost", f"{place}.{key}", MOST_YUAN)


def _evidence(fields: Fields, stated: Mapping[str, Any], place: str) -> tuple[str, ...]:
    listed = fields.rows(stated, "evidence", f"{place}.")
    named = tuple(one for one in listed if isinstance(one, str) and one)
    if len(named) != len(listed):
        fields.wrong(f"{place}.evidence", "list of texts", listed)
    return named


def _reports(
    fields: Fields, stated: Mapping[str, Any], place: str
) -> tuple[tuple[date, float], ...]:
    """Read pairs of a day and the percent reported on it, and bring them in order of time."""
    found = []
    for number, row in enumerate(fields.rows(stated, "reports", f"{place}.")):
        where = f"{place}.reports[{number}]"
        if not isinstance(row, list) or len(row) != 2:
            fields.wrong(where, "[day, percent]", row)
            continue
        day = fields.as_day(row[0], where)
        percent = fields.number({"percent": row[1]}, "percent", f"{where}.")
        if percent is None or not 0 <= percent <= 100:
            fields.wrong(where, "[day, 0-100]", row)
        elif day is not None:
            found.append((day, percent))
    return tuple(sorted(found))


def terms_document(terms: Terms) -> dict[str, Any]:
    """Return the stated terms as the plan file writes them; absent ones are None."""
    if terms == NO_TERMS:
        return {}
    marks = {"accepted": terms.is_accepted}
    marks |= {key: getattr(terms, key) for key in ("promise", "technical", "acceptance")}
    prices = {"shift": terms.shift_cost, "weekend": terms.weekend_cost}
    return {
        "crew": offer_document(terms.crew),
        "evidence": list(terms.evidence) or None,
        "reports": [[day.isoformat(), percent] for day, percent in terms.reports] or None,
        "minimum_days": terms.minimum_days,
        "template_days": terms.template_days,
        **{key: getattr(terms, key) or None for key in _TEXTS},
        **{key: value or None for key, value in marks.items()},
        **{key: None if cost is None else {"cost": cost} for key, cost in prices.items()},
    }
