"""What a ledger calls finished: said whole, and not against its own yes or no."""

import pytest
from tests.domain.reading.ledgers import read

from guatu.domain.reading.ledger_states import StateColumn, says_finished, state_column
from guatu.domain.reading.values import DirectiveKind

WORDS, WHETHER, DAY = StateColumn.WORDS, StateColumn.WHETHER, StateColumn.DAY


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("进展情况", WORDS),
        ("整改落实情况", WORDS),
        ("目前进度", WORDS),
        ("办理状态", WORDS),
        ("备注", WORDS),
        ("是否办结", WHETHER),
        ("是否按期完成", WHETHER),
        ("完成与否", WHETHER),
        ("实际完成时间", DAY),
        ("销号时间", DAY),
        ("完成时限", None),
        ("完成时间", None),
        ("是否涉密", None),
        ("存在问题情况说明和建议", None),
        ("工作任务", None),
    ],
)
def test_a_column_tells_how_far_its_rows_have_come(heading: str, column: StateColumn | None):
    assert state_column(heading) is column


@pytest.mark.parametrize(
    "words",
    [
        "已完成",
        "完成",
        "已全部办结。",
        "已于4月18日整改到位。",
        "4月18日已整改完成",
        "问题已整改到位（见照片）",
        "均已按期完成",
        "完成100%",
        "立行立改，已完成整改",
        "已落实",
    ],
)
def test_a_row_is_finished_where_its_state_says_so_whole(words: str):
    assert says_finished([(WORDS, words)])


@pytest.mark.parametrize(
    "words",
    [
        "",
        "完成60%",
        "已完成招标，正在施工",
        "未完成",
        "基本完成",
        "预计6月底前完成",
        "正在办理",
        "长期坚持",
        "已完成前期工作",
        "完成情况良好",
        "是",
    ],
)
def test_what_is_done_in_part_or_will_be_is_not_finished(words: str):
    assert not says_finished([(WORDS, words)])


@pytest.mark.parametrize(
    ("states", "finished"),
    [
        ([(WHETHER, "是")], True),
        ([(WHETHER, "√")], True),
        ([(WHETHER, "已办结")], True),
        ([(WHETHER, "否")], False),
        ([(WHETHER, "")], False),
        ([(WORDS, "已完成"), (WHETHER, "否")], False),
        ([(WORDS, "正常推进"), (WHETHER, "是")], True),
        ([(DAY, "4月18日")], True),
        ([(DAY, "/")], False),
        ([], False),
    ],
)
def test_yes_or_no_decides_where_it_is_asked(states: list[tuple[StateColumn, str]], finished: bool):
    assert says_finished(states) is finished


def test_finished_rows_are_kept_as_context_and_counted():
    reading = read(
        "序号|工作任务|责任单位|完成时限|办理情况|是否销号",
        "1|完成老街管网改造|县住建局|2025年6月底|已完成|√",
        "2|清淤河道12公里|县水利局|2025年8月底|已完成|否",
        "3|建设口袋公园2个|县城管局|2025年9月底|完成60%|",
    )
    assert [one.kind for one in reading.directives] == [
        DirectiveKind.CONTEXT,
        DirectiveKind.TASK,
        DirectiveKind.TASK,
    ]
    (told,) = (one for one in reading.diagnostics if one.code == "reading.rows_finished")
    assert dict(told.arguments) == {"count": 1}


def test_a_merged_state_holds_for_all_its_rows():
    reading = read(
        "序号|工作任务|责任单位|完成时限|完成情况",
        "1|建成充电站3座|县发改局|2025年6月底|已全部完成",
        "2|建成充电桩40个|县城管局|2025年6月底|〃",
    )
    assert {one.kind for one in reading.directives} == {DirectiveKind.CONTEXT}
