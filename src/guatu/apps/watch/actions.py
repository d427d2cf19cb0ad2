"""Changes of alerts and orders: receiving, confirming, lifting."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from django.db import transaction

from guatu.apps.journal.actions import expect_version, write
from guatu.apps.journal.refusal import Absent, Refused, demand
from guatu.apps.units.models import Person
from guatu.apps.watch.mapping import alert_value, order_row, source_facts
from guatu.apps.watch.models import Alert, EmissionSource, Order
from guatu.apps.watch.rules import may_confirm, may_enter_alert
from guatu.domain.kernel.acting import Acting
from guatu.domain.kernel.packs import PackShelf
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import COUNTY_TIME, orders_for

# A window beyond this is a slip of the pen, not weather.
_LONGEST = timedelta(days=31)
_LONGEST_BASIS = 200
_NOBODY: Mapping[int, str] = MappingProxyType({})


def receive_alert(
    *,
    acting: Acting,
    level: AlertLevel,
    starts_at: datetime,
    ends_at: datetime,
    basis: str,
    shelf: PackShelf,
    protected: Mapping[int, str] = _NOBODY,
) -> Alert:
    """Enter an alert as the city issued it and write one order for every source on the list.

    ``protected`` are places whose works go on where the pack says so. Raises Refused: no
    right, no basis, a window that is empty or too long, the same alert twice, an empty list.
    """
    demand(may_enter_alert(acting))
    _check_window(starts_at, ends_at)
    if not basis.strip():
        raise Refused("watch.basis_missing")
    if len(basis.strip()) > _LONGEST_BASIS:
        raise Refused("watch.basis_long", most=_LONGEST_BASIS)
    region = acting.scope.region
    with transaction.atomic():
        _check_new(region, level, starts_at, ends_at)
        listed = EmissionSource.objects.filter(region=region).select_related("place", "unit")
        rows = tuple(listed)
        if not rows:
            raise Refused("watch.empty_list")
        ruling = starts_at.astimezone(COUNTY_TIME).date()
        pack = shelf.choose("alert_measures", on=ruling, region=region)
        alert = Alert(
            region=region,
            level=level.value,
            starts_at=starts_at,
            ends_at=ends_at,
            received_at=acting.at,
            basis=basis.strip(),
            pack_name=pack.name,
            pack_version=pack.version,
        )
        values = orders_for(
            alert_value(alert), (source_facts(row, protected).listed for row in rows), pack
        )
        orders = [order_row(alert, row, one) for row, one in zip(rows, values, strict=True)]
        told = _told(alert) | {"orders": len(orders)}
        write(acting, "alert.received", changed=[alert, *orders], arguments=told)
        return alert


def confirm_order(*, acting: Acting, order_id: int, expected_version: int) -> Order:
    """Confirm that the source has received its order; the moment is the acting moment.

    Raises Refused (not its unit, confirmed already), Absent, StaleVersion.
    """
    with transaction.atomic():
        order = _locked_order(acting, order_id)
        demand(may_confirm(acting, order.source.unit_id))
        if order.received_at is not None:
            raise Refused("watch.confirmed_already", source=order.source.name)
        expect_version(order, expected_version)
        order.received_at = acting.at
        order.received_by = Person.objects.filter(pk=acting.person_id).first()
        arguments = {"source": order.source.name}
        write(acting, "order.confirmed", changed=[order], arguments=arguments)
        return order


def lift_alert(
    *, acting: Acting, alert_id: int, expected_version: int, lifted_at: datetime | None = None
) -> Alert:
    """Lift an alert at a moment (default: now); plans get the days back from then on.

    Raises Refused: no right, lifted already, over, or a moment outside its window to come.
    """
    demand(may_enter_alert(acting))
    moment = lifted_at or acting.at
    with transaction.atomic():
        alert = _locked_alert(acting, alert_id)
        expect_version(alert, expected_version)
        if alert.lifted_at is not None:
            raise Refused("watch.lifted_already")
        if moment >= alert.ends_at:
            raise Refused("watch.over_already", end=_words(alert.ends_at))
        if moment < alert.received_at or moment > acting.at:
            raise Refused("watch.lifting_off", moment=_words(moment))
        alert.lifted_at = moment
        write(acting, "alert.lifted", changed=[alert], arguments=_told(alert))
        return alert


def resume_alert(*, acting: Acting, alert_id: int, expected_version: int) -> Alert:
    """Take a lifting back: the inverse of ``lift_alert``, for a lifting entered by mistake."""
    demand(may_enter_alert(acting))
    with transaction.atomic():
        alert = _locked_alert(acting, alert_id)
        expect_version(alert, expected_version)
        if alert.lifted_at is None:
            raise Refused("watch.not_lifted")
        alert.lifted_at = None
        write(acting, "alert.resumed", changed=[alert], arguments=_told(alert))
        return alert


def _check_window(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise Refused("watch.window_empty", start=_words(starts_at), end=_words(ends_at))
    if ends_at - starts_at > _LONGEST:
        raise Refused("watch.window_long", days=(ends_at - starts_at).days, most=_LONGEST.days)


def _check_new(region: str, level: AlertLevel, starts_at: datetime, ends_at: datetime) -> None:
    same = Alert.objects.filter(
        region=region, level=level.value, starts_at=starts_at, ends_at=ends_at, lifted_at=None
    )
    if same.exists():
        raise Refused("watch.entered_already", start=_words(starts_at))


def _locked_alert(acting: Acting, alert_id: int) -> Alert:
    rows = Alert.objects.select_for_update()
    alert = rows.filter(region=acting.scope.region, pk=alert_id).first()
    if alert is None:
        raise Absent(f"alert {alert_id}")
    return alert


def _locked_order(acting: Acting, order_id: int) -> Order:
    rows = Order.objects.select_for_update(of=("self",)).select_related("source")
    rows = rows.filter(alert__region=acting.scope.region, pk=order_id)
    if acting.scope.unit_ids is not None:
        rows = rows.filter(source__unit_id__in=acting.scope.unit_ids)
    order = rows.first()
    if order is None:
        raise Absent(f"order {order_id}")
    return order


def _told(alert: Alert) -> dict[str, str | int]:
    return {
        "level": alert.level,
        "start": _words(alert.starts_at),
        "end": _words(alert.ends_at),
        "basis": alert.basis,
    }


def _words(moment: datetime) -> str:
    return moment.astimezone(COUNTY_TIME).strftime("%Y-%m-%d %H:%M")
