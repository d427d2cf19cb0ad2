from itertools import pairwise

from tests.domain.drawing.county import EN, ZH, wall
from tests.domain.drawing.sheets import escaping, off_sheet, overlapping, texts

from guatu.domain.drawing.shapes import Drawing, Group
from guatu.domain.drawing.svg import to_svg
from guatu.domain.drawing.wall_screen import ScreenPart, ScreenWall, Zoom, draw_screen_wall


def places(drawing: Drawing) -> dict[str, float]:
    found = {}
    for shape in drawing.shapes:
        if isinstance(shape, Group):
            hooks = dict(shape.data)
            name = hooks.get("row") or hooks.get("group")
            if name:
                found[name] = shape.down
    return found


def parts(screen: ScreenWall) -> tuple[ScreenPart, ...]:
    return (screen.names, screen.facts, screen.chart)


def test_all_parts_put_every_row_and_group_at_the_same_height() -> None:
    screen = draw_screen_wall(wall(12), Zoom.MONTH, ZH)
    assert len(places(screen.names.body)) == 12 + 3
    for part in parts(screen):
        assert places(part.body) == places(screen.names.body)
        assert part.body.height == screen.names.body.height
        assert part.head.height == screen.names.head.height
        assert part.head.width == part.body.width


def test_texts_on_the_screen_never_overlap_at_any_zoom() -> None:
    for zoom in Zoom:
        for messages in (ZH, EN):
            for part in parts(draw_screen_wall(wall(12), zoom, messages)):
                for one in (part.head, part.body):
                    assert overlapping(one) == []
                    assert escaping(one) == []
                    assert off_sheet(one) == []


def test_a_folded_group_keeps_its_band_and_leaves_its_rows_out() -> None:
    whole = draw_screen_wall(wall(12), Zoom.MONTH, ZH).names.body
    folded = draw_screen_wall(wall(12), Zoom.MONTH, ZH, folded=frozenset({"产业类"})).names.body
    assert "产业类" in places(folded)
    assert len(places(whole)) - len(places(folded)) == 5
    assert folded.height < whole.height


def test_a_closer_zoom_makes_days_longer() -> None:
    widths = [
        draw_screen_wall(wall(3), zoom, ZH).time_width
        for zoom in (Zoom.QUARTER, Zoom.MONTH, Zoom.WEEK)
    ]
    assert widths == sorted(widths)
    assert widths[2] > 4 * widths[0]


def test_the_part_that_stays_leaves_a_phone_room_for_the_chart() -> None:
    assert draw_screen_wall(wall(3), Zoom.MONTH, ZH).names.head.width < 240


def test_the_keyboard_stops_once_at_a_group() -> None:
    screen = draw_screen_wall(wall(12), Zoom.MONTH, ZH)
    stops = [to_svg(part.body, for_screen=True).count('tabindex="0"') for part in parts(screen)]
    assert stops == [12 + 3, 0, 0]


def test_the_year_is_said_wherever_one_scrolls() -> None:
    for zoom in Zoom:
        screen = draw_screen_wall(wall(3), zoom, ZH)
        said = sorted(one.x for one in texts(screen.chart.head) if "年" in one.words)
        assert max(later - earlier for earlier, later in pairwise(said)) <= 260


def test_the_closest_zoom_dates_the_weeks() -> None:
    words = [one.words for one in texts(draw_screen_wall(wall(3), Zoom.WEEK, ZH).chart.head)]
    assert words.count("10-05") == 1


def test_a_wall_of_three_hundred_works_writes_few_elements_a_row() -> None:
    screen = draw_screen_wall(wall(12), Zoom.MONTH, ZH)
    bars = sum(len(row.bars) for row in wall(12).rows)
    written = to_svg(screen.chart.body, for_screen=True)
    elements = sum(written.count(f"<{tag} ") for tag in ("g", "rect", "path", "line", "text"))
    assert elements < 4 * bars
