from datetime import date, timedelta

import pytest

from guatu.apps.journal.models import Entry
from guatu.apps.reports.queries import (
    alert_report,
    home_numbers,
    investment_by_month,
    planned_work,
    planned_works,
    what_if,
    what_if_stopped,
)
from guatu.apps.reports.values import SupposedStop
from guatu.apps.watch.actions import lift_alert
from guatu.domain.linking.alert_walk import supposed_alert
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import SourceKind
from tests.factories.acting import later
from tests.factories.places import MORNING, a_place
from tests.factories.units import make_county
from tests.factories.watch import a_source, an_alert
from tests.factories.works import GROUNDS, a_work, site_document

pytestmark = pytest.mark.django_db

NOW = {"at": MORNING, "today": date(2024, 11, 20), "grounds": GROUNDS}


@pytest.fixture
def county():
    return make_county(at=MORNING)


def a_site(county, number, **stated):
    """A work of its own place with its row on the list."""
    place_id = a_place(county, f"P{number}", f"{number}号工地")
    a_source(county, f"E{number}", place_id=place_id)
    return a_work(county, f"W{number}", place_id=place_id, **stated)


def finish(county, work_id):
    return planned_work(county.clerk.scope, work_id, **NOW).schedule.last_day


def test_sixty_orange_hours_stop_the_earthwork_of_six_sites_for_three_days(county):
    """Story 22: 20 November noon for 60 h loses the 20th, 21st and 22nd."""
    work_ids = [a_site(county, number) for number in range(1, 7)]
    assert {finish(county, one) for one in work_ids} == {date(2024, 12, 20)}
    alert = an_alert(county.clerk)
    report = alert_report(county.clerk.scope, alert.pk, **NOW)
    assert len(report.orders) == 6
    assert len(report.effect.moved) == 6
    for one in report.effect.moved:
        assert one.effect.stopped_days == tuple(date(2024, 11, day) for day in (20, 21, 22))
        assert one.effect.moved_days == 3
        moves = {move.activity: move.days for move in one.effect.moves}
        assert moves == {"A2": 3, "A3": 3, "A4": 3}
    assert {finish(county, one) for one in work_ids} == {date(2024, 12, 23)}


def test_float_takes_up_what_the_alert_stops(county):
    document = site_document()
    document["activities"].append(
        {"id": "B1", "name": "设备", "days": 45, "calendar": "cal", "class": "procurement"}
    )
    work_id = a_site(county, 1, document=document)
    alert = an_alert(county.clerk)
    effect = alert_report(county.clerk.scope, alert.pk, **NOW).effect
    (one,) = effect.touched
    assert [move.activity for move in one.effect.moves] == ["A2", "A3", "A4"]
    assert effect.moved == ()
    assert finish(county, work_id) == date(2024, 12, 25)


def test_the_money_of_the_month_falls_and_the_sum_stays(county):
    a_site(county, 1)
    alert = an_alert(county.clerk)
    months = alert_report(county.clerk.scope, alert.pk, **NOW).effect.months
    november, december = months
    assert (november.year, november.month) == (2024, 11)
    assert november.after < november.before
    assert december.after > december.before
    assert sum(one.change for one in months) == 0
    assert sum(one.after for one in months) == 5_000_000


def test_a_livelihood_work_goes_on(county):
    from guatu.apps.works.queries import protected_places

    work_id = a_site(county, 1, livelihood=True)
    an_alert(county.clerk, protected=protected_places(county.region))
    assert finish(county, work_id) == date(2024, 12, 20)


def test_lifting_gives_the_days_back_and_writes_nothing_into_plans(county):
    work_id = a_site(county, 1)
    alert = an_alert(county.clerk)
    assert finish(county, work_id) == date(2024, 12, 23)
    lift_alert(acting=later(county.clerk, hours=26), alert_id=alert.pk, expected_version=1)
    assert finish(county, work_id) == date(2024, 12, 22)
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert not kinds & {"plan.changed", "progress.entered"}


def test_lifting_before_the_alert_begins_gives_every_day_back(county):
    work_id = a_site(county, 1)
    alert = an_alert(county.clerk)
    lift_alert(acting=later(county.clerk, hours=1), alert_id=alert.pk, expected_version=1)
    assert finish(county, work_id) == date(2024, 12, 20)


def test_each_of_two_alerts_counts_only_its_own_days(county):
    a_site(county, 1)
    first = an_alert(county.clerk, hours=36)
    second = an_alert(county.clerk, starts_at=first.ends_at, hours=24)
    scope = county.clerk.scope
    moved = [
        alert_report(scope, one.pk, **NOW).effect.moved[0].effect.moved_days
        for one in (first, second)
    ]
    assert moved == [2, 1]
    assert planned_works(scope, **NOW)[0].moved_days == 3


