"""A plan document as the rows of the plan workbook: what ``plan_workbook`` reads back the same."""

from collections.abc import Mapping
from typing import Any

from guatu.adapters.plan_columns import (
    ACTIVITIES,
    CALENDARS,
    CLASS_WORDS,
    LANE_WORDS,
    PERMIT_WORDS,
    RESOURCES,
    SEASON_WORDS,
    STOPS,
    YES,
)

Row = dict[str, Any]
_MARKS = ("promise", "technical", "acceptance", "accepted")


def head_row(document: Mapping[str, Any]) -> Row:
    """Return the fields of the plan sheet."""
    stated = {key: value for key, value in document.items() if isinstance(value, str)}
    seasons = document.get("seasons") or []
    if document.get("ends"):
        stated["ends"] = "; ".join(document["ends"])
    return stated | ({"seasons": _joined(seasons, SEASON_WORDS)} if seasons else {})


def sheet_rows(document: Mapping[str, Any]) -> dict[str, tuple[Row, ...]]:
    """Return the rows of every sheet but the plan's own."""
    return {
        ACTIVITIES: tuple(_activity(one) for one in document.get("activities", ())),
        CALENDARS: tuple(
            _calendar(name, one) for name, one in (document.get("calendars") or {}).items()
        ),
        STOPS: tuple(_stop(one) for one in document.get("stop_work") or ()),
        RESOURCES: tuple(
            {"name": name, "capacity": one.get("capacity", 0)}
            for name, one in (document.get("resources") or {}).items()
        ),
    }


def _joined(codes: Any, words: Mapping[str, str]) -> str:
    known = {code: word for word, code in words.items()}
    return "; ".join(known.get(code, code) for code in codes)


def _activity(stated: Mapping[str, Any]) -> Row:
    row = {key: value for key, value in stated.items() if isinstance(value, str | int | float)}
    row |= {key: YES for key in _MARKS if row.pop(key, False)}
    for key in ("crash", "crew"):
        offer = stated.get(key)
        if offer:
            row |= {f"{key}_days": offer["days"], f"{key}_cost": offer.get("cost", 0)}
    for key in ("shift", "weekend"):
        if stated.get(key):
            row[f"{key}_cost"] = stated[key].get("cost", 0)
    for key, words in (("class", CLASS_WORDS), ("lane", LANE_WORDS), ("permit", PERMIT_WORDS)):
        if row.get(key):
            row[key] = _joined([row[key]], words)
    if stated.get("after"):
        row["after"] = "; ".join(_link(one) for one in stated["after"])
    if stated.get("uses"):
        row["uses"] = "; ".join(f"{name}:{amount}" for name, amount in stated["uses"].items())
    if stated.get("evidence"):
        row["evidence"] = "; ".join(stated["evidence"])
    if stated.get("reports"):
        row["reports"] = "; ".join(f"{day} {percent:g}" for day, percent in stated["reports"])
    return row


def _link(stated: Any) -> str:
    if isinstance(stated, str):
        return stated
    kind, lag = stated.get("type", "FS"), int(stated.get("lag") or 0)
    if kind == "FS" and not lag:
        return str(stated["id"])
    return f"{stated['id']} {kind}{lag:+d}" if lag else f"{stated['id']} {kind}"


def _calendar(name: str, stated: Mapping[str, Any]) -> Row:
    row = {"name": name, "week": stated.get("week", "1111111")}
    if stated.get("holidays"):
        row["holidays"] = stated["holidays"]
    if stated.get("off"):
        row["off"] = "; ".join(
            first if first == last else f"{first}~{last}" for first, last in stated["off"]
        )
    return row


def _stop(stated: Mapping[str, Any]) -> Row:
    row = {key: stated[key] for key in ("from", "to", "reason") if stated.get(key)}
    row["classes"] = _joined(stated.get("classes", ()), CLASS_WORDS)
    if stated.get("places"):
        row["places"] = "; ".join(stated["places"])
    return row
