"""The first page's twin: counts by light, what is due and red, alerts in force."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Router, Schema

from guatu.apps.matters.values import LedgerRow
from guatu.apps.matters.waiting import WaitingMatter
from guatu.apps.reports.values import PlannedWork
from guatu.domain.following.light import LightColor
from guatu.entry.api.acting import acting
from guatu.entry.home_values import home_values

router = Router(tags=["home"])


class DueOut(Schema):
    """One matter that is due or red."""

    id: int
    number: str
    title: str
    lead: str
    deadline: date | None
    light: str


class WaitingOut(Schema):
    """One matter that waits for the post; ``step`` is a move, or ``decide_extension``."""

    id: int
    number: str
    title: str
    lead: str
    deadline: date | None
    step: str


class WorkOut(Schema):
    """One red work."""

    id: int
    code: str
    name: str
    target: date | None
    last_day: date | None


class AlertOut(Schema):
    """One alert in force or coming."""

    id: int
    level: str
    starts_at: datetime
    ends_at: datetime
    orders: int
    received: int
    overdue: int


class HomeOut(Schema):
    """The day's work of the post that acts; lights by color."""

    today: date
    matters_by_light: dict[str, int]
    works_by_light: dict[str, int]
    open_matters: int
    proposals: int
    waiting: list[WaitingOut]
    due: list[DueOut]
    red_matters: list[DueOut]
    red_works: list[WorkOut]
    alerts: list[AlertOut]
    journal_head: str


@router.get("/home", response=HomeOut)
def home(request: HttpRequest) -> HomeOut:
    """Return what the first page shows."""
    who = acting(request)
    values = home_values(who)
    return HomeOut(
        today=who.today,
        matters_by_light=dict(values.counts.by_light),
        works_by_light={color.value: len(values.works_of(color)) for color in LightColor},
        open_matters=values.counts.open,
        proposals=values.proposals,
        waiting=[_waiting(one) for one in values.waiting],
        due=[_due(one) for one in values.due],
        red_matters=[_due(one) for one in values.red_matters],
        red_works=[_work(one) for one in values.works_of(LightColor.RED)],
        alerts=[
            AlertOut(
                id=one.id,
                level=one.alert.level.value,
                starts_at=one.alert.window.start,
                ends_at=one.alert.window.end,
                orders=one.receipts.orders,
                received=one.receipts.received,
                overdue=one.receipts.overdue,
            )
            for one in values.alerts
        ],
        journal_head=values.head,
    )


def _due(row: LedgerRow) -> DueOut:
    return DueOut(
        id=row.id,
        number=row.number,
        title=row.title,
        lead=row.lead_name,
        deadline=row.deadline,
        light="" if row.light is None else row.light.color.value,
    )


def _waiting(row: WaitingMatter) -> WaitingOut:
    return WaitingOut(
        id=row.id,
        number=row.number,
        title=row.title,
        lead=row.lead_name,
        deadline=row.deadline,
        step="decide_extension" if row.step is None else row.step.value,
    )


def _work(work: PlannedWork) -> WorkOut:
    found = work.schedule
    return WorkOut(
        id=work.facts.id,
        code=work.facts.code,
        name=work.facts.name,
        target=None if found is None else found.plan.target,
        last_day=None if found is None else found.last_day,
    )
