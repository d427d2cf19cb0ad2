"""Points of papers that ask and end like headings of facts: 二、各村要上报整改情况。"""

import pytest
from tests.domain.reading.reading_of import read

NOUNS = ["情况", "问题", "结果", "人员", "时间", "范围", "对象", "条件", "名额", "成效", "阶段"]
ASKING = [
    "县水利局要报清整改{}",
    "各村及时上报整改{}",
    "县水利局尽快明确工作{}",
    "由县水利局统一公示补助{}",
    "监控室必须掌握值守{}",
    "5月底前报送整改{}",
]
NOTICE = "关于做好防汛工作的通知\n各乡镇人民政府：\n现将有关事项通知如下：\n一、{}。\n二、各村要看好堤防。\n青溪县人民政府\n2025年2月18日"
MINUTES = "县政府专题会议纪要\n2025年2月18日，副县长卫明远主持召开专题会议，研究防汛工作。会议议定：\n一、{}。\n二、各村要看好堤防。"


@pytest.mark.parametrize("frame", [NOTICE, MINUTES])
@pytest.mark.parametrize("asking", ASKING)
def test_a_point_that_asks_is_read_whatever_it_ends_with(frame: str, asking: str):
    lost = [
        noun
        for noun in NOUNS
        if [one.action for one in read(frame.format(asking.format(noun))).directives]
        != [asking.format(noun), "各村要看好堤防"]
    ]
    assert lost == []


@pytest.mark.parametrize("head", ["存在问题", "参会人员", "报送时间", "补助标准", "工作开展情况"])
def test_a_heading_of_facts_tells_them(head: str):
    text = NOTICE.format(f"{head}。部分村台账不全")
    assert [one.action for one in read(text).directives] == ["各村要看好堤防"]


def test_bare_points_of_minutes_are_decided():
    text = MINUTES.format("抓紧修补堤防")
    assert [one.action for one in read(text).directives] == ["抓紧修补堤防", "各村要看好堤防"]
