"""Chunks of draws and what they count: run anywhere, added up in the order of their draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.compiled.draws import (
    LuckRows,
    RoomRows,
    TallyRows,
    run_draw,
    run_late,
    sum_luck,
    word_of,
)
from guatu.domain.planning.compiled.kernel import UNSET, CalendarRows, Ints
from guatu.domain.planning.compiled.lanes import lane_room, lane_tables, run_lanes
from guatu.domain.planning.compiled.risk_model import RiskModel
from guatu.domain.planning.compiled.sweeps import new_edges
from guatu.domain.planning.compiled.weather import Reals

_PILOT_DRAWS = 64
# Counts of a chunk stay under some forty megabytes, however many activities there are.
_LEAST_COLUMNS, _MOST_COLUMNS, _MOST_COUNTS = 64, 1024, 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawColumns:
    """From which day on, and over how many days, finishes and late starts are counted."""

    finish_from: Ints
    finish_columns: int
    start_from: Ints
    start_columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawChunk:
    """Some draws of a model to be run together, on whatever machine."""

    model: RiskModel
    columns: DrawColumns
    seed: int
    first: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckChunk:
    """Some draws whose luck is to be set against the ranks of the works' ends."""

    luck: LuckRows
    work: Ints
    seed: int
    first: int
    ranks: Reals


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """One draw in full: the state of each day, the days of each place, and both edges."""

    states: NDArray[np.int8]
    days: Ints
    early: Ints
    late: Ints


def room_for(model: RiskModel) -> RoomRows:
    """Return room to work draws out in; without weather every day is in state 0."""
    return RoomRows(
        np.zeros(len(model.days.year), dtype=np.int8),
        np.empty(model.count, dtype=np.int32),
        new_edges(model.count),
        np.full(2 * model.count, 2 * UNSET, dtype=np.int32),
    )


def one_draw(model: RiskModel, seed: int, number: int) -> Draw | None:
    """Run one draw in full; None where it leaves the window of the model."""
    room, calendars = room_for(model), _own_calendars(model)
    word = np.uint64(word_of(seed, number))
    fine = run_draw(
        word, room, model.net, model.luck, model.stops, model.weather, model.days, calendars
    )
    fine = fine and run_late(room, model.net, calendars)
    return Draw(states=room.states, days=room.days, early=room.early, late=room.late) if fine else None  # fmt: skip


def _own_calendars(model: RiskModel) -> CalendarRows:
    counts, worked, low, width = model.calendars
    return CalendarRows(counts.copy(), worked.copy(), low, width)


def draw_columns(model: RiskModel, seed: int) -> DrawColumns | None:
    """Look at some draws to know where dates will lie; None where one leaves the window."""
    finishes, starts = [], []
    for number in range(_PILOT_DRAWS):
        found = one_draw(model, seed, number)
        if found is None:
            return None
        finishes.append(found.early[1::2])
        starts.append(found.late[0::2])
    finish_from, finish_columns = _spanned(np.asarray(finishes))
    start_from, start_columns = _spanned(np.asarray(starts))
    bound = bool(model.net.bound.any())
    return DrawColumns(
        finish_from=finish_from,
        finish_columns=finish_columns,
        start_from=start_from,
        start_columns=start_columns if bound else 0,
    )


def _spanned(seen: Ints) -> tuple[Ints, int]:
    low, high = seen.min(axis=0), seen.max(axis=0)
    widest = int((high - low).max())
    most = min(_MOST_COLUMNS, max(_LEAST_COLUMNS, _MOST_COUNTS // seen.shape[1]))
    columns = min(max(2 * widest + 32, _LEAST_COLUMNS), most)
    return (low - (columns - (high - low)) // 2).astype(np.int32), columns


def run_chunk(chunk: DrawChunk) -> TallyRows | None:
    """Run the draws of a chunk; None where one leaves the window of the model."""
    model, columns = chunk.model, chunk.columns
    tally = TallyRows(
        np.empty((chunk.count, len(model.deadline)), dtype=np.int32),
        np.full((chunk.count, model.ends.driven), 2 * UNSET, dtype=np.int32),
        np.zeros(chunk.count, dtype=np.int32),
        np.zeros(model.count, dtype=np.int32),
        np.zeros((model.count, columns.finish_columns), dtype=np.uint16),
        columns.finish_from,
        np.zeros((model.count, columns.start_columns), dtype=np.uint16),
        columns.start_from,
    )
    numbers = chunk.seed, chunk.first, *model.counted
    room = lane_room(model.count, len(model.days.year))
    weather = model.weather, model.days, model.stops
    tables = lane_tables(model.calendars)
    works = model.net, model.ends, model.work
    fine = run_lanes(tally, numbers, room, works, model.luck, weather, tables)
    return tally if fine else None


def luck_chunk(chunk: LuckChunk) -> Reals:
    """Return, a place, the sum over the draws of luck times rank."""
    sums = np.zeros(len(chunk.work))
    sum_luck(sums, chunk.seed, chunk.first, chunk.ranks, chunk.luck, chunk.work)
    return sums


def added_up(chunks: Iterable[TallyRows | None]) -> TallyRows | None:
    """Add the tallies of chunks up, in the order of their draws; None where one failed."""
    ends, starts, alerts = [], [], []
    critical: Any = 0
    finishes: Any = 0
    late: Any = 0
    last = None
    for one in chunks:
        if one is None:
            return None
        ends.append(one.ends)
        starts.append(one.starts)
        alerts.append(one.alert_days)
        critical = critical + one.critical
        finishes = finishes + one.finishes.astype(np.int32)
        late = late + one.late_starts.astype(np.int32)
        last = one
    assert last is not None
    return last._replace(
        ends=np.concatenate(ends),
        starts=np.concatenate(starts),
        alert_days=np.concatenate(alerts),
        critical=critical,
        finishes=finishes,
        late_starts=late,
    )
