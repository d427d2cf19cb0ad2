"""The alert walk: orders, lost days, moved finishes, money by month, what-if and lifting."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.packs import load_shelf
from guatu.domain.kernel.calendar import every_day
from guatu.domain.kernel.interval import Window
from guatu.domain.linking.alert_walk import (
    WorkUnderAlert,
    alert_walk,
    alerts_walk,
    supposed_alert,
)
from guatu.domain.planning.plan import Activity, Link, Plan
from guatu.domain.watching.alert import Alert, AlertLevel, lifted
from guatu.domain.watching.orders import COUNTY_TIME, EmissionSource, Protection, SourceKind

SHELF = load_shelf()
TODAY = date(2024, 11, 18)
START = datetime(2024, 11, 20, 12, tzinfo=COUNTY_TIME)
ORANGE = Alert(
    level=AlertLevel.ORANGE,
    window=Window(start=START, end=START + timedelta(hours=60)),
    region="149921",
    issued_at=START - timedelta(hours=20),
)


def activity(name, days, kind, after=(), cost=None):
    return Activity(
        id=name,
        days=days,
        calendar="cal",
        activity_class=kind,
        links=tuple(Link(predecessor=one) for one in after),
        cost_yuan=cost,
    )


def work(number, *, slack=0, protection=None):
    """A site that digs from 11 to 30 November and builds on; fitting-out leaves ``slack`` days."""
    plan = Plan(
        id=f"P{number}",
        start=date(2024, 11, 11),
        target=date(2024, 12, 31),
        calendars=(every_day(),),
        activities=(
            activity("dig", 20, "earthwork", cost=2_000_000),
            activity("order", 20 + slack, "procurement"),
            activity("build", 30, "structure", after=("dig", "order"), cost=3_000_000),
        ),
    )
    source = EmissionSource(
        id=f"S{number}",
        name=f"样例工地{number}",
        kind=SourceKind.SITE,
        activity_classes=("earthwork", "structure"),
        protection=protection,
    )
    return WorkUnderAlert(id=f"W{number}", plan=plan, sources=(source,))


def walk(*works, alert=ORANGE):
    return alert_walk(works, alert, SHELF, today=TODAY)


def test_orange_of_sixty_hours_stops_earthwork_three_days_and_moves_what_float_does_not_cover():
    works = [work(number, slack=number) for number in range(6)]
    effect = walk(*works)
    assert len(effect.orders) == 6
    assert {one.stopped_days for one in effect.works} == {
        (date(2024, 11, 20), date(2024, 11, 21), date(2024, 11, 22))
    }
    assert [one.moved_days for one in effect.works] == [3, 2, 1, 0, 0, 0]
    assert [one.work for one in effect.moved_works] == ["W0", "W1", "W2"]


def test_receipts_of_all_orders_are_due_two_hours_after_the_issue():
    orders = walk(work(0), work(1)).orders
    assert {one.receipt_due for one in orders} == {START - timedelta(hours=18)}


def test_moved_activities_are_named_with_their_days_before_and_after():
    (effect,) = walk(work(0)).works
    moves = {one.activity: one for one in effect.moves}
    assert set(moves) == {"dig", "build"}
    assert (moves["dig"].last_day_before, moves["dig"].last_day_after) == (
        date(2024, 11, 30),
        date(2024, 12, 3),
    )
    assert moves["build"].days == 3


def test_finish_past_the_target_turns_the_light():
    tight = work(0)
    due = replace(tight, plan=replace(tight.plan, target=date(2024, 12, 30)))
    (effect,) = alert_walk([due], ORANGE, SHELF, today=due.plan.start).works
    assert effect.before.last_day == due.plan.target
    assert effect.light_before.color == "yellow"
    assert effect.light_after.color == "red"


def test_money_of_the_month_falls_by_what_moves_and_nothing_is_lost():
    effect = walk(work(0), work(1))
    november, december, january = effect.months
    # W0 and W1 dig 100,000 yuan a day: each loses three of November's 20 days.
    assert (november.year, november.month) == (2024, 11)
    assert november.change == -600_000
    assert (january.year, january.month) == (2025, 1)
    assert sum(one.change for one in effect.months) == 0
    assert november.change + december.change + january.change == 0


@pytest.mark.parametrize("protection", list(Protection))
def test_protected_work_gets_its_order_and_keeps_its_days(protection):
    effect = walk(work(0, protection=protection))
    (one,) = effect.works
    assert one.orders[0].exemption is not None
    assert (one.stops, one.stopped_days, one.moves, one.moved_days) == ((), (), (), 0)
    assert all(month.change == 0 for month in effect.months)


def test_lifting_gives_the_days_back():
    full = walk(work(0)).works[0].moved_days
    # From 12:00 to 08:00 of the third day: the third day is touched for 8 hours only.
    early = walk(work(0), alert=lifted(ORANGE, START + timedelta(hours=44))).works[0]
    never = walk(work(0), alert=lifted(ORANGE, START)).works[0]
    assert (full, early.moved_days, never.moved_days) == (3, 2, 0)
    assert never.orders == ()
    assert never.after == never.before


def test_window_in_another_zone_takes_the_same_days_of_the_county():
    moved = replace(
        ORANGE,
        window=Window(
            start=ORANGE.window.start.astimezone(UTC), end=ORANGE.window.end.astimezone(UTC)
        ),
    )
    assert walk(work(0), alert=moved).works[0].stopped_days == walk(work(0)).works[0].stopped_days


def test_what_if_of_three_orange_days_costs_three_days_and_writes_nothing():
    works = [work(0), work(1)]
    supposed = supposed_alert(AlertLevel.ORANGE, date(2024, 11, 25), 3, region="149921")
    effect = alerts_walk(works, [supposed], SHELF, today=TODAY)
    assert [one.moved_days for one in effect.works] == [3, 3]
    assert works == [work(0), work(1)]


def test_two_alerts_together_add_their_days_and_an_overlap_counts_once():
    later = supposed_alert(AlertLevel.YELLOW, date(2024, 11, 22), 3, region="149921")
    (effect,) = alerts_walk([work(0)], [ORANGE, later], SHELF, today=TODAY).works
    assert len(effect.stopped_days) == 5
    assert effect.moved_days == 5
    assert len(effect.orders) == 2


def test_sources_that_are_no_work_get_their_orders_too():
    plant = EmissionSource(id="E1", name="样例铸造", kind=SourceKind.ENTERPRISE, grade="C")
    effect = alert_walk([work(0)], ORANGE, SHELF, today=TODAY, other_sources=[plant])
    assert [one.source for one in effect.orders] == ["S0", "E1"]
    assert len(effect.works) == 1


def test_plan_with_a_circle_is_told_and_does_not_stop_the_others():
    broken = work(0)
    circle = replace(
        broken.plan,
        activities=(
            activity("dig", 5, "earthwork", after=("build",)),
            activity("build", 5, "structure", after=("dig",)),
        ),
    )
    effect = walk(replace(broken, plan=circle), work(1))
    assert effect.works[0].before is None
    assert [one.code for one in effect.works[0].diagnostics] == ["planning.circle"]
    assert effect.works[1].moved_days == 3


@settings(deadline=None, max_examples=40)
@given(hours=st.integers(1, 200), cut=st.integers(1, 200), slack=st.integers(0, 5))
def test_shorter_alert_never_moves_a_finish_farther_and_never_beyond_its_lost_days(
    hours, cut, slack
):
    alert = replace(ORANGE, window=Window(start=START, end=START + timedelta(hours=hours)))
    (whole,) = walk(work(0, slack=slack), alert=alert).works
    (part,) = walk(work(0, slack=slack), alert=lifted(alert, START + timedelta(hours=cut))).works
    assert 0 <= part.moved_days <= whole.moved_days <= max(len(whole.stopped_days) - slack, 0)
