"""Baseline, curves, earned value and schedule, the three figures and the range of investment."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.planning.chart import day, drawn
from tests.domain.planning.nets import MONDAY, plans

from guatu.domain.planning import Plan, Schedule, Terms, cost_by_month, schedule, with_target
from guatu.domain.planning.control import (
    FigureKind,
    WorkFigure,
    baseline_of,
    earned_value,
    figures_document,
    investment_forecast,
    physical_progress,
    s_curves,
    three_figures,
    variance_of,
)
from guatu.domain.planning.control.baseline import variance_document
from guatu.domain.planning.control.earned_value import earned_document

CHAIN = "A ####\nB #### after A\nC ######## after B\nD ## after A"


def answered(plan: Plan, today: date = MONDAY) -> Schedule:
    answer, _ = schedule(plan, today=today)
    assert answer is not None
    return answer


def priced(plan: Plan, **costs: int) -> Plan:
    rows = tuple(replace(one, cost_yuan=costs.get(one.id, 0)) for one in plan.activities)
    return replace(plan, activities=rows)


def done(plan: Plan, known: date, **facts: dict[str, Any]) -> Plan:
    rows = tuple(replace(one, **facts.get(one.id, {})) for one in plan.activities)
    return replace(plan, activities=rows, data_date=known)


def finished(first: int, last: int) -> dict[str, Any]:
    return {"actual_start": day(first), "actual_finish": day(last), "percent": 100.0}


PLAN = priced(drawn(CHAIN, target=day(19)), A=400, B=400, C=800, D=200)
BASELINE = baseline_of(answered(PLAN), frozen_on=day(0))


def test_a_plan_that_did_not_move_has_no_variance():
    assert variance_of(BASELINE, answered(PLAN)).moved == ()


def test_a_longer_step_moves_what_follows_and_eats_float():
    longer = tuple(
        replace(one, days=6) if one.id == "A" else one for one in PLAN.activities if one.id != "D"
    )
    variance = variance_of(BASELINE, answered(replace(PLAN, activities=longer)))
    assert (variance.start_days, variance.finish_days, variance.cost_yuan) == (0, 2, -200)
    first, second, third, gone = variance.moved
    assert (first.activity, first.finish_days, first.duration_days) == ("A", 2, 2)
    assert first.float_eaten == 2
    assert {second.activity, third.activity} == {"B", "C"}
    assert gone.is_gone
    assert variance_document(variance)["moved"][-1]["state"] == "gone"


@pytest.mark.parametrize("today", [3, 7, 15])
def test_work_done_as_planned_has_indices_of_one(today):
    facts = {"A": finished(0, 3)}
    if today >= 7:
        facts |= {"B": finished(4, 7), "D": finished(4, 5)}
    if today >= 15:
        facts |= {"C": finished(8, 15)}
    value = earned_value(done(PLAN, day(today), **facts), BASELINE, today=day(today))
    assert value.earned == value.planned
    assert (value.time_passed, value.earned_time) == (today + 1, today + 1)
    assert (value.schedule_index, value.time_index) == (1.0, 1.0)
    assert value.forecast == day(15)


def test_half_the_pace_doubles_the_time_and_dear_work_the_cost():
    late = done(PLAN, day(7), A=finished(0, 7))
    value = earned_value(late, BASELINE, today=day(7), spent=[(day(2), 300.0), (day(7), 500.0)])
    assert (value.planned, value.earned, value.actual, value.budget) == (1000, 400, 800, 1800)
    assert (value.schedule_variance, value.schedule_index, value.cost_index) == (-600, 0.4, 0.5)
    assert (value.earned_time, value.time_variance, value.time_index) == (4.0, -4.0, 0.5)
    assert value.forecast == day(31)
    assert value.forecast_cost == 3600
    document = earned_document(value)
    assert (document["es_days"], document["spi_t"], document["eac"]) == (4.0, 0.5, 3600.0)


def test_part_of_a_planned_day_counts_in_earned_schedule():
    part = done(PLAN, day(1), A={"actual_start": day(0), "percent": 37.5})
    value = earned_value(part, BASELINE, today=day(1))
    assert value.earned == 150
    assert value.earned_time == 1.5


def test_after_the_planned_end_the_time_index_still_tells_the_delay():
    facts = {"A": finished(0, 3), "B": finished(4, 7), "D": finished(4, 5), "C": finished(8, 31)}
    value = earned_value(done(PLAN, day(31), **facts), BASELINE, today=day(31))
    assert value.schedule_index == 1.0
    assert value.time_index == 0.5
    assert value.time_variance == -16


def test_curves_by_month_end_with_everything_planned_and_know_nothing_of_tomorrow():
    longer = priced(drawn("A " + "#" * 60, start=date(2025, 1, 11)), A=6000)
    baseline = baseline_of(answered(longer, date(2025, 1, 11)), frozen_on=day(0))
    begun = done(longer, date(2025, 2, 10), A={"actual_start": date(2025, 1, 11), "percent": 40.0})
    points = s_curves(begun, baseline, today=date(2025, 2, 10), spent=[(date(2025, 1, 20), 9.0)])
    assert [(one.day.month, one.planned, one.actual) for one in points] == [
        (1, 2100, 9.0), (2, 4900, None), (3, 6000, None),
    ]  # fmt: skip
    assert points[0].earned == pytest.approx(6000 * 0.4 * 21 / 31)
    assert points[1].earned is None


@settings(max_examples=40, deadline=None)
@given(plans(bounds=False))
def test_the_daily_curve_rises_to_the_whole_value(plan):
    baseline = baseline_of(answered(plan), frozen_on=MONDAY)
    points = s_curves(plan, baseline, today=baseline.start, is_monthly=False)
    planned = [one.planned for one in points]
    assert planned == sorted(planned)
    assert planned[-1] == pytest.approx(sum(one.days for one in plan.activities))
    assert points[0].earned == 0


def test_a_step_that_is_not_accepted_counts_nine_tenths():
    plan = done(PLAN, day(15), A=finished(0, 3), B=finished(4, 7), C=finished(8, 15))
    assert physical_progress(plan) == pytest.approx(100 * 1600 / 1800)
    open_ = tuple(
        replace(one, terms=Terms(acceptance=True)) if one.id == "C" else one
        for one in plan.activities
    )
    assert physical_progress(replace(plan, activities=open_)) == pytest.approx(
        100 * (800 + 0.9 * 800) / 1800
    )
    accepted = tuple(
        replace(one, terms=Terms(acceptance=True, is_accepted=True)) if one.id == "C" else one
        for one in plan.activities
    )
    assert physical_progress(replace(plan, activities=accepted)) == physical_progress(plan)


def figure(kind: FigureKind, value: float, through: int, stated: int, **more: str) -> WorkFigure:
    return WorkFigure(
        kind=kind, through=day(through), value=value, unit=more.get("unit", "万元"),
        source="月报", vintage=more.get("vintage", ""), stated_on=day(stated),
    )  # fmt: skip


def test_three_figures_stay_apart_and_a_revision_adds():
    statements = [
        figure(FigureKind.UNIT, 900, 24, 25),
        figure(FigureKind.STATISTICS, 700, 24, 30, vintage="快报"),
        figure(FigureKind.STATISTICS, 720, 24, 60, vintage="年报"),
        figure(FigureKind.PHYSICAL, 41.0, 24, 25, unit="%"),
        figure(FigureKind.UNIT, 1200, 55, 56),
    ]
    three = three_figures(statements, through=day(40))
    assert three.statistics is not None
    assert (three.statistics.value, three.statistics.vintage) == (720, "年报")
    assert [one.vintage for one in three.older] == ["快报"]
    assert three.gap(FigureKind.UNIT, FigureKind.STATISTICS) == 180
    assert three.gap(FigureKind.UNIT, FigureKind.PHYSICAL) is None
    document = figures_document(three)
    assert document["unit"]["value"] == 900
    assert document["unit_less_statistics"] == 180
    later = three_figures(statements, through=day(55))
    assert later.gap(FigureKind.UNIT, FigureKind.STATISTICS) is None
    with pytest.raises(ValueError, match="source"):
        replace(statements[0], source="")


@settings(max_examples=80, deadline=None)
@given(plans(bounds=False), st.integers(0, 40))
def test_what_is_hung_lies_inside_the_range_and_all_sums_agree(plan, spare):
    plan = priced(plan, **{one.id: 1000 for one in plan.activities})
    alone = answered(plan)
    last = max(one.early_last_day for one in alone.activities)
    answer = answered(with_target(plan, last + timedelta(days=spare)))
    months = investment_forecast([answer, answer])
    assert all(one.least <= one.through <= one.most for one in months)
    assert months[-1].least == months[-1].most == 2000 * len(plan.activities)
    hung = {(one.year, one.month): one.yuan for one in months if one.yuan}
    assert hung == {(year, month): 2 * yuan for year, month, yuan in cost_by_month(answer)}


def test_no_money_gives_no_month():
    assert investment_forecast([answered(drawn(CHAIN))]) == ()
