"""Bulletins of an office: masthead, contents and who gets it are no words of a report; every report has its own headline."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.bulletins import bulletin_pieces, without_masthead
from guatu.domain.reading.told_lines import told_lines

FIRST = "关于夏粮收购准备情况的督查通报"
SECOND = "望河桥改造进展缓慢"
REPORTS = f"""{FIRST}
5月12日至15日，县委督查室对各乡镇夏粮收购准备情况进行了督查。现将有关情况通报如下：
一、总体情况
全县共落实收购网点28个，仓房清扫已全部完成。
二、下步要求
青石镇要于5月25日前完成磅秤检定，县粮食服务中心派员上门。
{SECOND}
望河桥改造工程去年9月开工，应于今年8月底建成通车。
建议：由县住建局牵头，县供电公司配合，6月10日前完成管线迁改。
"""
FEET = "报：县委常委\n送：县委各部门，县直各单位\n发：各乡镇党委、政府\n（共印80份）\n"
MASTHEADS = (
    "督查专报\n〔2025〕第12期\n中共澄湖县委督查室  澄湖县人民政府督查室   2025年5月19日\n",
    "内部资料  注意保存\n每 日 要 情\n第186期\n澄湖县委办公室信息科编    2025年5月19日（星期一）\n",
    "政 务 信 息\n（第 33 期）\n澄湖县人民政府办公室      2025 年 5 月 19 日\n———————————\n",
    "澄湖督查\n2025年第7期（总第103期）\n澄湖县委督查室编\n2025年5月19日\n",
)
CONTENTS = (
    f"【本期要目】\n1．{FIRST}\n2．{SECOND}\n\n",
    f"目  录\n●{FIRST}………1\n●{SECOND}………2\n",
    f"本期目录：\n【督查通报】\n※ {FIRST}\n【跟踪问效】\n※ {SECOND}\n———————————\n",
)


@pytest.mark.parametrize("contents", CONTENTS, ids=["numbers", "pages", "columns"])
@pytest.mark.parametrize("masthead", MASTHEADS, ids=["number", "daily", "ruled", "total"])
def test_the_reports_of_a_bulletin_stand_under_the_headlines_its_contents_name(masthead, contents):
    reading = read(masthead + contents + REPORTS + FEET, year=None)
    first, second = reading.articles
    assert (first.headline.text, second.headline.text) == (FIRST, SECOND)
    assert first.paragraphs[0].text.startswith("5月12日")
    assert second.paragraphs[-1].text.startswith("建议：")
    assert reading.year.value == 2025
    assert [
        (one.addressees[0].text, one.deadline.day if one.deadline else None)
        for one in reading.directives
    ] == [
        ("青石镇", date(2025, 5, 25)),
        ("县粮食服务中心", None),
        ("县住建局", date(2025, 6, 10)),
    ]


def test_a_report_that_makes_known_has_the_day_of_the_masthead():
    reading = read(MASTHEADS[0] + CONTENTS[0] + REPORTS + FEET, year=None)
    assert reading.records[0].day == date(2025, 5, 19)


def test_a_headline_in_one_line_with_its_text_is_parted_from_it():
    page = (
        MASTHEADS[1]
        + "目  录\n【领导活动】\n●县委书记检查防汛工作\n【工作动态】\n●青石镇推进农田建设\n"
        + "【领导活动】\n县委书记检查防汛工作  5月18日，县委书记齐小雨到白沙河检查。她强调，各镇要24小时值守。（县委办）\n"
        + "【工作动态】\n青石镇推进农田建设  今年以来，青石镇新修机耕路12公里。（青石镇）\n"
        + FEET
    )
    first, second = read(page, year=None).articles
    assert (first.headline.text, second.headline.text) == (
        "县委书记检查防汛工作",
        "青石镇推进农田建设",
    )
    assert (first.byline.text, second.byline.text) == ("（县委办）", "（青石镇）")
    assert first.paragraphs[0].text.startswith("5月18日")


def test_a_title_of_two_rows_is_one_headline():
    page = (
        MASTHEADS[0]
        + CONTENTS[0]
        + REPORTS.replace(FIRST, "关于夏粮收购准备情况的\n督查通报")
        + FEET
    )
    first, second = read(page, year=None).articles
    assert "".join(first.headline.text.split()) == FIRST
    assert second.headline.text == SECOND


def test_a_bulletin_without_contents_keeps_masthead_columns_and_tables_out_of_its_headlines():
    page = (
        "工作简报\n第 8 期\n云溪县违建整治领导小组办公室编      2023年10月26日\n\n"
        "罗远航督导违建整治工作\n10月25日，县长罗远航到青石镇督导违建整治工作。罗远航要求，青石镇要在月底前完成登记造册。\n\n"
        "【曝光台】\n青石镇前进村未批先建一处，面积186平方米。责令当事人于11月5日前自行拆除。\n\n"
        "附件：各乡镇拆除进度表\n乡镇\t任务数\t已拆除\n青石镇\t32000\t21000\n\n主送：领导小组成员\n"
    )
    found = read(page, year=None).articles
    assert [one.headline.text for one in found] == ["罗远航督导违建整治工作", "【曝光台】"]


def test_a_table_below_a_bulletin_belongs_to_its_last_report():
    page = (
        MASTHEADS[0]
        + CONTENTS[0]
        + REPORTS
        + "附：交办清单\n序号\t交办事项\t责任单位\n1\t修复便民桥护栏\t青石镇\n"
        + FEET
    )
    assert read(page, year=None).articles[1].paragraphs[-1].text == "1\t修复便民桥护栏\t青石镇"


@pytest.mark.parametrize(
    "page",
    [
        "青溪日报\n第186期\n县长调研供水\n12月14日，县长罗远航到水厂调研。\n",
        "县政府召开例会\n目录\n12月14日，县长罗远航主持召开会议。\n",
        "第3期培训班开班\n12月14日，县委党校第3期培训班开班。\n",
        "关于印发工作简报的通知\n各镇：\n请按期报送工作简报。\n县政府办公室\n2025年12月1日\n",
    ],
)
def test_other_pages_are_no_bulletins(page):
    lexicon = load_lexicon()
    lines = told_lines(page, lexicon)
    assert bulletin_pieces(lines, page, lexicon) is None
    assert without_masthead(lines, page) == lines


def test_a_series_right_above_its_text_stays_the_title():
    page = "督查专报\n第12期\n澄湖县委督查室 2025年5月19日\n现将夏粮收购准备情况通报如下：\n青石镇要于5月25日前完成磅秤检定。\n"
    (one,) = read(page, year=None).articles
    assert one.headline.text == "督查专报"


def test_a_title_of_few_characters_is_one_where_the_contents_name_it():
    page = MASTHEADS[0] + (
        "本期导读\n★“百日攻坚”进展情况\n★基层动态\n\n"
        "★“百日攻坚”进展情况★\n上述单位要倒排工期，9月15日前全部开工。\n"
        "★基层动态★\n●青石镇：成立专班，集中攻坚征地难题。\n"
    )
    found = read(page + FEET, year=None).articles
    assert [one.headline.text.strip("★") for one in found] == ["“百日攻坚”进展情况", "基层动态"]


def test_a_report_to_superiors_has_the_day_of_its_head():
    page = (
        "情况专报\n澄湖县应急管理局　　　　2025年7月3日\n关于强降雨受灾情况的报告\n县委、县政府：\n"
        "灾情发生后，县里启动响应，县交通局要在今天18时前抢通道路。\n"
    )
    (one,) = read(page, year=None).articles
    assert (one.headline.text, one.dateline.day) == ("关于强降雨受灾情况的报告", date(2025, 7, 3))


def test_the_items_of_a_weekly_in_parts_are_reports():
    page = """一周工作动态
（第23期）
澄湖县人民政府办公室    2025年6月10日

一、重要会议
1．6月3日，县长罗远航主持召开县政府常务会议。会议要求，县教育局要在6月20日前完成食堂检查。
2．6月5日，副县长方明召开防汛调度会，要求县水利局6月15日前完成闸门检修。
二、领导活动
1．6月4日，县委书记齐小雨到青石镇调研，强调要做好机收服务。
三、工作进展
1．南环路改造完成路基3.2公里。
2．县医院门诊楼封顶。

抄送：县委办公室
"""
    reading = read(page, year=None)
    leads = [one.lead.name if one.lead else None for one in reading.records]
    assert leads == ["罗远航", "方明", "齐小雨", None, None]
    assert [one.issuer.name for one in reading.directives] == ["会议", "方明", "齐小雨"]


def test_the_numbered_parts_of_a_list_of_tasks_are_no_digest():
    page = "重点任务一览\n一、基础建设\n1．完成路基3公里。\n2．完成清淤5公里。\n二、民生实事\n1．新建学校2所。\n2．启动医院改造。\n"
    assert len(read(page).articles) == 1
