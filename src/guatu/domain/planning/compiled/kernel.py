"""How a loop becomes machine code: once, kept on disk beside the source, and free of the interpreter's lock."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Kernel = TypeVar("Kernel", bound=Callable[..., Any])
Ints = NDArray[np.int32]
Marks = NDArray[np.int8]

# Half of what nobody set: places beyond it bind nothing.
UNSET = 50_000_000


def kernel(function: Kernel) -> Kernel:
    """Compile a function of numbers and arrays; other threads run while it does."""
    try:
        compiled = njit(cache=True, nogil=True, error_model="numpy")(function)
    except RuntimeError:
        # No folder can be written: each process compiles for itself.
        return cast("Kernel", njit(nogil=True, error_model="numpy")(function))
    _forget_stale(compiled)
    return cast("Kernel", compiled)


def _forget_stale(compiled: Any) -> None:
    """Empty the copies on disk where they speak of classes that an upgrade took away.

    numba reads the whole index before it looks whether the source has changed, and
    fails where a name in it is gone.
    """
    kept = getattr(compiled, "_cache", None)
    file = getattr(kept, "_cache_file", None)
    if kept is None or file is None:
        return
    try:
        file._load_index()  # noqa: SLF001 numba offers no public look at its index
    except (AttributeError, ImportError, EOFError, ValueError, TypeError):
        kept.flush()


class CalendarRows(NamedTuple):
    """Rows of calendars over a window that begins at ``low`` and is ``width`` wide.

    ``counts`` holds the worked days before each place, ``worked`` the place of each
    worked day, row after row.
    """

    counts: Ints
    worked: Ints
    low: int
    width: int


class LinkRows(NamedTuple):
    """LinkRows grouped by one end: those of place ``p`` are ``first[p]`` to ``first[p + 1]``.

    ``other`` is twice the place of the other end, one more for its finish. ``rule`` of
    arriving links is twice the lag's calendar, one more where the link holds the finish;
    of leaving ones four times the calendar, one more where the link comes from the
    start, two more where facts settled it.
    """

    first: Ints
    other: Ints
    lag: Ints
    rule: Ints


class FactRows(NamedTuple):
    """What happened, by place: open, started or finished, and the places of both edges."""

    state: Marks
    start: Ints
    finish: Ints


# An answer of ``before`` or ``start_at`` is compiled into every sweep: who changes them
# must touch the sweeps' files too, or the copies kept on disk will not notice.
@kernel
def before(calendars: CalendarRows, calendar: int, place: int) -> int:
    """Worked days of the window before a place, in one calendar."""
    at = min(max(place - calendars.low, 0), calendars.width - 1)
    return int(calendars.counts[calendar * calendars.width + at])


@kernel
def start_at(calendars: CalendarRows, calendar: int, done: int) -> int:
    """The day on which the work after so many worked days of the window lies."""
    at = min(max(done + 1, 0), calendars.width - 1)
    return int(calendars.worked[calendar * calendars.width + at])