def test_a_what_if_tells_the_same_as_the_alert_and_writes_nothing(county):
    for number in (1, 2, 3):
        a_site(county, number)
    a_source(county, "E9", kind=SourceKind.ENTERPRISE)
    a_work(county, "W9")
    scope = county.clerk.scope
    supposed = supposed_alert(AlertLevel.ORANGE, date(2024, 11, 20), 3, region=county.region)
    entries = Entry.objects.count()
    told = what_if(scope, (supposed,), **NOW)
    assert Entry.objects.count() == entries
    assert (told.orders, told.exempt) == (4, 0)
    assert [one.effect.moved_days for one in told.effect.moved] == [3, 3, 3]
    assert sum(one.after for one in told.effect.months) == 20_000_000
    alert = an_alert(county.clerk, starts_at=supposed.window.start, hours=72)
    real = alert_report(scope, alert.pk, **NOW).effect
    assert real.months == told.effect.months
    assert [(one.facts.code, one.effect.moved_days) for one in real.moved] == [
        (one.facts.code, one.effect.moved_days) for one in told.effect.moved
    ]


def test_every_row_of_a_place_binds_its_work_before_and_after_the_alert_is_entered(county):
    """A site whose place has a quarry's row too: both rows' classes stop, told once each."""
    place_id = a_place(county)
    document = site_document()
    document["activities"][2]["class"] = "quarrying"
    a_source(county, "E1", place_id=place_id)
    a_source(county, "E2", kind=SourceKind.QUARRY, place_id=place_id)
    a_work(county, place_id=place_id, document=document)
    a_work(county, "W2", place_id=place_id)
    scope = county.clerk.scope
    supposed = supposed_alert(AlertLevel.RED, date(2024, 11, 24), 4, region=county.region)
    told = what_if(scope, (supposed,), **NOW)
    alert = an_alert(county.clerk, level=AlertLevel.RED, starts_at=supposed.window.start, hours=96)
    kept = alert_report(scope, alert.pk, **NOW)
    assert told.orders == len(kept.orders) == 2
    assert told.effect.months == kept.effect.months
    both = [
        [(one.facts.code, one.effect.moved_days, one.effect.stopped_days) for one in effect.works]
        for effect in (told.effect, kept.effect)
    ]
    assert both[0] == both[1]
    assert {code: days for code, days, _ in both[0]}["W1"] == 4


def test_a_what_if_after_an_alert_counts_what_comes_on_top(county):
    a_site(county, 1)
    an_alert(county.clerk)
    supposed = supposed_alert(AlertLevel.ORANGE, date(2024, 11, 20), 4, region=county.region)
    told = what_if(county.clerk.scope, (supposed,), **NOW)
    assert told.effect.moved[0].effect.moved_days == 1


def test_a_window_on_one_work_is_tried_without_any_order(county):
    work_id = a_work(county)
    stop = SupposedStop(
        classes=frozenset({"structure"}),
        first_day=date(2024, 11, 26),
        last_day=date(2024, 11, 27),
    )
    told = what_if_stopped(county.clerk.scope, work_id, stop, **NOW)
    assert told.works[0].effect.moved_days == 2
    assert finish(county, work_id) == date(2024, 12, 20)


def test_an_alert_of_one_county_moves_nothing_in_another(county):
    other = make_county("149922", at=MORNING)
    a_site(county, 1)
    elsewhere = a_site(other, 1)
    an_alert(county.clerk)
    assert finish(other, elsewhere) == date(2024, 12, 20)
    assert len(planned_works(other.clerk.scope, **NOW)) == 1


def test_the_light_turns_when_the_alert_takes_the_last_days(county):
    work_id = a_site(county, 1, document=site_document(target="2024-12-20"))
    scope = county.clerk.scope
    an_alert(county.clerk)
    work = planned_work(scope, work_id, **NOW)
    assert work.moved_days == 3
    assert work.light.color.value == "red"
    numbers = home_numbers(scope, **NOW)
    assert dict(numbers.lights)["red"] == 1
    assert [one.facts.code for one in numbers.red] == ["W1"]
    assert numbers.receipts.orders == 1


def test_investment_by_month_shows_both_sides_of_the_orders_in_force(county):
    a_site(county, 1)
    an_alert(county.clerk)
    months = investment_by_month(planned_works(county.clerk.scope, **NOW))
    assert months[0].change < 0
    assert sum(one.change for one in months) == 0


def test_planned_works_ask_two_questions_however_many_works_there_are(
    county, django_assert_num_queries
):
    a_site(county, 1)
    an_alert(county.clerk)
    with django_assert_num_queries(2):
        planned_works(county.clerk.scope, **NOW)
    for number in range(2, 6):
        a_site(county, number)
    with django_assert_num_queries(2):
        assert len(planned_works(county.clerk.scope, **NOW)) == 5


def test_an_alert_long_over_still_moves_what_it_moved(county):
    work_id = a_site(county, 1)
    an_alert(county.clerk)
    month_later = MORNING + timedelta(days=30)
    told = planned_work(
        county.clerk.scope, work_id, at=month_later, today=date(2024, 12, 20), grounds=GROUNDS
    )
    assert told.schedule.last_day == date(2024, 12, 23)
