"""The minimal set behind a chain proof: what cannot be spared for the plan to be impossible.

Each part of the chain is taken away for good as long as the chain still passes its
deadline (deletion filter, Chinneck 2008): a calendar is opened on its days off, a
stop-work window lifted, a lag or a duration set to nothing. What is left is impossible
together, and possible without any one of it.
"""

from collections.abc import Collection, Sequence

from guatu.domain.kernel.calendar import every_day
from guatu.domain.planning.certificate import ChainProof, ChainStep, Element
from guatu.domain.planning.network import lost_runs, remaining_days
from guatu.domain.planning.plan import Activity, Link, LinkKind, Plan
from guatu.domain.planning.worktime import WorkTime, worktime

# Longer chains name a set that suffices; to prove each of its parts would take too long.
_LONGEST_PROVED = 120


def needed_elements(plan: Plan, proof: ChainProof) -> tuple[tuple[Element, ...], bool]:
    """Return the minimal set of a proof in order of the chain, and whether it is proved minimal."""
    walk = ChainWalk(plan, proof)
    wide = [one for one in walk.elements() if one.kind in {"stop", "calendar"}]
    long = [one for one in walk.elements() if one.kind in {"lag", "days"}]
    long.sort(key=walk.size)
    if len(proof.steps) > _LONGEST_PROVED:
        dropped = _first_droppable(walk, long, [])
        return tuple(one for one in walk.elements() if one not in dropped), False
    dropped = _dropped(walk, wide, [])
    dropped += _first_droppable(walk, long, dropped)
    dropped = _dropped(walk, [one for one in long if one not in dropped], dropped)
    return tuple(one for one in walk.elements() if one not in dropped), True


def _dropped(
    walk: "ChainWalk", offered: Sequence[Element], dropped: list[Element]
) -> list[Element]:
    for one in offered:
        if walk.is_late([*dropped, one]):
            dropped = [*dropped, one]
    return dropped


def _first_droppable(
    walk: "ChainWalk", offered: Sequence[Element], dropped: Sequence[Element]
) -> list[Element]:
    """Return as many of the smallest parts as can go together, found by bisection."""
    low, high = 0, len(offered)
    while low < high:
        middle = (low + high + 1) // 2
        if walk.is_late([*dropped, *offered[:middle]]):
            low = middle
        else:
            high = middle - 1
    return list(offered[:low])


class ChainWalk:
    """Follows the chain of a proof with parts of it taken away."""

    def __init__(self, plan: Plan, proof: ChainProof) -> None:
        self._plan = plan
        self._proof = proof
        self._rows = {one.id: one for one in plan.activities}
        self._clocks: dict[tuple[str, str, str, frozenset[str]], WorkTime] = {}
        end = self._rows[proof.deadline.activity]
        self._limit = proof.deadline.last_day + 1 - (end.is_milestone and not end.links)

    def elements(self) -> tuple[Element, ...]:
        """Return every part that can be taken away: stops, calendars, lags, durations."""
        found: dict[Element, None] = {}
        for number, step in enumerate(self._proof.steps):
            one = self._rows[step.activity]
            if step.link is not None and step.link.lag > 0:
                found[Element(kind="lag", name=f"{step.link.predecessor}→{one.id}")] = None
            if self._days(one) and not self._is_past(number):
                found[Element(kind="days", name=one.id)] = None
                found[Element(kind="calendar", name=one.calendar)] = None
                found |= dict.fromkeys(self._stops(one))
        return tuple(found)

    def _stops(self, one: Activity) -> list[Element]:
        place, first, end = self._plan.place_of(one), self._proof.floor.day, self._proof.ends_on
        return [
            Element(kind="stop", name=str(number))
            for number, stop in enumerate(self._plan.stop_work)
            if stop.stops(one.activity_class, place)
            and stop.window.start.toordinal() <= end
            and stop.window.end.toordinal() >= first
        ]

    def _is_past(self, number: int) -> bool:
        one = self._rows[self._proof.steps[number].activity]
        return one.actual_finish is not None

    def size(self, element: Element) -> int:
        """Return how many days a lag or a duration has."""
        if element.kind == "days":
            return self._days(self._rows[element.name])
        before, _, after = element.name.partition("→")
        return max(link.lag for link in self._rows[after].links if link.predecessor == before)

    def _days(self, one: Activity) -> int:
        return remaining_days(one, self._plan) - self._proof.won.get(one.id, 0)

    def is_late(self, dropped: Collection[Element]) -> bool:
        """Tell whether the chain still passes its deadline without the parts taken away."""
        gone = frozenset(f"{one.kind} {one.name}" for one in dropped)
        start = end = self._proof.floor.day
        for step in self._proof.steps:
            start, end = self._step(step, start, end, gone)
        return end > self._limit

    def _step(self, step: ChainStep, start: int, end: int, gone: frozenset[str]) -> tuple[int, int]:
        one, link = self._rows[step.activity], step.link
        clock = self._clock(one.calendar, one, gone)
        by_end = False
        if link is not None:
            by_end = link.kind in {LinkKind.FF, LinkKind.SF}
            start = end = self._shifted(link, one, start, end, gone)
        if one.actual_finish is not None or (one.is_milestone and one.actual_start is not None):
            return _facts(one)
        days = 0 if f"days {one.id}" in gone else self._days(one)
        if days:
            begun = clock.before(end - 1) + 1 - days if by_end else clock.before(start)
            start, end = clock.start_at(begun), clock.finish_at(begun + days)
        return (start if one.actual_start is None else one.actual_start.toordinal()), end

    def _shifted(
        self, link: Link, one: Activity, start: int, end: int, gone: frozenset[str]
    ) -> int:
        edge = end if link.kind in {LinkKind.FS, LinkKind.FF} else start
        if not link.lag or f"lag {link.predecessor}→{one.id}" in gone:
            return edge
        own = one if link.lag_calendar is None else None
        clock = self._clock(link.lag_calendar or one.calendar, own, gone)
        return clock.finish_at(clock.before(edge) + link.lag)

    def _clock(self, name: str, one: Activity | None, gone: frozenset[str]) -> WorkTime:
        cls, place = ("", "") if one is None else (one.activity_class, self._plan.place_of(one))
        wide = frozenset(part for part in gone if part.startswith(("stop ", "calendar ")))
        key = (name, cls, place, wide)
        if key not in self._clocks:
            stops = [
                stop
                for number, stop in enumerate(self._plan.stop_work)
                if f"stop {number}" not in wide
            ]
            base = next(known for known in self._plan.calendars if known.name == name)
            opened = every_day(name) if f"calendar {name}" in wide else base
            self._clocks[key] = worktime(opened, lost_runs(stops, cls, place))
        return self._clocks[key]


def _facts(one: Activity) -> tuple[int, int]:
    ended = one.actual_finish or one.actual_start
    assert ended is not None
    end = ended.toordinal() + (not one.is_milestone)
    if one.actual_start is None or one.is_milestone:
        return end - one.days, end
    return one.actual_start.toordinal(), end
