from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.drawing.county import ALERT, EN, TODAY, ZH, scheduled, sketch, square, with_facts
from tests.domain.drawing.sheets import escaping, off_sheet, overlapping, texts

from guatu.domain.drawing.curve import MonthAmount, draw_curve, nice_top
from guatu.domain.drawing.gantt import draw_gantt
from guatu.domain.drawing.place_map import small_map
from guatu.domain.drawing.shapes import Drawing, Group, Rect
from guatu.domain.drawing.time_axis import TimeAxis, next_month
from guatu.domain.drawing.wall_rows import gantt_of
from guatu.domain.drawing.wall_values import WallMap, WallPoint
from guatu.domain.following.light import LightColor
from guatu.domain.planning.plan import with_stop_work


def sound(drawing: Drawing) -> bool:
    assert overlapping(drawing) == []
    assert escaping(drawing) == []
    assert off_sheet(drawing) == []
    return True


@pytest.mark.parametrize("on_paper", [True, False], ids=["paper", "screen"])
def test_a_gantt_has_a_line_for_each_step_with_its_dates_and_float(on_paper: bool) -> None:
    plan = with_facts(square(date(2026, 4, 26), date(2027, 6, 30)))
    before, after = scheduled(plan), scheduled(with_stop_work(plan, (ALERT,)))
    drawing = draw_gantt(gantt_of(after, before, today=TODAY, href="#{id}"), ZH, on_paper=on_paper)
    assert sound(drawing)
    words = [one.words for one in texts(drawing)]
    assert all(one.name in words for one in plan.activities)
    assert after.by_id()["S21"].last_day.isoformat() in words
    assert str(after.by_id()["S17"].total_float) in words
    assert drawing.unit == ("mm" if on_paper else "px")


def test_a_gantt_in_english_of_a_plan_without_facts_is_sound() -> None:
    assert sound(draw_gantt(gantt_of(scheduled(square(date(2027, 1, 1))), today=TODAY), EN))


def amounts(count: int, change: int | None) -> list[MonthAmount]:
    return [
        MonthAmount(
            month=next_month(date(2026, 1, 1), place),
            before_fen=place * 10**8,
            after_fen=None if change is None else place * 10**8 + change,
        )
        for place in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 14, 60])
@pytest.mark.parametrize("change", [None, 0, 10**9])
def test_a_curve_is_sound_for_any_number_of_months(count: int, change: int | None) -> None:
    assert sound(draw_curve(amounts(count, change), "投资", ZH))


def test_a_curve_draws_before_and_after_side_by_side_only_where_something_changed() -> None:
    def bars(change: int | None) -> int:
        groups = [
            one
            for one in draw_curve(amounts(5, change), "投资", ZH).shapes
            if isinstance(one, Group)
        ]
        return sum(isinstance(bar, Rect) for group in groups for bar in group.shapes)

    assert bars(None) == 5
    assert bars(10**7) == 10


@given(amount=st.floats(0.01, 1e12))
@settings(deadline=None)
def test_a_scale_ends_at_a_round_number_not_far_above_the_amount(amount: float) -> None:
    assert amount * 0.9999 <= nice_top(amount) <= amount * 2.5


def test_the_map_keeps_lights_apart_and_its_labels_off_one_another() -> None:
    drawing = small_map(sketch(24), width=420, height=420, title="点位")
    assert sound(drawing)
    marks = [one for one in texts(drawing) if one.words.isdigit()]
    assert sorted(int(one.words) for one in marks) == list(range(1, 25))


@given(
    spots=st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=1, max_size=12),
    width=st.floats(300, 600),
)
@settings(deadline=None, max_examples=50)
def test_labels_of_the_map_never_overlap_wherever_the_places_are(
    spots: list[tuple[float, float]], width: float
) -> None:
    points = tuple(
        WallPoint(number=place, name="城关镇热源厂改造", x=x, y=y, color=LightColor.RED)
        for place, (x, y) in enumerate(spots, start=1)
    )
    drawing = small_map(WallMap(points=points), width=width, height=320, title="点位")
    assert sound(drawing)


def test_the_map_without_an_outline_still_shows_its_points() -> None:
    bare = replace(sketch(3), outline=(), rivers=())
    assert {"1", "2", "3"} <= {
        one.words for one in texts(small_map(bare, width=300, height=300, title="图"))
    }


def test_days_beyond_the_axis_stay_at_its_edges() -> None:
    axis = TimeAxis(first=date(2026, 1, 1), end=date(2026, 3, 1), left=10, width=59)
    assert (axis.x(date(2025, 1, 1)), axis.x(date(2026, 2, 1)), axis.x(date(2030, 1, 1))) == (
        10,
        41,
        69,
    )


def test_quarters_and_years_of_an_axis_end_where_the_calendar_ends_them() -> None:
    axis = TimeAxis(first=date(2026, 2, 1), end=date(2027, 2, 1), left=0, width=365)
    assert [cell.first for cell in axis.months(3)] == [
        date(2026, 2, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1),
    ]  # fmt: skip
    assert [cell.first for cell in axis.months(12)] == [date(2026, 2, 1), date(2027, 1, 1)]


def test_a_gantt_fits_the_room_of_its_page_unless_months_would_lose_their_names() -> None:
    gantt = gantt_of(scheduled(square(date(2026, 4, 26), date(2027, 6, 30))), today=TODAY)
    free = draw_gantt(gantt, ZH)
    assert draw_gantt(gantt, ZH, room=free.width - 60).width == pytest.approx(free.width - 60)
    narrow = draw_gantt(gantt, ZH, room=500)
    assert 500 < narrow.width < free.width
    assert sound(narrow)
    assert "10月" in [one.words for one in texts(narrow)]


def test_a_gantt_whose_plan_names_no_unit_has_no_column_for_it() -> None:
    gantt = gantt_of(scheduled(square(date(2026, 4, 26), date(2027, 6, 30))), today=TODAY)
    named = replace(gantt, lines=tuple(replace(one, unit="城建公司") for one in gantt.lines))
    bare = replace(gantt, lines=tuple(replace(one, unit="") for one in gantt.lines))
    heads = [
        "责任单位" in [one.words for one in texts(draw_gantt(one, ZH))] for one in (named, bare)
    ]
    assert heads == [True, False]
