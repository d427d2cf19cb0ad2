from dataclasses import replace
from datetime import date

import pytest
from tests.domain.drawing.county import ALERT, TODAY, plant, scheduled, square, with_facts

from guatu.domain.drawing.wall_rows import (
    WorkOnWall,
    bars_of,
    lanes_of,
    light_of,
    months_around,
    next_node,
    stops_on_wall,
    wall_rows,
)
from guatu.domain.drawing.wall_values import LaneState, WallBar
from guatu.domain.following.light import LightColor
from guatu.domain.planning.plan import Plan, with_stop_work


def begun(plan: Plan, key: str, start: date, finish: date | None, percent: float) -> Plan:
    activities = tuple(
        replace(one, actual_start=start, actual_finish=finish, percent=percent)
        if one.id == key
        else one
        for one in plan.activities
    )
    return replace(plan, activities=activities, data_date=TODAY)


def test_bars_are_half_open_and_milestones_have_no_length() -> None:
    bars = {bar.key: bar for bar in bars_of(scheduled(plant(date(2026, 1, 1))))}
    assert (bars["I1"].start, bars["I1"].end) == (date(2026, 1, 1), date(2026, 1, 2))
    assert (bars["I2"].end - bars["I2"].start).days == 60
    assert bars["I27"].is_milestone


def test_latest_starts_come_from_the_late_dates_and_end_when_work_begins() -> None:
    plan = square(date(2026, 12, 1), date(2028, 2, 20))
    bars = {bar.key: bar for bar in bars_of(scheduled(plan))}
    late = scheduled(plan).by_id()["S17"].late_start
    assert bars["S17"].latest_start == late > bars["S17"].start
    running = begun(plan, "S1", date(2026, 12, 1), None, 20)
    assert next(bar for bar in bars_of(scheduled(running)) if bar.key == "S1").latest_start is None


def test_bars_of_the_longest_chain_are_critical() -> None:
    critical = [bar.key for bar in bars_of(scheduled(plant(date(2026, 1, 1)))) if bar.critical]
    assert critical == [
        "I1",
        "I7",
        "I9",
        "I10",
        "I11",
        "I13",
        "I14",
        "I15",
        "I17",
        "I20",
        "I24",
        "I27",
    ]


def test_a_stop_moves_bars_and_keeps_where_they_stood() -> None:
    plan = with_facts(square(date(2026, 4, 26), date(2027, 6, 30)))
    before, after = scheduled(plan), scheduled(with_stop_work(plan, (ALERT,)))
    moved = {bar.key: bar for bar in bars_of(after, before) if bar.moved_days}
    assert moved["S12"].former_start == before.by_id()["S12"].start
    assert {bar.moved_days for bar in moved.values()} == {4}
    (row,) = wall_rows([WorkOnWall(code="P", name="P", schedule=after, former=before)], today=TODAY)
    assert (row.moved_days, row.forecast) == (4, after.last_day)
    assert [stop.reason for stop in row.stops] == [ALERT.reason]


def test_a_stop_that_binds_no_class_of_the_work_is_not_shown() -> None:
    free = replace(ALERT, classes=frozenset({"quarrying"}))
    plan = with_stop_work(square(date(2026, 4, 26)), (free,))
    (row,) = wall_rows([WorkOnWall(code="P", name="P", schedule=scheduled(plan))], today=TODAY)
    assert row.stops == ()
    assert stops_on_wall((row,)) == ()


def states(
    plan: Plan, today: date = TODAY, blocked: frozenset[str] = frozenset()
) -> dict[str, LaneState]:
    lanes = lanes_of(scheduled(plan), today, blocked)
    return {dot.name: dot.state for lane in lanes for dot in lane}


def test_permits_stand_done_current_blocked_or_open() -> None:
    plan = begun(square(date(2026, 12, 1)), "S1", date(2026, 12, 1), date(2026, 12, 3), 100)
    plan = begun(plan, "S2", date(2026, 12, 4), None, 30)
    seen = states(plan, blocked=frozenset({"S7"}))
    assert seen["项目建议书"] is LaneState.DONE
    assert seen["预审与选址"] is LaneState.CURRENT
    assert seen["用地规划许可"] is LaneState.BLOCKED
    assert seen["竣工验收"] is LaneState.OPEN


def test_a_permit_whose_latest_start_passed_is_blocked() -> None:
    plan = square(date(2026, 1, 1), date(2027, 3, 3))
    assert states(plan, date(2026, 1, 1))["预审与选址"] is LaneState.OPEN
    assert states(plan, date(2026, 6, 1))["预审与选址"] is LaneState.BLOCKED


def test_the_next_node_is_the_first_unfinished_end_from_today_on() -> None:
    name, day = next_node(scheduled(square(date(2026, 11, 20))), TODAY)
    assert (name, day) == ("项目建议书", date(2026, 12, 4))
    finished = with_facts(square(date(2024, 1, 1)))
    assert next_node(scheduled(finished), TODAY) == ("", None)


def test_a_work_without_a_plan_hangs_with_a_grey_light() -> None:
    (row,) = wall_rows([WorkOnWall(code="P", name="谋划项目", total_fen=100)], today=TODAY)
    assert row.light == light_of(None)
    assert row.light.color is LightColor.GREY
    assert (row.bars, row.forecast, row.total_fen) == ((), None, 100)


def test_costs_of_the_plan_stand_in_where_no_money_is_stated() -> None:
    plan = begun(square(date(2026, 12, 1)), "S1", date(2026, 12, 1), date(2026, 12, 3), 100)
    (row,) = wall_rows([WorkOnWall(code="P", name="P", schedule=scheduled(plan))], today=TODAY)
    assert row.total_fen == sum(one.cost_yuan or 0 for one in plan.activities) * 100
    assert row.done_fen == 15 * 90_000 * 100


def test_rows_are_numbered_group_by_group() -> None:
    works = [WorkOnWall(code=str(place), name="P", group="甲乙"[place % 2]) for place in range(4)]
    assert [(row.number, row.code) for row in wall_rows(works, today=TODAY)] == [
        (1, "0"), (2, "2"), (3, "1"), (4, "3"),
    ]  # fmt: skip


def test_the_months_drawn_hold_the_bars_near_today_and_at_least_half_a_year() -> None:
    near = wall_rows(
        [WorkOnWall(code="P", name="P", schedule=scheduled(square(date(2026, 10, 5))))], today=TODAY
    )
    assert months_around(near, today=TODAY) == (date(2026, 10, 1), date(2028, 1, 1))
    old = wall_rows(
        [WorkOnWall(code="P", name="P", schedule=scheduled(square(date(2019, 3, 5))))], today=TODAY
    )
    assert months_around(old, today=TODAY) == (date(2019, 3, 1), date(2020, 6, 1))
    assert months_around((), today=TODAY) == (date(2026, 11, 1), date(2027, 5, 1))


def test_a_bar_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        WallBar(key="a", name="a", start=date(2026, 1, 2), end=date(2026, 1, 1))
