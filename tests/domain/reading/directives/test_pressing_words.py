"""Demands in words that press by their form: 只增不减, 今天就修, 无事不扰; and acts that go somewhere."""

import pytest
from tests.domain.reading.reading_of import demands, told


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议强调，秋种面积只增不减。", [[]]),
        ("罗远航说，给基层的表格能减则减，不开陪会。", [[]]),
        ("罗远航对校长说，窗户今天就修，修好再上课。", [["校长"]]),
        ("会议要求，执法部门无事不扰，检查扫码留痕。", [["执法部门"]]),
        ("会议要求，农技人员蹲在田头，一块田一块田地教。", [["农技人员"]]),
        ("会议要求，涝洼地块的承包户先开沟、后整地。", [["涝洼地块的承包户"]]),
        ("会议要求，经费不够的，县教育局打报告，县里兜底。", [["县教育局"]]),
        ("会议要求，县财政局会商县民政局，落实救助资金。", [["县财政局"]]),
        ("会议要求，公交公司视路况调整班次。", [["公交公司"]]),
        ("会议要求，乡镇党委选优配强网格长。", [["乡镇党委"]]),
        ("会议要求，项目专班要当好“保姆”，企业吹哨、专班报到。", [["项目专班"]]),
        ("罗远航转身叮嘱县住建局负责人，复工要一道一道地验。", [["县住建局负责人"]]),
    ],
)
def test_a_demand_when_its_form_presses_then_it_is_read(words: str, units: list[list[str]]):
    assert [who for who, _ in told(words)] == units


def test_a_meeting_when_it_heard_a_report_then_who_reported_is_told_nothing():
    assert demands("会议听取了县水务公司关于供水形势的汇报。") == ()


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("会议要求，护林员工资县财政局按月打卡，一天不拖。", [["县财政局"]]),
        ("会议要求，施工队想想办法，往前赶三天。", [["施工队"]]),
        ("会议要求，乡镇干部和群众坐一条板凳，把标准念清楚。", [["乡镇干部"]]),
        ("会议要求，占道经营的商贩自行撤离。", [["占道经营的商贩"]]),
        ("会议要求，教育部门把陪餐记录收上来抽查，造假的校长停职。", [["教育部门"]]),
        ("会议要求，各学校明火炉一律撤除，值班教师每两小时巡一次宿舍。", [["各学校"]]),
        ("罗远航当场给县市场监管局派了任务：两周之内把食堂过一遍。", [["县市场监管局"]]),
        ("会议强调，欠账的一周一报，报不动的来说明。", [[]]),
    ],
)
def test_a_unit_when_others_stand_by_it_then_it_alone_is_told(words: str, units: list[list[str]]):
    assert [who for who, _ in told(words)] == units
