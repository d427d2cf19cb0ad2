"""Serial generation of levelled plans, forward and backward, on a table of free capacity.

Activities are placed one by one in the order of a list, each as early (or as late) as
its links and the free capacity allow. An activity occupies worked days of its own
calendar only. Everything stands on one axis that begins at place 0; the tables of
``Load`` say what a place is. Passes never worsen a plan: laid out late in the order of
falling finishes and early again in the order of rising starts, no activity ends later
than it did (double justification, Valls, Ballestin and Quintanilla 2005).
"""

from typing import Any, NamedTuple

from numba import njit

FS, SS, FF, SF = 0, 1, 2, 3
NONE = -1


class Load(NamedTuple):
    """The work to be levelled as arrays; a ``*_ptr`` and its columns are a list of rows.

    ``order``: activities, predecessors first. ``into_*``, ``out_*``: links by successor
    and by predecessor with kind, lag and lag calendar (-1: every day is worked).
    ``mode_ptr``: the modes of each activity. By mode: ``days``, ``floor`` (earliest
    start), ``price``, ``use_*`` (words of ``capacity`` and packed needs, see
    ``laying``) and ``spend[stock, mode]``. ``calendar`` of each activity.
    ``worked[c, t]``: worked days before place ``t``; ``day[c, w]``: the place of worked
    day ``w``. ``capacity[word, t]``: packed units a place, ``guard`` its guard bits.
    ``goal`` of each activity (-1: none); ``due``, ``weight`` (whole numbers, what is
    minimised) and ``pull`` (what guides) by goal. ``lean``: how much an early finish
    helps; ``hung``: the start that should stay (-1: none) with the price of a change
    and of each place of it. ``plain``: 1 where every day is worked and every link is
    FS; ``loose``: 1 where a successor may start before its predecessor. ``stock``:
    what there is of resources that are used up.
    """

    order: Any
    into_ptr: Any
    into_from: Any
    into_kind: Any
    into_lag: Any
    into_calendar: Any
    out_ptr: Any
    out_to: Any
    out_kind: Any
    out_lag: Any
    out_calendar: Any
    mode_ptr: Any
    days: Any
    floor: Any
    price: Any
    use_ptr: Any
    use_word: Any
    use_need: Any
    spend: Any
    calendar: Any
    worked: Any
    day: Any
    capacity: Any
    guard: Any
    goal: Any
    due: Any
    weight: Any
    pull: Any
    lean: Any
    hung: Any
    change: Any
    plain: Any
    loose: Any
    stock: Any


@njit(cache=True, nogil=True, inline="always")
def _before(load, calendar, place):
    if calendar < 0:
        return place
    return load.worked[calendar, min(max(place, 0), load.worked.shape[1] - 1)]


@njit(cache=True, nogil=True, inline="always")
def _day(load, calendar, done):
    if calendar < 0:
        return done
    if done < 0:
        return -1
    return load.day[calendar, min(done, load.day.shape[1] - 1)]


@njit(cache=True, nogil=True)
def _shifted(load, lag, calendar, place):
    if lag == 0 or calendar < 0:
        return place + lag
    return _day(load, calendar, _before(load, calendar, place) + lag - 1) + 1


@njit(cache=True, nogil=True)
def _unshifted(load, lag, calendar, place):
    if lag == 0 or calendar < 0:
        return place - lag
    return _day(load, calendar, _before(load, calendar, place) - lag)


@njit(cache=True, nogil=True)
def earliest(load, number, mode, start, finish):
    """Return how many worked days lie before the first start that floor and links allow.

    For a milestone (no days) the answer is a place.
    """
    calendar = load.calendar[number]
    days = load.days[mode]
    place = load.floor[mode]
    done = NONE
    for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
        kind = load.into_kind[link]
        one = load.into_from[link]
        edge = finish[one] if kind == FS or kind == FF else start[one]
        edge = _shifted(load, load.into_lag[link], load.into_calendar[link], edge)
        if kind == FS or kind == SS or days == 0:
            place = max(place, edge)
        else:
            done = max(done, _before(load, calendar, edge - 1) + 1)
    if days == 0:
        return place
    return max(_before(load, calendar, place), done - days)


