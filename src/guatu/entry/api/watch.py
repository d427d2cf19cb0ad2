"""Alerts, orders and what-if: the twins of their pages."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from guatu.apps.reports.queries import alert_report
from guatu.apps.reports.queries import what_if as what_if_alerts
from guatu.apps.reports.values import WindowEffect
from guatu.apps.watch import actions, list_actions, queries
from guatu.apps.watch.values import AlertFacts, OrderFacts, SourceFacts
from guatu.apps.works.queries import protected_places
from guatu.domain.following.light import Light
from guatu.domain.linking.alert_walk import supposed_alert
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, SourceKind
from guatu.entry.api.acting import ForRoles, acting
from guatu.entry.api.parsing import PlainDay, PlainMoment
from guatu.entry.packs_at_hand import messages, shelf
from guatu.entry.report_grounds import grounds
from guatu.entry.roles import CLERKS, OFFICE, WORKERS

router = Router(tags=["watch"])
_clerks, _office, _workers = ForRoles(CLERKS), ForRoles(OFFICE), ForRoles(WORKERS)


class AlertIn(Schema):
    """An alert as the city issued it; moments carry their zone."""

    level: AlertLevel
    starts_at: PlainMoment
    ends_at: PlainMoment
    basis: str


class WhatIfIn(Schema):
    """Whole days under a level that nobody has ordered."""

    level: AlertLevel
    first_day: PlainDay
    days: int = Field(ge=1, le=31)


class LiftIn(Schema):
    """The version of the alert that was seen, and the moment of lifting (default: now)."""

    version: int
    lifted_at: PlainMoment | None = None


class VersionIn(Schema):
    """The version that was seen."""

    version: int


class SourceIn(Schema):
    """A row of the emission list."""

    code: str
    name: str
    kind: SourceKind
    unit_id: int
    place_id: int | None = None
    activity_classes: list[str] = []
    protection: Protection | None = None
    grade: str = ""
    own_measures: dict[AlertLevel, str] = {}
    contact: str = ""


class SourceChange(SourceIn):
    """The same with the version that was seen."""

    version: int


class SourceOut(Schema):
    """A row of the emission list as kept."""

    id: int
    version: int
    code: str
    name: str
    kind: SourceKind
    unit: str
    place: str
    activity_classes: list[str]
    protection: Protection | None
    grade: str
    contact: str


class AlertOut(Schema):
    """One alert with how its receipts stand."""

    id: int
    version: int
    level: AlertLevel
    starts_at: datetime
    ends_at: datetime
    lifted_at: datetime | None
    received_at: datetime
    basis: str
    state: str
    pack_name: str
    pack_version: str
    orders: int
    received: int
    overdue: int


class OrderOut(Schema):
    """One order: what stops, what must be done, and its receipt."""

    id: int
    version: int
    source: str
    source_code: str
    unit: str
    stops: list[str]
    measures: list[str]
    exemption: str | None
    receipt_due_at: datetime
    received_at: datetime | None
    received_by: str
    state: str


class MovedOut(Schema):
    """A work whose activities move."""

    work_id: int
    code: str
    name: str
    stopped_days: int
    last_day_before: date | None
    last_day_after: date | None
    moved_days: int
    light_before: str | None
    light_after: str | None


class MonthOut(Schema):
    """The investment of a month before and after, in yuan."""

    year: int
    month: int
    before: int
    after: int


class EffectOut(Schema):
    """What windows do to works and money."""

    works: list[MovedOut]
    months: list[MonthOut]


class ReportOut(Schema):
    """An alert with its orders in sight and its effect."""

    alert: AlertOut
    orders: list[OrderOut]
    effect: EffectOut


class WhatIfOut(Schema):
    """What days would do that nobody has ordered."""

    orders: int
    exempt: int
    effect: EffectOut


class VersionOut(Schema):
    """The id of what was changed and its version from now on."""

    id: int
    version: int


@router.get("/alerts", response=list[AlertOut])
def alerts(request: HttpRequest) -> list[AlertOut]:
    """List the alerts of the county, the newest first."""
    who = acting(request)
    return [_alert(one, who.at) for one in queries.alerts(who.scope, at=who.at)]


@router.post("/alerts", response={201: VersionOut}, auth=_office)
def receive_alert(request: HttpRequest, body: AlertIn) -> Status[VersionOut]:
    """Enter an alert and order every source."""
    who = acting(request)
    row = actions.receive_alert(
        acting=who,
        level=body.level,
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        basis=body.basis,
        shelf=shelf(),
        protected=protected_places(who.scope.region),
    )
    return Status(201, VersionOut(id=row.pk, version=row.version))


@router.post("/alerts/what-if", response=WhatIfOut)
def what_if(request: HttpRequest, body: WhatIfIn) -> WhatIfOut:
    """Tell what days under a level would cost; nothing is written."""
    who = acting(request)
    supposed = supposed_alert(body.level, body.first_day, body.days, region=who.scope.region)
    told = what_if_alerts(who.scope, (supposed,), at=who.at, today=who.today, grounds=grounds())
    return WhatIfOut(orders=told.orders, exempt=told.exempt, effect=_effect(told.effect))


@router.get("/alerts/{alert_id}", response=ReportOut)
def alert(request: HttpRequest, alert_id: int) -> ReportOut:
    """Show one alert with its orders, moved works and money by month."""
    who = acting(request)
    report = alert_report(who.scope, alert_id, at=who.at, today=who.today, grounds=grounds())
    return ReportOut(
        alert=_alert(report.facts, who.at),
        orders=[_order(one) for one in report.orders],
        effect=_effect(report.effect),
    )


@router.post("/alerts/{alert_id}/lift", response=VersionOut, auth=_office)
def lift_alert(request: HttpRequest, alert_id: int, body: LiftIn) -> VersionOut:
    """Lift an alert; plans get the days back."""
    row = actions.lift_alert(
        acting=acting(request),
        alert_id=alert_id,
        expected_version=body.version,
        lifted_at=body.lifted_at,
    )
    return VersionOut(id=row.pk, version=row.version)


@router.post("/alerts/{alert_id}/resume", response=VersionOut, auth=_office)
def resume_alert(request: HttpRequest, alert_id: int, body: VersionIn) -> VersionOut:
    """Take a lifting back."""
    row = actions.resume_alert(
        acting=acting(request), alert_id=alert_id, expected_version=body.version
    )
    return VersionOut(id=row.pk, version=row.version)


@router.post("/orders/{order_id}/confirm", response=VersionOut, auth=_workers)
def confirm_order(request: HttpRequest, order_id: int, body: VersionIn) -> VersionOut:
    """Confirm the receipt of an order."""
    row = actions.confirm_order(
        acting=acting(request), order_id=order_id, expected_version=body.version
    )
    return VersionOut(id=row.pk, version=row.version)


@router.get("/emission-sources", response=list[SourceOut])
def sources(request: HttpRequest) -> list[SourceOut]:
    """List the emission list in sight."""
    return [_source(one) for one in queries.sources(acting(request).scope)]


@router.post("/emission-sources", response={201: VersionOut}, auth=_clerks)
def add_source(request: HttpRequest, body: SourceIn) -> Status[VersionOut]:
    """Add a row to the emission list."""
    row = list_actions.add_source(acting=acting(request), draft=_draft(body))
    return Status(201, VersionOut(id=row.pk, version=row.version))


@router.put("/emission-sources/{source_id}", response=VersionOut, auth=_clerks)
def change_source(request: HttpRequest, source_id: int, body: SourceChange) -> VersionOut:
    """Change a row of the list; orders already issued stand."""
    row = list_actions.change_source(
        acting=acting(request),
        source_id=source_id,
        expected_version=body.version,
        draft=_draft(body),
    )
    return VersionOut(id=row.pk, version=row.version)


def _draft(body: SourceIn) -> list_actions.SourceDraft:
    stated: dict[str, Any] = {name: getattr(body, name) for name in SourceIn.model_fields}
    stated["own_measures"] = tuple(sorted(body.own_measures.items()))
    return list_actions.SourceDraft(**stated)


def _source(one: SourceFacts) -> SourceOut:
    return SourceOut(
        id=one.id,
        version=one.version,
        code=one.code,
        name=one.listed.name,
        kind=one.listed.kind,
        unit=one.unit,
        place=one.place,
        activity_classes=list(one.listed.activity_classes),
        protection=one.listed.protection,
        grade=one.listed.grade,
        contact=one.contact,
    )


def _alert(one: AlertFacts, at: datetime) -> AlertOut:
    return AlertOut(
        id=one.id,
        version=one.version,
        level=one.alert.level,
        starts_at=one.alert.window.start,
        ends_at=one.alert.window.end,
        lifted_at=one.alert.lifted_at,
        received_at=one.received_at,
        basis=one.basis,
        state=one.state(at),
        pack_name=one.pack_name,
        pack_version=one.pack_version,
        orders=one.receipts.orders,
        received=one.receipts.received,
        overdue=one.receipts.overdue,
    )


def _order(one: OrderFacts) -> OrderOut:
    said = messages()
    return OrderOut(
        id=one.id,
        version=one.version,
        source=one.source,
        source_code=one.source_code,
        unit=one.unit,
        stops=list(one.stops),
        measures=[said.of(measure) for measure in one.measures],
        exemption=None if one.exemption is None else said.of(one.exemption),
        receipt_due_at=one.receipt_due_at,
        received_at=one.received_at,
        received_by=one.received_by,
        state=one.state.value,
    )


def _effect(effect: WindowEffect) -> EffectOut:
    return EffectOut(
        works=[
            MovedOut(
                work_id=one.facts.id,
                code=one.facts.code,
                name=one.facts.name,
                stopped_days=len(one.effect.stopped_days),
                last_day_before=None if one.effect.before is None else one.effect.before.last_day,
                last_day_after=None if one.effect.after is None else one.effect.after.last_day,
                moved_days=one.effect.moved_days,
                light_before=_color(one.effect.light_before),
                light_after=_color(one.effect.light_after),
            )
            for one in effect.touched
        ],
        months=[
            MonthOut(year=one.year, month=one.month, before=one.before, after=one.after)
            for one in effect.months
        ],
    )


def _color(light: Light | None) -> str | None:
    return None if light is None else light.color.value
