from datetime import date, timedelta

import pytest

from guatu.adapters.packs import load_messages
from guatu.domain.drawing.s_curve import draw_s_curve
from guatu.domain.drawing.shapes import Group, Path, Rect
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.use_chart import draw_use
from guatu.domain.planning.control import CurvePoint
from guatu.domain.planning.resource_use import WeekPeak

MONDAY = date(2026, 11, 2)


def weeks(*stated):
    return [
        WeekPeak(monday=MONDAY + timedelta(days=7 * number), before=b, after=a, units=u)
        for number, (b, a, u) in enumerate(stated)
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_weeks_over_what_there_is_stand_out_and_tell_their_numbers(language):
    messages = load_messages(language)
    drawn = draw_use(weeks((3, 2, 2), (5, 4, 2), (0, 0, 2)), "crew", messages)
    groups = [one for one in drawn.shapes if isinstance(one, Group)]
    red = [
        sum(isinstance(part, Rect) and bool(part.stroke_width) for part in one.shapes)
        for one in groups
    ]
    assert red == [0, 1, 0]
    assert "4" in groups[1].title
    assert "2026-11-09" in groups[1].title
    assert to_svg(drawn, for_screen=True).startswith("<svg")


def test_two_lines_stand_over_the_bars_and_an_empty_chart_still_draws():
    messages = load_messages("zh")
    drawn = draw_use(weeks((3, 2, 2)), "crew", messages, amount=lambda units: f"{units} 台")
    assert sum(isinstance(one, Path) for one in drawn.shapes) == 2
    assert "台" in to_svg(drawn, for_screen=True)
    assert to_svg(draw_use([], "crew", messages), for_screen=True)


def curve(*earned):
    return [
        CurvePoint(
            day=date(2026, 1, 31) + timedelta(days=31 * number),
            planned=100.0 * number,
            earned=done,
            actual=None,
        )
        for number, done in enumerate(earned)
    ]


def test_the_earned_line_ends_where_nothing_is_known_and_spending_is_left_out():
    drawn = draw_s_curve(
        curve(0.0, 80.0, None, None),
        "S",
        load_messages("zh"),
        today=date(2026, 3, 5),
        amount=lambda value: f"{value:,.0f}",
    )
    planned, earned = (one for one in drawn.shapes if isinstance(one, Path))
    assert (len(planned.points), len(earned.points)) == (4, 2)
    svg = to_svg(drawn, for_screen=True)
    assert "支出" not in svg
    assert "计划 100" in svg
