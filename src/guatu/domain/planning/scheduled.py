"""The dates of a plan's activities: one value an activity, built from columns when it is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from guatu.domain.kernel.interval import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledActivity:
    """The dates of one activity as people read them: every ``last_day`` is worked.

    Floats are in working days of the activity's calendar. ``start`` and ``last_day``
    are the dates to hang: the early ones, or later where levelling moved them.
    """

    id: str
    early_start: date
    early_last_day: date
    late_start: date
    late_last_day: date
    start: date
    last_day: date
    total_float: int
    free_float: int
    critical: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumns:
    """Ids, days of the axis, floats and critical marks, one column each, in file order."""

    ids: Sequence[str]
    early_start: Sequence[int]
    early_last: Sequence[int]
    late_start: Sequence[int]
    late_last: Sequence[int]
    total_float: Sequence[int]
    free_float: Sequence[int]
    critical: Sequence[bool]


class ScheduledActivities(Sequence[ScheduledActivity]):
    """The scheduled activities of a large plan; each is built from the columns when read."""

    __slots__ = ("columns",)

    def __init__(self, columns: DateColumns) -> None:
        self.columns = columns

    def __len__(self) -> int:  # type: ignore[explicit-override]  # the domain has only the standard library
        return len(self.columns.ids)

    @overload
    def __getitem__(self, at: int) -> ScheduledActivity: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[ScheduledActivity]: ...

    def __getitem__(self, at: int | slice) -> ScheduledActivity | Sequence[ScheduledActivity]:  # type: ignore[explicit-override]  # the domain has only the standard library
        if isinstance(at, slice):
            return tuple(self._built(one) for one in range(*at.indices(len(self))))
        return self._built(at if at >= 0 else at + len(self))

    def __iter__(self) -> Iterator[ScheduledActivity]:  # type: ignore[explicit-override]  # the domain has only the standard library
        return map(self._built, range(len(self)))

    def __eq__(self, other: object) -> bool:  # type: ignore[explicit-override]  # the domain has only the standard library
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:  # type: ignore[explicit-override]  # the domain has only the standard library
        return hash(tuple(self))

    def _built(self, number: int) -> ScheduledActivity:
        columns = self.columns
        start = day_of(columns.early_start[number])
        last_day = day_of(columns.early_last[number])
        return ScheduledActivity(
            id=columns.ids[number],
            early_start=start,
            early_last_day=last_day,
            late_start=day_of(columns.late_start[number]),
            late_last_day=day_of(columns.late_last[number]),
            start=start,
            last_day=last_day,
            total_float=int(columns.total_float[number]),
            free_float=int(columns.free_float[number]),
            critical=bool(columns.critical[number]),
        )
