"""The works of a county as one workload, with the way back from its rows to the plans.

Finished and frozen work is fixed: its links become floors of what follows it, and what
it uses is taken off the capacities. Each plan ends in milestones that carry its goals.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from guatu.domain.kernel.interval import day_number
from guatu.domain.planning.levelling.supply import capacity_after, stated_capacities
from guatu.domain.planning.levelling.workload import (
    Bond,
    Goal,
    Levelled,
    Option,
    Placeable,
    Workload,
)
from guatu.domain.planning.levelling.works import CountyWork, LevelWishes
from guatu.domain.planning.network import (
    ALWAYS,
    FF,
    FINISHED,
    FS,
    NEVER,
    SS,
    STARTED,
    Network,
    network_of,
)
from guatu.domain.planning.plan import Activity
from guatu.domain.planning.worktime import WorkTime

# One day of lateness outweighs all ends of plans together.
LATE_DAY = 1 << 22
_CHANGE, _SHIFT = 1.0, 0.01
_LATE_PULL = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyRow:
    """Which activity a placeable stands for: number of the work and of its activity, and its state."""

    work: int
    number: int
    state: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedRow:
    """An activity that is not placed: finished, or frozen as it hangs; places are half-open."""

    work: int
    number: int
    start: int
    finish: int
    is_hung: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyLoad:
    """A workload with its rows (None: a milestone that carries a goal), fixed rows and resource ids.

    ``ends`` are the goals of the plans' ends by work, -1 where it counts nothing;
    ``earlier`` the days by which each work may begin before its latest start; ``dues``
    by work how far each of its goals may go at no cost.
    """

    workload: Workload
    rows: tuple[CountyRow | None, ...]
    fixed: tuple[FixedRow, ...]
    resources: tuple[str, ...]
    ends: tuple[int, ...]
    earlier: tuple[int, ...]
    dues: tuple[dict[int, int], ...]

    def end_bounds(self) -> tuple[int, ...]:
        """Return by work the span in days that its links and the work of its resources ask for."""
        from guatu.domain.planning.levelling.bounds import heads_of, late_bounds  # noqa: PLC0415 numpy is loaded where a run begins

        late = late_bounds(self.workload, heads_of(self.workload))
        return tuple(
            self._work_bound(work) if self.earlier[work] else late[goal] if goal >= 0 else 0
            for work, goal in enumerate(self.ends)
        )

    def _work_bound(self, work: int) -> int:
        """Return the days that the work of one plan takes wherever it lies, by the busiest resource."""
        load: dict[int, int] = {}
        longest = 0
        for row, one in zip(self.rows, self.workload.activities, strict=True):
            if row is not None and row.work == work:
                option = min(one.options, key=lambda two: two.days)
                longest = max(longest, option.days)
                for resource, units in option.uses:
                    load[resource] = load.get(resource, 0) + units * option.days
        most = self.workload.capacities
        needed = (-(-units // most[number].most) for number, units in load.items() if units)
        return max(longest, *needed, 0)

    def latest_places(self, levelled: Levelled) -> tuple[int, ...]:
        """Return by placeable the latest finish that keeps every goal as well as it is kept.

        Works that were worked back may end on their target; others stay where they are.
        """
        whole = max(levelled.finishes)
        dues = self._dues_of_back()
        held = []
        for row, one, reached in zip(
            self.rows, self.workload.activities, levelled.finishes, strict=True
        ):
            if row is not None and self.earlier[row.work]:
                held.append(max(whole, *self.dues[row.work].values()))
            elif row is None and one.goal in dues:
                held.append(max(reached, dues[one.goal]))
            else:
                held.append(reached)
        return tuple(held)

    def _dues_of_back(self) -> dict[int | None, int]:
        """Return the goals of works that were worked back, with the place up to which each may go."""
        return {
            goal: due
            for work, days in enumerate(self.earlier)
            if days
            for goal, due in self.dues[work].items()
        }


class _Laying:
    """Collects placeables, links and goals work by work."""

    def __init__(
        self, works: Sequence[CountyWork], wishes: LevelWishes, earlier: Sequence[int]
    ) -> None:
        self.works = works
        self.earlier = earlier
        self.dues: list[dict[int, int]] = [{} for _ in works]
        self.wishes = wishes
        self.capacities = stated_capacities(works, wishes)
        self.resource = {name: number for number, name in enumerate(self.capacities)}
        self.calendars: dict[WorkTime, int] = {}
        self.activities: list[Placeable] = []
        self.rows: list[CountyRow | None] = []
        self.fixed: list[FixedRow] = []
        self.bonds: list[Bond] = []
        self.goals: list[Goal] = []
        self.ends: list[int] = []
        self.taken: list[tuple[int, int, int]] = []
        frozen = wishes.frozen_until
        self.frozen = ALWAYS if frozen is None else day_number(frozen)
        # Prices count from 0 to 1, so that the dearest offer weighs as much as a changed date.
        offers = [one.crash for work in works for one in work.schedule.plan.activities]
        self.dearest = max((one.cost for one in offers if one is not None), default=0) or 1
        # Ends of plans count only where neither dates hang nor money is to be saved.
        self.ends_count = not wishes.with_crashes and not any(one.hung for one in works)

    def calendar(self, own: WorkTime) -> int | None:
        """Return the number of a calendar; None where every day is worked."""
        if len(own.starts) == 1 and all(own.week):
            return None
        return self.calendars.setdefault(own, len(self.calendars))

    def add(self, work: int) -> None:
        """Add the activities, links and goals of one work."""
        network = network_of(self.works[work].schedule.plan)
        places = self._fix(work, network)
        floors = self._floors(work, network, places)
        placed: dict[int, int] = {}
        for number in range(len(network)):
            if number not in places:
                placed[number] = len(self.activities)
                self.activities.append(self._placeable(work, network, number, floors[number]))
                self.rows.append(CountyRow(work=work, number=number, state=network.state[number]))
        for link in range(len(network.before)):
            before, after = network.before[link], network.after[link]
            is_start = network.kind[link] not in (FS, FF)
            if before in placed and after in placed:
                if network.state[before] == STARTED and is_start:
                    continue
                self.bonds.append(
                    Bond(
                        before=placed[before],
                        after=placed[after],
                        kind=network.kind[link],
                        lag=network.lag[link],
                        calendar=self.calendar(network.calendars[network.lag_calendar[link]]),
                    )
                )
        self._add_goals(work, network, placed)

    def _fix(self, work: int, network: Network) -> dict[int, tuple[int, int]]:
        """Fix finished and frozen work; return its places by number."""
        plan = self.works[work].schedule.plan
        places: dict[int, tuple[int, int]] = {}
        for number, one in enumerate(plan.activities):
            hung = self.works[work].hung.get(one.id)
            if network.state[number] == FINISHED:
                places[number] = network.actual_start[number], network.actual_finish[number]
            elif hung is not None and day_number(hung[0]) < self.frozen and not one.actual_start:
                first = day_number(hung[0])
                places[number] = first, first if one.is_milestone else day_number(hung[1]) + 1
                self._take(network, number, one, places[number])
            else:
                continue
            self.fixed.append(
                FixedRow(
                    work=work,
                    number=number,
                    start=places[number][0],
                    finish=places[number][1],
                    is_hung=network.state[number] != FINISHED,
                )
            )
        return places

    def _take(self, network: Network, number: int, one: Activity, places: tuple[int, int]) -> None:
        own = network.calendars[network.calendar[number]]
        for name, units in one.uses:
            self.taken += [
                (self.resource[name], day, units) for day in range(*places) if own.works(day)
            ]

    def _floors(
        self, work: int, network: Network, places: dict[int, tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Return by activity the earliest start, and the earliest finish, that fixed work leaves."""
        begin = day_number(self.works[work].schedule.start) - self.earlier[work]
        floors = [
            (max(begin, floor, self.frozen if state != STARTED else ALWAYS), ALWAYS)
            for floor, state in zip(network.floor, network.state, strict=True)
        ]
        for link in range(len(network.before)):
            before, after, kind = network.before[link], network.after[link], network.kind[link]
            if before in places:
                start, finish = places[before]
            elif network.state[before] == STARTED and kind not in (FS, FF):
                start = finish = network.actual_start[before]
            else:
                continue
            edge = finish if kind in (FS, FF) else start
            if network.lag[link]:
                own = network.calendars[network.lag_calendar[link]]
                edge = own.finish_at(own.before(edge) + network.lag[link])
            first, last = floors[after]
            is_start = kind in (FS, SS) or not network.days[after]
            floors[after] = (max(first, edge), last) if is_start else (first, max(last, edge))
        return floors

    def _placeable(
        self, work: int, network: Network, number: int, floors: tuple[int, int]
    ) -> Placeable:
        """Return an activity with its options: as planned, crashed, and held where it hangs."""
        stated = self.works[work]
        one = stated.schedule.plan.activities[number]
        own = network.calendars[network.calendar[number]]
        uses = tuple((self.resource[name], units) for name, units in one.uses if units)
        options = []
        for days, price in self._lengths(one, network.days[number]):
            floor, needed = floors
            if needed > ALWAYS and days:
                floor = max(floor, own.start_at(own.before(needed - 1) + 1 - days))
            options.append(Option(days=days, uses=uses, price=price, not_before=floor))
        hung = stated.hung.get(one.id)
        # Milestones stand where their links put them; begun work cannot begin again.
        is_free = hung is None or one.is_milestone or network.state[number] == STARTED
        place = None if hung is None or is_free else day_number(hung[0])
        if place is not None and place > options[0].not_before:
            held = Option(days=options[0].days, uses=uses, not_before=place)
            options.insert(0, held)
        return Placeable(
            options=tuple(options),
            calendar=self.calendar(own),
            hung=place,
            change=_CHANGE if place is not None else 0.0,
            shift=_SHIFT if place is not None else 0.0,
        )

    def _lengths(self, one: Activity, days: int) -> list[tuple[int, float]]:
        """Return the days an activity may take with their prices: as planned, half and fully crashed."""
        found = [(days, 0.0)]
        if self.wishes.with_crashes and one.crash is not None and days > 1:
            most = min(one.crash.days, days - 1)
            for won in sorted({-(-most // 2), most}):
                found.append((days - won, one.crash.cost * won / one.crash.days / self.dearest))
        return found

    def _add_goals(self, work: int, network: Network, placed: dict[int, int]) -> None:
        """Add the milestones that carry the goals: the target, own deadlines, the end of the plan."""
        stated = self.works[work]
        plan = stated.schedule.plan
        number = {one.id: at for at, one in enumerate(plan.activities)}
        bound = [placed[number[one]] for one in plan.end_ids() if number[one] in placed]
        late = LATE_DAY * stated.weight
        first = len(self.goals)
        if plan.target is not None and bound:
            due = day_number(plan.target) + 1
            self._add_goal(bound, Goal(due=due, weight=late, pull=_LATE_PULL * stated.weight))
        for at, place in placed.items():
            if network.ceiling[at] < NEVER:
                goal = Goal(due=network.ceiling[at], weight=late, pull=_LATE_PULL * stated.weight)
                self._add_goal([place], goal)
        self.ends.append(-1)
        if self.ends_count and placed:
            self.ends[-1] = len(self.goals)
            begin = day_number(stated.schedule.start) - self.earlier[work]
            self._add_goal(list(placed.values()), Goal(due=begin, weight=1, pull=1.0))
        self._state_dues(work, first)

    def _state_dues(self, work: int, first: int) -> None:
        """Note the latest due of a work for the goal of its end, which alone may go beyond its own."""
        for goal in range(first, len(self.goals)):
            due = self.goals[goal].due
            self.dues[work][goal] = due
        if self.ends[work] >= 0:
            self.dues[work][self.ends[work]] = max(self.dues[work].values())

    def _add_goal(self, members: Sequence[int], goal: Goal) -> None:
        at = len(self.activities)
        floor = min(
            min(option.not_before for option in self.activities[one].options) for one in members
        )
        self.activities.append(
            Placeable(options=(Option(days=0, not_before=floor),), goal=len(self.goals))
        )
        self.goals.append(goal)
        self.rows.append(None)
        self.bonds += [Bond(before=one, after=at) for one in members]


def lay_county(
    works: Sequence[CountyWork], wishes: LevelWishes, earlier: Sequence[int] = ()
) -> CountyLoad:
    """Lay the works out together; ``earlier``: days by which each may begin before its latest start."""
    before = tuple(earlier) or (0,) * len(works)
    laying = _Laying(works, wishes, before)
    for work in range(len(works)):
        laying.add(work)
    floors = [option.not_before for one in laying.activities for option in one.options]
    origin = min(floors, default=1) - 1
    workload = Workload(
        activities=tuple(laying.activities),
        bonds=tuple(laying.bonds),
        capacities=capacity_after(laying.capacities, laying.taken, origin),
        calendars=tuple(laying.calendars),
        goals=tuple(laying.goals) or (Goal(weight=0),),
        origin=origin,
    )
    return CountyLoad(
        workload=workload,
        rows=tuple(laying.rows),
        fixed=tuple(laying.fixed),
        resources=tuple(laying.capacities),
        ends=tuple(laying.ends),
        earlier=before,
        dues=tuple(laying.dues),
    )
