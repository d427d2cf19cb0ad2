"""Rows of the emission list, alerts and orders as values, and orders as rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guatu.apps.watch.models import Alert, EmissionSource, Order
from guatu.apps.watch.values import AlertFacts, OrderFacts, PlaceStop, ReceiptCount, SourceFacts
from guatu.domain.kernel.interval import Window
from guatu.domain.kernel.outlook import Reason
from guatu.domain.kernel.packs import PackReference
from guatu.domain.watching import alert as alerts
from guatu.domain.watching import orders


def source_facts(row: EmissionSource, protected: Mapping[int, str]) -> SourceFacts:
    """Return the list row's value; place and unit are read along by the caller's query."""
    return SourceFacts(
        id=row.pk,
        version=row.version,
        code=row.code,
        place_id=row.place_id,
        place="" if row.place is None else row.place.name,
        unit_id=row.unit_id,
        unit=row.unit.short_name,
        contact=row.contact,
        listed=orders.EmissionSource(
            id=str(row.pk),
            name=row.name,
            kind=orders.SourceKind(row.kind),
            activity_classes=tuple(row.activity_classes),
            protection=_protection(row, protected),
            grade=row.grade,
            unit=row.unit.short_name,
            own_measures=tuple(
                (alerts.AlertLevel(level), words)
                for level, words in sorted(row.own_measures.items())
            ),
        ),
    )


def _protection(row: EmissionSource, protected: Mapping[int, str]) -> orders.Protection | None:
    stated = row.protection or protected.get(row.place_id or 0, "")
    return orders.Protection(stated) if stated else None


def alert_value(row: Alert) -> alerts.Alert:
    """Return the alert as the domain knows it."""
    return alerts.Alert(
        level=alerts.AlertLevel(row.level),
        window=Window(start=row.starts_at, end=row.ends_at),
        region=row.region,
        issued_at=row.received_at,
        number=row.basis,
        lifted_at=row.lifted_at,
    )


def alert_facts(row: Alert, receipts: ReceiptCount) -> AlertFacts:
    """Return the alert's value."""
    return AlertFacts(
        id=row.pk,
        version=row.version,
        alert=alert_value(row),
        basis=row.basis,
        received_at=row.received_at,
        pack_name=row.pack_name,
        pack_version=row.pack_version,
        receipts=receipts,
    )


def order_row(row: Alert, source: EmissionSource, order: orders.Order) -> Order:
    """Return the row that keeps an order."""
    return Order(
        alert=row,
        source=source,
        measures=[_stated(one) for one in order.measures],
        stopped_classes=list(order.stops),
        exempt_reason=None if order.exemption is None else _stated(order.exemption),
        issued_at=order.issued_at,
        receipt_due_at=order.receipt_due,
    )


def order_value(row: Order) -> orders.Order | None:
    """Return the order as the domain knows it; None where its alert never came into force."""
    alert = alert_value(row.alert)
    window = alert.in_force
    if window is None:
        return None
    return orders.Order(
        source=str(row.source_id),
        source_name=row.source.name,
        kind=orders.SourceKind(row.source.kind),
        level=alert.level,
        window=window,
        stops=tuple(row.stopped_classes),
        measures=tuple(_reason(one) for one in row.measures),
        exemption=None if row.exempt_reason is None else _reason(row.exempt_reason),
        issued_at=row.issued_at,
        receipt_due=row.receipt_due_at,
        pack=PackReference(name=row.alert.pack_name, version=row.alert.pack_version),
    )


def order_facts(row: Order, at: datetime) -> OrderFacts:
    """Return the order's value; source, place, unit and receiver are read along."""
    source = row.source
    return OrderFacts(
        id=row.pk,
        version=row.version,
        alert_id=row.alert_id,
        source_id=source.pk,
        source_code=source.code,
        source=source.name,
        kind=orders.SourceKind(source.kind),
        place_id=source.place_id,
        unit_id=source.unit_id,
        unit=source.unit.short_name,
        contact=source.contact,
        measures=tuple(_reason(one) for one in row.measures),
        stops=tuple(row.stopped_classes),
        exemption=None if row.exempt_reason is None else _reason(row.exempt_reason),
        issued_at=row.issued_at,
        receipt_due_at=row.receipt_due_at,
        received_at=row.received_at,
        received_by="" if row.received_by is None else row.received_by.name,
        state=receipt_state_of(row, at),
    )


def receipt_state_of(row: Order, at: datetime) -> orders.ReceiptState:
    """Return how the receipt of a row stands against its clock (``orders.receipt_state``)."""
    if row.received_at is not None:
        in_time = row.received_at <= row.receipt_due_at
        return orders.ReceiptState.IN_TIME if in_time else orders.ReceiptState.LATE
    waiting = at <= row.receipt_due_at
    return orders.ReceiptState.WAITING if waiting else orders.ReceiptState.OVERDUE


def place_stop(row: Order) -> PlaceStop | None:
    """Return the stop-work that an order lays on its place; None where it lays none."""
    order = order_value(row)
    place_id = row.source.place_id
    if order is None or place_id is None:
        return None
    stop = orders.stop_work_of(order)
    return None if stop is None else PlaceStop(alert_id=row.alert_id, place_id=place_id, stop=stop)


def _stated(reason: Reason) -> list[Any]:
    return [reason.code, dict(reason.arguments)]


def _reason(stated: list[Any]) -> Reason:
    code, arguments = stated
    return Reason(code=code, arguments=tuple(arguments.items()))
