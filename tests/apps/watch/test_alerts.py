from datetime import timedelta

import pytest

from guatu.apps.journal.actions import StaleVersion
from guatu.apps.journal.models import Entry
from guatu.apps.journal.refusal import Absent, Refused
from guatu.apps.watch.actions import confirm_order, lift_alert, resume_alert
from guatu.apps.watch.list_actions import SourceDraft, add_source, change_source
from guatu.apps.watch.models import Alert, Order
from guatu.apps.watch.queries import (
    alert_by_id,
    alerts,
    order_values,
    orders_of,
    place_stops,
    sources,
    waiting_receipts,
)
from guatu.domain.watching.alert import AlertLevel
from guatu.domain.watching.orders import Protection, ReceiptState, SourceKind
from tests.factories.acting import later
from tests.factories.places import MORNING, a_place
from tests.factories.units import make_county
from tests.factories.watch import NOON, a_source, an_alert

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return make_county(at=MORNING)


def test_an_alert_orders_every_source_on_the_list_at_once(county):
    a_source(county, place_id=a_place(county))
    a_source(county, "E2", kind=SourceKind.ENTERPRISE, grade="C")
    a_source(county, "E3", protection=Protection.GUARANTEED)
    alert = an_alert(county.clerk)
    site, plant, kept = orders_of(county.viewer.scope, alert.pk, at=MORNING)
    assert "earthwork" in site.stops
    assert "spraying" in site.stops
    assert plant.stops == ()
    assert plant.measures
    assert kept.stops == ()
    assert kept.exemption.code == "watching.exempt.guaranteed_site"
    assert site.receipt_due_at == MORNING + timedelta(hours=2)
    entry = Entry.objects.order_by("number").last()
    assert (entry.kind, entry.subjects.count()) == ("alert.received", 4)


def test_the_version_of_the_measures_stays_with_the_alert(county):
    a_source(county)
    alert = an_alert(county.clerk)
    found = alert_by_id(county.clerk.scope, alert.pk, at=MORNING)
    assert (found.pack_name, found.pack_version) == ("alert_measures", "2024")


def test_a_place_of_a_protected_work_gets_an_exempt_order(county):
    place_id = a_place(county)
    a_source(county, place_id=place_id)
    alert = an_alert(county.clerk, protected={place_id: "livelihood"})
    (order,) = orders_of(county.clerk.scope, alert.pk, at=MORNING)
    assert order.exemption.code == "watching.exempt.livelihood_site"
    assert order.stops == ()
    assert place_stops(county.region, since=MORNING) == ()


def test_the_receipt_clock_runs_until_the_unit_confirms(county):
    a_source(county)
    a_source(county, "E2", unit_id=county.units["32"].pk)
    alert = an_alert(county.clerk)
    first, second = orders_of(county.clerk.scope, alert.pk, at=MORNING)
    assert first.state is ReceiptState.WAITING
    confirm_order(acting=later(county.liaison, minutes=119), order_id=first.id, expected_version=1)
    confirm_order(acting=later(county.clerk, minutes=121), order_id=second.id, expected_version=1)
    first, second = orders_of(county.clerk.scope, alert.pk, at=MORNING + timedelta(hours=3))
    assert (first.state, second.state) == (ReceiptState.IN_TIME, ReceiptState.LATE)
    assert first.received_by == "石小满"
    receipts = alert_by_id(county.clerk.scope, alert.pk, at=MORNING).receipts
    assert (receipts.orders, receipts.received, receipts.late) == (2, 2, 1)


def test_an_order_without_receipt_is_overdue_after_two_hours(county):
    a_source(county)
    an_alert(county.clerk)
    assert waiting_receipts(county.clerk.scope, at=MORNING + timedelta(hours=2)).overdue == 0
    told = waiting_receipts(county.clerk.scope, at=MORNING + timedelta(hours=2, minutes=1))
    assert (told.orders, told.overdue, told.waiting) == (1, 1, 0)


