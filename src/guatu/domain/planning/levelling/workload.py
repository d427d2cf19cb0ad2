"""What is to be levelled, as values: activities with options, links, capacities, goals.

One shape serves a single plan, a county's works and the published instances. All
places lie on one integer axis; ``origin`` is its first usable place.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from guatu.domain.planning.network import FS
from guatu.domain.planning.worktime import WorkTime

MOST_UNITS = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way of carrying out an activity.

    ``days`` worked days; ``uses``: resource number and units on each of them;
    ``spends``: stock number and units in all; ``price`` counts against the plan only
    among equals; no start before ``not_before``.
    """

    days: int
    uses: tuple[tuple[int, int], ...] = ()
    spends: tuple[tuple[int, int], ...] = ()
    price: float = 0.0
    not_before: int = 0

    def __post_init__(self) -> None:
        if self.days < 0 or any(units < 0 for _, units in (*self.uses, *self.spends)):
            raise ValueError("an option neither lasts nor uses less than nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeable:
    """An activity to be placed: its options, calendar number (None: every day) and goal number.

    ``hung`` is the start that should stay; leaving it costs ``change`` once and
    ``shift`` a place, among plans of equal lateness.
    """

    options: tuple[Option, ...]
    calendar: int | None = None
    goal: int | None = None
    hung: int | None = None
    change: float = 0.0
    shift: float = 0.0

    def __post_init__(self) -> None:
        if not self.options:
            raise ValueError("an activity has at least one option")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A link between two placeables by number; kind as in ``network``, lag in worked days of a calendar."""

    before: int
    after: int
    kind: int = FS
    lag: int = 0
    calendar: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An end to be reached by ``due`` (a place); each place of lateness costs ``weight``.

    ``pull`` is how strongly the search is drawn to it, in the same unit for all goals.
    """

    due: int = 0
    weight: int = 1
    pull: float = 1.0

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError("lateness never pays")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Units of a resource over time: ``(from place, units)`` in rising order; none before the first."""

    steps: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        places = [place for place, _ in self.steps]
        if places != sorted(set(places)) or any(
            not 0 <= units <= MOST_UNITS for _, units in self.steps
        ):
            raise ValueError("capacities stand at rising places and are not negative")

    def at(self, place: int) -> int:
        """Return the units that there are on a place."""
        step = bisect_right(self.steps, (place, MOST_UNITS + 1)) - 1
        return self.steps[step][1] if step >= 0 else 0

    @property
    def most(self) -> int:
        """Return the most units that there ever are."""
        return max((units for _, units in self.steps), default=0)


def steady(units: int, start: int = 0) -> Capacity:
    """Return a capacity that never changes."""
    return Capacity(steps=((start, units),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """Everything that is levelled together."""

    activities: tuple[Placeable, ...]
    bonds: tuple[Bond, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    stocks: tuple[int, ...] = ()
    calendars: tuple[WorkTime, ...] = ()
    goals: tuple[Goal, ...]
    origin: int = 0

    def __post_init__(self) -> None:
        count = len(self.activities)
        for bond in self.bonds:
            if not (0 <= bond.before < count and 0 <= bond.after < count):
                raise ValueError(f"a link joins {bond.before} and {bond.after} of {count}")
        for one in self.activities:
            if one.goal is not None and not 0 <= one.goal < len(self.goals):
                raise ValueError(f"there is no goal {one.goal}")
            for option in one.options:
                if any(not 0 <= number < len(self.capacities) for number, _ in option.uses):
                    raise ValueError("an option uses an unknown resource")
                if any(not 0 <= number < len(self.stocks) for number, _ in option.spends):
                    raise ValueError("an option spends an unknown stock")


class LevelStatus(StrEnum):
    """What a levelling run reached: proven best, a plan, proof that there is none, or nothing."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Levelled:
    """The answer: start, finish and option of each activity (empty where there is no plan).

    ``cost`` is the weighted lateness, ``bound`` what no plan can go below, ``second``
    what decided among equals; ``steps`` counts the search's steps.
    """

    status: LevelStatus
    starts: tuple[int, ...] = ()
    finishes: tuple[int, ...] = ()
    options: tuple[int, ...] = ()
    cost: int = 0
    bound: int = 0
    second: float = 0.0
    seconds: float = 0.0
    steps: int = 0


def order_of(workload: Workload) -> tuple[int, ...]:
    """Return the activities, predecessors first; short where links run in a circle."""
    after: list[list[int]] = [[] for _ in workload.activities]
    waiting = [0] * len(workload.activities)
    for bond in workload.bonds:
        after[bond.before].append(bond.after)
        waiting[bond.after] += 1
    order = [number for number, count in enumerate(waiting) if not count]
    for number in order:
        for one in after[number]:
            waiting[one] -= 1
            if not waiting[one]:
                order.append(one)
    return tuple(order)


def cost_of(workload: Workload, finishes: tuple[int, ...]) -> int:
    """Return the weighted lateness of a plan by its finishes."""
    reached: dict[int, int] = {}
    for one, finish in zip(workload.activities, finishes, strict=True):
        if one.goal is not None:
            reached[one.goal] = max(reached.get(one.goal, finish), finish)
    return sum(
        workload.goals[goal].weight * max(0, end - workload.goals[goal].due)
        for goal, end in reached.items()
    )
