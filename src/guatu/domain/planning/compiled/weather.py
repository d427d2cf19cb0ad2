"""Past alerts as a model that coming days are drawn from: whole years, or a chain by month."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from guatu.domain.kernel.interval import day_number, day_of
from guatu.domain.planning.compiled.kernel import Marks, kernel
from guatu.domain.planning.network import lost_runs
from guatu.domain.planning.risk_terms import AlertHistory, WeatherKind

Reals = NDArray[np.float64]
# Sixty-four bits: an ``np.uint64`` in compiled code, an int where Python hands it over.
Word = Any
# Years are cut on 1 July; 366 places, the last but a few of which is 29 February.
_YEAR_PLACES = 366
_CUT_MONTH = 7
_YEAR_STREAM = 0x5EA50000
_DAY_STREAM = 0xDA700000


class WeatherRows(NamedTuple):
    """A model of alerts; states are kinds of day, state 0 is a day without alert.

    ``years`` are past years (rows) by place of the year (columns); empty for a chain.
    ``starting`` holds the chances of each state in a month, added up; ``moving`` the
    chances of the next state in a month and state, added up.
    """

    years: Marks
    starting: Reals
    moving: Reals


class DayRows(NamedTuple):
    """The days of a window: the number of their year, their place in it, and their month."""

    year: NDArray[np.int32]
    place: NDArray[np.int32]
    month: NDArray[np.int8]


def states_of(history: AlertHistory, groups: Sequence[tuple[str, str]]) -> tuple[Marks, Marks]:
    """Return the state of each past day, and which groups of activity each state stops.

    A group is a class at a place; the second answer has a row a group, a column a state.
    """
    first, end = day_number(history.first), day_number(history.last) + 1
    lost = np.zeros((len(groups), end - first), dtype=np.int8)
    for number, (one, place) in enumerate(groups):
        for run in lost_runs(history.stops, one, place):
            lost[number, max(run.start - first, 0) : max(run.end - first, 0)] = 1
    kinds, which = np.unique(lost, axis=1, return_inverse=True)
    # Sorted columns put the day on which nothing is stopped first, if there is one.
    if kinds.shape[1] == 0 or kinds[:, 0].any():
        kinds = np.concatenate((np.zeros((len(groups), 1), dtype=np.int8), kinds), axis=1)
        which = which + 1
    return which.reshape(-1).astype(np.int8), np.ascontiguousarray(kinds, dtype=np.int8)


def fitted(history: AlertHistory, states: Marks, kind: WeatherKind) -> WeatherRows:
    """Fit a model to past days; whole years need at least one from July to June."""
    count = int(states.max()) + 1
    days = day_rows(day_number(history.first), len(states))
    before, after = states[:-1], states[1:]
    moves = np.zeros((12, count, count))
    np.add.at(moves, (days.month[1:], before, after), 1.0)
    whole = moves.sum(axis=0)
    # A state seen in no such month moves as it does all year round; one never left stays.
    whole[whole.sum(axis=1) == 0] = np.eye(count)[whole.sum(axis=1) == 0]
    unseen = moves.sum(axis=2) == 0
    moves[unseen] = np.broadcast_to(whole, moves.shape)[unseen]
    shares = np.zeros((12, count))
    np.add.at(shares, (days.month, states), 1.0)
    shares[shares.sum(axis=1) == 0] = np.bincount(states, minlength=count)
    years = _past_years(days, states) if kind is WeatherKind.YEARS else None
    return WeatherRows(
        years=np.zeros((0, _YEAR_PLACES), dtype=np.int8) if years is None else years,
        starting=_added_up(shares),
        moving=_added_up(moves),
    )


def whole_years(history: AlertHistory) -> bool:
    """Tell whether a history holds at least one whole year from July to June."""
    first, last = history.first, history.last
    begins = date(first.year + (first > date(first.year, _CUT_MONTH, 1)), _CUT_MONTH, 1)
    return last >= date(begins.year + 1, _CUT_MONTH - 1, 30)


def _added_up(counts: Reals) -> Reals:
    total = counts.sum(axis=-1, keepdims=True)
    return np.ascontiguousarray(np.cumsum(counts / total, axis=-1))


def _past_years(days: DayRows, states: Marks) -> Marks | None:
    """Return the complete past years; a missing 29 February is as the day before."""
    rows = []
    for year in range(int(days.year[0]), int(days.year[-1]) + 1):
        mine = days.year == year
        places = days.place[mine]
        row = np.full(_YEAR_PLACES, -1, dtype=np.int8)
        row[places] = states[mine]
        leap = _place_in_year(date(2024, 2, 29))
        if row[leap] < 0:
            row[leap] = row[leap - 1]
        if (row >= 0).all():
            rows.append(row)
    return np.asarray(rows, dtype=np.int8) if rows else None


def _place_in_year(day: date) -> int:
    """Return the place of a day in a leap year that begins on 1 July."""
    in_leap = date(2024 if day.month < _CUT_MONTH else 2023, day.month, day.day)
    return (in_leap - date(2023, _CUT_MONTH, 1)).days


def day_rows(first: int, count: int) -> DayRows:
    """Return year, place and month of a run of days of the axis."""
    listed = [day_of(max(first, 1) + number) for number in range(count)]
    return DayRows(
        np.asarray([one.year - (one.month < _CUT_MONTH) for one in listed], dtype=np.int32),
        np.asarray([_place_in_year(one) for one in listed], dtype=np.int32),
        np.asarray([one.month - 1 for one in listed], dtype=np.int8),
    )


@kernel
def mixed(word: Word, key: Word) -> Word:
    """Mix two words of 64 bits into one that looks random: the draw depends on nothing else."""
    x = np.uint64(word) ^ np.uint64(key)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@kernel
def uniform(word: Word, key: Word) -> float:
    """Return the number from 0 to 1 that belongs to a draw and a key."""
    return float(np.float64(mixed(word, key) >> np.uint64(11)) * (1.0 / 9007199254740992.0))


@kernel
def draw_states(states: Marks, word: Word, weather: WeatherRows, days: DayRows, first: int) -> None:
    """Fill in the state of each day of a window that begins on day ``first`` of the axis."""
    if len(weather.years) > 0:
        picked, number = -1, -1
        for day in range(len(states)):
            if days.year[day] != number:
                number = days.year[day]
                chance = uniform(word, np.uint64(_YEAR_STREAM + number))
                picked = min(int(chance * len(weather.years)), len(weather.years) - 1)
            states[day] = weather.years[picked, days.place[day]]
        return
    last = weather.starting.shape[1] - 1
    state = -1
    for day in range(len(states)):
        chance = uniform(word, np.uint64(_DAY_STREAM + first + day))
        month, moved = days.month[day], 0
        if state < 0:
            while moved < last and chance >= weather.starting[month, moved]:
                moved += 1
        else:
            while moved < last and chance >= weather.moving[month, state, moved]:
                moved += 1
        state = moved
        states[day] = state
