"""What reports answer: works with their schedules, the effect of alerts, counts for the first page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from guatu.apps.watch.values import AlertFacts, OrderFacts, ReceiptCount
from guatu.apps.works.values import WorkFacts
from guatu.domain.drawing.wall_rows import next_node
from guatu.domain.following.light import Light
from guatu.domain.kernel.calendar import HolidayTable
from guatu.domain.kernel.diagnostic import Diagnostic
from guatu.domain.kernel.interval import Window
from guatu.domain.kernel.packs import PackShelf
from guatu.domain.linking.alert_walk import MonthChange, WorkEffect
from guatu.domain.planning.plan import StopWork
from guatu.domain.planning.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a report is computed with: rule packs, the public holidays, the reader's language."""

    shelf: PackShelf
    holidays: HolidayTable | None
    language: str = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertStop:
    """A stop-work window of a plan and the alert whose order laid it."""

    alert_id: int
    stop: StopWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SupposedStop:
    """A stop of classes of activity from a first to a last day (both stopped), asked as a what-if."""

    classes: frozenset[str]
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("a stop ends before it begins")

    def window(self) -> StopWork:
        """Return the stop as a plan takes it."""
        start = datetime.combine(self.first_day, time())
        end = datetime.combine(self.last_day, time()) + timedelta(days=1)
        return StopWork(window=Window(start=start, end=end), classes=self.classes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWork:
    """A work with its schedule as it stands under the orders in force, and without them.

    ``schedule`` and ``light`` are None where there is no plan or it has ``faults``;
    ``former`` is ``schedule`` itself where no order binds the work.
    """

    facts: WorkFacts
    today: date
    stops: tuple[AlertStop, ...]
    schedule: Schedule | None
    former: Schedule | None
    light: Light | None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def moved_days(self) -> int:
        """How many calendar days the orders in force move the last day of the work."""
        if self.schedule is None or self.former is None:
            return 0
        return (self.schedule.last_day - self.former.last_day).days

    @property
    def next_node(self) -> tuple[str, date | None]:
        """The unfinished activity that ends next, with its day."""
        if self.schedule is None:
            return "", None
        return next_node(self.schedule, self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedWork:
    """A work as kept, and as edits would leave it; nothing of that is written.

    ``after`` is None where an edit or the edited plan has ``faults``; ``document`` is the
    edited plan file then too, as far as the edits could be applied. ``compared`` is the
    schedule that moves are told against: the kept one, or a frozen baseline's.
    """

    kept: PlannedWork
    document: Mapping[str, Any]
    after: PlannedWork | None
    compared: Schedule | None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def shown(self) -> PlannedWork:
        """The work to draw: after the edits, or as kept where they have faults."""
        return self.after or self.kept

    @property
    def moved_days(self) -> int:
        """How many calendar days the last day of the work moves against the comparison."""
        after = self.shown.schedule
        if after is None or self.compared is None:
            return 0
        return (after.last_day - self.compared.last_day).days


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEffect:
    """What alerts do to one work, with the work's own facts beside it."""

    facts: WorkFacts
    effect: WorkEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowEffect:
    """What stop-work windows do to the works in sight and to the money by month."""

    works: tuple[NamedEffect, ...]
    months: tuple[MonthChange, ...]

    @property
    def changed_months(self) -> tuple[MonthChange, ...]:
        """The months that gain or lose money."""
        return tuple(one for one in self.months if one.change)

    @property
    def moved(self) -> tuple[NamedEffect, ...]:
        """The works whose finish moves, the farthest first."""
        found = (one for one in self.works if one.effect.moved_days)
        return tuple(sorted(found, key=lambda one: (-one.effect.moved_days, one.facts.code)))

    @property
    def touched(self) -> tuple[NamedEffect, ...]:
        """The works in which any activity moves, finish or not, the farthest first."""
        found = (one for one in self.works if one.effect.moves)
        return tuple(sorted(found, key=lambda one: (-one.effect.moved_days, one.facts.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertReport:
    """An alert with its orders in sight and what it does to works and money."""

    facts: AlertFacts
    orders: tuple[OrderFacts, ...]
    effect: WindowEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What alerts would do that nobody has issued: nothing of it is written.

    ``orders`` counts the orders that would go out, ``exempt`` those that let a source go on.
    """

    orders: int
    exempt: int
    effect: WindowEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeNumbers:
    """The works and alerts in numbers: lights by color, the red works, receipts now due."""

    works: int
    lights: tuple[tuple[str, int], ...]
    red: tuple[PlannedWork, ...]
    receipts: ReceiptCount
    alerts: tuple[AlertFacts, ...]