def test_a_liaison_sees_and_confirms_orders_of_the_own_unit_only(county):
    a_source(county)
    a_source(county, "E2", unit_id=county.units["32"].pk)
    alert = an_alert(county.clerk)
    seen = orders_of(county.liaison.scope, alert.pk, at=MORNING)
    assert [one.source_code for one in seen] == ["E1"]
    foreign = Order.objects.get(source__code="E2")
    with pytest.raises(Absent):
        confirm_order(acting=county.liaison, order_id=foreign.pk, expected_version=1)


def test_a_viewer_confirms_nothing_and_nothing_is_confirmed_twice(county):
    a_source(county)
    an_alert(county.clerk)
    order = Order.objects.get()
    with pytest.raises(Refused, match=r"watch\.own_orders_only"):
        confirm_order(acting=county.viewer, order_id=order.pk, expected_version=1)
    confirm_order(acting=county.clerk, order_id=order.pk, expected_version=1)
    with pytest.raises(Refused, match=r"watch\.confirmed_already"):
        confirm_order(acting=county.clerk, order_id=order.pk, expected_version=1)


def test_a_confirmation_that_saw_an_older_order_is_stale(county):
    a_source(county)
    an_alert(county.clerk)
    with pytest.raises(StaleVersion):
        confirm_order(acting=county.clerk, order_id=Order.objects.get().pk, expected_version=0)


@pytest.mark.parametrize("who", ["viewer", "liaison"])
def test_only_the_office_enters_alerts(county, who):
    a_source(county)
    with pytest.raises(Refused, match=r"watch\.office_only"):
        an_alert(getattr(county, who))
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    ("hours", "code"),
    [(0, "watch.window_empty"), (-3, "watch.window_empty"), (800, "watch.window_long")],
)
def test_a_window_that_cannot_be_is_refused(county, hours, code):
    a_source(county)
    with pytest.raises(Refused, match=code):
        an_alert(county.clerk, hours=hours)


def test_the_same_alert_is_not_entered_twice_and_none_without_a_list(county):
    with pytest.raises(Refused, match=r"watch\.empty_list"):
        an_alert(county.clerk)
    a_source(county)
    an_alert(county.clerk)
    with pytest.raises(Refused, match=r"watch\.entered_already"):
        an_alert(county.clerk)
    an_alert(county.clerk, level=AlertLevel.RED)


def test_lifting_cuts_the_window_and_can_be_taken_back(county):
    a_source(county, place_id=a_place(county))
    alert = an_alert(county.clerk)
    (whole,) = place_stops(county.region, since=MORNING)
    noon_after = later(county.clerk, hours=26)
    lift_alert(acting=noon_after, alert_id=alert.pk, expected_version=1)
    (cut,) = place_stops(county.region, since=MORNING)
    assert whole.stop.window.end == NOON + timedelta(hours=60)
    assert cut.stop.window.end == noon_after.at
    assert (
        alert_by_id(county.clerk.scope, alert.pk, at=noon_after.at).state(noon_after.at) == "lifted"
    )
    resume_alert(acting=noon_after, alert_id=alert.pk, expected_version=2)
    assert place_stops(county.region, since=MORNING) == (whole,)


def test_an_alert_lifted_before_it_begins_stops_nothing(county):
    a_source(county, place_id=a_place(county))
    alert = an_alert(county.clerk)
    lift_alert(acting=later(county.clerk, hours=1), alert_id=alert.pk, expected_version=1)
    assert place_stops(county.region, since=MORNING) == ()
    assert order_values(county.clerk.scope, alert.pk) == ()


