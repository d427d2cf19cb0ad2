"""What a county asks of levelling: its works with their hung dates, shared capacities, and wishes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from guatu.domain.planning.schedule import Schedule

HungDates = Mapping[str, tuple[date, date]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyWork:
    """One work as it goes into levelling.

    ``schedule`` are its dates without capacities; a day of lateness counts ``weight``
    times; ``hung`` are start and last day of activities as they hang on the wall.
    """

    schedule: Schedule
    weight: int = 1
    hung: HungDates = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= 1000:
            raise ValueError(f"a weight of {self.weight} is not from 1 to 1000")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCapacity:
    """What the county has of a resource: ``units`` a day, and from each day of ``changes`` on so many.

    Crews and cranes by count, an approving office by files on its desk at once, money of
    a month by the yuan a day that it allows.
    """

    id: str
    units: int
    changes: tuple[tuple[date, int], ...] = ()

    def __post_init__(self) -> None:
        days = [day for day, _ in self.changes]
        if self.units < 0 or any(units < 0 for _, units in self.changes):
            raise ValueError(f"resource {self.id} has a negative capacity")
        if days != sorted(set(days)):
            raise ValueError(f"the capacities of {self.id} stand in no rising order of days")


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWishes:
    """How to level: capacities that the county knows better than its plans, what may not move, crashes.

    A capacity named here replaces what the plans state; where plans differ, the least
    holds. Activities that hang to start before ``frozen_until`` stay as they hang and
    nothing else starts before it. ``with_crashes`` lets crash offers be taken.
    """

    capacities: tuple[SharedCapacity, ...] = ()
    frozen_until: date | None = None
    with_crashes: bool = False
