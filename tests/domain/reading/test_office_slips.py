"""Slips that go round an office: telegrams, notes of telephone calls, ways of papers, plans with who and by when."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import SourceText, read_source
from guatu.domain.reading.furniture import is_furniture
from guatu.domain.reading.letterhead import is_letterhead

TELEGRAM = """明传电报
发往：各乡镇    签批盖章：路清和
等级：特急·明电    云府办明电〔2025〕31号    云机发 0417号
关于召开防溺水视频会议的通知
各乡镇人民政府，县防溺水专班成员单位：
定于2025年6月20日上午召开视频会议，现将有关事项通知如下：
一、会议时间
6月20日上午9:30，会期约1小时。
二、有关要求
1．请参会单位于6月19日前报送回执。
2．各分会场要于6月19日下午4:00完成调试。
云溪县人民政府办公室
2025年6月17日
附件
参会人员回执
单位\t姓名\t职务
"""
CALL = """电 话 记 录
来电单位\t市文旅局办公室\t来电人\t时来庆
来电时间\t2024年12月3日16时40分\t接听人\t苑小雨
来电内容：
12月6日上午10点，市文旅局领导到你县调研，请做好以下准备：1. 确定3个调研点，今天下午6点前报市文旅局。2. 严禁层层陪同。
拟办意见：请县委宣传部牵头落实。妥否，请批示。
领导批示：
照办。请宣传部12月4日前拿出方案。  罗远航 12月3日
"""
WAY = """澄湖县人民政府办公室收文处理笺
来文单位：市应急管理局\t收文日期：2025-03-18
文件标题：关于开展专项检查的通知
拟办意见：
请县应急局牵头，3月25日前报县政府办；呈瞿县长、鲁成栋副县长阅示。
领导批示：
请应急局按要求办理，4月10日前完成检查。 鲁成栋 2025-03-19 08:40
承办情况：
县应急局：已制定方案。
流转记录
序号\t节点\t处理人\t意见\t时间
1\t拟办\t王科\t请县应急局牵头办理\t2025-03-18 09:21
"""
PLAN = """大营镇迎接复审倒排工期表
一、时间安排
（一）整治阶段（3月11日—4月20日）
1. 修补破损路面1500平方米（3月31日前），牵头领导：龚小林，责任单位：村建站
2. 清理卫生死角（4月5日前），责任单位：各村（社区）
二、工作要求
各责任单位要对照清单，实行日报告。
大营镇人民政府
2025年2月27日
"""


def asked(text: str) -> list[tuple[list[str], date | None]]:
    source = SourceText(text=text, media_type="text/plain")
    return [
        ([each.text for each in one.addressees], one.deadline.day if one.deadline else None)
        for one in read_source(source, lexicon=load_lexicon()).directives
    ]


def test_the_head_of_a_telegram_stands_above_its_title():
    (one,) = read(TELEGRAM, year=None).articles
    assert one.headline.text == "关于召开防溺水视频会议的通知"
    assert one.dateline.day == date(2025, 6, 17)
    assert asked(TELEGRAM) == [
        (["参会单位"], date(2025, 6, 19)),
        (["各分会场"], date(2025, 6, 19)),
    ]


@pytest.mark.parametrize(
    "words", ["发往：各乡镇签批盖章：路清和", "等级：特急·明电云机发0417号", "云溪县明传电报"]
)
def test_lines_of_a_telegram_are_of_its_head(words):
    assert is_letterhead(words)


def test_what_is_asked_by_telephone_is_read_point_by_point_and_when_they_come_is_no_limit():
    assert asked(CALL) == [
        ([], date(2024, 12, 3)),
        ([], None),
        (["县委宣传部"], None),
        (["宣传部"], date(2024, 12, 4)),
    ]


def test_the_way_of_a_paper_and_what_superiors_are_asked_charge_nobody():
    assert asked(WAY) == [(["县应急局"], date(2025, 3, 25)), (["应急局"], date(2025, 4, 10))]


def test_a_plan_counted_back_is_charged_by_its_labels():
    assert asked(PLAN) == [
        (["村建站"], date(2025, 3, 31)),
        (["各村（社区）"], date(2025, 4, 5)),
        (["各责任单位"], None),
    ]


@pytest.mark.parametrize(
    "words",
    ["方案报上，请审阅。", "妥否，请批示。", "现将方案报来，请县长审定。"],
)
def test_asking_leave_asks_nothing(words):
    page = f"关于报送方案的函\n县政府：\n{words}\n县水利局\n2025年3月4日\n"
    assert read(page).directives == ()


def test_approval_by_a_body_is_still_asked_for():
    page = "关于审批的通知\n各镇：\n请县水利局审批取水方案，月底前办结。\n县政府\n2025年3月4日\n"
    assert asked(page) == [(["县水利局"], date(2025, 3, 31))]


@pytest.mark.parametrize(
    "words",
    ["11/28/26,10:32AM青石县人民政府", "2025/11/2810:32青石县关于春耕的通知"],
)
def test_what_a_browser_prints_above_a_page_is_of_no_article(words):
    assert is_furniture(words, load_lexicon())


@pytest.mark.parametrize("words", ["本次检查11/28完成，12/5验收。", "得分3/4，排名第一"])
def test_fractions_in_a_sentence_are_no_head_of_a_page(words):
    assert not is_furniture(words, load_lexicon())


def test_a_head_of_a_speech_on_a_line_of_its_own_is_no_part_of_the_paragraph_below():
    page = (
        "在全县秸秆禁烧会议上的讲话\n（2025年9月18日）\n县委副书记、县长  梅远志\n同志们：\n"
        "第一，认识要再提高\n秸秆禁烧是一项硬任务，去年全县出现火点七个，在全市排名靠后，教训十分深刻，大家心里都要有数，决不能有侥幸心理。\n"
        "第二，责任要再压实\n哪个乡镇出现火点，就由哪个乡镇说明情况，各乡镇要在9月20日前把责任落实到田块，县里每天派人下去转。\n"
    )
    (one,) = read(page, year=None).articles
    assert "第一，认识要再提高" in [each.text for each in one.paragraphs]


def test_the_outline_of_a_speech_is_a_speech():
    page = "罗远航同志在全县项目观摩会上的讲话提纲\n（根据录音整理）\n同志们：\n一、抓重点\n各专班每周至少到现场一次。\n"
    (one,) = read(page).articles
    assert one.headline.text.endswith("讲话提纲")


@pytest.mark.parametrize(
    "page", ["通报\n———\n2025年5月19日\n———\n2026年度征缴", "群\n—— 2025-05-19 ——\n2026年度征缴"]
)
def test_a_rule_below_or_around_a_day_hides_no_year(page):
    assert read(page, year=None).year.value == 2025


def test_who_gave_a_speech_may_stand_in_its_title_and_greetings_tell_nobody():
    page = (
        "罗远航同志在全县项目观摩会上的讲话\n各位、同志们：\n"
        "各专班每周至少要到现场一次。\n同志们，时间紧、任务重，希望大家拿出过硬作风。\n"
    )
    found = read(page).directives
    assert {one.issuer.name for one in found} == {"罗远航"}
    assert [one.addressees[0].text for one in found] == ["各专班", "大家"]


def test_a_demand_does_not_break_off_within_whom_to_ask():
    page = "关于报送方案的通知\n各乡镇：\n各乡镇于11月5日前将方案报县水利局（联系人：方小满，电话：0000-1234567）。\n县水利局\n2025年10月11日\n"
    (one,) = read(page).directives
    assert one.addressees[0].text == "各乡镇"
    assert one.action.startswith("各乡镇于11月5日前将方案报县水利局")


def test_who_is_made_head_of_a_body_is_told_nothing():
    page = "关于成立专班的通知\n各镇：\n一、成立由副县长方明任组长的工作专班，逐项推进。\n县政府\n2025年10月11日\n"
    assert [[each.text for each in one.addressees] for one in read(page).directives] == [["各镇"]]
