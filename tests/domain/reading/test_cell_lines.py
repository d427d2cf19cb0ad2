"""Tables copied a cell a line become rows again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import SourceText, read_source
from guatu.domain.reading.cell_lines import is_table, with_rows

HEADS = ("序号", "攻坚任务", "责任单位", "责任人", "完成时限")
ROWS = (
    ("1", "完成人民路雨污分流", "县住建局", "翟远", "8月15日前"),
    ("2", "清淤城区管网32公里", "县城管局", "葛松", "6月30日前"),
    ("3", "安装东湖泵站设备", "县水务公司", "祁山", "7月20日前"),
)
TITLE = "石岭县排水防涝攻坚清单\n（2025年）\n"


def lines_of(*rows: tuple[str, ...]) -> str:
    return "\n".join(cell for row in rows for cell in row) + "\n"


def read(text: str) -> list[tuple[str, str, str]]:
    source = SourceText(text=text, media_type="text/plain")
    found = read_source(source, lexicon=load_lexicon()).directives
    return [(one.action, one.addressees[0].text, str(one.deadline.day)) for one in found]


WANTED = [
    ("完成人民路雨污分流", "县住建局", "2025-08-15"),
    ("清淤城区管网32公里", "县城管局", "2025-06-30"),
    ("安装东湖泵站设备", "县水务公司", "2025-07-20"),
]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_list_of_tasks_copied_a_cell_a_line_is_read_as_a_ledger(blank):
    assert read(TITLE + blank + lines_of(HEADS, *ROWS)) == WANTED


def test_rows_without_numbers_are_told_by_their_limits():
    bare = [row[1:] for row in (HEADS, *ROWS)]
    assert read(TITLE + lines_of(*bare)) == WANTED


def test_a_table_below_a_notice_leaves_the_notice_as_it_is():
    notice = (
        "关于排水防涝的通知\n各单位：\n请对照下表抓好落实。\n县政府办公室\n2025年5月6日\n附件\n"
    )
    found = read(notice + lines_of(HEADS, *ROWS))
    assert found[-3:] == WANTED


@pytest.mark.parametrize(
    "text",
    [
        lines_of(HEADS) + "各单位要抓好落实。\n县政府要求按时完成。\n请各镇对照执行。\n",
        lines_of(HEADS, ROWS[0], ("3", "安装设备", "县水务公司", "祁山", "7月20日前")),
        "责任单位\n完成时限\n责任人\n县住建局\n翟远\n8月15日前\n县城管局\n葛松\n6月底前\n",
        "\t".join(HEADS) + "\n" + "\n".join("\t".join(row) for row in ROWS),
    ],
)
def test_other_lines_stay_lines(text):
    assert with_rows(text, load_lexicon()) == text


def test_a_text_of_sentences_is_no_table():
    assert not is_table(
        "清单\n1\t清淤\t县城管局\n2\t安装\t县水务公司\n3\t拆除\t青石镇\n请抓好落实。\n"
    )


@given(st.text(alphabet="序号任务责任单位完成时限12\n县局月日前\t ", max_size=120))
def test_every_character_keeps_its_place(text):
    made = with_rows(text, load_lexicon())
    assert len(made) == len(text)
    assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(text, made, strict=True))
