"""A heavy-pollution alert as received from the city, and the level that a forecast calls for."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.domain.kernel.interval import Interval, Window, day_number, day_of, merged
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import NoPackInForce, PackReference, PackShelf, RulePack


class AlertLevel(StrEnum):
    """The three levels of a heavy-pollution alert; their responses are III, II and I."""

    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A warning with a level for a region and a window, as the city or province issued it.

    ``issued_at`` starts the receipt clock of its orders. The window stays as it was
    issued; lifting is a second fact, ``lifted_at``, and ``in_force`` is the rest.
    """

    level: AlertLevel
    window: Window
    region: str
    issued_at: datetime
    issuer: str = ""
    number: str = ""
    lifted_at: datetime | None = None

    def __post_init__(self) -> None:
        for moment in (self.issued_at, self.window.start, self.window.end, self.lifted_at):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("the moments of an alert carry their zone")

    @property
    def in_force(self) -> Window | None:
        """The window that the alert really ruled; None where it was lifted before it began."""
        if self.lifted_at is None or self.lifted_at >= self.window.end:
            return self.window
        if self.lifted_at <= self.window.start:
            return None
        return Window(start=self.window.start, end=self.lifted_at)


def lifted(alert: Alert, at: datetime) -> Alert:
    """Return the alert cut at the moment of its lifting; an earlier lifting stands."""
    if alert.lifted_at is not None and alert.lifted_at <= at:
        return alert
    return replace(alert, lifted_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastDay:
    """The forecast daily air index of one day; ``primary`` is "" where none was stated."""

    day: date
    index: int
    primary: str = ""
    source: str = ""
    position: str = ""

    def __post_init__(self) -> None:
        if self.index < 0:
            raise ValueError(f"an air index is not negative: {self.index}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastLevel:
    """The alert level that a forecast calls for, with the days that call for it.

    ``level`` is None and the days are None where the forecast calls for no alert.
    """

    level: AlertLevel | None
    first_day: date | None
    last_day: date | None
    pack: PackReference
    reason: Reason


def level_of_forecast(
    days: tuple[ForecastDay, ...], shelf: PackShelf, *, region: str = ""
) -> tuple[ForecastLevel | None, tuple[Diagnostic, ...]]:
    """Return the level that a daily forecast on consecutive days calls for (domain C1).

    The pack in force on the first day rules. Faults: an empty forecast, a day twice,
    a gap between days, no pack for the day. A level is only a proposal: the city
    issues alerts.
    """
    ordered = tuple(sorted(days, key=lambda one: one.day))
    faults = _faults_of(ordered)
    if faults:
        return None, faults
    try:
        pack = shelf.choose("alert_levels", on=ordered[0].day, region=region)
    except NoPackInForce:
        return None, (_fault("watching.forecast.no_rule", ordered[0]),)
    counting, doubts = _driven(ordered, pack)
    for row in pack.body["level"]:
        found = _first_episode(row["ways"], counting)
        if found is not None:
            return _called(AlertLevel(row["code"]), found, ordered, pack), doubts
    reason = Reason(
        code="watching.forecast.none",
        arguments=(("highest", max(one.index for one in ordered)), ("days", len(ordered))),
    )
    none = ForecastLevel(
        level=None, first_day=None, last_day=None, pack=pack.reference, reason=reason
    )
    return none, doubts


def _faults_of(ordered: tuple[ForecastDay, ...]) -> tuple[Diagnostic, ...]:
    if not ordered:
        return (Diagnostic(code="watching.forecast.empty"),)
    faults: list[Diagnostic] = []
    for one, following in pairwise(ordered):
        step = (following.day - one.day).days
        if step == 0:
            faults.append(_fault("watching.forecast.twice", following))
        elif step > 1:
            faults.append(_fault("watching.forecast.gap", following, one.day))
    return tuple(faults)


def _fault(code: str, at: ForecastDay, before: date | None = None) -> Diagnostic:
    arguments: tuple[tuple[str, str], ...] = (("day", at.day.isoformat()),)
    if before is not None:
        arguments = (*arguments, ("before", before.isoformat()))
    return Diagnostic(code=code, arguments=arguments, source=at.source, position=at.position)


def _driven(
    ordered: tuple[ForecastDay, ...], pack: RulePack
) -> tuple[tuple[ForecastDay, ...], tuple[Diagnostic, ...]]:
    """Leave out days that another pollutant drives: ozone and dust days call for no alert."""
    driver = pack.body["driver"]
    counting = tuple(one for one in ordered if one.primary in ("", driver))
    doubts = tuple(
        Diagnostic(
            code="watching.forecast.other_driver",
            severity=Severity.INFO,
            arguments=(("day", one.day.isoformat()), ("pollutant", one.primary)),
            source=one.source,
            position=one.position,
        )
        for one in ordered
        if one not in counting
    )
    return counting, doubts


def _first_episode(ways: list[Any], days: tuple[ForecastDay, ...]) -> Interval | None:
    """Return the earliest run of days that fulfils a way; runs of several ways are joined."""
    found: list[Interval] = []
    for way in ways:
        widest = min(condition["above"] for condition in way)
        for run in _runs(days, widest):
            inside = tuple(one for one in days if day_number(one.day) in run)
            if all(_holds(condition, inside) for condition in way):
                found.append(run)
    return merged(found)[0] if found else None


def _holds(condition: Any, days: tuple[ForecastDay, ...]) -> bool:
    return any(len(run) >= condition["days"] for run in _runs(days, condition["above"]))


def _runs(days: tuple[ForecastDay, ...], above: int) -> tuple[Interval, ...]:
    numbers = (day_number(one.day) for one in days if one.index > above)
    return merged(Interval(start=number, end=number + 1) for number in numbers)


def _called(
    level: AlertLevel, run: Interval, days: tuple[ForecastDay, ...], pack: RulePack
) -> ForecastLevel:
    inside = [one.index for one in days if day_number(one.day) in run]
    reason = Reason(
        code=f"watching.forecast.{level}",
        arguments=(("days", len(run)), ("lowest", min(inside)), ("highest", max(inside))),
    )
    return ForecastLevel(
        level=level,
        first_day=day_of(run.start),
        last_day=day_of(run.end - 1),
        pack=pack.reference,
        reason=reason,
    )
