"""Turns of the prose of meetings: fields, cases, whoever it is, everybody who is forbidden something, lists announced."""

import pytest
from tests.domain.reading.reading_of import told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "罗远航强调，各乡镇要坚持问题导向，突出抓好以下重点：①矿山领域，驻矿监察员必须下井；②文旅领域，各景区要限流。",
            [("驻矿监察员", "矿山领域，驻矿监察员必须下井"), ("各景区", "文旅领域，各景区要限流")],
        ),
        (
            "罗远航强调，组织部门要改进方式，多到田头听一听群众怎么说，防止走样。",
            [("组织部门", "组织部门要改进方式，多到田头听一听群众怎么说，防止走样")],
        ),
        (
            "罗远航强调，税务部门要依法征收，任何单位和个人不得擅自减免。",
            [("税务部门", "税务部门要依法征收"), ("任何单位和个人", "任何单位和个人不得擅自减免")],
        ),
        (
            "罗远航强调，各村支书要严把质量关，哪个村出问题，就追哪个村的责。",
            [("各村支书", "各村支书要严把质量关，哪个村出问题，就追哪个村的责")],
        ),
        (
            "罗远航强调，各部门拟召开全县性会议的，须提前一周报备。",
            [("各部门", "各部门拟召开全县性会议的，须提前一周报备")],
        ),
        (
            "罗远航勉励大家胸怀“国之大者”，厚植家国情怀。",
            [("大家", "大家胸怀“国之大者”，厚植家国情怀")],
        ),
        (
            "会议审议了《安全办法》，强调雪场经营单位是责任主体，要把每条雪道管到位。",
            [("雪场经营单位", "雪场经营单位是责任主体，要把每条雪道管到位")],
        ),
        (
            "会议强调，没有产业支撑，一切都是空谈，必须把产业摆在首位。",
            [("", "必须把产业摆在首位")],
        ),
    ],
)
def test_a_turn_of_a_meeting_when_read_then_who_and_what_are_whole(words, expected):
    assert [("+".join(units), said) for units, said in told(words)] == expected
