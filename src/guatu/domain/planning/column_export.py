"""A plan of values as the columns of a plan file; reading them back computes the same dates."""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.plan import LinkKind, Plan
from guatu.domain.planning.plan_document import plan_document

_KINDS = list(LinkKind)


def plan_columns(plan: Plan) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Return the header document and the columns of a plan.

    Columns keep what dates depend on: names, units, crash offers and hands stay behind.
    """
    header = {
        key: value
        for key, value in plan_document(plan).items()
        if key not in {"activities", "ends", "resources"}
    }
    rows = plan.activities
    row = {one.id: number for number, one in enumerate(rows)}
    calendar = {one.name: number for number, one in enumerate(plan.calendars)}
    classes = sorted({one.activity_class for one in rows} - {""})
    places = sorted({one.place for one in rows} - {""})
    links = [(number, link) for number, one in enumerate(rows) for link in one.links]

    def whole(values: list[int]) -> NDArray[np.int32]:
        return np.asarray(values, dtype=np.int32)

    columns: dict[str, NDArray[Any]] = {
        "id": np.asarray([one.id for one in rows]),
        "days": whole([one.days for one in rows]),
        "calendar": whole([calendar[one.calendar] for one in rows]),
        "class": whole([_at(classes, one.activity_class) for one in rows]),
        "place": whole([_at(places, one.place) for one in rows]),
        "classes": np.asarray(classes, dtype=np.str_),
        "places": np.asarray(places, dtype=np.str_),
        "percent": np.asarray([one.percent for one in rows]),
        "before": whole([row[link.predecessor] for _, link in links]),
        "after": whole([number for number, _ in links]),
        "kind": whole([_KINDS.index(link.kind) for _, link in links]),
        "lag": whole([link.lag for _, link in links]),
        "lag_calendar": whole([calendar.get(link.lag_calendar or "", -1) for _, link in links]),
        "ends": whole([row[one] for one in plan.ends]),
    }
    for name in ("not_before", "must_by", "actual_start", "actual_finish"):
        columns[name] = _dates([getattr(one, name) for one in rows])
    return header, columns


def _at(listed: list[str], word: str) -> int:
    return listed.index(word) if word else -1


def _dates(days: list[date | None]) -> NDArray[np.datetime64]:
    stated = ["NaT" if day is None else day.isoformat() for day in days]
    return np.asarray(stated, dtype="datetime64[D]")
