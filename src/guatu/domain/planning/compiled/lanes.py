"""Eight draws side by side: one look at a link serves them all.

Edges, days and tables hold eight lanes a row. What a draw alone would pay for at every
link, guessing its kind and lag and waiting for its numbers, is paid once for eight.
Results are those of ``run_draw`` and ``run_late``.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.compiled.draws import (
    Counts,
    EndRows,
    LuckRows,
    NetRows,
    StopRows,
    TallyRows,
    draw_days,
    word_of,
)
from guatu.domain.planning.compiled.kernel import (
    UNSET,
    CalendarRows,
    FactRows,
    Ints,
    LinkRows,
    Marks,
    kernel,
)
from guatu.domain.planning.compiled.weather import DayRows, WeatherRows, draw_states

LANES = 8
_NEVER = 100_000_000
_FINISHED, _STARTED = 2, 1


class LaneTables(NamedTuple):
    """The tables of ``CalendarRows`` for eight draws: lanes are the last axis."""

    counts: Ints
    worked: Ints
    low: int
    width: int


class LaneRoom(NamedTuple):
    """Room for eight draws: states of days, days, edges both ways, marks, and two rows at work."""

    states: Marks
    days: Ints
    early: Ints
    late: Ints
    driving: Marks
    rows: Ints


def lane_tables(calendars: CalendarRows) -> LaneTables:
    """Return tables that all lanes share until alerts change them."""
    counts, worked = (
        np.repeat(one, LANES).reshape(-1, LANES) for one in (calendars.counts, calendars.worked)
    )
    return LaneTables(counts, worked, calendars.low, calendars.width)


def lane_room(count: int, days: int) -> LaneRoom:
    """Return room for eight draws of so many activities over so many days."""
    return LaneRoom(
        np.zeros((LANES, days), dtype=np.int8),
        np.empty((count, LANES), dtype=np.int32),
        np.empty((2 * count, LANES), dtype=np.int32),
        np.empty((2 * count, LANES), dtype=np.int32),
        np.zeros((count, LANES), dtype=np.int8),
        np.empty((2, LANES), dtype=np.int32),
    )


@kernel
def lane_stops(tables: LaneTables, room: LaneRoom, stops: StopRows) -> None:
    """Tabulate anew the calendars that alerts touch, lane by lane."""
    counts, worked, low, width = tables
    for number in range(len(stops.touched)):
        begin = stops.touched[number] * width
        for lane in range(LANES):
            done = 0
            for day in range(width - 2):
                counts[begin + day, lane] = done
                worked[begin + 1 + done, lane] = low + day
                stopped = stops.stopped[number, room.states[lane, day]]
                done += stops.worked[number, day] & (1 - stopped)
            counts[begin + width - 2, lane] = counts[begin + width - 1, lane] = done
            for place in range(begin + 1 + done, begin + width):
                worked[place, lane] = low + width - 2


@kernel
def lane_days(room: LaneRoom, words: NDArray[np.uint64], luck: LuckRows, one: Ints) -> None:
    """Fill in the drawn days of all lanes."""
    for lane in range(LANES):
        draw_days(one, words[lane], luck)
        for at in range(len(one)):
            room.days[at, lane] = one[at]


@kernel
def lane_early(  # noqa: PLR0917 the columns of one sweep
    room: LaneRoom, own: Ints, floor: Ints, facts: FactRows, links: LinkRows, tables: LaneTables
) -> int:
    """Fill in early places of all lanes; return the last finish of any."""
    # Row 0 at work gathers the earliest start, row 1 the earliest finish.
    early, days, rows = room.early, room.days, room.rows
    counts, worked, low, width = tables
    arriving, source, lags, rules = links
    last, most = -_NEVER, width - 1
    for at in range(len(own)):
        if facts.state[at] == _FINISHED:
            for lane in range(LANES):
                early[2 * at, lane] = facts.start[at]
                early[2 * at + 1, lane] = facts.finish[at]
            continue
        milestone, by_finish = days[at, 0] == 0, False
        for lane in range(LANES):
            rows[0, lane], rows[1, lane] = floor[at], -_NEVER
        for link in range(arriving[at], arriving[at + 1]):
            lag, rule, edge, into = lags[link], rules[link], source[link], 0
            if rule & 1 and not milestone:
                into, by_finish = 1, True
            if lag != 0:
                row = (rule >> 1) * width
                for lane in range(LANES):
                    done = counts[row + min(max(early[edge, lane] - low, 0), most), lane] + lag
                    place = worked[row + min(max(done, 0), most), lane] + 1
                    rows[into, lane] = max(rows[into, lane], place)
            else:
                for lane in range(LANES):
                    rows[into, lane] = max(rows[into, lane], early[edge, lane])
        row = own[at] * width
        for lane in range(LANES):
            if milestone:
                early[2 * at, lane] = early[2 * at + 1, lane] = rows[0, lane]
                last = max(last, rows[0, lane])
                continue
            lasting = days[at, lane]
            begun = counts[row + min(max(rows[0, lane] - low, 0), most), lane]
            if by_finish:
                done = counts[row + min(max(rows[1, lane] - 1 - low, 0), most), lane]
                begun = max(begun, done + 1 - lasting)
            early[2 * at, lane] = worked[row + min(max(begun + 1, 0), most), lane]
            finish = worked[row + min(max(begun + lasting, 0), most), lane] + 1
            early[2 * at + 1, lane] = finish
            last = max(last, finish)
        if facts.state[at] == _STARTED:
            for lane in range(LANES):
                early[2 * at, lane] = facts.start[at]
    return int(last)


@kernel
def lane_late(room: LaneRoom, net: NetRows, tables: LaneTables) -> int:
    """Fill in late places of all lanes under the ceilings; return the first start of any."""
    # Row 0 at work gathers the latest finish, row 1 the latest start.
    late, days, rows = room.late, room.days, room.rows
    counts, worked, low, width = tables
    leaving, target, lags, rules = net.leaving
    state, first, most = net.facts.state, _NEVER, width - 1
    for at in range(len(net.own) - 1, -1, -1):
        if state[at] == _FINISHED or net.bound[at] == 0:
            for lane in range(LANES):
                late[2 * at, lane] = net.facts.start[at] if state[at] == _FINISHED else _NEVER
                late[2 * at + 1, lane] = net.facts.finish[at] if state[at] == _FINISHED else _NEVER
            continue
        milestone, by_start = days[at, 0] == 0, False
        for lane in range(LANES):
            rows[0, lane], rows[1, lane] = net.ceiling[at], _NEVER
        for link in range(leaving[at], leaving[at + 1]):
            rule, edge, lag, into = rules[link], target[link], lags[link], 0
            if rule & 2 or net.bound[edge >> 1] == 0:
                continue
            if rule & 1:
                into, by_start = 1, True
            if lag != 0:
                row = (rule >> 2) * width
                for lane in range(LANES):
                    done = counts[row + min(max(late[edge, lane] - low, 0), most), lane] - lag
                    place = worked[row + min(max(done + 1, 0), most), lane]
                    rows[into, lane] = min(rows[into, lane], place)
            else:
                for lane in range(LANES):
                    rows[into, lane] = min(rows[into, lane], late[edge, lane])
        row = net.own[at] * width
        for lane in range(LANES):
            if milestone:
                place = min(rows[0, lane], rows[1, lane])
                late[2 * at, lane] = late[2 * at + 1, lane] = place
                first = min(first, place)
                continue
            lasting = days[at, lane]
            done = counts[row + min(max(rows[0, lane] - low, 0), most), lane]
            if by_start:
                other = counts[row + min(max(rows[1, lane] + 1 - low, 0), most), lane] - 1 + lasting
                done = min(done, other) if rows[0, lane] < UNSET else other
            start = worked[row + min(max(done - lasting + 1, 0), most), lane]
            late[2 * at, lane] = start
            late[2 * at + 1, lane] = worked[row + min(max(done, 0), most), lane] + 1
            first = min(first, start)
    return int(first)


@kernel
def lane_drive(
    room: LaneRoom, ends: EndRows, finishes: Ints, net: NetRows, tables: LaneTables
) -> None:
    """Mark, lane by lane, what drives the last end of each work, all tying chains."""
    driving, early, days = room.driving, room.early, room.days
    counts, worked, low, width = tables
    most = width - 1
    driving[:, :] = 0
    for number in range(len(ends.place)):
        group, at = ends.group[number], ends.place[number]
        if group < ends.driven:
            for lane in range(LANES):
                if early[2 * at + 1, lane] == finishes[lane, group]:
                    driving[at, lane] = 1
    arriving, source, lags, rules = net.arriving
    for at in range(len(driving) - 1, -1, -1):
        some = 0
        for lane in range(LANES):
            some |= driving[at, lane]
        if some == 0:
            continue
        if net.facts.state[at] == _FINISHED:
            for lane in range(LANES):
                driving[at, lane] = 0
            continue
        row, milestone = net.own[at] * width, days[at, 0] == 0
        for link in range(arriving[at], arriving[at + 1]):
            lag, rule = lags[link], rules[link]
            edge = source[link]
            ahead, behind = (1, 0) if rule & 1 else (0, 1)
            other = (rule >> 1) * width
            for lane in range(LANES):
                place, finish = early[edge, lane], early[2 * at + 1, lane]
                if lag != 0:
                    done = counts[other + min(max(place - low, 0), most), lane] + lag
                    place = worked[other + min(max(done, 0), most), lane] + 1
                if milestone:
                    drives = place == finish
                else:
                    # Equal work done before both says that the link alone gives this finish.
                    done = counts[row + min(max(place - ahead - low, 0), most), lane]
                    full = counts[row + min(max(finish - low, 0), most), lane]
                    drives = done + ahead + behind * days[at, lane] == full
                if drives and driving[at, lane] == 1:
                    driving[edge >> 1, lane] = 1


@kernel
def count_day(counts: Counts, at: int, day: int) -> None:
    """Count one day of a place; days beyond its columns stick to the ends."""
    counts[at, min(max(day, 0), counts.shape[1] - 1)] += np.uint16(1)


@kernel
def lane_count(tally: TallyRows, room: LaneRoom, net: NetRows, lanes: int) -> None:
    """Add what the first lanes found to the counts of the places."""
    late = tally.late_starts.shape[1] > 0
    for at in range(len(tally.critical)):
        for lane in range(lanes):
            tally.critical[at] += room.driving[at, lane]
            count_day(tally.finishes, at, room.early[2 * at + 1, lane] - tally.finish_from[at])
            if late and net.bound[at] == 1:
                count_day(tally.late_starts, at, room.late[2 * at, lane] - tally.start_from[at])


@kernel
def lane_starts(starts: Ints, room: LaneRoom, net: NetRows, work: Ints) -> None:
    """Fill in, a draw and a work, the least late start of what is open and bound."""
    starts[:, :] = _NEVER
    for at in range(len(work)):
        if net.bound[at] == 1 and net.facts.state[at] != _FINISHED:
            for lane in range(len(starts)):
                starts[lane, work[at]] = min(starts[lane, work[at]], room.late[2 * at, lane])


@kernel
def run_lanes(  # noqa: PLR0917 the columns of a chunk of draws
    tally: TallyRows,
    numbers: tuple[int, int, int, int],
    room: LaneRoom,
    works: tuple[NetRows, EndRows, Ints],
    luck: LuckRows,
    weather: tuple[WeatherRows, DayRows, StopRows],
    tables: LaneTables,
) -> bool:
    """Run the draws of a chunk, eight at a time; False where one leaves the window.

    ``numbers`` are the seed, the first draw, the first day of the axis whose alerts
    are counted and the one after the last.
    """
    seed, first, counted_from, counted_to = numbers
    net, ends, work = works
    alerts, days, stops = weather
    drawn = alerts.starting.shape[1] > 1 and len(stops.touched) > 0
    words = np.empty(LANES, dtype=np.uint64)
    one = np.empty(len(net.own), dtype=np.int32)
    finishes = np.empty((LANES, tally.ends.shape[1]), dtype=np.int32)
    for draw in range(0, len(tally.ends), LANES):
        lanes = min(LANES, len(tally.ends) - draw)
        for lane in range(LANES):
            words[lane] = word_of(seed, first + draw + lane)
            if drawn:
                draw_states(room.states[lane], words[lane], alerts, days, tables.low)
        if drawn:
            lane_stops(tables, room, stops)
        lane_days(room, words, luck, one)
        last = lane_early(room, net.own, net.floor, net.facts, net.arriving, tables)
        if last >= tables.low + tables.width - 2:
            return False
        finishes[:, :] = -UNSET
        for number in range(len(ends.place)):
            group, at = ends.group[number], 2 * ends.place[number] + 1
            for lane in range(LANES):
                finishes[lane, group] = max(finishes[lane, group], room.early[at, lane])
        lane_drive(room, ends, finishes, net, tables)
        if tally.late_starts.shape[1] > 0:
            if lane_late(room, net, tables) <= tables.low:
                return False
            lane_starts(tally.starts[draw : draw + lanes], room, net, work)
        for lane in range(lanes):
            tally.ends[draw + lane] = finishes[lane]
            for day in range(counted_from - tables.low, counted_to - tables.low):
                tally.alert_days[draw + lane] += room.states[lane, day] != 0
        lane_count(tally, room, net, lanes)
    return True
