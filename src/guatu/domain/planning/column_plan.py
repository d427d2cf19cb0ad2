"""A large plan as columns: what a columnar plan file says, checked row by row without a loop.

Rows are activities, numbered from 0. Links name rows, calendars and classes by number.
The fields are listed in ``docs/guide/planning.md``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic, has_error
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.column_fields import ColumnFields
from guatu.domain.planning.network import (
    ALWAYS,
    FINISHED,
    NEVER,
    OPEN,
    STARTED,
    CalendarNumbers,
    Network,
)
from guatu.domain.planning.plan import MOST_DAYS, Plan
from guatu.domain.planning.plan_reading import read_plan

Ints = NDArray[np.int32]
_STAND_IN = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """A plan whose activities are rows of columns.

    ``header`` holds everything but the activities (one stand-in keeps their place);
    ``ids`` names the rows where the file does; ``ends`` are the rows that the target
    binds; ``began`` is the first day on which anything happened, if anything did.
    """

    header: Plan
    ids: NDArray[Any] | None
    network: Network
    milestone: NDArray[np.int8]
    ends: Ints
    began: int | None

    def __len__(self) -> int:
        return len(self.network)

    def id_of(self, row: int) -> str:
        """Return the id of a row: as the file names it, else its number."""
        return str(row) if self.ids is None else str(self.ids[row])


def read_columns(
    document: object,
    columns: Mapping[str, NDArray[Any]],
    *,
    source: str,
    holidays: HolidayTable | None,
) -> tuple[ColumnPlan | None, tuple[Diagnostic, ...]]:
    """Read the header document and the columns of a plan; faults name column and row."""
    header, told = _header(document, source, holidays)
    if header is None:
        return None, told
    fields = ColumnFields(source, columns)
    fields.subject = header.id
    count = fields.count("days")
    if count == 0:
        if not fields.found:
            fields.fault("empty", "days")
        return None, (*told, *fields.found)
    fields.ids(count)
    rows = _rows(fields, count, header)
    links = _links(fields, count, header)
    ends = fields.integers("ends", None, 0, count - 1, 0)
    if has_error(fields.found):
        return None, (*told, *fields.found)
    own = links["lag_calendar"] < 0
    links["lag_calendar"][own] = rows.columns["calendar"][links["after"][own]]
    every: dict[str, Any] = {**rows.columns, **links}
    network = Network(**every, calendars=rows.calendars)
    followed = np.zeros(count, dtype=bool)
    followed[links["before"]] = True
    plan = ColumnPlan(
        header=header,
        ids=fields.named,
        network=network,
        milestone=rows.milestone,
        ends=np.unique(ends) if ends.size else np.flatnonzero(~followed).astype(np.int32),
        began=rows.began,
    )
    return plan, (*told, *fields.found)


def _header(
    document: object, source: str, holidays: HolidayTable | None
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    if not isinstance(document, dict):
        return read_plan(document, source=source, holidays=holidays)
    calendars = document.get("calendars")
    first = next(iter(calendars), "cal") if isinstance(calendars, dict) else "cal"
    stand_in = {"id": _STAND_IN, "days": 0, "calendar": first}
    stated = {key: value for key, value in document.items() if key != "ends"}
    return read_plan({**stated, "activities": [stand_in]}, source=source, holidays=holidays)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    columns: dict[str, Ints]
    calendars: tuple[Any, ...]
    milestone: NDArray[np.int8]
    began: int | None


def _rows(fields: ColumnFields, count: int, header: Plan) -> _Rows:
    days = fields.integers("days", count, 0, MOST_DAYS, 0)
    data_date = ALWAYS if header.data_date is None else day_number(header.data_date)
    floor = np.maximum(fields.days("not_before", count, ALWAYS), np.int32(data_date))
    ceiling = fields.days("must_by", count, NEVER - 1) + np.int32(1)
    milestone = (days == 0).astype(np.int8)
    calendar, calendars = _calendars(fields, count, header)
    columns = {"days": days, "calendar": calendar, "floor": floor, "ceiling": ceiling}
    began = None
    if fields.has("actual_start") or fields.has("actual_finish"):
        began = _add_facts(fields, columns, count, data_date)
    else:
        columns["state"] = np.zeros(count, dtype=np.int32)
        columns["actual_start"] = columns["actual_finish"] = np.full(count, ALWAYS, dtype=np.int32)
    percent = fields.percent(count)
    if header.data_date is not None and percent is not None:
        left = -np.floor_divide(-days * (100.0 - percent), 100.0)
        columns["days"] = left.astype(np.int32)
    return _Rows(columns=columns, calendars=calendars, milestone=milestone, began=began)


def _add_facts(
    fields: ColumnFields, columns: dict[str, Ints], count: int, data_date: int
) -> int | None:
    """Add states and actual places by the rules of ``network_of``; return the first day of all."""
    days = columns["days"]
    started = fields.days("actual_start", count, ALWAYS)
    ended = fields.days("actual_finish", count, ALWAYS)
    fields.refuse("actual_finish", "backward_pair", (ended > ALWAYS) & (ended < started))
    known = np.where(started > ALWAYS, started, ended)
    happened = known[known > ALWAYS]
    milestone = days == 0
    reached = np.where(ended > ALWAYS, ended, np.where(milestone, started, ALWAYS))
    finished = reached > ALWAYS
    state = np.where(finished, FINISHED, np.where(started > ALWAYS, STARTED, OPEN))
    finish = np.where(finished, reached + np.where(milestone, 0, 1), ALWAYS)
    start = np.where(finished & ((started == ALWAYS) | milestone), finish - days, started)
    resumed = np.maximum(started, data_date)
    columns["floor"] = np.where(state == STARTED, resumed, columns["floor"]).astype(np.int32)
    columns["state"] = state.astype(np.int32)
    columns["actual_start"] = start.astype(np.int32)
    columns["actual_finish"] = finish.astype(np.int32)
    return int(happened.min()) if happened.size else None


def _calendars(fields: ColumnFields, count: int, header: Plan) -> tuple[Ints, tuple[Any, ...]]:
    """Number what each row runs on: its calendar less the days its class loses at its place."""
    names = [one.name for one in header.calendars]
    classes, places = fields.texts("classes"), fields.texts("places")
    default = names.index("cal") if "cal" in names else 0
    stated = fields.integers("calendar", count, 0, len(names) - 1, default)
    of_class = fields.integers("class", count, -1, len(classes) - 1, -1)
    of_place = fields.integers("place", count, -1, len(places) - 1, -1)
    numbers = CalendarNumbers(header)
    for name in names:
        # The plain calendars come first: the number of a lag's calendar is that of the header.
        numbers.number(name)
    if not (classes or places or header.place):
        return stated, tuple(numbers.compiled)
    sizes = len(names), len(classes) + 1, len(places) + 1
    mixed = np.ravel_multi_index((stated, of_class + 1, of_place + 1), sizes)
    found = np.zeros(int(np.prod(sizes)), dtype=np.int32)
    for one in np.flatnonzero(np.bincount(mixed)).tolist():
        calendar, kind, place = (int(at) for at in np.unravel_index(one, sizes))
        found[one] = numbers.number(
            names[calendar],
            classes[kind - 1] if kind else "",
            (places[place - 1] if place else "") or header.place,
        )
    return found[mixed], tuple(numbers.compiled)


def _links(fields: ColumnFields, count: int, header: Plan) -> dict[str, Any]:
    links = fields.count("before", required=False)
    if links:
        fields.require("after")
    after = fields.integers("after", links, 0, count - 1, 0)
    before = fields.integers("before", links, 0, count - 1, 0)
    return {
        "before": before,
        "after": after,
        "kind": fields.integers("kind", links, 0, 3, 0),
        "lag": fields.integers("lag", links, -MOST_DAYS, MOST_DAYS, 0),
        "lag_calendar": fields.integers("lag_calendar", links, -1, len(header.calendars) - 1, -1),
    }
