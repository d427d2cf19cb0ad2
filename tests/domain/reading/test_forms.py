"""Forms in tables and text: labels without colons, lines that only register, notes that leaders wrote."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.form_lines import is_form_line, limit_of_line, signs_note
from guatu.domain.reading.directives.written_notes import note_of, prints_notes
from guatu.domain.reading.form_marks import is_form_label, with_form_marks

SLIP = (
    "重要事项督办单\n"
    "督办事项\t关于东环路停车场违规收费问题的整改\n"
    "承办单位\t县城管局\t协办单位\t县发改局、县市场监管局\n"
    "交办时间\t2025年9月2日\t办结时限\t2025年9月15日\n"
    "领导批示\t请城管局牵头，立即核查，对违规收费的坚决清退。 闵长河 9月1日\n"
    "督办要求\t1.请县城管局于9月5日前将核查情况报县政府督查室。 2.县发改局要配合做好价格认定。\n"
    "办理情况\n"
    "分管领导签字\t\t主要领导签字\n"
    "督办单位\t县政府督查室\t联系人及电话\t尤敏 6022150\n"
)
HOTLINE = """云渡县12345热线事项转办单
工单编号：YD20250609-01877          紧急程度：一般
来电时间：2025年6月9日 09:42         来电人：程女士
诉求内容：来电人反映西街路灯不亮，希望相关部门尽快维修。
承办单位：枫桥镇人民政府
派单时间：2025年6月9日 10:15
办理要求：请在1个工作日内签收，于6月16日17时前反馈办理结果。
承办人签字：              审核人签字：
"""
NOTES = """领 导 批 示 抄 清
编号：2025—083
来文单位：县信访局
批示内容：
祝远山同志（5月12日）：请长河同志阅处。此事拖延日久，要尽快拿出解决办法。
闵长河同志（5月13日）：请尤敏同志牵头，自然资源局、税务局参加，一周内提出处理意见。信访局做好稳控工作。
请县自然资源局将办理情况于5月19日前报县委办督查室。
中共云渡县委办公室
2025年5月13日
"""


def _asked(text):
    return [
        (
            [each.text for each in one.addressees],
            one.action,
            one.deadline.day and one.deadline.day.isoformat(),
        )
        for one in read(text, year=None).directives
    ]


def test_a_form_when_its_labels_stand_in_cells_then_only_what_it_asks_is_read():
    assert _asked(SLIP) == [
        (["城管局"], "城管局牵头，立即核查，对违规收费的坚决清退", "2025-09-15"),
        (["县城管局"], "县城管局于9月5日前将核查情况报县政府督查室", "2025-09-05"),
        (["县发改局"], "县发改局要配合做好价格认定", "2025-09-15"),
    ]
    assert read(SLIP, year=None).records[0].day.isoformat() == "2025-09-02"


def test_words_without_a_day_leave_a_form_its_own_and_what_returns_is_due_when_it_returns():
    form = (
        "云渡县督办单\n承办单位\t县城管局\n办结时限\t2025年9月15日\n"
        "督办事项\t西街路灯不亮，请尽快修复。\n督办要求\t县城管局要每周五前报进展。\n审核人签字\n"
    )
    reading = read(form, year=None)
    limits = [[(one.text, one.day) for one in each.limits] for each in reading.directives]
    assert limits == [
        [("尽快", None), ("2025年9月15日", date(2025, 9, 15))],
        [("每周五前", None)],
    ]


@pytest.mark.parametrize("words", ["审核人签字", "分管领导签字：", "单位负责人（签章）", "承办人"])
def test_where_somebody_is_to_sign_nothing_is_asked(words: str) -> None:
    assert is_form_line(words)


@pytest.mark.parametrize("words", ["请各承办单位签字", "整改要求", "县城管局负责签字确认到位"])
def test_what_is_asked_of_somebody_is_no_line_to_sign_on(words: str) -> None:
    assert not is_form_line(words)


def test_a_slip_of_a_hotline_when_it_registers_a_call_then_what_the_caller_wants_is_no_demand():
    ((units, action, day),) = _asked(HOTLINE)
    assert (units, day) == (["枫桥镇人民政府"], "2025-06-16")
    assert action.startswith("请在1个工作日内签收")
    assert read(HOTLINE, year=None).records[0].day.isoformat() == "2025-06-09"


def test_notes_when_they_are_copied_then_each_is_told_by_who_wrote_it():
    reading = read(NOTES, year=None)
    assert reading.articles[0].headline.text == "领 导 批 示 抄 清"
    assert [
        (one.issuer and one.issuer.name, [each.text for each in one.addressees])
        for one in reading.directives
    ][:4] == [
        ("祝远山", ["长河同志"]),
        ("祝远山", ["长河同志"]),
        ("闵长河", ["尤敏同志", "自然资源局、税务局"]),
        ("闵长河", ["信访局"]),
    ]
    assert _asked(NOTES)[2][2] == "2025-05-20"
    assert _asked(NOTES)[4][0] == ["县自然资源局"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("承办单位", True),
        ("督办要求", True),
        ("分管领导签字", True),
        ("联系人及电话", True),
        ("县城管局", False),
        ("序号", False),
        ("完成清退并公示收费标准", False),
    ],
)
def test_labels_of_cells(words, label):
    assert is_form_label(words) is label


def test_marks_when_they_are_put_in_then_every_character_keeps_its_place():
    row = "承办单位\t县城管局\t协办单位\t县发改局\n"
    assert with_form_marks(row) == "承办单位：县城管局；协办单位：县发改局\n"
    for text in (
        row,
        "工单编号：01877          紧急程度：一般",
        "出席：祝远山  尤敏",
        "1\t平整场地\t县城管局",
    ):
        assert len(with_form_marks(text)) == len(text)
    assert with_form_marks("序号\t任务\t责任单位\n1\t平整场地\t县城管局") == (
        "序号\t任务\t责任单位\n1\t平整场地\t县城管局"
    )
    assert with_form_marks("责任单位\t完成时限\n") == "责任单位\t完成时限\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("交办时间：2025年9月2日；办结时限：2025年9月15日", True),
        ("承办人签字：审核人签字：", True),
        ("承办单位：枫桥镇人民政府", False),
        ("督办要求：请县城管局9月5日前报核查情况。", False),
        ("会议要求，各镇要抓紧。", False),
    ],
)
def test_lines_that_register(text, told):
    assert is_form_line(text) is told


def test_a_limit_of_a_form_when_it_is_labelled_then_it_is_found():
    text = "交办时间：2025年9月2日；办结时限：2025年9月15日"
    assert text[slice(*limit_of_line(text))] == "2025年9月15日"
    assert limit_of_line("交办时间：2025年9月2日") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("祝远山同志（5月12日）：请长河同志阅处。", "祝远山"),
        ("闵长河5月13日批示：请尽快办理。", "闵长河"),
        ("尤敏书记批示：“立即整改。”", "尤敏"),
        ("批示内容：请尽快办理。", None),
        ("承办单位：枫桥镇人民政府", None),
        ("办理时间：5月13日前办结", None),
    ],
)
def test_notes(text, who):
    note = note_of(text)
    assert (note.head if note is not None else None) == who


def test_titles_and_signatures_of_notes():
    assert prints_notes("领导批示抄清")
    assert not prints_notes("县长调研春耕")
    assert signs_note("闵长河9月1日")
    assert not signs_note("县城管局9月1日前报结果")


def test_a_paragraph_when_a_town_heads_it_then_what_is_asked_is_for_the_town():
    text = "督查发现问题清单\n枫桥镇：村口生活垃圾积存；部分农户门前乱堆乱放。要求10月28日前完成整改。\n"
    assert [one[0] for one in _asked(text)] == [["枫桥镇"]]


@pytest.mark.parametrize("words", ["大家想一想，如果那天楼上住的是老人孩子，后果会怎样？"])
def test_a_speech_when_it_bids_to_think_then_it_asks_nothing(words):
    text = f"在全县安全生产工作会议上的讲话\n县长　闵长河\n（2025年1月14日）\n同志们：\n{words}各镇2月底前必须整改到位。\n"
    assert [one[0] for one in _asked(text)] == [["各镇"]]
