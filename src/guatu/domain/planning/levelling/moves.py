"""Why levelling moved an activity: which link, resource or frozen day holds it where it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guatu.domain.kernel.outlook import Reason
from guatu.domain.planning.levelling.checking import worked_days
from guatu.domain.planning.levelling.county_laying import CountyLoad
from guatu.domain.planning.levelling.workload import Bond, Levelled, Workload
from guatu.domain.planning.levelling.works import CountyWork
from guatu.domain.planning.network import FF, FS
from guatu.domain.planning.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMove:
    """One changed date: where the start of an activity hung (or lay without capacities), where it is, and why."""

    plan: str
    activity: str
    before: date
    after: date
    reason: Reason


def moves_of(
    works: Sequence[CountyWork],
    laid: CountyLoad,
    levelled: Levelled,
    schedules: Sequence[Schedule],
) -> tuple[PlanMove, ...]:
    """Return every changed start with its reason, in the order of works and activities."""
    explained = _Explained(works, laid, levelled)
    found = []
    for at, row in enumerate(laid.rows):
        if row is None:
            continue
        work = works[row.work]
        now = schedules[row.work].activities[row.number]
        hung = work.hung.get(now.id)
        before = hung[0] if hung is not None else now.early_start
        if (work.hung and hung is None) or before == now.start:
            continue
        found.append(
            PlanMove(
                plan=work.schedule.plan.id,
                activity=now.id,
                before=before,
                after=now.start,
                reason=explained.reason(at, is_later=now.start > before),
            )
        )
    return tuple(found)


class _Explained:
    """Looks up what holds a placeable at its start."""

    def __init__(self, works: Sequence[CountyWork], laid: CountyLoad, levelled: Levelled) -> None:
        self._works = works
        self._laid = laid
        self._levelled = levelled
        self._arriving: dict[int, list[Bond]] = {}
        for bond in laid.workload.bonds:
            self._arriving.setdefault(bond.after, []).append(bond)
        self._users: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for at, one in enumerate(laid.workload.activities):
            uses = one.options[levelled.options[at]].uses
            if uses:
                for day in worked_days(
                    laid.workload, at, levelled.starts[at], levelled.finishes[at]
                ):
                    for resource, units in uses:
                        self._users.setdefault((resource, day), []).append((units, at))

    def _name(self, at: int) -> tuple[str, str]:
        row = self._laid.rows[at]
        assert row is not None
        plan = self._works[row.work].schedule.plan
        return plan.id, plan.activities[row.number].id

    def reason(self, at: int, *, is_later: bool) -> Reason:
        """Return why a placeable starts where it does."""
        if not is_later:
            return Reason(code="planning.move.earlier")
        before = self._day_before(at)
        link = self._link(at)
        if link is not None:
            plan, activity = self._name(link.before)
            arguments = (("plan", plan), ("activity", activity))
            return Reason(code="planning.move.link", arguments=arguments)
        option = self._laid.workload.activities[at].options[self._levelled.options[at]]
        if self._levelled.starts[at] <= option.not_before:
            return Reason(code="planning.move.floor")
        for resource, units in option.uses:
            others = [
                (taken, other)
                for taken, other in self._users.get((resource, before), [])
                if other != at
            ]
            room = self._laid.workload.capacities[resource].at(before)
            if units + sum(taken for taken, _ in others) > room:
                named: tuple[tuple[str, str | int], ...] = (
                    ("resource", self._laid.resources[resource]),
                )
                if not others:
                    return Reason(code="planning.move.capacity", arguments=named)
                plan, activity = self._name(max(others)[1])
                arguments_of = (*named, ("plan", plan), ("activity", activity))
                return Reason(code="planning.move.resource", arguments=arguments_of)
        return Reason(code="planning.move.choice")

    def _day_before(self, at: int) -> int:
        """Return the last worked day before the start of a placeable."""
        workload: Workload = self._laid.workload
        start = self._levelled.starts[at]
        calendar = workload.activities[at].calendar
        if calendar is None:
            return start - 1
        own = workload.calendars[calendar]
        return own.start_at(own.before(start) - 1)

    def _link(self, at: int) -> Bond | None:
        """Return the link that would break if the placeable started a worked day earlier."""
        workload, levelled = self._laid.workload, self._levelled
        begun = self._day_before(at)
        for bond in self._arriving.get(at, []):
            edge = (
                levelled.finishes[bond.before]
                if bond.kind in (FS, FF)
                else levelled.starts[bond.before]
            )
            if bond.lag and bond.calendar is not None:
                own = workload.calendars[bond.calendar]
                edge = own.finish_at(own.before(edge) + bond.lag)
            else:
                edge += bond.lag
            held = levelled.starts[at] if bond.kind in (FS, 1) else levelled.finishes[at]
            if (bond.kind in (FS, 1) and begun < edge) or (
                bond.kind not in (FS, 1) and held <= edge
            ):
                return bond
        return None


def dates_of(schedule: Schedule) -> dict[str, tuple[date, date]]:
    """Return start and last day of every activity, to be hung or kept as a baseline."""
    return {one.id: (one.start, one.last_day) for one in schedule.activities}
