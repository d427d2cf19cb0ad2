"""Questions about the emission list, alerts and orders; each takes a scope."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from django.db.models import Count, F, Q, QuerySet

from guatu.apps.journal.refusal import Absent
from guatu.apps.watch.mapping import (
    alert_facts,
    order_facts,
    order_value,
    place_stop,
    source_facts,
)
from guatu.apps.watch.models import Alert, EmissionSource, Order
from guatu.apps.watch.values import AlertFacts, OrderFacts, PlaceStop, ReceiptCount, SourceFacts
from guatu.domain.kernel.acting import Scope
from guatu.domain.watching import orders

_NOBODY: Mapping[int, str] = MappingProxyType({})
_NONE = ReceiptCount(orders=0, received=0, late=0, overdue=0)


def sources(scope: Scope, *, protected: Mapping[int, str] = _NOBODY) -> tuple[SourceFacts, ...]:
    """Return the emission list in sight by code.

    ``protected`` are the places whose works go on (``livelihood`` or ``guaranteed``).
    """
    rows = EmissionSource.objects.filter(region=scope.region).select_related("place", "unit")
    if scope.unit_ids is not None:
        rows = rows.filter(unit_id__in=scope.unit_ids)
    return tuple(source_facts(row, protected) for row in rows)


def alerts(scope: Scope, *, at: datetime) -> tuple[AlertFacts, ...]:
    """Return the alerts of the region, the newest first, with the receipts in sight at a moment."""
    counts = _receipts(_orders(scope), at)
    rows = Alert.objects.filter(region=scope.region)
    return tuple(alert_facts(row, counts.get(row.pk, _NONE)) for row in rows)


def alert_by_id(scope: Scope, alert_id: int, *, at: datetime) -> AlertFacts:
    """Return one alert of the region; raises Absent."""
    row = Alert.objects.filter(region=scope.region, pk=alert_id).first()
    if row is None:
        raise Absent(f"alert {alert_id}")
    counts = _receipts(_orders(scope).filter(alert=row), at)
    return alert_facts(row, counts.get(row.pk, _NONE))


def orders_of(scope: Scope, alert_id: int, *, at: datetime) -> tuple[OrderFacts, ...]:
    """Return the orders of an alert in sight, by the list's code."""
    rows = _orders(scope).filter(alert_id=alert_id).order_by("source__code")
    rows = rows.select_related("source__unit", "received_by")
    return tuple(order_facts(row, at) for row in rows)


def order_values(scope: Scope, alert_id: int) -> tuple[orders.Order, ...]:
    """Return the orders of an alert as order sheets print them, by the list's code."""
    rows = _orders(scope).filter(alert_id=alert_id).order_by("source__code")
    rows = rows.select_related("alert", "source")
    return tuple(value for value in map(order_value, rows) if value is not None)


def place_stops(region: str, *, since: datetime) -> tuple[PlaceStop, ...]:
    """Return the stop-works of all alerts that ended after a moment, lifted ones cut short.

    Asked for a whole region: an order binds the works of its place, whoever leads them.
    """
    rows = (
        Order.objects.filter(alert__region=region, alert__ends_at__gt=since)
        .exclude(stopped_classes=[])
        .exclude(alert__lifted_at__lte=F("alert__starts_at"))
        .filter(source__place__isnull=False)
        .select_related("alert", "source")
        .order_by("alert__starts_at", "source__code")
    )
    return tuple(stop for stop in map(place_stop, rows) if stop is not None)


def waiting_receipts(scope: Scope, *, at: datetime) -> ReceiptCount:
    """Return how the receipts of all alerts now in force stand, for the first page."""
    running = Q(alert__ends_at__gt=at) & Q(alert__lifted_at__isnull=True)
    counts = _receipts(_orders(scope).filter(running), at)
    return ReceiptCount(
        orders=sum(one.orders for one in counts.values()),
        received=sum(one.received for one in counts.values()),
        late=sum(one.late for one in counts.values()),
        overdue=sum(one.overdue for one in counts.values()),
    )


def _orders(scope: Scope) -> QuerySet[Order]:
    rows = Order.objects.filter(alert__region=scope.region)
    if scope.unit_ids is not None:
        rows = rows.filter(source__unit_id__in=scope.unit_ids)
    return rows


def _receipts(rows: QuerySet[Order], at: datetime) -> dict[int, ReceiptCount]:
    late = Q(received_at__gt=F("receipt_due_at"))
    overdue = Q(received_at__isnull=True, receipt_due_at__lt=at)
    told = (
        rows.order_by()
        .values("alert_id")
        .annotate(
            orders=Count("pk"),
            received=Count("received_at"),
            late=Count("pk", filter=late),
            overdue=Count("pk", filter=overdue),
        )
    )
    return {
        one["alert_id"]: ReceiptCount(
            orders=one["orders"],
            received=one["received"],
            late=one["late"],
            overdue=one["overdue"],
        )
        for one in told
    }
