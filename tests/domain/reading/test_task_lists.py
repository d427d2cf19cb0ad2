"""What a county office is handed besides minutes and notices: lists of tasks, noted demands, opinions."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.domain.reading.directives.labels import labels_in

NOTED = """县长在项目调度会上的要求（根据录音整理）
2024年3月5日

1、城东污水处理厂：住建局牵头，月底前把设备安装完，4月15日通水。
2、一中新校区：教体局、城投公司，确保8月20日前交付使用。
3、督查室盯着，每周五给我报一次进度。
"""
LIST = """岚川县重点项目督办清单（第6期）
一、红灯项目（2个）
1.城北快速路。责任单位：县交通运输局；责任人：赖明川。存在问题：征地滞后，剩余12户未签约。下步要求：6月20日前完成征收清零。
2.县人民医院二期。责任单位：县卫健局；责任人：苗若兰。存在问题：资金缺口8000万元。下步要求：县财政局6月底前落实配套资金。
岚川县项目攻坚指挥部办公室
2024年6月3日
"""
OPINION = """中共岚川县委 岚川县人民政府关于做好2024年乡村振兴工作的实施意见
（2024年2月18日）
为做好乡村振兴工作，现提出如下实施意见。
一、抓好粮食生产
（一）稳定播种面积。粮食播种面积稳定在62万亩以上。（县农业农村局牵头，各乡镇负责）
（二）推进高标准农田建设。新建高标准农田3.5万亩，10月底前完成。（县农业农村局、县水利局按职责分工负责）
（三）强化动态监测。每月开展一次集中排查，对符合条件的及时纳入。（县民政局、县医保局等部门，各乡镇）
"""


def asked(text: str) -> list[tuple[list[str], str | None, date | None]]:
    return [
        ([each.text for each in one.addressees], one.lead, one.deadline.day)
        for one in read(text).directives
    ]


def test_demands_noted_down_when_their_title_says_so_then_each_point_is_one():
    assert asked(NOTED) == [
        (["住建局"], "住建局", date(2024, 4, 15)),
        (["教体局、城投公司"], None, date(2024, 8, 20)),
        (["督查室"], None, None),
    ]


def test_a_list_of_tasks_when_who_is_responsible_is_told_first_then_it_is_whom_the_point_asks():
    reading = read(LIST)

    assert asked(LIST) == [
        (["县交通运输局"], None, date(2024, 6, 20)),
        (["县财政局"], None, date(2024, 6, 30)),
    ]
    assert reading.articles[0].headline is not None
    assert reading.articles[0].headline.text == "岚川县重点项目督办清单（第6期）"
    assert not any("缺口" in one.action for one in reading.directives)


def test_an_opinion_when_units_stand_in_brackets_behind_a_point_then_they_are_charged_with_it():
    assert asked(OPINION) == [
        (["县农业农村局", "各乡镇"], "县农业农村局", None),
        (["县农业农村局、县水利局"], None, date(2024, 10, 31)),
        (["县民政局、县医保局等部门", "各乡镇"], None, None),
    ]
    (article,) = read(OPINION).articles
    assert article.dateline is not None
    assert article.dateline.day == date(2024, 2, 18)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("新建农田3万亩。（县农业农村局牵头，县水利局、县财政局配合）", ["lead", "help"]),
        ("新建农田3万亩。（县农业农村局、各乡镇）", ["act"]),
        ("新建农田3万亩。（县农业农村局（县乡村振兴局）负责）", ["act"]),
        ("新建农田3万亩。（此件公开发布）", None),
        ("新建农田3万亩。（记者罗小雨，通讯员方明）", None),
        ("新建农田3万亩。（县水利局配合）", None),
        ("新建农田3万亩（含改造1万亩）。", None),
    ],
)
def test_a_bracket_behind_a_point_when_it_names_units_then_it_charges_them(
    text: str, kinds: list[str] | None
):
    labels = labels_in(text)
    assert (None if labels is None else [one.kind for one in labels.each]) == kinds


@pytest.mark.parametrize(
    "headline", ["县政府晒出重点项目督办清单", "我县贯彻落实省委书记在调研时的要求"]
)
def test_a_report_when_it_tells_of_a_list_then_its_words_are_no_demands(headline: str):
    text = f"{headline}\n\n本报讯 3月5日，县项目办公布首批名单。\n\n1.城北快速路完成投资过半。\n"
    assert read(text).directives == ()


BREAKDOWN = """2024年重点工作任务分解
（共2项）
1. 新建改建农村公路120公里。
   牵头领导：战秀兰  牵头单位：县交通运输局  责任单位：各乡镇  完成时限：2024年11月底
2. 完成老旧小区改造8个。
   牵头领导：闵致远  牵头单位：县住建局  完成时限：2024年10月底
"""
FORM = """领导批示办理单
批示领导：县委书记 宗政明
批示时间：2024年5月6日
批示内容：请县教体局会同市场监管局认真核查，一周内拿出处理意见报我。
来文单位：县信访局
办理时限：2024年5月13日
"""


def test_a_breakdown_when_blanks_part_its_labels_then_each_is_told_from_the_next():
    assert asked(BREAKDOWN) == [
        (["县交通运输局", "各乡镇"], "县交通运输局", date(2024, 11, 30)),
        (["县住建局"], "县住建局", date(2024, 10, 31)),
    ]


def test_a_form_of_what_a_leader_wrote_when_read_then_his_words_are_asked_and_its_fields_are_not():
    (article,) = read(FORM).articles
    assert article.headline is not None
    assert article.headline.text == "领导批示办理单"
    assert article.dateline is not None
    assert article.dateline.day == date(2024, 5, 6)
    assert [who for who, _, _ in asked(FORM)] == [["县教体局"]]


def test_a_leader_in_charge_when_a_unit_leads_too_then_the_unit_is_charged():
    labels = labels_in("牵头领导：战秀兰；牵头单位：县住建局；完成时限：6月底")
    alone = labels_in("牵头领导：战秀兰；完成时限：6月底")
    assert labels is not None
    assert alone is not None
    assert [one.kind for one in labels.each] == ["name", "lead", "limit"]
    assert [one.kind for one in alone.each] == ["lead", "limit"]


def test_a_message_when_it_calls_units_with_a_sign_then_they_are_told():
    text = "【工作提示】@各乡镇 请于7月12日17时前将受灾情况统计表报县防汛办邮箱。\n2024年7月11日\n"
    assert asked(text) == [(["各乡镇"], None, date(2024, 7, 12))]


RECORD = """项目调度会会议记录
时间：2024年4月9日下午3点
参会人员：闵致远（副县长）、郗建国（住建局局长）、蔺守成（城管局局长）

闵致远：今天主要调度两件事。南湖公园改造慢了，住建局要把监理盯紧，月底前把步道铺完。
郗建国：保证4月28日前完成。
闵致远：夜市搬迁的事，城管局下周三前拿方案，不要一刀切。
蔺守成：方案已经有初稿。
"""


def test_a_record_word_by_word_when_read_then_who_commands_is_told_from_who_answers():
    reading = read(RECORD)
    assert [
        (one.issuer.name if one.issuer else None, one.kind.value, one.deadline.day)
        for one in reading.directives
    ] == [
        ("闵致远", "task", date(2024, 4, 30)),
        ("郗建国", "promise", date(2024, 4, 28)),
        ("闵致远", "task", date(2024, 4, 17)),
    ]
    (record,) = reading.records
    assert record.lead is not None
    assert (record.lead.name, record.lead.post) == ("闵致远", "副县长")