@njit(cache=True, nogil=True)
def latest(load, number, mode, start, finish, ceiling):
    """Return how many worked days lie before the last finish that ceiling and links allow.

    For a milestone the answer is a place.
    """
    calendar = load.calendar[number]
    days = load.days[mode]
    place = ceiling
    begun = 1 << 40
    for link in range(load.out_ptr[number], load.out_ptr[number + 1]):
        kind = load.out_kind[link]
        one = load.out_to[link]
        edge = start[one] if kind == FS or kind == SS else finish[one]
        edge = _unshifted(load, load.out_lag[link], load.out_calendar[link], edge)
        if kind == FS or kind == FF or days == 0:
            place = min(place, edge)
        else:
            begun = min(begun, edge)
    if days == 0:
        return place
    done = _before(load, calendar, place)
    if begun < 1 << 40:
        done = min(done, _before(load, calendar, begun + 1) - 1 + days)
    return done


@njit(cache=True, nogil=True)
def _early_plain(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    listed, modes, start, finish, free, guard, into_ptr, into_from, into_lag, days, use_ptr, use_word, use_need, floor
):
    """Place early where every day is worked and every link holds a start by a finish."""
    axis = free.shape[1]
    for number in listed:
        mode = modes[number]
        begun = floor[mode]
        for link in range(into_ptr[number], into_ptr[number + 1]):
            begun = max(begun, finish[into_from[link]] + into_lag[link])
        length = days[mode]
        first, last = use_ptr[mode], use_ptr[mode + 1]
        use = first
        step = length - 1
        if begun + length >= axis:
            return False
        while use < last and step >= 0:
            if (free[use_word[use], begun + step] - use_need[use]) & guard != guard:
                begun += step + 1
                if begun + length >= axis:
                    return False
                use = first
                step = length - 1
                continue
            step -= 1
            if step < 0:
                use += 1
                step = length - 1
        for use in range(first, last):
            for place in range(begun, begun + length):
                free[use_word[use], place] -= use_need[use]
        start[number] = begun
        finish[number] = begun + length
    return True


@njit(cache=True, nogil=True)
def _late_plain(  # noqa: PLR0917 as above
    listed, modes, start, finish, free, guard, out_ptr, out_to, out_lag, days, use_ptr, use_word, use_need, floor, ceiling
):
    """Place late where every day is worked and every link holds a start by a finish."""
    for at in range(len(listed) - 1, -1, -1):
        number = listed[at]
        mode = modes[number]
        done = ceiling[number]
        for link in range(out_ptr[number], out_ptr[number + 1]):
            done = min(done, start[out_to[link]] - out_lag[link])
        length = days[mode]
        begun = done - length
        lowest = floor[mode]
        if begun < lowest:
            return False
        first, last = use_ptr[mode], use_ptr[mode + 1]
        use = first
        step = 0
        while use < last and step < length:
            if (free[use_word[use], begun + step] - use_need[use]) & guard != guard:
                begun += step - length
                if begun < lowest:
                    return False
                use = first
                step = 0
                continue
            step += 1
            if step == length:
                use += 1
                step = 0
        for use in range(first, last):
            for place in range(begun, begun + length):
                free[use_word[use], place] -= use_need[use]
        start[number] = begun
        finish[number] = begun + length
    return True


@njit(cache=True, nogil=True)
def room_after(load, number, mode, begun, free):
    """Return the first count of worked days not below ``begun`` after which the activity fits; -1: none."""
    calendar = load.calendar[number]
    days = load.days[mode]
    guard = load.guard[0]
    moved = True
    while moved:
        moved = False
        if _day(load, calendar, begun + days - 1) + 1 >= free.shape[1]:
            return -1
        for use in range(load.use_ptr[mode], load.use_ptr[mode + 1]):
            word, need = load.use_word[use], load.use_need[use]
            for step in range(days - 1, -1, -1):
                if (free[word, _day(load, calendar, begun + step)] - need) & guard != guard:
                    begun += step + 1
                    moved = True
                    break
            if moved:
                break
    return begun


