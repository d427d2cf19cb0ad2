"""Draws of a county's works: weather, durations, both passes, and what they add to the tallies.

Every draw depends on the seed, its own number and the keys of days and activities,
and on nothing else: runs on one machine or many give the same answer, and variants of
a plan meet the same weather and the same luck.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.compiled.kernel import (
    UNSET,
    CalendarRows,
    FactRows,
    Ints,
    LinkRows,
    Marks,
    before,
    kernel,
    start_at,
)
from guatu.domain.planning.compiled.sweeps import ActivityRows, sweep_early, sweep_late
from guatu.domain.planning.compiled.weather import (
    DayRows,
    Reals,
    WeatherRows,
    Word,
    draw_states,
    mixed,
)

# Sixteen bits hold the draws of a chunk, thirty-two those of all chunks added up.
Counts = NDArray[np.uint16] | NDArray[np.int32]
_QUANTILES = 1024
_DRAW_STREAM = 0xD4A3


class LuckRows(NamedTuple):
    """What durations are drawn from: days and key of each place, its curve (or -1), the curves.

    A curve holds the factor at 1,025 evenly spaced chances.
    """

    days: Ints
    key: NDArray[np.uint64]
    curve: Ints
    curves: Reals


class StopRows(NamedTuple):
    """Which calendars alerts change: a row of worked days, and of stopped states, a calendar.

    ``touched`` lists the calendars that some state stops.
    """

    touched: Ints
    worked: Marks
    stopped: Marks


class EndRows(NamedTuple):
    """The ends whose dates are counted: place of each, the group it belongs to, the number of groups.

    Groups below ``driven`` are whole works, whose chains are followed back.
    """

    place: Ints
    group: Ints
    driven: int


class TallyRows(NamedTuple):
    """What draws are counted in.

    ``ends`` has a row a draw and a column a group: the last finish; ``alert_days`` the
    stopped days of the run's span. Counts of finishes and late starts have a row a place
    and a column a day from its own ``finish_from`` or ``start_from``; days beyond stick
    to the ends. ``critical`` counts the draws in which a place drives its work's end.
    """

    ends: Ints
    alert_days: Ints
    critical: Ints
    finishes: Counts
    finish_from: Ints
    late_starts: Counts
    start_from: Ints


class NetRows(NamedTuple):
    """The laid-out network of all works: bounds both ways, facts, links, who is bound."""

    own: Ints
    floor: Ints
    ceiling: Ints
    bound: Marks
    facts: FactRows
    arriving: LinkRows
    leaving: LinkRows


class RoomRows(NamedTuple):
    """Room that one draw after another is worked out in."""

    states: Marks
    days: Ints
    early: Ints
    late: Ints
    driving: Marks


@kernel
def word_of(seed: int, draw: int) -> Word:
    """Return the word of a draw, from which all its luck comes."""
    return mixed(mixed(np.uint64(seed), np.uint64(_DRAW_STREAM)), np.uint64(draw))


@kernel
def draw_days(days: Ints, word: Word, luck: LuckRows) -> None:
    """Fill in drawn days: planned days by a drawn factor, rounded, never below one."""
    for at in range(len(days)):
        curve = luck.curve[at]
        if curve < 0 or luck.days[at] == 0:
            days[at] = luck.days[at]
            continue
        chance = np.float64(mixed(word, luck.key[at]) >> np.uint64(11)) * (
            _QUANTILES / 9007199254740992.0
        )
        step = int(chance)
        low, high = luck.curves[curve, step], luck.curves[curve, step + 1]
        factor = low + (chance - step) * (high - low)
        days[at] = max(1, int(luck.days[at] * factor + 0.5))


@kernel
def stop_days(calendars: CalendarRows, states: Marks, stops: StopRows) -> None:
    """Tabulate anew the calendars that alerts touch, without the days stopped in this draw."""
    width = calendars.width
    for number in range(len(stops.touched)):
        row = stops.touched[number]
        at, done = row * width, 0
        for day in range(width - 2):
            calendars.counts[at + day] = done
            if stops.worked[number, day] == 1 and stops.stopped[number, states[day]] == 0:
                calendars.worked[at + 1 + done] = calendars.low + day
                done += 1
        calendars.counts[at + width - 2] = calendars.counts[at + width - 1] = done
        for place in range(at + 1 + done, at + width):
            calendars.worked[place] = calendars.low + width - 2


@kernel
def drive(
    room: RoomRows, ends: EndRows, finishes: Ints, net: NetRows, calendars: CalendarRows
) -> None:
    """Mark what drives the last end of each work, all tying chains, back to their beginnings."""
    driving, early, days = room.driving, room.early, room.days
    driving[:] = 0
    for number in range(len(ends.place)):
        group, at = ends.group[number], ends.place[number]
        if group < ends.driven and early[2 * at + 1] == finishes[group]:
            driving[at] = 1
    arriving, source, lags, rules = net.arriving
    for at in range(len(driving) - 1, -1, -1):
        if driving[at] == 0:
            continue
        if net.facts.state[at] == 2:
            driving[at] = 0
            continue
        own, finish = net.own[at], early[2 * at + 1]
        for link in range(arriving[at], arriving[at + 1]):
            edge, lag = early[source[link]], lags[link]
            if lag != 0:
                row = rules[link] >> 1
                edge = start_at(calendars, row, before(calendars, row, edge) + lag - 1) + 1
            reached = edge
            if days[at] > 0:
                if rules[link] & 1:
                    done = before(calendars, own, edge - 1) + 1
                else:
                    done = before(calendars, own, edge) + days[at]
                reached = start_at(calendars, own, done - 1) + 1
            if reached == finish:
                driving[source[link] >> 1] = 1


@kernel
def count_day(counts: Counts, at: int, day: int) -> None:
    """Count one day of a place; days beyond its columns stick to the ends."""
    counts[at, min(max(day, 0), counts.shape[1] - 1)] += np.uint16(1)


@kernel
def run_draw(  # noqa: PLR0917 the columns of one draw
    word: Word,
    room: RoomRows,
    net: NetRows,
    luck: LuckRows,
    stops: StopRows,
    weather: WeatherRows,
    days: DayRows,
    calendars: CalendarRows,
) -> bool:
    """Work out one draw up to its early places; False where they leave the window."""
    if weather.starting.shape[1] > 1 and len(stops.touched) > 0:
        draw_states(room.states, word, weather, days, calendars.low)
        stop_days(calendars, room.states, stops)
    draw_days(room.days, word, luck)
    rows = ActivityRows(room.days, net.own, net.floor)
    last = sweep_early(room.early, rows, net.facts, net.arriving, calendars)
    return last < calendars.low + calendars.width - 2


@kernel
def run_late(room: RoomRows, net: NetRows, calendars: CalendarRows) -> bool:
    """Work out the late places of the draw in ``room``; False where they leave the window."""
    rows = ActivityRows(room.days, net.own, net.ceiling)
    first = sweep_late(room.late, net.bound, rows, net.facts, net.leaving, calendars)
    return first > calendars.low


@kernel
def run_draws(  # noqa: PLR0917 the columns of a chunk of draws
    tally: TallyRows,
    numbers: tuple[int, int, int, int],
    room: RoomRows,
    net: NetRows,
    luck: LuckRows,
    stops: StopRows,
    weather: WeatherRows,
    days: DayRows,
    calendars: CalendarRows,
    ends: EndRows,
) -> bool:
    """Run the draws of a chunk; False where one leaves the window of the tables.

    ``numbers`` are the seed, the first draw, the first day of the axis whose alerts
    are counted and the one after the last.
    """
    seed, first, counted_from, counted_to = numbers
    fine = True
    for draw in range(len(tally.ends)):
        word = word_of(seed, first + draw)
        fine = run_draw(word, room, net, luck, stops, weather, days, calendars) and fine
        if not fine:
            return False
        finishes = tally.ends[draw]
        finishes[:] = -UNSET
        for number in range(len(ends.place)):
            group = ends.group[number]
            finishes[group] = max(finishes[group], room.early[2 * ends.place[number] + 1])
        for day in range(counted_from - calendars.low, counted_to - calendars.low):
            tally.alert_days[draw] += room.states[day] != 0
        drive(room, ends, finishes, net, calendars)
        for at in range(len(tally.critical)):
            tally.critical[at] += room.driving[at]
            count_day(tally.finishes, at, room.early[2 * at + 1] - tally.finish_from[at])
        if tally.late_starts.shape[1] > 0:
            fine = run_late(room, net, calendars) and fine
            for at in range(len(tally.critical)):
                if room.late[2 * at] < UNSET:
                    count_day(tally.late_starts, at, room.late[2 * at] - tally.start_from[at])
    return fine


@kernel
def sum_luck(  # noqa: PLR0917 the columns of a chunk of draws
    sums: Reals, seed: int, first: int, ranks: Reals, luck: LuckRows, work: Ints
) -> None:
    """Add up, a place, the drawn chance (less a half) times the rank of its work's end."""
    for draw in range(len(ranks)):
        word = word_of(seed, first + draw)
        for at in range(len(sums)):
            if luck.curve[at] >= 0 and luck.days[at] > 0:
                chance = np.float64(mixed(word, luck.key[at]) >> np.uint64(11)) * (
                    1.0 / 9007199254740992.0
                )
                sums[at] += (chance - 0.5) * ranks[draw, work[at]]
