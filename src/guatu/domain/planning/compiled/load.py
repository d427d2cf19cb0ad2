"""What the levelling kernels run on: the workload as arrays, its calendars, and lists sorted by keys."""

from typing import Any, NamedTuple

from numpy.typing import NDArray

from guatu.domain.planning.compiled.kernel import kernel

Ints = NDArray[Any]


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
    ``group``: what may be moved together (the work of one goal); ``groups``: how many there are.
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
    group: Any
    groups: Any


@kernel
def worked_before(worked: Ints, calendar: int, place: int) -> int:
    """Return the worked days before a place."""
    if calendar < 0:
        return place
    return worked[calendar, min(max(place, 0), worked.shape[1] - 1)]  # type: ignore[no-any-return]  # a whole number


@kernel
def day_after(day: Ints, calendar: int, done: int) -> int:
    """Return the place of the day on which the work after ``done`` worked days lies."""
    if calendar < 0:
        return done
    if done < 0:
        return -1
    return day[calendar, min(done, day.shape[1] - 1)]  # type: ignore[no-any-return]  # a whole number


@kernel
def shifted(worked: Ints, day: Ints, lag: int, calendar: int, place: int) -> int:
    """Return a place moved on by a lag."""
    if lag == 0 or calendar < 0:
        return place + lag
    return day_after(day, calendar, worked_before(worked, calendar, place) + lag - 1) + 1


@kernel
def unshifted(worked: Ints, day: Ints, lag: int, calendar: int, place: int) -> int:
    """Return the latest place that a lag moves to the given one or before."""
    if lag == 0 or calendar < 0:
        return place - lag
    return day_after(day, calendar, worked_before(worked, calendar, place) - lag)


@kernel
def sort_keys(  # noqa: PLR0917 compiled code takes no keywords
    load: Load, listed: Ints, key: Ints, counts: Ints, into: Ints, rising: int
) -> None:
    """Sort a list by keys so that predecessors stay before successors.

    Where a successor may start first, keys are raised along the links (for starts) or
    lowered against them (for finishes).
    """
    if load.loose[0] and rising:
        for number in load.order:
            for link in range(load.into_ptr[number], load.into_ptr[number + 1]):
                key[number] = max(key[number], key[load.into_from[link]])
    elif load.loose[0]:
        for at in range(len(load.order) - 1, -1, -1):
            number = load.order[at]
            for link in range(load.out_ptr[number], load.out_ptr[number + 1]):
                key[number] = min(key[number], key[load.out_to[link]])
    sort_counted(listed, key, counts, into)


@kernel
def sort_counted(listed: Ints, key: Ints, counts: Ints, into: Ints) -> None:
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
