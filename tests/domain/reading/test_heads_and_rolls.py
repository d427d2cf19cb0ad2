"""Heads of papers as offices print them: series, number and issuer apart from the title; rolls, a name a line."""

from datetime import date

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.paper_heads import (
    head_below_title,
    is_issued,
    is_series,
    names_series,
    on_roll,
)
from guatu.domain.reading.roll_names import is_bare_name

SERIES = """云渡县人民政府常务会议纪要
〔2025〕7号
云渡县人民政府办公室　　2025年5月20日
县政府第十六届第41次常务会议纪要

5月16日上午，县长闵长河主持召开县政府第十六届第41次常务会议。现将会议主要内容纪要如下：
一、研究县第二水厂选址事宜
会议议定，由县水务局于一周内提出比选方案，县财政局配合。
出席：闵长河 尤  敏 祝远山
请假：岑若水
云渡县人民政府办公室　　2025年5月20日印发
"""
ROLL = """专题会议纪要
云府专纪〔2024〕11号
关于解决城北客运站搬迁有关问题的会议纪要
时  间：2024年6月4日上午9:00
主持人：尤  敏  县委常委、副县长
参会人员：祁  峰  县政府办公室副主任
          岑若水  县交通运输局局长
          暴长青  县财政局总会计师
          县客运公司负责人
会议听取了县交通运输局关于搬迁进展的汇报。经研究，形成如下意见：
一、关于过渡场地。由县交通运输局牵头，县城管局配合，6月20日前完成场地平整。
"""
BULLETIN = """督 查 专 报
2025年第6期（总第88期）
中共云渡县委督查室　　2025年9月12日
【编者按】县委督查室于9月2日至5日对各镇进行了专项督查。现将督查情况通报如下：
关于全县禁采工作的督查通报
一、总体情况
从督查情况看，大部分镇行动迅速。
二、整改要求
枫桥镇要在5日内完成料堆清运。
"""


def _people(text):
    return [(one.name, one.post) for one in read(text, year=None).records[0].people]


def test_minutes_when_their_series_stands_above_then_title_and_day_are_of_the_meeting():
    reading = read(SERIES, year=None)
    (article,) = reading.articles
    assert article.headline.text == "县政府第十六届第41次常务会议纪要"
    assert reading.records[0].day == date(2025, 5, 16)
    assert reading.directives[0].deadline.day == date(2025, 5, 23)


def test_names_when_blanks_part_them_then_each_came():
    assert _people(SERIES) == [("闵长河", "县长"), ("尤敏", None), ("祝远山", None)]


def test_a_roll_when_it_stands_in_lines_then_the_paper_stays_whole_and_each_has_his_post():
    assert len(read(ROLL, year=None).articles) == 1
    assert _people(ROLL) == [
        ("尤敏", "县委常委、副县长"),
        ("祁峰", "县政府办公室副主任"),
        ("岑若水", "县交通运输局局长"),
        ("暴长青", "县财政局总会计师"),
    ]


def test_a_bulletin_when_an_editor_notes_above_its_title_then_both_are_known():
    reading = read(BULLETIN, year=None)
    (article,) = reading.articles
    assert article.headline.text == "关于全县禁采工作的督查通报"
    assert article.dateline.text == "2025年9月12日"
    assert reading.directives[-1].deadline.day == date(2025, 9, 17)


def test_minutes_when_signature_lines_stand_in_their_head_then_the_meeting_dates_them():
    text = (
        "中共云渡县委常委会会议纪要\n中共云渡县委办公室\n2024年4月11日\n"
        "2024年4月8日上午，县委书记祝远山主持召开县委常委会会议。纪要如下：\n"
        "一、会议听取了春季造林情况汇报。会议要求，县林业局4月底前完成补植。\n"
    )
    assert read(text, year=None).records[0].day == date(2024, 4, 8)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("（第5期）", True),
        ("2025年第14期（总第203期）", True),
        ("云府专纪〔2024〕11号", True),
        ("县重点项目建设指挥部办公室2026年3月4日", True),
        ("（2024年第9次）", False),
        ("第9期干部培训班开班", False),
    ],
)
def test_issue_lines(words, told):
    assert is_issued(words) is told


def test_series_when_a_title_stands_below_then_they_are_named():
    assert is_series("督查专报")
    assert not is_series("关于禁采工作的督查专报如下")
    assert names_series("专题会议纪要", ("关于客运站搬迁的会议纪要",))
    assert not names_series("全县督查", ("情况通报",))
    assert names_series("督查通报", ("关于全县禁采工作的通报",))


def test_rows_below_a_title_when_they_number_and_sign_then_they_stand_aside():
    rows = ("云府专纪〔2024〕11号", "关于客运站搬迁有关问题的会议纪要", "会议要求，各镇要抓紧。")
    assert head_below_title("专题会议纪要", rows) == (frozenset({0}), 1)
    rows = ("云渡县人民政府办公室", "2024年4月11日", "会议要求，各镇要抓紧。")
    assert head_below_title("县长办公会议纪要", rows) == (frozenset({0, 1}), None)
    assert head_below_title("县长办公会议纪要", ("会议要求，各镇要抓紧。",)) == (frozenset(), None)


def test_rows_when_they_hold_posts_below_a_roll_then_they_go_on_with_it():
    above = ("参会人员：祁峰县政府办公室副主任",)
    assert on_roll(above, "岑若水县交通运输局局长")
    assert not on_roll(above, "会议要求，各镇要抓紧落实。")
    assert not on_roll(("一、关于选址。",), "岑若水县交通运输局局长")


@pytest.mark.parametrize(
    ("words", "told"),
    [("尤敏", True), ("祝远山", True), ("欧阳修竹", True), ("县长", False), ("各镇", False)],
)
def test_bare_names(words, told):
    assert is_bare_name(words, load_lexicon()) is told


def test_minutes_when_they_tell_how_much_there_is_then_it_is_no_decision():
    text = ROLL.replace(
        "一、关于过渡场地。", "一、关于过渡场地。涉及土地3.2公顷、围挡5.1公里。"
    ).replace("会议听取了", "2024年6月4日，副县长尤敏主持召开城北客运站搬迁专题会议。会议听取了")
    (one,) = read(text, year=None).directives
    assert one.lead == "县交通运输局"
