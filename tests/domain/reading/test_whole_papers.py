"""Official papers as they come in: letterhead, title, plan and list behind the signature, minutes with a foot."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read as read_in

from guatu.domain.reading import Reading

PLAN = """岚川县人民政府办公室文件
岚政办发〔2026〕41号
岚川县人民政府办公室关于印发今冬明春火灾防控工作方案的通知
各乡镇人民政府，县政府各部门：
《今冬明春火灾防控工作方案》已经县政府同意，现印发给你们，请认真组织实施。
岚川县人民政府办公室
2026年11月18日
今冬明春火灾防控工作方案
为扎实做好火灾防控工作，制定本方案。
一、重点任务
（一）开展通道治理。县消防救援大队牵头，县住建局、县城管局配合，2026年12月20日前完成消防车通道划线。
（二）抓好农村防火。各村要在元旦前完成一次柴草垛清理。
二、工作步骤
（一）动员部署阶段（2026年11月25日前）。各地各部门制定具体方案。
（二）组织实施阶段（2026年11月26日至2027年3月15日）。各地各部门按照职责分工抓好落实。
（三）总结验收阶段（2027年3月16日至3月31日）。县消安委组织考核验收。
"""
TABLE = """附件：重点任务分工表
序号	重点任务	牵头单位	完成时限
1	排查高层建筑	县消防救援大队	2027年1月31日
2	新建微型消防站	各乡镇	2027年2月28日
"""
MINUTES = """岚川县人民政府专题会议纪要
〔2026〕第17期
岚川县人民政府办公室　　　　　2026年11月12日

关于城东片区路网建设有关问题的会议纪要

2026年11月10日下午，县委常委、副县长闵致远主持召开专题会议，研究城东片区路网建设有关问题。县政府办副主任蔺守成，县住建局、城关镇负责同志参加会议。会议听取了项目进展情况的汇报，经研究，议定如下事项：
一、关于征地拆迁。会议明确，由城关镇牵头，于11月30日前完成剩余27户房屋征收签约。
二、关于管线迁改。县住建局负责协调供电、供水等单位，在开工前10日内拿出迁改方案，报县政府审定后实施。
"""
DOCKET = """岚川县人民政府督查室
督办通知单
岚政督〔2026〕58号

县教体局：
现将有关事项交办如下：
一、立即开展一次排查，11月15日前将排查情况书面报县政府督查室。
岚川县人民政府督查室
2026年11月2日
"""
EXECUTIVE = """县政府第32次常务会议纪要

时间：2026年11月6日上午
主持：县长 逄远舟
记录：郗建国

一、研究县第二人民医院迁建用地事宜
会议决定，同意县第二人民医院迁建选址方案。会议责成县卫健局尽快完善报告，提交下次县政府常务会议审议。
"""


def read(text: str) -> Reading:
    return read_in(text, year=None)


def test_a_plan_behind_its_letter_when_read_then_its_stages_limit_what_stands_in_them():
    reading = read(PLAN)
    due = {one.action: one.deadline.day for one in reading.directives}

    assert due["各地各部门制定具体方案"] == date(2026, 11, 25)
    assert due["各地各部门按照职责分工抓好落实"] == date(2027, 3, 15)
    assert due["县消安委组织考核验收"] == date(2027, 3, 31)
    assert not any("阶段" in one.action for one in reading.directives)


def test_a_stage_when_a_demand_in_it_states_its_own_day_then_that_day_rules():
    reading = read(PLAN.replace("制定具体方案", "于11月22日前制定具体方案"))
    due = {one.action: one.deadline.day for one in reading.directives}

    assert due["各地各部门于11月22日前制定具体方案"] == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", [PLAN, PLAN + TABLE, PLAN.replace("今冬明春火灾防控工作方案\n为", "为") + TABLE]
)
def test_a_paper_when_its_table_names_later_days_then_it_keeps_the_day_it_was_signed(text: str):
    reading = read(text)

    assert {one.dateline.day for one in reading.articles if one.dateline} == {date(2026, 11, 18)}
    assert reading.year.value == 2026
    assert reading.year.quote == "2026年11月18日"


def test_a_table_of_later_days_when_it_outnumbers_the_signature_then_the_year_is_that_of_the_paper():
    assert read(DOCKET + TABLE).year.value == 2026


def test_minutes_when_their_series_heads_them_then_the_title_below_it_is_theirs():
    (article,) = read(MINUTES).articles

    assert article.headline is not None
    assert article.headline.text == "关于城东片区路网建设有关问题的会议纪要"
    assert article.dateline is not None
    assert article.dateline.day == date(2026, 11, 10)


def test_minutes_when_the_meeting_decides_then_it_and_nobody_named_before_it_is_the_issuer():
    reading = read(MINUTES)

    assert {one.issuer.name for one in reading.directives if one.issuer} == {"会议"}
    assert [one.addressees[0].text for one in reading.directives] == ["城关镇", "县住建局"]
    assert reading.directives[1].action.endswith("报县政府审定后实施")
    assert not any(one.text.startswith("后") for record in reading.records for one in record.agenda)


def test_a_docket_when_its_number_stands_below_its_name_then_it_is_no_part_of_the_title():
    (article,) = read(DOCKET).articles

    assert article.headline is not None
    assert article.headline.text.endswith("督办通知单")
    assert [one.kind.value for one in article.doubts] == ["page_furniture"]


def test_minutes_when_an_item_only_says_what_was_taken_up_then_it_demands_nothing():
    reading = read(EXECUTIVE)

    assert [one.action for one in reading.directives] == [
        "同意县第二人民医院迁建选址方案",
        "县卫健局尽快完善报告，提交下次县政府常务会议审议",
    ]


@pytest.mark.parametrize(
    ("headline", "letter"),
    [
        ("全县秸秆禁烧工作方案", True),
        ("县政府常务会议审议防汛工作方案", False),
        ("我县出台招商引资实施方案", False),
    ],
)
def test_a_plan_when_a_report_tells_of_one_then_its_parts_demand_nothing(
    headline: str, *, letter: bool
):
    text = f"{headline}\n为做好工作，制定本方案。\n一、工作任务\n（一）明确责任。县农业农村局负责技术指导。\n"
    assert bool(read(text).directives) is letter
