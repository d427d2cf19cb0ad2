"""Opinions of residents, points that only lead on, and cases in front of what is charged."""

import pytest
from tests.domain.reading.reading_of import demands, told


@pytest.mark.parametrize(
    "words",
    [
        "一位果农提出，银行应该把果树也当成抵押物。",
        "有家长对记者说，学校应当多开几个窗口。",
        "开网店的姑娘笑着说，村里要是有快递柜就好了。",
    ],
)
def test_an_opinion_when_a_resident_has_it_then_nobody_is_told(words: str):
    assert demands(words) == ()


def test_a_charge_when_it_only_leads_to_points_then_they_are_its_demands():
    words = "罗远航要求县水利局对照清单，做到两点。第一，一条一条改，月底前报结果；第二，改不了的讲清为什么。"

    assert told(words) == [
        (["县水利局"], "一条一条改，月底前报结果"),
        (["县水利局"], "改不了的讲清为什么"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "会议要求，对占道的九户，责成城关镇逐户登记。",
            [(["城关镇"], "对占道的九户，责成城关镇逐户登记")],
        ),
        (
            "会议要求，征地有尾巴的，石岬镇收尾，手续有缺口的，县自然资源局补办。",
            [
                (["石岬镇"], "征地有尾巴的，石岬镇收尾"),
                (["县自然资源局"], "手续有缺口的，县自然资源局补办"),
            ],
        ),
        (
            "会议要求，县交警大队的人今晚守住路口。",
            [(["县交警大队"], "县交警大队的人今晚守住路口")],
        ),
        ("会议要求，能改的马上改，不留尾巴。", [([], "能改的马上改，不留尾巴")]),
    ],
)
def test_a_case_when_it_stands_before_who_is_charged_then_it_belongs_to_them(
    words: str, said: list[tuple[list[str], str]]
):
    assert told(words) == said


def test_what_a_thing_is_not_when_it_is_stated_then_it_is_no_demand():
    assert demands("会议指出，整改不是写材料，而是改作风。") == ()


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("会议明确，资金未到位前，允许县财政局从预备费中垫支。", "县财政局"),
        ("会议要求，投诉由县住建局接、县住建局派，两小时内上门。", "县住建局"),
        ("会议要求，寄宿制学校夜间巡查不得少于三次。", "寄宿制学校"),
        ("会议要求，应急、交通、文旅三家节前把车站再过一遍筛子。", "应急、交通、文旅三家"),
    ],
)
def test_a_unit_when_an_act_or_a_time_stands_by_it_then_it_is_the_one_told(words: str, unit: str):
    assert [who for who, _ in told(words)] == [[unit]]


def test_a_relation_when_it_must_be_then_none_of_its_sides_is_told():
    words = "会议要求，经营主体与农户的利益联结机制要单列一章。"

    assert [who for who, _ in told(words)] == [[]]
