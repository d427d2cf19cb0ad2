"""Who is told where others act for him, where it is handed on, and where persons of a body are told themselves."""

import pytest
from tests.domain.reading.reading_of import demands, told


def _units(words: str) -> list[list[str]]:
    return [units for units, _ in told(words)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议决定，由县林业局委托有资质的机构进行评估。", "县林业局"),
        ("会议决定，请县司法局修改完善，报分管副县长审定后印发。", "县司法局"),
        ("会议要求，县教育局选派业务骨干，到项目学校面对面指导。", "县教育局"),
        ("会议明确，每月头一个周一由县发改局召集成员单位碰头。", "县发改局"),
        ("会议要求，县信访局要把政策讲清，否则群众不理解。", "县信访局"),
        ("会议议定由县水利局牵头编制方案，10月底前提交审议。", "县水利局"),
    ],
)
def test_one_is_told_though_others_act_for_him(words: str, unit: str) -> None:
    assert _units(words) == [[unit]]


def test_who_pays_is_no_demand_of_its_own() -> None:
    words = "会议决定，请县供销社抓紧签订协议，置换税费由双方各自承担。"
    assert _units(words) == [["县供销社"]]


def test_chiefs_told_behind_a_comma_have_their_own_but_not_with_all_of_them() -> None:
    apart = "罗远航要求，各单位要排好值班表，主要负责同志要亲自带班，值班人员不得脱岗。"
    assert _units(apart) == [["各单位"], ["主要负责同志"], ["值班人员"]]
    together = "罗远航要求，各镇要连夜行动，主要领导一律不得离开辖区。"
    assert _units(together) == [["各镇"]]


def test_a_person_is_charged_by_name_with_a_round() -> None:
    found = demands("会议决定，由方明召集县财政局、县住建局会商，一周内提出意见。")
    assert [each.text for each in found[0].addressees] == ["方明"]


def test_what_a_meeting_reviewed_charges_nobody() -> None:
    assert not demands("会议审议了县水利局提请的《排涝三年行动方案》。")
