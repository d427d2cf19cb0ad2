"""Rulings of a page: which grids are tables, and which only frame or part what is printed."""

import pytest

from guatu.domain.reading.boxes import Box, BoxedLine, Ruling
from guatu.domain.reading.ruled_tables import ruled_tables

XS, YS = (0.0, 100.0, 200.0, 300.0), (0.0, 20.0, 40.0, 60.0)


def level(at: float, start: float = 0.0, end: float = 300.0) -> Ruling:
    return Ruling(level=True, at=at, start=start, end=end)


def upright(at: float, start: float = 0.0, end: float = 60.0) -> Ruling:
    return Ruling(level=False, at=at, start=start, end=end)


def line(words: str, x: float, y: float) -> BoxedLine:
    return BoxedLine(words=words, box=Box(page=1, x0=x, y0=y, x1=x + 40, y1=y + 10), size=10.0)


FULL = (*map(level, YS), *map(upright, XS))
CELLS = tuple(
    line(f"{row}{column}", 100.0 * column + 5, 20.0 * row + 4)
    for row in range(3)
    for column in range(3)
)


def words_of(rulings: tuple[Ruling, ...], lines: tuple[BoxedLine, ...]) -> list[list[list[str]]]:
    return [
        ["".join(one.words for one in cell) for cell in row.cells]
        for table in ruled_tables(rulings, lines, 1)
        for row in table.rows
    ]


def test_a_full_grid_when_lines_stand_in_it_then_each_is_in_its_cell():
    assert words_of(FULL, CELLS) == [["00", "01", "02"], ["10", "11", "12"], ["20", "21", "22"]]


def test_borders_drawn_twice_and_in_pieces_when_read_then_they_are_one_edge():
    doubled = tuple(
        piece
        for y in YS
        for x in (0.0, 100.0, 200.0)
        for piece in (level(y, x, x + 100), level(y + 0.6, x + 1, x + 99))
    )
    assert words_of((*doubled, *map(upright, XS)), CELLS)[1] == ["10", "11", "12"]


def test_a_cell_over_two_rows_when_its_ruling_is_missing_then_the_lower_one_is_covered():
    rulings = (level(0.0), level(20.0), level(40.0, 100.0), level(60.0), *map(upright, XS))
    lines = tuple(one for one in CELLS if one.words != "20")
    (table,) = ruled_tables(rulings, lines, 1)
    assert [row.covered for row in table.rows] == [frozenset(), frozenset(), frozenset({0})]
    assert not table.rows[2].cells[0]


def test_lines_of_one_cell_when_it_wraps_then_they_run_from_the_top():
    others = (one for one in CELLS if one.words != "01")
    lines = (*others, line("下", 105.0, 13.0), line("上", 105.0, 2.0))
    assert words_of(FULL, lines)[0][1] == "上下"


@pytest.mark.parametrize(
    ("rulings", "lines"),
    [
        ((level(0.0), level(60.0), upright(0.0), upright(300.0)), CELLS),
        ((upright(100.0), upright(200.0)), CELLS),
        (FULL, ()),
        ((), CELLS),
        (tuple(level(float(y)) for y in range(7000)), CELLS),
        (FULL, tuple(line("一行很长的报道文字" * 4, 5.0, 2.0 + i / 10) for i in range(20))),
    ],
)
def test_a_frame_or_a_column_rule_when_read_then_it_is_no_table(
    rulings: tuple[Ruling, ...], lines: tuple[BoxedLine, ...]
):
    assert ruled_tables(rulings, lines, 1) == ()


def test_a_line_outside_the_grid_when_read_then_it_stays_outside():
    (table,) = ruled_tables(FULL, (*CELLS, line("外", 5.0, 80.0)), 1)
    assert "外" not in [one.words for one in table.lines]
