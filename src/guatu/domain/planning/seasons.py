"""Fixed windows of the year, as rows of a plan's stop-work: winter, planting time, festivals.

A plan file names its seasons; they are laid out as dated windows once, so that what is
stored and printed shows every day that is lost and why.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

_BEFORE, _AFTER = 6, 6


def season_names(body: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the seasons that the pack ``seasons`` knows."""
    return tuple(body["seasons"])


def season_rows(
    names: Sequence[str], body: Mapping[str, Any], first: date, last: date
) -> list[dict[str, Any]]:
    """Return the stop-work rows of named seasons that touch the days from first to last."""
    rows: list[dict[str, Any]] = []
    for name in names:
        season = body["seasons"][name]
        for begin, end in _windows(season, first.year - 1, last.year + 1):
            if begin <= last and end >= first:
                rows.append(
                    {
                        "from": begin.isoformat(),
                        "to": (end + timedelta(days=1)).isoformat(),
                        "classes": list(season["classes"]),
                        "reason": season["title_zh"],
                    }
                )
    return sorted(rows, key=lambda one: (one["from"], one["to"]))


def _windows(season: Mapping[str, Any], first_year: int, last_year: int) -> list[tuple[date, date]]:
    """Return first and last days of each window, by month and day or by festival."""
    if "around" in season:
        days: Mapping[str, date] = season["around"]
        before, after = int(season["days_before"]), int(season["days_after"])
        return [
            (day - timedelta(days=before), day + timedelta(days=after))
            for day in days.values()
            if first_year <= day.year <= last_year
        ]
    found = []
    for year in range(max(first_year, 1), min(last_year, 9998) + 1):
        for begin, end in season["windows"]:
            start = _day(year, begin)
            until = _day(year if end >= begin else year + 1, end)
            found.append((start, until))
    return found


def _day(year: int, words: str) -> date:
    """Return a day written ``MM-DD``; the last of February stands for the 29th where there is none."""
    month, day = (int(part) for part in words.split("-"))
    if (month, day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)


def seasons_laid(
    document: Mapping[str, Any], body: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a plan document with its ``seasons`` laid out as stop-work, and the unknown names.

    The years reach from six before the first date that the plan states to six after the
    last, since a plan worked back may begin long before its target.
    """
    stated = document.get("seasons")
    names = stated if isinstance(stated, list) else []
    known = [one for one in names if isinstance(one, str) and one in body["seasons"]]
    unknown = tuple(str(one) for one in names if one not in known)
    laid = dict(document)
    laid.pop("seasons", None)
    days = [day for key in ("start", "target", "data_date") if (day := _iso(document.get(key)))]
    if known and days:
        first = max(min(days).year - _BEFORE, 1)
        last = min(max(days).year + _AFTER, 9998)
        rows = season_rows(known, body, date(first, 1, 1), date(last, 12, 31))
        laid["stop_work"] = [*(document.get("stop_work") or []), *rows]
    return laid, unknown


def _iso(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
