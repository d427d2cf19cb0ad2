from tests.domain.drawing.county import EN, ZH, wall
from tests.domain.drawing.sheets import escaping, off_sheet, overlapping

from guatu.domain.drawing.shapes import Drawing, Group
from guatu.domain.drawing.wall_screen import Zoom, draw_screen_wall


def places(drawing: Drawing) -> dict[str, float]:
    found = {}
    for shape in drawing.shapes:
        if isinstance(shape, Group):
            hooks = dict(shape.data)
            name = hooks.get("row") or hooks.get("group")
            if name:
                found[name] = shape.down
    return found


def test_both_halves_put_every_row_and_group_at_the_same_height() -> None:
    screen = draw_screen_wall(wall(12), Zoom.MONTH, ZH)
    assert len(places(screen.table)) == 12 + 3
    assert places(screen.table) == places(screen.chart)
    assert screen.table.height == screen.chart.height


def test_texts_on_the_screen_never_overlap_at_any_zoom_or_width() -> None:
    for zoom in Zoom:
        for compact in (True, False):
            for messages in (ZH, EN):
                screen = draw_screen_wall(wall(12), zoom, messages, compact=compact)
                for half in (screen.table, screen.chart):
                    assert overlapping(half) == []
                    assert escaping(half) == []
                    assert off_sheet(half) == []


def test_a_folded_group_keeps_its_band_and_leaves_its_rows_out() -> None:
    whole = draw_screen_wall(wall(12), Zoom.MONTH, ZH)
    folded = draw_screen_wall(wall(12), Zoom.MONTH, ZH, folded=frozenset({"产业类"}))
    assert "产业类" in places(folded.table)
    assert len(places(whole.table)) - len(places(folded.table)) == 5
    assert folded.table.height < whole.table.height


def test_a_closer_zoom_makes_days_longer() -> None:
    widths = [
        draw_screen_wall(wall(3), zoom, ZH).chart.width
        for zoom in (Zoom.QUARTER, Zoom.MONTH, Zoom.WEEK)
    ]
    assert widths == sorted(widths)
    assert widths[2] > 4 * widths[0]


def test_a_narrow_screen_keeps_the_name_and_the_light() -> None:
    wide = draw_screen_wall(wall(3), Zoom.MONTH, ZH).table
    narrow = draw_screen_wall(wall(3), Zoom.MONTH, ZH, compact=True).table
    assert narrow.width < 240 < wide.width
