import pytest
from tests.domain.reading.reading_of import demands


@pytest.mark.parametrize(
    ("words", "lead", "units"),
    [
        (
            "会议决定，由县发改局牵头，县财政局配合，于11月底前拿出方案。",
            "县发改局",
            ["县发改局", "县财政局"],
        ),
        (
            "会议要求，县应急局牵头，县公安局、县消防救援大队配合，完成专项检查。",
            "县应急局",
            ["县应急局", "县公安局、县消防救援大队"],
        ),
        ("会议要求，要发挥河长办牵头抓总作用，形成合力。", "河长办", ["河长办"]),
        ("会议要求，河长办要牵头统筹，县公安局配合。", "河长办", ["河长办", "县公安局"]),
        ("会议要求，由县委办牵头抓总，逐项推进。", "县委办", ["县委办"]),
        ("会议要求，县发改局要主动牵头编制清单。", "县发改局", ["县发改局"]),
        ("会议要求，县统计局要核清底数，牵头建立台账。", "县统计局", ["县统计局"]),
        (
            "会议要求，加快桥梁建设。（责任单位：县交通局；完成时限：11月20日前）",
            "县交通局",
            ["县交通局"],
        ),
    ],
)
def test_a_lead_unit_when_named_then_it_leads(words: str, lead: str, units: list[str]):
    (one,) = demands(words)
    assert one.lead == lead
    assert [each.text for each in one.addressees] == units


def test_a_labelled_limit_is_the_deadline_of_the_demand_before_it():
    (one,) = demands("会议要求，加快桥梁建设。（责任单位：县交通局；完成时限：11月20日前）")
    assert one.deadline.text == "11月20日前"


def test_a_unit_charged_with_organizing_is_told_so():
    (one,) = demands("会议要求，年底前，由县安委办组织抽查。")
    assert [each.text for each in one.addressees] == ["县安委办"]
    assert one.action == "年底前，由县安委办组织抽查"
