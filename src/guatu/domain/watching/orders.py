"""What an alert asks of every source on the list: one order each, with its receipt clock.

Measures and exemptions come from an ``alert_measures`` pack; the list row of a
source (its own measures) comes before what the pack says for its grade.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from guatu.domain.kernel.interval import Window
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference, RulePack
from guatu.domain.watching.alert import Alert, AlertLevel

COUNTY_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone in which the days of a stop-work are counted; China keeps one all year."""


class SourceKind(StrEnum):
    """What kind of emission source a row of the list is; decides which measures are asked."""

    SITE = "site"
    ENTERPRISE = "enterprise"
    QUARRY = "quarry"
    ROAD = "road"
    FLEET = "fleet"
    LOOSE_COAL = "loose_coal"


class Protection(StrEnum):
    """Why a source may go on under an alert: people's daily life, or the guaranteed list."""

    LIVELIHOOD = "livelihood"
    GUARANTEED = "guaranteed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionSource:
    """One row of the emission list: a site, an enterprise, a quarry, a road, a fleet, a coal area.

    ``activity_classes`` are the classes of work that go on there (earthwork, …);
    ``own_measures`` are the words of the list by level, which come before the pack;
    ``grade`` is the performance grade (A, B, C, D, leading) or "".
    """

    id: str
    name: str
    kind: SourceKind
    activity_classes: tuple[str, ...] = ()
    protection: Protection | None = None
    grade: str = ""
    unit: str = ""
    own_measures: tuple[tuple[AlertLevel, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError(f"the source {self.name!r} has no id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one source must do under one alert, and until when its receipt is due.

    ``stops`` are the classes of activity that may not run within ``window``;
    ``measures`` are message codes with arguments, in the order they are printed;
    ``exemption`` says by which rule the source goes on, else None.
    """

    source: str
    source_name: str
    kind: SourceKind
    level: AlertLevel
    window: Window
    stops: tuple[str, ...]
    measures: tuple[Reason, ...]
    exemption: Reason | None
    issued_at: datetime
    receipt_due: datetime
    pack: PackReference


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedStop:
    """The interval in which classes of activity may not run at one source."""

    source: str
    window: Window
    classes: tuple[str, ...]
    reason: Reason


class ReceiptState(StrEnum):
    """How the receipt of an order stands against its clock."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    IN_TIME = "in_time"
    LATE = "late"


def orders_for(
    alert: Alert, sources: Iterable[EmissionSource], pack: RulePack
) -> tuple[Order, ...]:
    """Return one order for every source, exempt ones with their rule.

    An alert that was lifted before it began gives no order at all.
    """
    window = alert.in_force
    if window is None:
        return ()
    return tuple(_order(alert, window, source, pack) for source in sources)


def stop_work_of(order: Order) -> OrderedStop | None:
    """Return the stop-work of an order, None where it stops no class of activity.

    Its window is in county time, so that a day lost is a day of the county.
    """
    if not order.stops:
        return None
    window = Window(
        start=order.window.start.astimezone(COUNTY_TIME),
        end=order.window.end.astimezone(COUNTY_TIME),
    )
    reason = Reason(
        code=f"watching.stop.{order.level}",
        arguments=(
            ("from", window.start.strftime("%Y-%m-%d %H:%M")),
            ("to", window.end.strftime("%Y-%m-%d %H:%M")),
        ),
    )
    return OrderedStop(source=order.source, window=window, classes=order.stops, reason=reason)


def receipt_state(order: Order, *, signed_at: datetime | None, at: datetime) -> ReceiptState:
    """Return how the receipt stands at a moment; the due moment itself is still in time."""
    if signed_at is not None:
        return ReceiptState.IN_TIME if signed_at <= order.receipt_due else ReceiptState.LATE
    return ReceiptState.WAITING if at <= order.receipt_due else ReceiptState.OVERDUE


def stopped_classes(level: AlertLevel, pack: RulePack) -> tuple[str, ...]:
    """Return the classes of activity that a level stops on sites that are not exempt."""
    return tuple(pack.body[SourceKind.SITE][level]["stops"])


def _order(alert: Alert, window: Window, source: EmissionSource, pack: RulePack) -> Order:
    exemption = _exemption(source, alert.level, pack)
    asked = pack.body[source.kind][alert.level]
    stops: tuple[str, ...] = ()
    if exemption is not None:
        measures = tuple(_measure(code) for code in pack.body[source.kind]["keeps"])
    else:
        stops = _stops(source, asked["stops"])
        measures = _measures(source, alert.level, asked["measures"], pack)
    return Order(
        source=source.id,
        source_name=source.name,
        kind=source.kind,
        level=alert.level,
        window=window,
        stops=stops,
        measures=measures,
        exemption=exemption,
        issued_at=alert.issued_at,
        receipt_due=alert.issued_at + timedelta(hours=pack.body["receipt_hours"]),
        pack=pack.reference,
    )


def _stops(source: EmissionSource, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the classes to stop; a list row without classes is stopped in all that are asked."""
    if not source.activity_classes:
        return tuple(asked)
    return tuple(code for code in asked if code in source.activity_classes)


def _measures(
    source: EmissionSource, level: AlertLevel, asked: Sequence[str], pack: RulePack
) -> tuple[Reason, ...]:
    own = [words for at, words in source.own_measures if at is level]
    if own:
        listed = tuple(
            Reason(code="watching.measure.own", arguments=(("words", words),)) for words in own
        )
        return (*listed, *(_measure(code) for code in asked if code != "enterprise_list"))
    by_grade: dict[str, Any] = pack.body[source.kind].get("by_grade", {})
    codes = [
        by_grade.get(source.grade, code) if code == "enterprise_list" else code for code in asked
    ]
    return tuple(_measure(code) for code in codes)


def _measure(code: str) -> Reason:
    return Reason(code=f"watching.measure.{code}")


def _exemption(source: EmissionSource, level: AlertLevel, pack: RulePack) -> Reason | None:
    if source.protection is None:
        return None
    for row in pack.body["exemption"]:
        covers = source.kind in row["kinds"] and level in row["levels"]
        if covers and row["protection"] == source.protection:
            return Reason(
                code=f"watching.exempt.{row['rule']}",
                arguments=(("pack", pack.name), ("version", pack.version)),
            )
    return None
