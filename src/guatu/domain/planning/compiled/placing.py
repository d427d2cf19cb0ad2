"""Serial generation of levelled plans, forward and backward, on a table of free capacity.

Activities are placed one by one in the order of a list, each as early (or as late) as
its links and the free capacity allow. An activity occupies worked days of its own
calendar only. Everything stands on one axis that begins at place 0; the tables of
``Load`` say what a place is. Passes never worsen a plan: laid out late in the order of
falling finishes and early again in the order of rising starts, no activity ends later
than it did (double justification, Valls, Ballestin and Quintanilla 2005).
"""

from typing import Any

from guatu.domain.planning.compiled.kernel import kernel
from guatu.domain.planning.compiled.load import (
    Ints,
    Load,
    day_after,
    shifted,
    unshifted,
    worked_before,
)

FS, SS, FF, SF = 0, 1, 2, 3
NONE = -1


@kernel
def earliest(load: Load, number: int, mode: int, start: Ints, finish: Ints) -> int:
    """Return how many worked days lie before the first start that floor and links allow.

    For a milestone (no days) the answer is a place.
    """
    calendar = load.calendar[number]
    days = load.days[mode]
    place: int = load.floor[mode]
    done = NONE
    for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
        kind = load.into_kind[link]
        one = load.into_from[link]
        edge = finish[one] if kind in (FS, FF) else start[one]
        edge = shifted(load.worked, load.day, load.into_lag[link], load.into_calendar[link], edge)
        if kind in (FS, SS) or days == 0:
            place = max(place, edge)
        else:
            done = max(done, worked_before(load.worked, calendar, edge - 1) + 1)
    if days == 0:
        return place
    return max(worked_before(load.worked, calendar, place), done - int(days))


@kernel
def latest(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    load: Load, number: int, mode: int, start: Ints, finish: Ints, ceiling: int
) -> int:
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
        edge = start[one] if kind in (FS, SS) else finish[one]
        edge = unshifted(load.worked, load.day, load.out_lag[link], load.out_calendar[link], edge)
        if kind in (FS, FF) or days == 0:
            place = min(place, edge)
        else:
            begun = min(begun, edge)
    if days == 0:
        return place
    done = worked_before(load.worked, calendar, place)
    if begun < 1 << 40:
        done = min(done, worked_before(load.worked, calendar, begun + 1) - 1 + days)
    return done


@kernel
def _early_plain(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    listed: Ints,
    modes: Ints,
    start: Ints,
    finish: Ints,
    free: Ints,
    guard: Any,
    into_ptr: Ints,
    into_from: Ints,
    into_lag: Ints,
    days: Ints,
    use_ptr: Ints,
    use_word: Ints,
    use_need: Ints,
    floor: Ints,
) -> bool:
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


@kernel
def _late_plain(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    listed: Ints,
    modes: Ints,
    start: Ints,
    finish: Ints,
    free: Ints,
    guard: Any,
    out_ptr: Ints,
    out_to: Ints,
    out_lag: Ints,
    days: Ints,
    use_ptr: Ints,
    use_word: Ints,
    use_need: Ints,
    floor: Ints,
    ceiling: Ints,
) -> bool:
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


@kernel
def room_after(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    free: Ints,
    day: Ints,
    use_word: Ints,
    use_need: Ints,
    guard: Any,
    calendar: int,
    days: int,
    first: int,
    last: int,
    begun: int,
) -> int:
    """Return the first count of worked days not below ``begun`` after which the uses fit; -1: none."""
    moved = True
    while moved:
        moved = False
        if day_after(day, calendar, begun + days - 1) + 1 >= free.shape[1]:
            return -1
        for use in range(first, last):
            word, need = use_word[use], use_need[use]
            for step in range(days - 1, -1, -1):
                at = day_after(day, calendar, begun + step)
                if (free[word, at] - need) & guard != guard:
                    begun += step + 1
                    moved = True
                    break
            if moved:
                break
    return begun


@kernel
def room_before(  # noqa: PLR0917 as above
    free: Ints,
    day: Ints,
    use_word: Ints,
    use_need: Ints,
    guard: Any,
    calendar: int,
    days: int,
    first: int,
    last: int,
    done: int,
) -> int:
    """Return the last count of worked days not above ``done`` by which the uses fit; -1: none."""
    moved = True
    while moved:
        moved = False
        if done < days or day_after(day, calendar, done - days) < 0:
            return -1
        for use in range(first, last):
            word, need = use_word[use], use_need[use]
            for step in range(days):
                at = day_after(day, calendar, done - days + step)
                if (free[word, at] - need) & guard != guard:
                    done = done - days + step
                    moved = True
                    break
            if moved:
                break
    return done


@kernel
def occupy(  # noqa: PLR0917 as above
    free: Ints,
    day: Ints,
    use_word: Ints,
    use_need: Ints,
    calendar: int,
    days: int,
    first: int,
    last: int,
    begun: int,
) -> None:
    """Take what the uses need on worked days."""
    for use in range(first, last):
        for step in range(days):
            free[use_word[use], day_after(day, calendar, begun + step)] -= use_need[use]


@kernel
def place_early(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    load: Load, listed: Ints, modes: Ints, start: Ints, finish: Ints, free: Ints
) -> bool:
    """Place all activities early in the order of the list; False where the axis is too short."""
    free[:] = load.capacity
    if load.plain[0]:
        return _early_plain(
            listed, modes, start, finish, free, load.guard[0], load.into_ptr, load.into_from, load.into_lag,
            load.days, load.use_ptr, load.use_word, load.use_need, load.floor,
        )  # fmt: skip
    guard, day = load.guard[0], load.day
    use_ptr, use_word, use_need = load.use_ptr, load.use_word, load.use_need
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
        first, last = use_ptr[mode], use_ptr[mode + 1]
        calendar = load.calendar[number]
        begun = room_after(free, day, use_word, use_need, guard, calendar, days, first, last, begun)
        if begun < 0:
            return False
        occupy(free, day, use_word, use_need, calendar, days, first, last, begun)
        start[number] = day_after(day, calendar, begun)
        finish[number] = day_after(day, calendar, begun + days - 1) + 1
    return True


@kernel
def place_late(  # noqa: PLR0917 arrays one by one: a tuple of them costs more to pass than the loop
    load: Load, listed: Ints, modes: Ints, start: Ints, finish: Ints, free: Ints, ceiling: Ints
) -> bool:
    """Place all activities late, from the end of the list to its beginning, under ceilings."""
    free[:] = load.capacity
    if load.plain[0]:
        return _late_plain(
            listed, modes, start, finish, free, load.guard[0], load.out_ptr, load.out_to, load.out_lag,
            load.days, load.use_ptr, load.use_word, load.use_need, load.floor, ceiling,
        )  # fmt: skip
    guard, day = load.guard[0], load.day
    use_ptr, use_word, use_need = load.use_ptr, load.use_word, load.use_need
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
        first, last = use_ptr[mode], use_ptr[mode + 1]
        calendar = load.calendar[number]
        done = room_before(free, day, use_word, use_need, guard, calendar, days, first, last, done)
        if done < 0:
            return False
        begun = day_after(day, calendar, done - days)
        if begun < load.floor[mode]:
            return False
        occupy(free, day, use_word, use_need, calendar, days, first, last, done - days)
        start[number] = begun
        finish[number] = day_after(day, calendar, done - 1) + 1
    return True