@njit(cache=True, nogil=True)
def room_before(load, number, mode, done, free):
    """Return the last count of worked days not above ``done`` by which the activity fits; -1: none."""
    calendar = load.calendar[number]
    days = load.days[mode]
    guard = load.guard[0]
    moved = True
    while moved:
        moved = False
        if done < days or _day(load, calendar, done - days) < 0:
            return -1
        for use in range(load.use_ptr[mode], load.use_ptr[mode + 1]):
            word, need = load.use_word[use], load.use_need[use]
            for step in range(days):
                if (free[word, _day(load, calendar, done - days + step)] - need) & guard != guard:
                    done = done - days + step
                    moved = True
                    break
            if moved:
                break
    return done


@njit(cache=True, nogil=True)
def occupy(load, number, mode, begun, free):
    """Take what an activity uses on its worked days."""
    calendar = load.calendar[number]
    for use in range(load.use_ptr[mode], load.use_ptr[mode + 1]):
        for step in range(load.days[mode]):
            free[load.use_word[use], _day(load, calendar, begun + step)] -= load.use_need[use]


@njit(cache=True, nogil=True)
def place_early(load, listed, modes, start, finish, free):
    """Place all activities early in the order of the list; False where the axis is too short."""
    free[:] = load.capacity
    if load.plain[0]:
        return _early_plain(
            listed, modes, start, finish, free, load.guard[0], load.into_ptr, load.into_from, load.into_lag,
            load.days, load.use_ptr, load.use_word, load.use_need, load.floor,
        )  # fmt: skip
    for number in listed:
        mode = modes[number]
        begun = earliest(load, number, mode, start, finish)
        days = load.days[mode]
        if days == 0:
            if begun + 1 >= free.shape[1]:
                return False
            start[number] = begun
            finish[number] = begun
            continue
        begun = room_after(load, number, mode, begun, free)
        if begun < 0:
            return False
        occupy(load, number, mode, begun, free)
        start[number] = _day(load, load.calendar[number], begun)
        finish[number] = _day(load, load.calendar[number], begun + days - 1) + 1
    return True


@njit(cache=True, nogil=True)
def place_late(load, listed, modes, start, finish, free, ceiling):
    """Place all activities late, from the end of the list to its beginning, under ceilings."""
    free[:] = load.capacity
    if load.plain[0]:
        return _late_plain(
            listed, modes, start, finish, free, load.guard[0], load.out_ptr, load.out_to, load.out_lag,
            load.days, load.use_ptr, load.use_word, load.use_need, load.floor, ceiling,
        )  # fmt: skip
    for at in range(len(listed) - 1, -1, -1):
        number = listed[at]
        mode = modes[number]
        done = latest(load, number, mode, start, finish, ceiling[number])
        days = load.days[mode]
        if days == 0:
            if done < load.floor[mode]:
                return False
            start[number] = done
            finish[number] = done
            continue
        done = room_before(load, number, mode, done, free)
        if done < 0:
            return False
        first = _day(load, load.calendar[number], done - days)
        if first < load.floor[mode]:
            return False
        occupy(load, number, mode, done - days, free)
        start[number] = first
        finish[number] = _day(load, load.calendar[number], done - 1) + 1
    return True


@njit(cache=True, nogil=True)
def sort_keys(load, listed, key, counts, into, is_rising):
    """Sort a list by keys so that predecessors stay before successors.

    Where a successor may start first, keys are raised along the links (for starts) or
    lowered against them (for finishes).
    """
    if load.loose[0] and is_rising:
        for number in load.order:
            for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
                key[number] = max(key[number], key[load.into_from[link]])
    elif load.loose[0]:
        for at in range(len(load.order) - 1, -1, -1):
            number = load.order[at]
            for link in range(load.out_ptr[number], load.out_ptr[number + 1]):
                key[number] = min(key[number], key[load.out_to[link]])
    sort_counted(listed, key, counts, into)


@njit(cache=True, nogil=True)
def sort_counted(listed, key, counts, into):
    """Sort a list by keys from 0 on, stable."""
    counts[:] = 0
    for number in listed:
        counts[key[number] + 1] += 1
    for place in range(1, len(counts)):
        counts[place] += counts[place - 1]
    for number in listed:
        at = counts[key[number]]
        into[at] = number
        counts[key[number]] = at + 1
