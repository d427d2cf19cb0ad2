from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.drawing.county import EN, TODAY, ZH, wall
from tests.domain.drawing.sheets import escaping, off_sheet, overlapping, texts

from guatu.domain.drawing import palette
from guatu.domain.drawing.shapes import (
    Drawing,
    Group,
    Rect,
    Runs,
    Shape,
    Viewport,
    texts_of,
)
from guatu.domain.drawing.wall_paper import A0_HEIGHT, A0_WIDTH, MOST_WORKS, Paper, draw_wall
from guatu.domain.drawing.wall_values import WallStop, sealed
from guatu.domain.following.light import LightColor
from guatu.domain.kernel.messages import Messages


def every(shapes: tuple[Shape, ...]) -> list[Shape]:
    found: list[Shape] = []
    for shape in shapes:
        found.append(shape)
        if isinstance(shape, Group | Viewport):
            found += every(shape.shapes)
    return found


def said(drawings: tuple[Drawing, ...]) -> str:
    return "\n".join(one.words for drawing in drawings for one in texts(drawing))


@pytest.mark.parametrize("count", [1, 12, 30, 60])
@pytest.mark.parametrize("messages", [ZH, EN], ids=["zh", "en"])
def test_texts_of_a_wall_never_overlap_nor_leave_their_cells(
    count: int, messages: Messages
) -> None:
    for drawing in draw_wall(wall(count), Paper.A0, messages):
        assert len(texts(drawing)) > 40
        assert overlapping(drawing) == []
        assert escaping(drawing) == []
        assert off_sheet(drawing) == []


@pytest.mark.parametrize("count", [1, 12, 55])
def test_letters_on_a0_are_at_least_five_millimeters(count: int) -> None:
    (drawing,) = draw_wall(wall(count), Paper.A0, ZH)
    assert drawing.size == (1189, 841)
    assert [one.words for one in texts(drawing) if one.size < 5.0] == []


def rows_of(drawing: Drawing) -> list[float]:
    """The tops of the rows: each row is a group that holds a light."""
    tops = []
    for shape in every(drawing.shapes):
        if isinstance(shape, Group) and any(
            isinstance(one, Group) and any(name == "light" for name, _ in one.data)
            for one in shape.shapes
        ):
            tops.append(shape.down)
    return sorted(tops)


def test_rows_on_a_full_sheet_are_at_least_twelve_millimeters_high() -> None:
    (drawing,) = draw_wall(wall(55), Paper.A0, ZH)
    tops = rows_of(drawing)
    assert len(tops) == 55
    assert min(other - one for one, other in pairwise(tops)) >= 12.0 - 0.001


@pytest.mark.parametrize(("count", "sheets"), [(55, 1), (56, 2), (110, 2), (111, 3)])
def test_more_than_55_works_go_onto_further_sheets(count: int, sheets: int) -> None:
    drawings = draw_wall(wall(count), Paper.A0, ZH)
    assert len(drawings) == sheets
    shown = [len(rows_of(one)) for one in drawings]
    assert sum(shown) == count
    assert max(shown) <= MOST_WORKS
    assert f"第 {sheets} 张，共 {sheets} 张" in said(drawings[-1:])


def test_many_groups_make_further_sheets_rather_than_lower_rows() -> None:
    sheet = wall(55)
    rows = tuple(replace(row, group=f"第{row.number}组") for row in sheet.rows)
    drawings = draw_wall(replace(sheet, rows=rows), Paper.A0, ZH)
    assert len(drawings) == 2
    for drawing in drawings:
        assert overlapping(drawing) == []
        assert off_sheet(drawing) == []


def test_an_empty_wall_is_a_sheet_with_its_head() -> None:
    sheet = replace(wall(1), rows=(), stops=(), map=None)
    (drawing,) = draw_wall(sheet, Paper.A0, ZH)
    assert "岚川县重点项目挂图作战总图" in said((drawing,))
    assert overlapping(drawing) == []


def test_a1_is_the_same_sheet_smaller() -> None:
    (small,) = draw_wall(wall(3), Paper.A1, ZH)
    (big,) = draw_wall(wall(3), Paper.A0, ZH)
    assert small.shapes == big.shapes
    assert small.size == pytest.approx((841, 594.9), abs=0.2)


def test_a3_tiles_cover_the_sheet_and_overlap_their_neighbors() -> None:
    tiles = draw_wall(wall(3), Paper.A3_TILES, ZH)
    assert len(tiles) == 9
    assert all(tile.size == (420, 297) for tile in tiles)
    views = [shape.view for tile in tiles for shape in tile.shapes if isinstance(shape, Viewport)]
    assert views[0].right - views[1].x == pytest.approx(8)
    assert views[0].bottom - views[3].y == pytest.approx(8)
    assert min(view.x for view in views) < 15
    assert max(view.right for view in views) > A0_WIDTH - 15
    assert min(view.y for view in views) < 15
    assert max(view.bottom for view in views) > A0_HEIGHT - 15
    assert "拼图 C3" in said(tiles)


