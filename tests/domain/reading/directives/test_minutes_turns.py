"""Turns of minutes and orders: what is decided, who must, and what only says how things are."""

import pytest
from tests.domain.reading.reading_of import read

MINUTES = "关于校舍改造有关问题的专题会议纪要\n\n3月1日，副县长方明主持召开会议。会议议定：\n\n"
ORDER = "关于开展检查的通知\n\n各乡镇人民政府：\n\n现将有关事项通知如下：\n\n"
Told = list[tuple[list[str], str]]


def told(page: str) -> Told:
    return [([each.text for each in one.addressees], one.action) for one in read(page).directives]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("改造经费原则同意由专项资金列支。", [([], "改造经费原则同意由专项资金列支")]),
        ("有家长提出停课的请求，会议认为影响教学，不予采纳。", [([], "不予采纳")]),
        ("关于乡里提出增建操场的请示，会议不予同意。", [([], "会议不予同意")]),
        ("设计单位修改后不再上会。", [(["设计单位"], "设计单位修改后不再上会")]),
        (
            "县人社局、县教育局各派一名干部驻校。",
            [(["县人社局", "县教育局"], "县人社局、县教育局各派一名干部驻校")],
        ),
        (
            "由于涉及水源保护，请市生态环境局岚川分局提前介入。",
            [(["市生态环境局岚川分局"], "市生态环境局岚川分局提前介入")],
        ),
        (
            "对校门外的摊点，责成城关镇逐户登记，月底前公布。",
            [(["城关镇"], "对校门外的摊点，责成城关镇逐户登记，月底前公布")],
        ),
        ("全县缺口112台。", []),
        (
            "成立工作专班，由方明同志任组长、齐小雨同志任副组长。",
            [([], "成立工作专班，由方明同志任组长、齐小雨同志任副组长")],
        ),
        ("与会专家认为操场正对公路，噪声难以控制。", []),
        ("下次会议定于11月3日召开。", []),
    ],
)
def test_minutes_when_a_clause_decides_then_it_is_told_from_how_things_are(
    words: str, expected: Told
):
    found = told(MINUTES + words)
    if expected and len(expected[0][0]) > 1:
        expected = [(["、".join(expected[0][0])], expected[0][1])]
    assert found == expected


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("养犬人须牵绳遛犬。", [["养犬人"]]),
        ("报考学生须提前半小时入场。", [["报考学生"]]),
        ("其中施工单位不得动火。", [["施工单位"]]),
        ("居住在低洼处的群众要提前转移。", [["居住在低洼处的群众"]]),
        ("从事烧烤的餐饮单位应当安装净化设施。", [["从事烧烤的餐饮单位"]]),
        ("休渔期间，过往船舶不得抛锚。", [["过往船舶"]]),
        (
            "零售点应当亮证经营，驾驶人员必须携带证件，乘客须系安全带。",
            [["零售点"], ["驾驶人员"], ["乘客"]],
        ),
        ("县级河长每季度巡河不少于1次，村级河长每周不少于1次。", [["县级河长"], ["村级河长"]]),
        ("考试期间，机动车禁鸣喇叭，建筑工地停止夜间施工。", [["机动车"], ["建筑工地"]]),
        ("广场舞队请换个地方。", [["广场舞队"]]),
        ("网吧一律不得接纳未成年人。", [["网吧"]]),
        ("各责任单位办理情况纳入年度考核。", []),
        ("大型活动须履行审批手续。", [["各乡镇人民政府"]]),
        ("接通知后，立即组织力量开展勘查。", [["各乡镇人民政府"]]),
        ("对恶意欠薪的，县人社局及时移送公安机关。", [["县人社局"]]),
    ],
)
def test_a_rule_when_somebody_stands_before_its_modal_then_it_binds_him(
    words: str, units: list[list[str]]
):
    assert [who for who, _ in told(ORDER + "三、" + words)] == units


def test_a_point_when_it_tells_first_what_is_wrong_then_only_what_is_asked_is_demanded():
    words = (
        "（一）某小区电梯停用12台。整改要求：更换主板。责任单位：县住建局；完成时限：9月20日前。"
    )
    assert told(ORDER + words) == [(["县住建局"], "更换主板")]


def test_a_letter_when_it_asks_before_its_first_point_then_it_is_heard():
    page = "关于交办议定事项的通知\n\n各乡镇人民政府：\n\n现将议定事项交办给你们，请认真抓好落实，并于每月5日前报送进展。"
    assert told(page) == [(["各乡镇人民政府"], "请认真抓好落实，并于每月5日前报送进展")]
