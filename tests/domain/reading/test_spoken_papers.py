"""Speeches printed whole, plans that a notice prints on, and titles set in two lines."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read as read_in

from guatu.domain.reading import Reading
from guatu.domain.reading.directives.spoken_papers import is_form_of_address, is_spoken_title

SPEECH = """在全县冬春农田水利建设动员会上的讲话
岚川县委书记　闵致远
（2026年11月20日）
同志们：
刚才，副县长蔺守成通报了去冬的情况，沙河镇镇长郗建国作了发言，讲得都很好。下面，我讲两点意见。
一、看清差距，增强紧迫感
去年全县修渠62公里，比邻县少了一半。有的干部坐等上面拨款，有的村渠道年年修年年漏。
二、抓住关键，打好攻坚仗
第一，资金要到位。县财政局要在12月10日前拨付首批资金。第二，质量要过硬。县水务局要每周抽检一次。
希望各乡镇党委书记亲自到工地看一看。
我就讲这些，谢谢大家。
"""
PRINTED_ON = """岚川县人民政府办公室关于印发《岚川县2026年冬季清洁取暖保供工作方案》的通知
岚政办发〔2026〕52号
各乡镇人民政府，县直各单位：
现将《岚川县2026年冬季清洁取暖保供工作方案》印发给你们，请认真贯彻执行。
岚川县人民政府办公室
2026年10月9日
（此件公开发布）
岚川县2026年冬季清洁取暖保供工作方案
为保障群众温暖过冬，制定本方案。
一、重点任务
（一）储足气源。签订供气合同3200万方；建立应急储气点4处。（责任单位：县发改局、县燃气公司）
（二）抓好检修。11月5日前完成锅炉年检。（责任单位：县住建局；完成时限：11月5日前）
"""
HALVES = """关于县城停车场建设有关问题的
专题会议纪要
第14号
时间：2026年6月3日上午
主持：县委常委、副县长闵致远
会议听取了有关情况汇报，议定如下：
（一）关于选址。同意利用老车站地块建设停车场。
"""


def read(text: str) -> Reading:
    return read_in(text, year=2026)


def told(text: str) -> list[tuple[list[str], str]]:
    return [([each.text for each in one.addressees], one.action) for one in read(text).directives]


def test_a_speech_when_it_is_printed_whole_then_its_author_demands_and_nobody_is_addressed():
    reading = read(SPEECH)
    (article,), (record,) = reading.articles, reading.records

    assert article.headline is not None
    assert article.headline.text == "在全县冬春农田水利建设动员会上的讲话"
    assert record.lead is not None
    assert (record.lead.name, record.day) == ("闵致远", date(2026, 11, 20))
    assert {one.issuer.name for one in reading.directives if one.issuer} == {"闵致远"}
    assert told(SPEECH) == [
        ([], "资金要到位"),
        (["县财政局"], "县财政局要在12月10日前拨付首批资金"),
        ([], "质量要过硬"),
        (["县水务局"], "县水务局要每周抽检一次"),
        (["各乡镇党委书记"], "各乡镇党委书记亲自到工地看一看"),
    ]


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("在全县招商引资大会上的讲话", True),
        ("在县委十三届五次全会第一次会议上的报告", True),
        ("在岚川县第三届柿子节开幕式上的致辞", True),
        ("在全县防汛视频调度会上的讲话（节选）", True),
        ("我县传达学习在全省农村工作会议上的讲话", False),
        ("罗远航在全县招商大会上强调", False),
        ("关于召开招商大会的通知", False),
    ],
)
def test_a_title_when_it_names_where_one_spoke_then_the_paper_is_a_speech(title: str, spoken: bool):
    assert is_spoken_title(title) is spoken


@pytest.mark.parametrize(
    ("words", "greets"),
    [
        ("同志们：", True),
        ("各位领导、同志们：", True),
        ("尊敬的各位来宾，女士们、先生们，朋友们：", True),
        ("各乡镇人民政府：", False),
        ("全县广大农民朋友们：", False),
    ],
)
def test_a_salutation_when_it_but_greets_then_nobody_is_addressed(words: str, greets: bool):
    assert is_form_of_address(words) is greets


def test_a_notice_when_it_prints_a_plan_on_then_both_are_one_paper():
    reading = read(PRINTED_ON)
    (article,) = reading.articles

    assert article.dateline is not None
    assert article.dateline.day == date(2026, 10, 9)
    assert told(PRINTED_ON)[1:] == [
        (["县发改局、县燃气公司"], "签订供气合同3200万方"),
        (["县发改局、县燃气公司"], "建立应急储气点4处"),
        (["县住建局"], "11月5日前完成锅炉年检"),
    ]


def test_a_title_when_it_is_set_in_two_lines_then_the_labels_below_stay_lines():
    (article,) = read(HALVES).articles

    assert article.headline is not None
    assert article.headline.text == "关于县城停车场建设有关问题的专题会议纪要"
    assert [one.text for one in article.paragraphs][:2] == [
        "时间：2026年6月3日上午",
        "主持：县委常委、副县长闵致远",
    ]
