"""Speech in quotation marks: who may command there, who is called by name, what is told plainly."""

import pytest
from tests.domain.reading.reading_of import VISIT as LEAD
from tests.domain.reading.reading_of import read
from tests.domain.reading.reading_of import told_on_visit as told

Told = list[tuple[list[str], str]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航的指令一条接一条：\n\n“青石镇，河边的12户马上撤，半小时报结果。”\n\n“县水利局派两台泵车在桥头等着。”",
            [
                (["青石镇"], "青石镇，河边的12户马上撤，半小时报结果"),
                (["县水利局"], "县水利局派两台泵车在桥头等着"),
            ],
        ),
        (
            "罗远航语气严肃起来：“项目部明天中午前把工资表贴出来。”",
            [(["项目部"], "项目部明天中午前把工资表贴出来")],
        ),
        (
            "罗远航对县教育局局长说：“校车的事，你们拿个方案，月底前报上来。”",
            [(["你们"], "校车的事，你们拿个方案，月底前报上来")],
        ),
        (
            "罗远航当即叮嘱方明：“三天之内把瓦换好，换好了拍张照片给我。”",
            [(["方明"], "三天之内把瓦换好，换好了拍张照片给我")],
        ),
        (
            "罗远航告诉县供电公司经理齐小雨：“线路今晚就要通。”",
            [(["齐小雨"], "线路今晚就要通")],
        ),
        ("罗远航说：“今天就换，一个也别留。”", [([], "今天就换，一个也别留")]),
        ("“地里要有人管，树要有人剪。”村民老谭说。", []),
        ("“要听班长的话。”家长代表谭大有说。", []),
        ("罗远航说：“你们辛苦了，孩子们都记着你们的好。”", []),
        ("罗远航问：“你们还有多少人没撤？”", []),
        (
            "他希望广大果农守住品质，经销商诚信经营，让孩子们吃得放心。",
            [
                (["广大果农"], "广大果农守住品质"),
                (["经销商"], "经销商诚信经营，让孩子们吃得放心"),
            ],
        ),
    ],
)
def test_a_quotation_when_somebody_speaks_then_only_who_may_command_is_heard(
    words: str, expected: Told
):
    assert told(words) == expected


def test_a_letter_when_it_quotes_a_superiors_note_then_the_note_demands():
    page = (
        "督办通知单\n\n县城管局：\n\n4月2日，县委书记在网友留言上批示：“请县城管局认真核实，尽快解决。”"
        "现将有关要求通知如下：\n\n一、逐一核实反映的问题，查明原因。"
    )
    found = read(page).directives
    assert [one.action for one in found] == [
        "县城管局认真核实，尽快解决",
        "逐一核实反映的问题，查明原因",
    ]


def test_a_lower_body_when_it_says_what_it_does_at_once_then_it_promises():
    words = "石门乡党委书记谭大有表示，明天就组织人手上房揭瓦，保证不让老人淋雨。"
    (one,) = read(LEAD + words).directives
    assert one.kind.value == "promise"
    assert one.action == "明天就组织人手上房揭瓦，保证不让老人淋雨"
