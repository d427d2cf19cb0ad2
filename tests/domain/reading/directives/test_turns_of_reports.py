"""Turns of ordinary reports: assignments on the spot, matters in a list, what only sounds like speech."""

import pytest
from tests.domain.reading.reading_of import demands, read, told


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("罗远航现场“派单”：县交通局下周三前拿出方案。", [["县交通局"]]),
        ("会议要求，国网云岭县供电公司要加快配网改造。", [["国网云岭县供电公司"]]),
        ("会议要求，各镇党委书记就是“总指挥”，每周至少两天泡在现场。", [["各镇党委书记"]]),
        (
            "会议明确，由县水利局牵头，县应急局、各有关乡镇（街道）配合，开展抽查。",
            [["县水利局", "县应急局、各有关乡镇（街道）"]],
        ),
        ("会议强调，有三项任务。第一项任务，打好歼灭战；第二项任务，打好提升战。", [[], []]),
        ("会议要求，广大乡贤常回家乡走一走，当好推介官。", [["广大乡贤"]]),
    ],
)
def test_a_turn_when_it_is_ordinary_then_its_units_are_told(words: str, units: list[list[str]]):
    assert [who for who, _ in told(words)] == units


@pytest.mark.parametrize(
    "words",
    [
        "县里的拆迁户还差几户？",
        "会议议定以下事项。",
        "方明表示，请县委放心。",
    ],
)
def test_a_question_or_a_courtesy_when_it_stands_alone_then_it_is_no_demand(words: str):
    assert demands(words) == ()


def test_a_promise_when_it_keeps_to_what_the_meeting_wanted_then_it_opens_no_speech():
    text = (
        "11月6日，县长罗远航主持召开治欠会议。\n\n"
        "云岭建工集团董事长方明表示，集团将认真落实会议要求，按月足额支付工资。"
    )
    (one,) = read(text).directives

    assert [each.text for each in one.addressees] == ["集团"]
    assert one.kind.value == "promise"


def test_a_warning_when_it_is_given_on_the_round_then_it_is_for_whom_it_names():
    text = "11月6日，县长罗远航检查市场。罗远航询问价格，提醒经营者诚信经营、足斤足两。"

    assert [[each.text for each in one.addressees] for one in read(text).directives] == [["经营者"]]
