"""Orders of an alert: who stops what, who is exempt by which rule, when receipts are due."""

from datetime import date, datetime, timedelta

import pytest

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.kernel.interval import Window
from guatu.domain.watching.alert import Alert, AlertLevel, lifted
from guatu.domain.watching.orders import (
    COUNTY_TIME,
    EmissionSource,
    Protection,
    ReceiptState,
    SourceKind,
    orders_for,
    receipt_state,
    stop_work_of,
    stopped_classes,
)

START = datetime(2024, 11, 20, 12, tzinfo=COUNTY_TIME)
PACK = load_shelf().choose("alert_measures", on=date(2024, 11, 20), region="149921")


def alert(level="orange", hours=60):
    return Alert(
        level=AlertLevel(level),
        window=Window(start=START, end=START + timedelta(hours=hours)),
        region="149921",
        issued_at=START - timedelta(hours=4),
    )


def source(**changes):
    given = {"id": "s1", "name": "样例工地", "kind": SourceKind.SITE, **changes}
    return EmissionSource(**given)


def order_of(one, level="orange"):
    (order,) = orders_for(alert(level), [one], PACK)
    return order


def test_site_stops_only_the_ordered_classes_that_go_on_there():
    order = order_of(source(activity_classes=("earthwork", "spraying", "structure")))
    assert order.stops == ("earthwork", "spraying")
    assert order_of(source(activity_classes=("structure",))).stops == ()


def test_yellow_stops_earthwork_and_leaves_spraying():
    order = order_of(source(activity_classes=("earthwork", "spraying")), level="yellow")
    assert order.stops == ("earthwork",)


def test_higher_level_stops_all_that_the_lower_stops():
    yellow, orange, red = (set(stopped_classes(AlertLevel(one), PACK)) for one in AlertLevel)
    assert yellow < orange < red


@pytest.mark.parametrize(
    ("protection", "rule"),
    [(Protection.LIVELIHOOD, "livelihood_site"), (Protection.GUARANTEED, "guaranteed_site")],
)
def test_protected_site_goes_on_by_a_named_rule_but_keeps_its_dust_duties(protection, rule):
    order = order_of(source(activity_classes=("earthwork",), protection=protection))
    assert order.stops == ()
    assert order.exemption.code == f"watching.exempt.{rule}"
    assert [one.code for one in order.measures] == ["watching.measure.site_six"]
    assert stop_work_of(order) is None


def test_words_of_the_list_come_before_the_grade():
    listed = source(
        kind=SourceKind.ENTERPRISE,
        grade="D",
        own_measures=((AlertLevel.ORANGE, "停用 2 号熔炼炉"),),
    )
    codes = [one.code for one in order_of(listed).measures]
    assert codes[0] == "watching.measure.own"
    assert "watching.measure.enterprise_stop" not in codes


@pytest.mark.parametrize(
    ("grade", "measure"),
    [("A", "own_cut"), ("leading", "own_cut"), ("B", "lighter"), ("C", "heavier"), ("D", "stop")],
)
def test_grade_supplies_the_default_where_the_list_is_silent(grade, measure):
    order = order_of(source(kind=SourceKind.ENTERPRISE, grade=grade))
    assert order.measures[0].code == f"watching.measure.enterprise_{measure}"


def test_every_source_gets_one_order_with_its_receipt_due_two_hours_after_the_issue():
    sources = [source(id=f"s{number}", kind=kind) for number, kind in enumerate(SourceKind)]
    orders = orders_for(alert(), sources, PACK)
    assert [one.source for one in orders] == [one.id for one in sources]
    assert {one.receipt_due for one in orders} == {START - timedelta(hours=2)}


def test_receipt_at_the_due_moment_is_in_time_and_a_minute_later_is_not():
    order = order_of(source())
    due, minute = order.receipt_due, timedelta(minutes=1)
    assert receipt_state(order, signed_at=due, at=due) is ReceiptState.IN_TIME
    assert receipt_state(order, signed_at=due + minute, at=due + minute) is ReceiptState.LATE
    assert receipt_state(order, signed_at=None, at=due) is ReceiptState.WAITING
    assert receipt_state(order, signed_at=None, at=due + minute) is ReceiptState.OVERDUE


def test_stop_work_of_sixty_hours_from_noon_takes_three_days_of_the_county():
    stop = stop_work_of(order_of(source(activity_classes=("earthwork",))))
    days = [date.fromordinal(number) for number in stop.window.lost_days()]
    assert days == [date(2024, 11, 20), date(2024, 11, 21), date(2024, 11, 22)]
    assert stop.classes == ("earthwork",)


def test_lifted_alert_orders_only_until_its_lifting():
    one = lifted(alert(), START + timedelta(hours=20))
    (order,) = orders_for(one, [source(activity_classes=("earthwork",))], PACK)
    assert order.window.end == START + timedelta(hours=20)
    assert orders_for(lifted(alert(), START - timedelta(hours=1)), [source()], PACK) == ()


def test_every_word_of_every_order_exists_in_both_languages():
    sources = [
        source(id=f"{kind}-{grade}-{protection}", kind=kind, grade=grade, protection=protection)
        for kind in SourceKind
        for grade in ("", "A", "leading", "B", "C", "D")
        for protection in (None, *Protection)
    ]
    for language in ("zh", "en"):
        messages = load_messages(language)
        for level in AlertLevel:
            for order in orders_for(alert(level), sources, PACK):
                reasons = (*order.measures, *([order.exemption] if order.exemption else []))
                assert all(messages.of(one) for one in reasons)
                stop = stop_work_of(order)
                assert stop is None or messages.of(stop.reason)
