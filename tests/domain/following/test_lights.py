"""Lights of matters and works, slips and scores, against the stories' figures."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.packs import load_messages, load_shelf
from guatu.domain.following.light import (
    LightColor,
    MatterClock,
    matter_light,
    parent_light,
    warning_days,
)
from guatu.domain.following.score import MatterConduct, unit_score
from guatu.domain.following.slip import SlipKind, slip_proposals
from guatu.domain.following.work_light import (
    Progress,
    plan_to_date,
    progress_light,
    site_days_light,
    start_light,
    statistics_light,
    work_light,
)
from guatu.domain.kernel.outlook import Outlook, Reason, Verdict

SHELF = load_shelf()
ON = date(2024, 11, 1)
PACK = SHELF.choose("matter_lights", on=ON)
ISSUED, DUE = date(2024, 10, 29), date(2024, 11, 5)
CLOCK = MatterClock(started=ISSUED, due=DUE)


def with_floor(days):
    body = {**PACK.body, "yellow": {**PACK.body["yellow"], "floor_days": days}}
    return replace(PACK, version=f"floor-{days}", body=body)


@pytest.mark.parametrize(
    ("day", "floor", "color"),
    [
        (date(2024, 11, 1), 3, "green"),
        (date(2024, 11, 2), 3, "yellow"),
        (date(2024, 11, 5), 3, "yellow"),
        (date(2024, 11, 6), 3, "red"),
        (date(2024, 11, 1), 5, "yellow"),
        (date(2024, 10, 30), 5, "green"),
    ],
)
def test_matter_due_on_5_november_has_the_colors_of_story_6(day, floor, color):
    light = matter_light(CLOCK, with_floor(floor), today=day)
    assert light.color == color
    assert light.pack.version == f"floor-{floor}"


def test_light_unfolds_to_its_arithmetic():
    light = matter_light(CLOCK, PACK, today=date(2024, 11, 2))
    left, warning = (dict(one.arguments) for one in light.steps)
    assert (left["due"], left["today"], left["days"]) == ("2024-11-05", "2024-11-02", 3)
    assert (warning["floor"], warning["duration"], warning["warning"]) == (3, 7, 3)


@pytest.mark.parametrize(("days", "warning"), [(7, 3), (39, 3), (40, 4), (95, 9), (400, 10)])
def test_warning_is_a_tenth_of_the_term_between_three_and_ten_days(days, warning):
    assert warning_days(ISSUED, ISSUED + timedelta(days=days), PACK) == warning


@pytest.mark.parametrize(
    ("changes", "color", "code"),
    [
        ({"suspended": True}, "grey", "suspended"),
        ({"due": None}, "grey", "no_deadline"),
        ({"done_on": DUE}, "blue", "done_in_time"),
        ({"done_on": DUE + timedelta(days=1)}, "grey", "done_late"),
        ({"missed_nodes": 1}, "yellow", "node_missed"),
        ({"unreachable": True}, "red", "unreachable"),
    ],
)
def test_facts_beyond_the_calendar_color_a_matter(changes, color, code):
    light = matter_light(replace(CLOCK, **changes), PACK, today=date(2024, 10, 30))
    assert (light.color, light.reason.code) == (color, f"following.light.{code}")


def test_parent_of_green_yellow_and_red_is_red_and_names_why():
    days = (date(2024, 11, 1), date(2024, 11, 3), date(2024, 11, 9))
    children = [matter_light(CLOCK, PACK, today=day) for day in days]
    own = matter_light(replace(CLOCK, due=date(2025, 1, 1)), PACK, today=ON)
    parent = parent_light(own, children)
    assert [one.color for one in children] == ["green", "yellow", "red"]
    assert parent.color is LightColor.RED
    assert parent.steps[1] == children[2].reason


def test_parent_worse_than_its_children_keeps_its_own_light():
    own = matter_light(CLOCK, PACK, today=DUE + timedelta(days=2))
    child = matter_light(CLOCK, PACK, today=ON)
    assert parent_light(own, [child]) == own
    assert parent_light(own, []) == own


@given(early=st.integers(-30, 60), later=st.integers(0, 60))
def test_waiting_longer_never_makes_an_open_matter_greener(early, later):
    first, second = (
        matter_light(CLOCK, PACK, today=ISSUED + timedelta(days=days))
        for days in (early, early + later)
    )
    assert first.severity <= second.severity


def test_slips_grow_with_the_days_of_red_and_are_only_proposed():
    red = matter_light(CLOCK, PACK, today=DUE + timedelta(days=1))
    since = DUE + timedelta(days=1)

    def kinds(days, returns=0):
        today = since + timedelta(days=days - 1)
        found = slip_proposals(red, red_since=since, returns=returns, today=today, pack=PACK)
        return [one.kind for one in found]

    assert kinds(1) == [SlipKind.UNIT_HEAD]
    assert kinds(7) == [SlipKind.UNIT_HEAD]
    assert kinds(8) == [SlipKind.UNIT_HEAD, SlipKind.INTERVIEW]
    assert kinds(31) == [SlipKind.UNIT_HEAD, SlipKind.INTERVIEW, SlipKind.BULLETIN]
    assert kinds(1, returns=2) == [SlipKind.UNIT_HEAD, SlipKind.INTERVIEW]


def test_second_return_proposes_a_talk_even_under_a_green_light():
    green = matter_light(CLOCK, PACK, today=ON)
    found = slip_proposals(green, red_since=None, returns=2, today=ON, pack=PACK)
    assert [one.kind for one in found] == [SlipKind.INTERVIEW]
    assert slip_proposals(green, red_since=None, returns=1, today=ON, pack=PACK) == ()


@pytest.mark.parametrize(
    ("city", "done", "color", "value"),
    [
        ("yinchuan", 72, "yellow", "15.0"),
        ("sanya", 72, "yellow", "20.0"),
        ("wuhan", 72, "green", "80.0"),
        ("yinchuan", 48, "red", "35.0"),
        ("sanya", 48, "yellow", "46.7"),
        ("wuhan", 48, "red", "53.3"),
        ("yinchuan", 78, "yellow", "10.0"),
        ("yinchuan", 79, "green", "9.2"),
        ("yinchuan", 54, "yellow", "30.0"),
        ("sanya", 45, "yellow", "50.0"),
        ("sanya", 44, "red", "51.1"),
        ("sanya", 90, "green", "0.0"),
        ("wuhan", 54, "yellow", "60.0"),
    ],
)
def test_progress_of_120_million_at_september_has_the_colors_of_story_19(city, done, color, value):
    annual = Decimal(120)
    progress = Progress(annual=annual, planned=plan_to_date(annual, 9), done=Decimal(done))
    light = progress_light(progress, SHELF.choose(f"project_progress_{city}", on=ON))
    assert light.color == color
    assert dict(light.reason.arguments)["value"] == value


@pytest.mark.parametrize(
    ("day", "color"),
    [
        (date(2025, 9, 9), "green"),
        (date(2025, 9, 10), "yellow"),
        (date(2025, 10, 9), "yellow"),
        (date(2025, 10, 10), "red"),
    ],
)
def test_work_started_10_august_and_not_in_statistics_follows_story_18(day, color):
    pack = SHELF.choose("project_progress_yinchuan", on=day)
    light = statistics_light(
        date(2025, 8, 10), total_yuan=48_000_000, entered_on=None, today=day, pack=pack
    )
    assert light.color == color


def test_work_below_five_million_is_not_eligible_for_the_statistics():
    day = date(2025, 12, 1)
    pack = SHELF.choose("project_progress_yinchuan", on=day)
    light = statistics_light(
        date(2025, 8, 10), total_yuan=4_800_000, entered_on=None, today=day, pack=pack
    )
    assert (light.color, light.reason.code) == ("grey", "following.statistics.not_eligible")


def test_missed_start_turns_yellow_after_the_month_and_red_two_months_later():
    pack = SHELF.choose("project_progress_yinchuan", on=ON)

    def color(today, started=None):
        return start_light(date(2025, 3, 15), started_on=started, today=today, pack=pack).color

    assert color(date(2025, 3, 31)) == "green"
    assert color(date(2025, 4, 1)) == "yellow"
    assert color(date(2025, 6, 1)) == "red"
    assert color(date(2025, 6, 1), started=date(2025, 5, 20)) == "green"


@pytest.mark.parametrize(
    ("days", "color"),
    [(0, "green"), (1, "yellow"), (7, "yellow"), (8, "orange"), (14, "orange"), (15, "red")],
)
def test_site_days_color_as_the_rule_states(days, color):
    assert site_days_light(days, SHELF.choose("project_site_days", on=ON)).color == color


@pytest.mark.parametrize(
    ("verdict", "color"),
    [("on_track", "green"), ("tight", "yellow"), ("late", "red"), ("impossible", "red")],
)
def test_work_takes_its_color_from_its_outlook_and_shows_the_slack(verdict, color):
    outlook = Outlook(
        verdict=Verdict(verdict),
        slack=-6,
        needed=471,
        attained=465,
        reason=Reason(code="planning.late"),
    )
    light = work_light(outlook, SHELF.choose("project_lights", on=ON))
    assert light.color == color
    assert dict(light.steps[0].arguments) == {"slack": -6, "needed": 471, "attained": 465}


STORY_11 = (
    MatterConduct(matter="m1", late_feedback=True),
    MatterConduct(matter="m2", returns=1),
    MatterConduct(matter="m3", overdue_days=12, red_light=True),
    *(MatterConduct(matter=f"m{number}") for number in range(4, 9)),
)
SCORES = SHELF.choose("matter_score", on=ON)


def test_unit_of_story_11_scores_91_25_and_94_25_with_praise():
    plain = unit_score(STORY_11, SCORES)
    praised = unit_score(STORY_11, SCORES, bonus=Decimal(3))
    assert (plain.score, praised.score) == (Decimal("91.25"), Decimal("94.25"))
    assert [(one.matter, one.points) for one in plain.deductions] == [
        ("m1", Decimal(1)),
        ("m2", Decimal(2)),
        ("m3", Decimal(4)),
    ]
    assert (plain.weighed_deductions, plain.weighed_base) == (7, 80)


def test_bonus_overdue_and_one_matter_are_capped():
    ruinous = MatterConduct(matter="m", false_report=True, returns=9, overdue_days=400)
    score = unit_score([ruinous, *STORY_11[3:5]], SCORES, bonus=Decimal(50))
    assert score.bonus == 5
    assert score.weighed_deductions == 10
    assert score.barred
    late = unit_score([MatterConduct(matter="m", overdue_days=400)], SCORES)
    assert late.weighed_deductions == 5


def test_weight_makes_a_matter_count_more_and_two_matters_are_not_ranked():
    heavy = MatterConduct(matter="m1", weight="top", returns=1)
    light = MatterConduct(matter="m2")
    found = unit_score([heavy, light], SCORES)
    assert (found.weighed_deductions, found.weighed_base) == (6, 40)
    assert found.score == Decimal("85.00")
    assert not found.ranked
    assert unit_score([], SCORES).score is None


@given(extra=st.integers(1, 20))
def test_more_matters_handled_well_never_lower_a_score(extra):
    more = [MatterConduct(matter=f"x{number}") for number in range(extra)]
    assert unit_score([*STORY_11, *more], SCORES).score > unit_score(STORY_11, SCORES).score


def test_every_reason_of_lights_and_scores_has_words_in_both_languages():
    codes = [one.code for one in unit_score(STORY_11, SCORES).steps]
    codes += [f"following.color.{one}" for one in LightColor]
    codes += [f"following.slip_kind.{one}" for one in SlipKind]
    codes += [f"following.work.{one}" for one in Verdict]
    for language in ("zh", "en"):
        messages = load_messages(language)
        assert [code for code in codes if code not in messages.templates] == []
        for day in (ISSUED, DUE, DUE + timedelta(days=3)):
            light = matter_light(CLOCK, PACK, today=day)
            assert all(messages.of(one) for one in (light.reason, *light.steps))
