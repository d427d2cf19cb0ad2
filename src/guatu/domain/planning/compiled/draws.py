"""Draws of a county's works: weather, durations, both passes, and what they add to the tallies.

Every draw depends on the seed, its own number and the keys of days and activities,
and on nothing else: runs on one machine or many give the same answer, and variants of
a plan meet the same weather and the same luck.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guatu.domain.planning.compiled.kernel import (
    CalendarRows,
    FactRows,
    Ints,
    LinkRows,
    Marks,
    kernel,
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

    ``ends`` has a row a draw and a column a group: the last finish; ``starts`` a column a
    work: the least late start of its open work; ``alert_days`` the stopped days of the run's span. Counts of finishes and late starts have a row a place
    and a column a day from its own ``finish_from`` or ``start_from``; days beyond stick
    to the ends. ``critical`` counts the draws in which a place drives its work's end.
    """

    ends: Ints
    starts: Ints
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