def test_a_light_is_told_by_its_form_and_sign_and_not_by_color_alone() -> None:
    sheet = wall(3)
    colors = (LightColor.GREEN, LightColor.YELLOW, LightColor.RED)
    rows = tuple(
        replace(row, light=replace(row.light, color=color))
        for row, color in zip(sheet.rows, colors, strict=True)
    )
    (drawing,) = draw_wall(replace(sheet, rows=rows), Paper.A0, ZH)
    lights = [
        shape
        for shape in every(drawing.shapes)
        if isinstance(shape, Group) and dict(shape.data).get("light")
    ]
    forms = [type(light.shapes[0]).__name__ for light in lights]
    signs = [light.shapes[1].words for light in lights]  # type: ignore[union-attr] # a light is a form and a text
    assert forms == ["Circle", "Path", "Rect"]
    assert signs == ["绿", "黄", "红"]


def test_a_stop_window_is_shaded_in_the_rows_it_binds_and_told_with_its_reason() -> None:
    sheet = wall(3)
    free = tuple(replace(row, stops=()) if row.number > 1 else row for row in sheet.rows)
    (drawing,) = draw_wall(replace(sheet, rows=free), Paper.A0, ZH)
    shaded = [shape for shape in every(drawing.shapes) if isinstance(shape, Rect) and shape.hatched]
    # One in the row, one in the legend.
    assert len(shaded) == 2
    assert "停1" in said((drawing,))
    assert "重污染天气橙色预警应急响应" in said((drawing,))


def test_a_moved_work_shows_where_it_stood_and_by_how_many_days_it_moved() -> None:
    sheet = wall(12)
    moved = [row for row in sheet.rows if row.moved_days]
    assert [row.moved_days for row in moved] == [4]
    (drawing,) = draw_wall(sheet, Paper.A0, ZH)
    assert said((drawing,)).count("+4天") >= 3
    ghosts = [
        shape
        for shape in every(drawing.shapes)
        if isinstance(shape, Runs) and shape.stroke == palette.GHOST
    ]
    assert sum(len(one.runs) for one in ghosts) >= 3


def test_latest_starts_are_marked_on_bars_that_have_not_begun() -> None:
    sheet = wall(1)
    bars = [bar for bar in sheet.rows[0].bars if bar.actual_start is None and bar.latest_start]
    (drawing,) = draw_wall(sheet, Paper.A0, ZH)
    (marks,) = (
        shape
        for shape in every(drawing.shapes)
        if isinstance(shape, Runs) and shape.fill == palette.LATEST
    )
    assert len(bars) > 3
    assert len(marks.runs) == len(bars)


def test_the_sheet_prints_its_hash_head_and_data_time() -> None:
    sheet = wall(2)
    (drawing,) = draw_wall(sheet, Paper.A0, ZH)
    words = said((drawing,))
    assert sheet.content_hash[:32] in words
    assert sheet.content_hash[32:] in words
    assert "7f" * 16 in words
    assert "数据截至 2026-11-23 16:30" in words


def test_the_hash_changes_with_what_the_sheet_says_and_only_then() -> None:
    sheet = wall(2)
    again = sealed(replace(sheet, content_hash="old"))
    other = sealed(replace(sheet, today=date(2026, 11, 24)))
    assert again.content_hash == sheet.content_hash
    assert other.content_hash != sheet.content_hash
    assert sheet.today == TODAY


words = st.text(st.sampled_from("岚川县项目工程，。（）abcWM 0123456789-…\n\t🀄"), max_size=60)


@given(five=st.tuples(words, words, words, words, words), count=st.sampled_from([1, 2, 9]))
@settings(deadline=None, max_examples=15)
def test_texts_keep_their_places_whatever_people_wrote(five: tuple[str, ...], count: int) -> None:
    sheet = wall(count)
    name, unit, problem, node, group = five
    rows = tuple(
        replace(row, name=name, lead_unit=unit, problem=problem, next_node=node, group=group)
        for row in sheet.rows
    )
    for drawing in draw_wall(replace(sheet, rows=rows), Paper.A0, ZH):
        assert overlapping(drawing) == []
        assert escaping(drawing) == []


def test_moments_are_shown_in_county_time() -> None:
    sheet = replace(wall(2), data_time=datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    stop = WallStop(
        start=datetime(2026, 11, 26, 4, tzinfo=UTC),
        end=datetime(2026, 11, 29, 16, tzinfo=UTC),
        reason="橙色预警",
    )
    (drawing,) = draw_wall(replace(sheet, stops=(stop,)), Paper.A0, ZH)
    words = said((drawing,))
    assert "数据截至 2026-11-23 16:30" in words
    assert "11-26 12:00 至 11-30 00:00" in words


def test_no_word_of_the_sheet_is_lost_in_the_cutting() -> None:
    (sheet,) = draw_wall(wall(12), Paper.A0, ZH)
    tiles = draw_wall(wall(12), Paper.A3_TILES, ZH)
    windows = [shape for tile in tiles for shape in tile.shapes if isinstance(shape, Viewport)]
    kept = Counter(one.words for window in windows for one in texts_of(window.shapes))
    wanted = Counter(one.words for one in texts(sheet))
    assert not wanted - kept
    assert kept.total() < 2 * wanted.total()


def test_without_a_plan_of_the_year_nothing_is_said_of_the_year() -> None:
    sheet = wall(2)
    rows = tuple(replace(row, annual_fen=0) for row in sheet.rows)
    words = said(draw_wall(replace(sheet, rows=rows), Paper.A0, ZH))
    assert "累计完成" in words
    assert "年内已完成" not in words
    assert "年度完成" not in words
    assert "年内已完成" in said(draw_wall(sheet, Paper.A0, ZH))
