"""Reports: works with their schedules, the effect of alerts, what would happen if."""

from collections.abc import Sequence
from datetime import date, datetime
from operator import attrgetter

from guatu.apps.reports.effects import (
    compared,
    effect_of_alert,
    effect_of_walk,
    works_under_alert,
)
from guatu.apps.reports.schedules import (
    planned,
    schedule_with,
    stops_by_place,
    stops_since,
)
from guatu.apps.reports.values import (
    AlertReport,
    Forecast,
    Grounds,
    HomeNumbers,
    NamedEffect,
    PlannedWork,
    SupposedStop,
    WindowEffect,
)
from guatu.apps.watch import queries as watch
from guatu.apps.works import queries as works
from guatu.apps.works.values import WorkFacts
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.acting import Scope
from guatu.domain.linking.alert_walk import MonthChange, alerts_walk, months_of
from guatu.domain.watching.alert import Alert

_RED_SHOWN = 8


def planned_works(
    scope: Scope, *, at: datetime, today: date, grounds: Grounds
) -> tuple[PlannedWork, ...]:
    """Return the works in sight with schedule and light under the orders of their places.

    Two questions to the rows, however many works there are.
    """
    return _planned(works.works(scope, holidays=grounds.holidays), scope, at, today, grounds)


def planned_work(
    scope: Scope, work_id: int, *, at: datetime, today: date, grounds: Grounds
) -> PlannedWork:
    """Return one work in sight with its schedule; raises Absent."""
    facts = works.work_by_id(scope, work_id, holidays=grounds.holidays)
    return _planned((facts,), scope, at, today, grounds)[0]


def alert_report(
    scope: Scope, alert_id: int, *, at: datetime, today: date, grounds: Grounds
) -> AlertReport:
    """Return an alert with its orders in sight and its effect; raises Absent.

    The effect comes from the orders as issued, not from the list of today, beside the
    windows of every other alert; a lifted alert counts until its lifting.
    """
    facts = watch.alert_by_id(scope, alert_id, at=at)
    return AlertReport(
        facts=facts,
        orders=watch.orders_of(scope, alert_id, at=at),
        effect=effect_of_alert(
            planned_works(scope, at=at, today=today, grounds=grounds), alert_id, grounds
        ),
    )


def what_if(
    scope: Scope, alerts: Sequence[Alert], *, at: datetime, today: date, grounds: Grounds
) -> Forecast:
    """Return what alerts would do to the works in sight; nothing is written.

    Works start from where the orders in force have put them already.
    """
    region = Scope(region=scope.region)
    listed = watch.sources(region, protected=works.protected_places(scope.region))
    every = planned_works(scope, at=at, today=today, grounds=grounds)
    joined, others = works_under_alert(every, listed)
    walked = alerts_walk(
        joined,
        alerts,
        grounds.shelf,
        today=today,
        other_sources=tuple(row.listed for row in others),
    )
    return Forecast(
        orders=len(walked.orders),
        exempt=sum(one.exemption is not None for one in walked.orders),
        effect=effect_of_walk(every, walked),
    )


def what_if_stopped(
    scope: Scope,
    work_id: int,
    supposed: SupposedStop,
    *,
    at: datetime,
    today: date,
    grounds: Grounds,
) -> WindowEffect:
    """Return what a stop would do to one work on top of the orders there are; nothing is written.

    Raises Absent.
    """
    work = planned_work(scope, work_id, at=at, today=today, grounds=grounds)
    stops = (supposed.window(),)
    after = schedule_with(work, stops, grounds)
    effect = compared(work, work.schedule, after, stops, grounds)
    return WindowEffect(
        works=(NamedEffect(facts=work.facts, effect=effect),),
        months=months_of([(work.schedule, after)]),
    )


def investment_by_month(planned_now: Sequence[PlannedWork]) -> tuple[MonthChange, ...]:
    """Return the money of works by month, without and with the orders in force, in yuan."""
    return months_of((one.former, one.schedule) for one in planned_now)


def home_numbers(scope: Scope, *, at: datetime, today: date, grounds: Grounds) -> HomeNumbers:
    """Return the numbers of works and alerts for the first page."""
    every = planned_works(scope, at=at, today=today, grounds=grounds)
    colors = [LightColor.GREY if one.light is None else one.light.color for one in every]
    red = [one for one in every if one.light is not None and one.light.color is LightColor.RED]
    running = tuple(
        one for one in watch.alerts(scope, at=at) if one.state(at) in {"coming", "running"}
    )
    return HomeNumbers(
        works=len(every),
        lights=tuple((color.value, colors.count(color)) for color in LightColor),
        red=tuple(sorted(red, key=attrgetter("facts.code")))[:_RED_SHOWN],
        receipts=watch.waiting_receipts(scope, at=at),
        alerts=running,
    )


def _planned(
    facts: tuple[WorkFacts, ...], scope: Scope, at: datetime, today: date, grounds: Grounds
) -> tuple[PlannedWork, ...]:
    by_place = stops_by_place(watch.place_stops(scope.region, since=stops_since(at)))
    return tuple(planned(one, by_place, today=today, grounds=grounds) for one in facts)
