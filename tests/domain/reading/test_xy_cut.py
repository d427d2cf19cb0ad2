import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.reading.pages_drawn import EM, column, line

from guatu.domain.reading.boxes import BoxedLine
from guatu.domain.reading.xy_cut import cut_page


def words_of(lines: list[BoxedLine]) -> list[list[str]]:
    """Return the words of each block of the cut page, row by row."""
    blocks = cut_page(list(reversed(lines)), body=EM)
    return [["".join(one.words for one in row) for row in block.rows] for block in blocks]


def test_two_columns_under_a_headline_are_read_one_after_the_other():
    lines = [line("大标题大标题", 20, 0, size=24)]
    lines += column(0, 40, "甲甲甲甲甲甲甲甲", "乙乙乙乙乙乙乙乙") + column(
        100, 40, "丙丙丙丙丙丙丙丙"
    )
    assert words_of(lines) == [["大标题大标题"], ["甲" * 8, "乙" * 8], ["丙" * 8]]


def test_a_headline_over_the_middle_of_three_columns_heads_them_all():
    lines = [line("中间标题", 110, 0, size=15)]
    for place, sign in enumerate("甲乙丙"):
        lines += column(100 * place, 30, sign * 8, sign * 8)
    assert [block[0] for block in words_of(lines)] == ["中间标题", "甲" * 8, "乙" * 8, "丙" * 8]


def test_articles_side_by_side_keep_their_own_headlines():
    lines = [line("左边标题", 20, 0, size=16), line("右边标题", 160, 4, size=15)]
    lines += column(0, 30, "甲" * 10, "甲" * 10) + column(140, 30, "乙" * 10, "乙" * 10)
    assert [block[0] for block in words_of(lines)] == ["左边标题", "甲" * 10, "右边标题", "乙" * 10]


def test_a_lower_article_whose_headline_crosses_no_gutter_is_read_after_the_upper():
    lines = [line("上篇标题", 10, 0, size=15), line("下篇标题", 10, 100, size=15)]
    for top, signs in ((30, "甲乙"), (130, "丙丁")):
        for place, sign in enumerate(signs):
            lines += column(100 * place, top, sign * 8, sign * 8)
    order = [block[0] for block in words_of(lines)]
    assert order == ["上篇标题", "甲" * 8, "乙" * 8, "下篇标题", "丙" * 8, "丁" * 8]


def test_a_kicker_goes_with_its_headline_and_not_with_the_article_above():
    lines = column(0, 0, "甲" * 10, "甲" * 10)
    lines += [line("引题引题引题", 0, 60, size=13), line("主标题主标题", 0, 76, size=20)]
    lines += column(0, 110, "乙" * 10)
    assert words_of(lines) == [
        ["甲" * 10, "甲" * 10], ["引题引题引题", "主标题主标题"], ["乙" * 10],
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 500), st.floats(0, 700), st.sampled_from([6.0, 10.0, 14.0, 30.0]),
            st.integers(1, 30),
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_page_when_cut_then_every_line_stands_in_exactly_one_block(places):
    lines = [line("字" * n, x, y, size=size) for x, y, size, n in places]
    blocks = cut_page(lines, body=EM)
    found = [id(one) for block in blocks for row in block.rows for one in row]
    assert sorted(found) == sorted(map(id, lines))


def test_a_page_of_thousands_of_cuts_ends():
    lines = [line("字字", 30.0 * i, 20.0 * (i % 7) + 40 * (i // 20)) for i in range(2000)]
    assert sum(len(row) for block in cut_page(lines, body=EM) for row in block.rows) == 2000


@pytest.mark.parametrize("lines", [[], [line("一", 0, 0)]])
def test_next_to_nothing_is_cut_into_what_there_is(lines):
    assert len(cut_page(lines, body=EM)) == len(lines)


def test_a_headline_with_a_kicker_and_a_small_row_over_the_middle_heads_all_columns():
    lines = [
        line("引题引题", 110, 0, size=12.5),
        line("中间标题", 108, 18, size=16),
        line("本报记者", 112, 38),
    ]
    for place, sign in enumerate("甲乙丙"):
        lines += column(100 * place, 54, sign * 8, sign * 8, sign * 8)
    order = [row for block in words_of(lines) for row in block]
    assert order[:3] == ["引题引题", "中间标题", "本报记者"]
    assert order[3:] == [sign * 8 for sign in "甲甲甲乙乙乙丙丙丙"]


def test_a_headline_beside_a_box_stays_with_its_own_column():
    lines = [line("右边标题", 240, 0, size=15), line("左框标题", 20, 12, size=15)]
    lines += column(0, 40, "甲" * 10, "甲" * 10) + column(220, 30, "乙" * 10, "乙" * 10)
    lines += [line("下篇标题下篇标题下篇", 60, 100, size=15), *column(0, 130, "丙" * 36)]
    order = [row for block in words_of(lines) for row in block]
    assert order == [
        "左框标题",
        "甲" * 10,
        "甲" * 10,
        "右边标题",
        "乙" * 10,
        "乙" * 10,
        *order[-2:],
    ]


def test_a_report_above_boxes_of_another_width_is_read_column_by_column():
    lines = []
    for place, sign in enumerate("甲乙丙"):
        lines += column(100 * place, 0, sign * 9, sign * 9, sign * 9, sign * 9)
    lines += column(0, 66, "丁" * 13, "丁" * 13) + column(150, 66, "戊" * 13, "戊" * 13)
    order = [row[0] for block in words_of(lines) for row in block]
    assert "".join(order) == "甲甲甲甲乙乙乙乙丙丙丙丙丁丁戊戊"
