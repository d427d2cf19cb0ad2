"""The order sheets of an alert: each order with what it does to the work of its place."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from guatu.apps.reports.values import AlertReport
from guatu.apps.watch import queries as watch
from guatu.apps.watch.values import OrderFacts
from guatu.domain.kernel.acting import Scope
from guatu.domain.watching.orders import COUNTY_TIME, Order
from guatu.domain.writing.order_sheet import OrderSheet, PlanEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHeading:
    """Who issues the sheets, at which moment, from which state of the journal."""

    organ: str
    data_time: datetime
    journal_head: str


def order_sheets(
    scope: Scope, report: AlertReport, heading: SheetHeading
) -> tuple[OrderSheet, ...]:
    """Return the sheets of the orders in sight, by the list's code.

    Empty where the alert was lifted before it began.
    """
    values = {one.source: one for one in watch.order_values(scope, report.facts.id)}
    effects = _effects(report)
    return tuple(
        OrderSheet(
            order=values[str(facts.source_id)],
            number=f"{report.facts.basis} {facts.source_code}",
            organ=heading.organ,
            issued_on=facts.issued_at.astimezone(COUNTY_TIME).date(),
            lead_unit=facts.unit,
            contact=facts.contact,
            effects=effects.get(facts.place_id or 0, ()) if facts.stops else (),
            data_time=heading.data_time,
            content_hash=_content_hash(facts, values[str(facts.source_id)]),
            journal_head=heading.journal_head,
        )
        for facts in report.orders
        if str(facts.source_id) in values
    )


def _effects(report: AlertReport) -> dict[int, tuple[PlanEffect, ...]]:
    found: dict[int, tuple[PlanEffect, ...]] = {}
    for one in report.effect.works:
        place_id = one.facts.place_id or 0
        before, after = one.effect.before, one.effect.after
        told = PlanEffect(
            work=one.facts.name,
            stopped_days=len(one.effect.stopped_days),
            last_day_before=None if before is None else before.last_day,
            last_day_after=None if after is None else after.last_day,
        )
        found[place_id] = (*found.get(place_id, ()), told)
    return found


def _content_hash(facts: OrderFacts, order: Order) -> str:
    said = (facts.id, facts.version, order)
    return hashlib.sha256(repr(said).encode()).hexdigest()
