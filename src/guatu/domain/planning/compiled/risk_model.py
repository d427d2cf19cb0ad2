"""The works of a county joined into one network that draws are run on."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np

from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.compiled.draws import EndRows, LuckRows, NetRows, StopRows
from guatu.domain.planning.compiled.engine import CompiledEngine
from guatu.domain.planning.compiled.kernel import CalendarRows, Ints, Marks
from guatu.domain.planning.compiled.layout import layout_of, narrow
from guatu.domain.planning.compiled.spreads import curve_of
from guatu.domain.planning.compiled.weather import (
    DayRows,
    WeatherRows,
    day_rows,
    fitted,
    states_of,
)
from guatu.domain.planning.network import ALWAYS, NEVER, OPEN, Network, network_of
from guatu.domain.planning.plan import Plan
from guatu.domain.planning.risk_terms import RiskTerms
from guatu.domain.planning.schedule import dated, given_start
from guatu.domain.planning.tables import Tables
from guatu.domain.planning.worktime import WorkTime

_MARGIN = 400
_FAR_BOUND = 3660
_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskWork:
    """A plan with the place before which no open work of it may start."""

    plan: Plan
    begin: int


def works_of(
    plans: Sequence[Plan], today: int
) -> tuple[list[RiskWork], int] | tuple[Diagnostic, int]:
    """Return plans as they hang and the place after their last day; or the first one's fault.

    A plan begins on its start, or its latest start where it is worked back, and never
    before today.
    """
    works, latest = [], today + 1
    for plan in plans:
        found = dated(plan)
        if isinstance(found, Diagnostic):
            return found, 0
        dates = found[1].dates
        start, back = given_start(plan), found[1].latest_start
        hung = start if start is not None else back if back is not None else min(dates.early_start)
        begin = max(hung, today)
        works.append(RiskWork(plan=plan, begin=begin))
        latest = max(latest, max(dates.early_last) + 1 + begin - hung)
    return works, latest


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskModel:
    """Everything a draw needs, as columns that travel between machines.

    ``work`` is the work of each place, ``deadline`` the ceiling of each group of ends
    (``NEVER`` where it has none), ``counted`` the days whose alerts are counted.
    """

    order: Ints
    work: Ints
    net: NetRows
    luck: LuckRows
    stops: StopRows
    weather: WeatherRows
    days: DayRows
    calendars: CalendarRows
    ends: EndRows
    deadline: Ints
    counted: tuple[int, int]

    @property
    def count(self) -> int:
        """The number of activities of all works."""
        return len(self.order)


class _Joined:
    """Columns of all works one after another, calendars by what alerts do to them."""

    def __init__(self, works: Sequence[RiskWork], terms: RiskTerms) -> None:
        self.works = works
        history = terms.history
        stopped = frozenset[str]().union(*(one.classes for one in history.stops)) if history else ()
        self.groups: list[tuple[str, str]] = []
        self.calendars: list[WorkTime] = []
        self.group_of: list[int] = []
        self._numbers: dict[tuple[WorkTime, int], int] = {}
        self._seen: dict[tuple[str, str], int] = {}
        parts = [self._part(one, stopped) for one in works]
        self.offsets = np.cumsum([0, *(len(part["days"]) for part in parts)])
        for part, offset in zip(parts, self.offsets, strict=False):
            part["before"] += np.int32(offset)
            part["after"] += np.int32(offset)
        self.columns: dict[str, Any] = {
            name: np.concatenate([part[name] for part in parts]) for name in parts[0]
        }

    def _group(self, one: tuple[str, str]) -> int:
        if one not in self._seen:
            self._seen[one] = len(self.groups)
            self.groups.append(one)
        return self._seen[one]

    def _number(self, calendar: WorkTime, group: int) -> int:
        key = calendar, group
        if key not in self._numbers:
            self._numbers[key] = len(self.calendars)
            self.calendars.append(calendar)
            self.group_of.append(group)
        return self._numbers[key]

    def _part(self, work: RiskWork, stopped: Any) -> dict[str, Ints]:
        plan = work.plan
        network = network_of(plan)
        part = {
            name: narrow(getattr(network, name)).copy()
            for name in Network.__slots__
            if name != "calendars"
        }
        known: dict[tuple[int, int], int] = {}

        def paired(calendar: int, group: int) -> int:
            key = calendar, group
            if key not in known:
                known[key] = self._number(network.calendars[calendar], group)
            return known[key]

        groups = [
            self._group((one.activity_class, plan.place_of(one)))
            if one.activity_class in stopped
            else -1
            for one in plan.activities
        ]
        own = [paired(one, group) for one, group in zip(network.calendar, groups, strict=True)]
        follows = [link.lag_calendar is None for one in plan.activities for link in one.links]
        part["lag_calendar"] = narrow(
            [
                own[after] if with_own else paired(calendar, -1)
                for calendar, after, with_own in zip(
                    network.lag_calendar, network.after, follows, strict=True
                )
            ]
        )
        part["calendar"] = narrow(own)
        open_floor = np.maximum(part["floor"], np.int32(work.begin))
        part["floor"] = np.where(part["state"] == 2, part["floor"], open_floor)
        if plan.target is not None:
            rows = {one.id: row for row, one in enumerate(plan.activities)}
            ends = [rows[one] for one in plan.end_ids()]
            part["ceiling"][ends] = np.minimum(part["ceiling"][ends], day_number(plan.target) + 1)
        return part


def risk_model(
    works: Sequence[RiskWork], terms: RiskTerms, *, latest: int, years: int = 0
) -> RiskModel:
    """Join works into a model whose window reaches beyond ``latest`` and ``years`` more both ways."""
    joined = _Joined(works, terms)
    network = Network(**joined.columns, calendars=tuple(joined.calendars))
    engine = CompiledEngine(network, layout_of(network))
    layout = engine.layout
    ceiling = layout.ceiling.copy()
    first = np.diff(layout.arriving.first) == 0
    milestone = (layout.days == 0) & (layout.facts.state == OPEN)
    ceiling[milestone & first & (ceiling < NEVER)] -= 1
    # A bound far beyond the end of all work would only stretch the tables.
    held = ceiling < NEVER
    ceiling[held] = np.minimum(ceiling[held], latest + _FAR_BOUND)
    low, high = _window(engine, ceiling, latest, years)
    stops, weather = _alerts(joined, terms, low, high)
    tables = Tables(joined.calendars, low, high)
    work = np.repeat(np.arange(len(works), dtype=np.int32), np.diff(joined.offsets))
    ends, deadline = _ends(joined, layout.place)
    begin = min(one.begin for one in works)
    return RiskModel(
        order=layout.order,
        work=work[layout.order],
        net=NetRows(
            layout.own,
            layout.floor,
            ceiling,
            engine.bound(ceiling),
            layout.facts,
            layout.arriving,
            layout.leaving,
        ),
        luck=_luck(joined, terms, layout.order),
        stops=stops,
        weather=weather,
        days=day_rows(low, high - low),
        calendars=CalendarRows(*tables.columns),
        ends=ends,
        deadline=deadline,
        counted=(max(begin, low), min(latest, high)),
    )


def _window(engine: CompiledEngine, ceiling: Ints, latest: int, years: int) -> tuple[int, int]:
    layout = engine.layout
    places = [layout.floor[layout.floor > ALWAYS], ceiling[ceiling < NEVER]]
    places += [one[layout.facts.state > 0] for one in layout.facts[1:]]
    known = np.concatenate([one[(one > ALWAYS) & (one < NEVER)] for one in places])
    low = int(known.min()) - _MARGIN - years * _YEAR
    span = latest - low
    high = max(latest, int(known.max())) + span // 2 + 2 * _MARGIN + years * _YEAR
    return max(low, 1), high


def _alerts(joined: _Joined, terms: RiskTerms, low: int, high: int) -> tuple[StopRows, WeatherRows]:
    history = terms.history
    touched = [number for number, group in enumerate(joined.group_of) if group >= 0]
    if history is None or not touched:
        quiet = np.zeros((0, high - low), dtype=np.int8)
        chances = np.ones((12, 1)), np.ones((12, 1, 1))
        years = np.zeros((0, _YEAR), dtype=np.int8)
        rows = StopRows(narrow([]), quiet, np.zeros((0, 1), dtype=np.int8))
        return rows, WeatherRows(years, *chances)
    states, stopped = states_of(history, joined.groups)
    worked = np.zeros((len(touched), high - low), dtype=np.int8)
    for row, number in enumerate(touched):
        worked[row] = _worked(joined.calendars[number], low, high)
    groups = [joined.group_of[number] for number in touched]
    rows = StopRows(narrow(touched), worked, np.ascontiguousarray(stopped[groups]))
    return rows, fitted(history, states, terms.weather)


def _worked(calendar: WorkTime, low: int, high: int) -> Marks:
    counts = Tables([calendar], low, high).columns[0]
    return np.diff(counts[: high - low + 1]).astype(np.int8)


def _luck(joined: _Joined, terms: RiskTerms, order: Ints) -> LuckRows:
    curves: list[Any] = []
    known: dict[str, int] = {}
    curve, keys = [], []
    for work in joined.works:
        for one in work.plan.activities:
            name = one.activity_class
            if name not in known:
                spread = terms.spread_of(name)
                known[name] = -1 if spread is None else len(curves)
                if spread is not None:
                    curves.append(curve_of(spread))
            curve.append(known[name])
            words = f"{work.plan.id}\x00{one.id}".encode("utf-8", "surrogatepass")
            keys.append(int.from_bytes(blake2b(words, digest_size=8).digest(), "little"))
    return LuckRows(
        narrow(joined.columns["days"])[order],
        np.asarray(keys, dtype=np.uint64)[order],
        narrow(curve)[order],
        np.asarray(curves) if curves else np.zeros((0, 1025)),
    )


def _ends(joined: _Joined, place: Ints) -> tuple[EndRows, Ints]:
    """Group the ends of each work, then each activity with a last day of its own."""
    rows: list[int] = []
    groups: list[int] = []
    deadline: list[int] = []
    own: list[tuple[int, int]] = []
    for number, (work, (first, _)) in enumerate(
        zip(joined.works, pairwise(joined.offsets.tolist()), strict=True)
    ):
        plan = work.plan
        row_of = {one.id: first + row for row, one in enumerate(plan.activities)}
        rows += [row_of[one] for one in plan.end_ids()]
        groups += [number] * len(plan.end_ids())
        deadline.append(NEVER if plan.target is None else day_number(plan.target) + 1)
        own += [
            (row_of[one.id], day_number(one.must_by) + 1)
            for one in plan.activities
            if one.must_by is not None
        ]
    for row, ceiling in own:
        rows.append(row)
        groups.append(len(deadline))
        deadline.append(ceiling)
    return EndRows(place[rows], narrow(groups), len(joined.works)), narrow(deadline)