def test_a_lifting_that_cannot_be_is_refused(county):
    a_source(county)
    alert = an_alert(county.clerk)
    facts = {"alert_id": alert.pk, "expected_version": 1}
    with pytest.raises(Refused, match=r"watch\.lifting_off"):
        lift_alert(acting=county.clerk, lifted_at=MORNING + timedelta(hours=5), **facts)
    with pytest.raises(Refused, match=r"watch\.over_already"):
        lift_alert(acting=later(county.clerk, hours=70), **facts)
    with pytest.raises(Refused, match=r"watch\.not_lifted"):
        resume_alert(acting=county.clerk, **facts)
    with pytest.raises(Refused, match=r"watch\.office_only"):
        lift_alert(acting=county.liaison, **facts)
    lift_alert(acting=later(county.clerk, hours=5), **facts)
    with pytest.raises(Refused, match=r"watch\.lifted_already"):
        lift_alert(acting=later(county.clerk, hours=6), alert_id=alert.pk, expected_version=2)


def test_alerts_lists_and_orders_of_one_county_are_not_seen_from_another(county):
    other = make_county("149922", at=MORNING)
    a_source(county, place_id=a_place(county))
    alert = an_alert(county.clerk)
    assert alerts(other.clerk.scope, at=MORNING) == ()
    assert sources(other.clerk.scope) == ()
    assert orders_of(other.clerk.scope, alert.pk, at=MORNING) == ()
    assert place_stops(other.region, since=MORNING) == ()
    with pytest.raises(Absent):
        alert_by_id(other.clerk.scope, alert.pk, at=MORNING)
    with pytest.raises(Absent):
        lift_alert(acting=other.clerk, alert_id=alert.pk, expected_version=1)
    with pytest.raises(Absent):
        confirm_order(acting=other.clerk, order_id=Order.objects.get().pk, expected_version=1)


def test_a_changed_list_leaves_issued_orders_as_they_were(county):
    source_id = a_source(county)
    alert = an_alert(county.clerk)
    draft = SourceDraft(
        code="E1",
        name="改名工地",
        kind=SourceKind.SITE,
        unit_id=county.units["31"].pk,
        protection=Protection.LIVELIHOOD,
    )
    change_source(acting=county.clerk, source_id=source_id, expected_version=1, draft=draft)
    (order,) = orders_of(county.clerk.scope, alert.pk, at=MORNING)
    assert order.exemption is None
    assert "earthwork" in order.stops


def test_the_list_is_kept_by_the_office_with_codes_that_stand_once(county):
    a_source(county)
    with pytest.raises(Refused, match=r"watch\.code_taken"):
        a_source(county)
    draft = SourceDraft(
        code="E9", name="村企", kind=SourceKind.ENTERPRISE, unit_id=county.units["31"].pk
    )
    with pytest.raises(Refused, match=r"watch\.clerk_only"):
        add_source(acting=county.liaison, draft=draft)


def test_own_measures_of_the_list_come_before_the_pack(county):
    a_source(county, kind=SourceKind.ENTERPRISE, own_measures=((AlertLevel.ORANGE, "停一条线"),))
    alert = an_alert(county.clerk)
    (order,) = orders_of(county.clerk.scope, alert.pk, at=MORNING)
    assert order.measures[0].arguments == (("words", "停一条线"),)


def test_questions_are_counted_the_same_for_one_source_and_for_five(
    county, django_assert_num_queries
):
    a_source(county, place_id=a_place(county))
    first = an_alert(county.clerk)
    with django_assert_num_queries(4):
        alerts(county.clerk.scope, at=MORNING)
        orders_of(county.clerk.scope, first.pk, at=MORNING)
        place_stops(county.region, since=MORNING)
    for number in range(2, 6):
        a_source(county, f"E{number}", place_id=a_place(county, f"P{number}"))
    second = an_alert(county.clerk, level=AlertLevel.RED)
    with django_assert_num_queries(4):
        alerts(county.clerk.scope, at=MORNING)
        assert len(orders_of(county.clerk.scope, second.pk, at=MORNING)) == 5
        assert len(place_stops(county.region, since=MORNING)) == 6
