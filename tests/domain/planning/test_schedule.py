"""What a schedule says of small plans, drawn as charts (a column is a day from a Monday)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.domain.planning.chart import MONDAY, day, drawn, early, expected

from guatu.domain.kernel.interval import Window
from guatu.domain.kernel.outlook import LeverKind, Verdict
from guatu.domain.planning import (
    Activity,
    Crash,
    Link,
    Plan,
    Resource,
    Schedule,
    StopWork,
    cost_by_month,
    level,
    schedule,
    with_progress,
    with_stop_work,
    with_target,
)


def answered(plan: Plan, today: date = MONDAY) -> Schedule:
    answer, told = schedule(plan, today=today)
    assert told == ()
    assert answer is not None
    return answer


def test_finish_to_start_leaves_the_shorter_branch_its_float():
    plan = drawn("A ##\nB #### after A\nC # after A\nD # after B after C")
    assert early(answered(plan)) == expected("""
        A ==
        B   ====
        C   =...
        D       =
    """)


@pytest.mark.parametrize(
    ("link", "row"),
    [
        ("after A", "B     =="),
        ("after A FS+1", "B      =="),
        ("after A FS-2", "B   =="),
        ("after A SS+1", "B  =="),
        ("after A FF", "B   =="),
        ("after A FF+2", "B     =="),
        ("after A SF+3", "B  =="),
    ],
)
def test_each_kind_of_link_holds_its_edges(link, row):
    answer = answered(drawn(f"A ####\nB ## {link}"))
    assert early(answer).splitlines()[1].rstrip(".") == row


def test_work_on_weekdays_passes_over_the_weekend():
    assert early(answered(drawn("A ######## cal wd\nB # after A cal wd"))) == expected("""
        A ==========
        B           =
    """)


def test_a_lag_counts_in_the_successors_calendar_unless_another_is_named():
    plan = drawn("A ##### cal wd\nB # after A FS+2 cal wd\nC # after A FS+2 in cal cal wd")
    rows = early(answered(plan)).splitlines()
    assert rows[1].index("=") - 2 == 9
    assert rows[2].index("=") - 2 == 7


def test_a_plan_without_start_is_worked_back_from_the_last_day_it_may_work():
    plan = drawn("A ##\nB ### after A\nC # after A", start=None, target=day(9))
    answer = answered(plan)
    assert answer.latest_start == answer.start == day(5)
    assert answer.last_day == day(9)
    assert answer.span_days == 5
    assert [one.total_float for one in answer.activities] == [0, 0, 2]
    assert answer.critical_path == ("A", "B")


def test_start_and_a_target_too_near_give_negative_floats():
    answer = answered(drawn("A ###\nB ### after A\nC # after A", target=day(3)))
    assert [one.total_float for one in answer.activities] == [-2, -2, 0]
    assert [one.critical for one in answer.activities] == [True, True, True]
    assert answer.latest_start == day(-2)
    assert answer.late_by_days == 2


def test_start_and_a_target_far_away_leave_the_longest_chain_critical():
    answer = answered(drawn("A ###\nB ### after A\nC # after A", target=day(9)))
    assert [one.total_float for one in answer.activities] == [4, 4, 6]
    assert [one.critical for one in answer.activities] == [True, True, False]


def test_an_activity_with_its_own_last_day_binds_what_leads_to_it():
    answer = answered(drawn("A ###\nB ## after A by 3\nC ### after A", target=day(20)))
    assert answer.by_id()["A"].total_float == -1
    assert answer.critical_path == ("A", "B")
    assert answer.late_by_days == 1


def test_a_milestone_after_work_is_reached_on_its_last_day():
    answer = answered(drawn("A ### cal wd\nM <> after A\nB # after M", target=day(3)))
    milestone = answer.by_id()["M"]
    assert milestone.start == milestone.last_day == day(2)
    assert answer.by_id()["B"].start == day(3)


def test_a_milestone_at_the_start_stands_on_the_first_day():
    answer = answered(drawn("M <>\nA ## after M", start=None, target=day(4)))
    assert answer.by_id()["M"].start == answer.by_id()["A"].start == answer.latest_start == day(3)


def test_a_milestone_alone_is_worked_back_to_its_target():
    answer = answered(drawn("M <>", start=None, target=day(4)))
    assert answer.latest_start == answer.start == answer.last_day == day(4)
    assert answer.late_by_days == 0


def test_only_the_named_ends_are_bound_and_the_rest_follows_without_haste():
    answer = answered(
        drawn("A ##\nE ## after A\nF ##### after E", start=None, target=day(9), ends=("E",))
    )
    assert answer.last_day == day(9)
    assert answer.span_days == 4
    assert not answer.by_id()["F"].critical
    assert answer.critical_path == ("A", "E")


def stopped(hours_from: int, hours_to: int) -> StopWork:
    midnight = datetime.combine(MONDAY, datetime.min.time())
    window = Window(
        start=midnight + timedelta(hours=hours_from), end=midnight + timedelta(hours=hours_to)
    )
    return StopWork(window=window, classes=frozenset({"earth"}), reason="alert")


@pytest.mark.parametrize(
    ("windows", "last"),
    [
        ([(36, 96)], 6),
        ([(37, 48)], 3),
        ([(24, 30), (30, 36)], 4),
        ([(24, 33), (24, 33)], 3),
        ([(24, 30), (42, 48)], 4),
    ],
)
def test_a_day_touched_for_twelve_hours_is_lost_to_the_stopped_class(windows, last):
    plan = drawn("A #### class earth\nB #### class paint")
    answer = answered(with_stop_work(plan, tuple(stopped(*one) for one in windows)))
    assert answer.by_id()["A"].last_day == day(last)
    assert answer.by_id()["B"].last_day == day(3)


def test_a_stop_of_nine_thousand_years_is_told_at_once():
    window = Window(
        start=datetime.fromisoformat("0001-01-01"), end=datetime.fromisoformat("9999-12-31")
    )
    shut = StopWork(window=window, classes=frozenset({"earth"}))
    plan = with_stop_work(drawn("A #### class earth"), (shut,))
    answer, told = schedule(plan, today=MONDAY)
    assert answer is None
    assert [one.code for one in told] == ["planning.off_axis"]


def test_a_plan_whose_work_is_done_has_no_chain_and_is_on_track():
    plan = with_progress(drawn("A ##", target=day(9)), "A", day(0), day(2), 100, day(3))
    answer = answered(plan, today=day(3))
    assert answer.outlook.reason.code == "planning.finished"
    assert answer.critical_path == ()
    assert answer.last_day == day(2)


def test_an_alert_of_60_hours_costs_a_site_three_days_less_its_float():
    plan = drawn("A #### class earth\nB # after A\nC ###### class paint", target=day(5))
    answer = answered(with_stop_work(plan, (stopped(12, 72),)))
    assert answer.by_id()["A"].last_day == day(6)
    assert answer.last_day == day(7)
    assert answer.late_by_days == 2


def test_what_is_done_stands_and_the_rest_runs_from_the_data_date():
    plan = drawn("A ####\nB ## after A\nC ### after B", target=day(20))
    plan = with_progress(plan, "A", day(0), day(4), 100, day(6))
    plan = with_progress(plan, "B", day(5), None, 50, day(6))
    answer = answered(plan, today=day(6))
    assert early(answer).splitlines()[0] == "A ====="
    assert answer.by_id()["B"].early_start == day(5)
    assert answer.by_id()["B"].early_last_day == day(6)
    assert answer.by_id()["C"].early_start == day(7)


def test_retained_logic_keeps_the_rest_behind_an_unfinished_predecessor():
    plan = drawn("A ####\nB #### after A")
    plan = with_progress(plan, "B", day(1), None, 50, day(2))
    answer = answered(plan, today=day(2))
    assert answer.by_id()["A"].early_last_day == day(5)
    assert answer.by_id()["B"].early_last_day == day(7)


def test_work_not_begun_stands_after_the_data_date():
    answer = answered(replace(drawn("A ##", target=day(9)), data_date=day(4)), today=day(4))
    assert answer.by_id()["A"].start == day(4)


def test_today_moves_lateness_but_no_date():
    plan = drawn("A ##\nB ### after A", start=None, target=day(9))
    before, after = answered(plan, today=day(2)), answered(plan, today=day(8))
    assert [one.start for one in before.activities] == [one.start for one in after.activities]
    assert (before.outlook.verdict, before.late_by_days) == (Verdict.ON_TRACK, 0)
    assert (after.outlook.verdict, after.late_by_days) == (Verdict.IMPOSSIBLE, 3)


@pytest.mark.parametrize(("slack", "verdict"), [(0, "tight"), (1, "on_track"), (-1, "impossible")])
def test_the_buffer_is_a_tenth_of_the_chain(slack, verdict):
    plan = drawn("A ##########", start=None, target=day(19))
    answer = answered(plan, today=day(10 - slack))
    assert answer.buffer_days == 1
    assert answer.outlook.verdict.value == verdict
    assert answer.outlook.slack == slack


def crashed(plan: Plan, offers: dict[str, tuple[int, int]]) -> Plan:
    return replace(
        plan,
        activities=tuple(
            replace(one, crash=Crash(days=offers[one.id][0], cost=offers[one.id][1]))
            if one.id in offers
            else one
            for one in plan.activities
        ),
    )


def test_a_late_plan_names_the_cheapest_days_that_cure_it():
    plan = drawn("A ####\nB #### after A\nC #### after A\nD #### after B after C", target=day(8))
    plan = crashed(plan, {"A": (1, 500), "B": (2, 200), "D": (2, 400)})
    answer = answered(plan)
    assert answer.outlook.verdict is Verdict.LATE
    crashes = [one for one in answer.outlook.levers if one.kind is LeverKind.CRASH]
    assert [(one.subject, one.days, one.cost) for one in crashes] == [("D", 2, 400), ("A", 1, 500)]
    assert answer.outlook.levers[-1].kind is LeverKind.TARGET
    assert answer.outlook.levers[-1].days == answer.late_by_days == 3


def test_only_as_many_days_are_bought_as_are_missing():
    answer = answered(crashed(drawn("A ####\nB #### after A", target=day(6)), {"A": (3, 900)}))
    assert [(one.days, one.cost) for one in answer.outlook.levers[:1]] == [(1, 300)]


def test_a_plan_that_no_offer_cures_is_impossible_and_says_what_is_missing():
    answer = answered(crashed(drawn("A ####", target=day(0)), {"A": (2, 10)}))
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE
    assert dict(answer.outlook.reason.arguments)["left"] == 1


def test_a_circle_is_one_diagnostic_that_names_it():
    plan = drawn("A #\nB # after A after D\nC # after B\nD # after C\nE # after D")
    answer, told = schedule(plan, today=MONDAY)
    assert answer is None
    assert [one.code for one in told] == ["planning.circle"]
    assert told[0].named()["path"] == "B → C → D → B"


def test_a_plan_without_start_and_target_asks_for_one():
    answer, told = schedule(drawn("A #", start=None), today=MONDAY)
    assert answer is None
    assert [one.code for one in told] == ["planning.no_anchor"]


@pytest.mark.parametrize("anchor", [{"start": None, "target": day(0)}, {}])
def test_dates_beyond_the_axis_are_told_with_their_activity(anchor):
    plan = drawn("A #\nB # after A", **anchor)
    huge = replace(plan.activities[1], days=3_600_000)
    answer, told = schedule(replace(plan, activities=(plan.activities[0], huge)), today=MONDAY)
    assert answer is None
    assert [one.code for one in told] == ["planning.off_axis"]


def test_a_chain_of_ten_thousand_needs_no_recursion():
    activities = tuple(
        Activity(
            id=f"A{n}",
            days=1,
            calendar="cal",
            links=(Link(predecessor=f"A{n - 1}"),) if n else (),
        )
        for n in range(10_000)
    )
    answer = answered(replace(drawn("A #"), activities=activities))
    assert answer.span_days == 10_000
    assert len(answer.critical_path) == 10_000


def test_money_is_spread_over_the_worked_days_and_adds_up():
    plan = drawn("A ##### cal wd")
    costly = replace(plan.activities[0], cost_yuan=1_000_001, days=30)
    answer = answered(replace(plan, activities=(costly,)))
    months = cost_by_month(answer)
    assert [month[:2] for month in months] == [(2025, 1), (2025, 2)]
    assert sum(month[2] for month in months) == 1_000_001
    assert months[0][2] == 1_000_001 * 20 // 30


def crane(plan: Plan, capacity: int, *users: str) -> Plan:
    activities = tuple(
        replace(one, uses=(("crane", 1),)) if one.id in users else one for one in plan.activities
    )
    return replace(
        plan, resources=(Resource(id="crane", capacity=capacity),), activities=activities
    )


def test_levelling_keeps_two_cranes_apart_where_there_is_one():
    answer = level(answered(crane(drawn("A ###\nB ##\nC # after A"), 1, "A", "B")))
    dated = answer.by_id()
    assert dated["A"].start == day(0)
    assert dated["B"].start == day(3)
    assert answer.levelling is not None
    assert (answer.levelling.status, answer.levelling.objective) == ("optimal", 5)


def test_levelling_past_the_target_is_late():
    answer = level(answered(crane(drawn("A ###\nB ##", target=day(3)), 1, "A", "B")))
    assert answer.outlook.verdict is Verdict.LATE
    assert answer.late_by_days == 1


def test_levelling_without_resources_is_optimal_and_one_without_capacity_infeasible():
    plain = level(answered(drawn("A ###")))
    assert plain.levelling is not None
    assert plain.levelling.status == "optimal"
    short = level(answered(crane(drawn("A ###"), 0, "A")))
    assert short.levelling is not None
    assert short.levelling.status == "infeasible"
    assert short.outlook.verdict is Verdict.IMPOSSIBLE


def test_a_target_laid_on_a_plan_gives_it_a_verdict():
    plan = drawn("A ###")
    assert answered(plan).outlook.reason.code == "planning.no_deadline"
    assert answered(with_target(plan, day(1))).late_by_days == 1


def test_doubtful_facts_are_told_and_do_not_stop_the_plan():
    plan = with_progress(drawn("A ####\nB ##"), "A", None, None, 50, day(2))
    plan = with_progress(plan, "B", day(4), None, 0, day(2))
    answer, told = schedule(plan, today=day(2))
    assert answer is not None
    codes = [one.code for one in told]
    assert codes == ["planning.progress_without_start", "planning.fact_after_data_date"]
    assert answer.by_id()["A"].early_last_day == day(3)


def test_a_permit_on_a_late_chain_offers_what_a_promise_would_win():
    plan = drawn("A ####\nB ### after A\nC ###### after A", target=day(7))
    permit = replace(plan.activities[0], lane="construction", unit="住建局")
    answer = answered(replace(plan, activities=(permit, *plan.activities[1:])))
    overlap = [one for one in answer.outlook.levers if one.kind is LeverKind.OVERLAP]
    assert [(one.subject, one.days) for one in overlap] == [("A", 2)]
    assert answer.outlook.verdict is Verdict.IMPOSSIBLE


def test_the_forecast_ends_where_work_goes_on_from_today_and_agrees_with_the_lateness():
    plan = drawn("A ###\nB ## after A", target=day(6))
    on_time = answered(plan, today=day(0))
    assert (on_time.late_by_days, on_time.forecast_last_day) == (0, on_time.last_day)
    late = answered(plan, today=day(10))
    assert late.last_day == on_time.last_day
    assert (late.forecast_last_day - plan.target).days == late.late_by_days > 0
