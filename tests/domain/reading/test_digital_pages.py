"""Copied pages of a digital paper: its buttons, heads and lists of titles are set aside, and reports keep their headlines."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page
from guatu.domain.reading.digital_page import belongs_to_page
from guatu.domain.reading.values import DoubtKind

FIRST = "本报讯 5月12日，县长钱立冬调研水厂建设。他强调，县水利局要在6月底前完成管网改造。"
SECOND = "本报讯 5月11日，副县长方小满主持召开防汛会议。会议要求，各乡镇要备足物资。"


@pytest.mark.parametrize(
    "words",
    [
        "上一版下一版",
        "放大缩小默认",
        "3上一篇下一篇4",
        "首页|版面导航|标题导航",
        "字体：大中小",
        "下一篇：副县长检查夏收",
        "A2版：综合新闻",
        "第01版：要闻2025年5月15日星期四",
        "2025年5月15日星期四农历乙巳年四月十八",
        "戊子年六月十九",
        "第1045期",
        "今日四版总第2876期",
        "要闻·综合",
        "版权所有青溪县融媒体中心备案号：X备00000001号",
        "您是第12890位访问者",
        "本站所有内容未经授权不得转载",
        "欢迎关注“青溪发布”微信公众号",
        "扫码阅读电子报",
        "山里办起育苗厂>>2版",
        "青溪日报数字报刊平台",
    ],
)
def test_what_a_paper_or_its_site_prints_around_reports_belongs_to_the_page(words: str) -> None:
    assert belongs_to_page(words, load_lexicon().section_words)


@pytest.mark.parametrize(
    "words",
    [
        "更多学校有了新操场",
        "放大优势做强产业",
        "首页改版更好用",
        "打印费退还到位",
        "关注“一老一小”",
        "扫码点餐更要守住安全底线",
        "关注公众号领优惠券活动叫停",
        "备案审查工作会召开",
        "版权保护进校园",
        "大中小企业融通发展",
        "十月的田野",
        "第3期培训班开班",
        "一条河的治理（一）",
        "二版修订稿印发",
        "5月10日",
    ],
)
def test_a_headline_that_begins_alike_does_not(words: str) -> None:
    assert not belongs_to_page(words, load_lexicon().section_words)


def _read(*rows: str) -> tuple[list[str], list[str]]:
    """Return the headlines of a page and what is set aside as the page's own."""
    text = "\n".join(rows)
    reading = read_page(text, lexicon=load_lexicon(), year=2025)
    aside = [
        text[span.start : span.end]
        for one in reading.articles
        for doubt in one.doubts
        if doubt.kind is DoubtKind.PAGE_FURNITURE
        for span in doubt.spans
    ]
    return ["" if one.headline is None else one.headline.text for one in reading.articles], aside


def test_titles_listed_above_the_reports_head_none() -> None:
    titles = ["县长调研水厂建设", "全县防汛会议召开"]
    rows = ("标题导航", *(f"● {one}" for one in titles), titles[0], FIRST, titles[1], SECOND)
    headlines, aside = _read(*rows)
    assert headlines == titles
    assert aside == ["标题导航", "● 县长调研水厂建设", "● 全县防汛会议召开"]


def test_titles_listed_below_a_report_head_none_whether_their_reports_stand_there_or_not() -> None:
    rows = (
        "放大 缩小 默认",
        "县长调研水厂建设",
        FIRST,
        "本版新闻",
        "县长调研水厂建设",
        "夏收开镰",
        "县城新添两条公交线",
    )
    headlines, aside = _read(*rows)
    assert headlines == ["县长调研水厂建设"]
    assert aside[-2:] == ["夏收开镰", "县城新添两条公交线"]


def test_a_list_may_give_a_headline_of_two_rows_as_one() -> None:
    rows = (
        "内容导航",
        "钱立冬调研水厂建设 让群众喝上放心水",
        "全县防汛会议召开",
        "钱立冬调研水厂建设",
        "让群众喝上放心水",
        FIRST,
    )
    headlines, _ = _read(*rows)
    assert headlines == ["钱立冬调研水厂建设让群众喝上放心水"]


def test_two_reports_of_one_title_keep_theirs() -> None:
    headlines, _ = _read("县领导调研水厂建设", FIRST, "县领导调研水厂建设", SECOND)
    assert headlines == ["县领导调研水厂建设", "县领导调研水厂建设"]


def test_a_paper_s_name_in_latin_letters_and_its_publisher_stand_in_its_head() -> None:
    rows = (
        "青溪报",
        "QINGXI BAO",
        "中共青溪县委主管主办",
        "青溪县融媒体中心出版",
        "县长调研水厂建设",
        FIRST,
    )
    headlines, aside = _read(*rows)
    assert headlines == ["县长调研水厂建设"]
    assert len(aside) == 4


def test_whose_offices_stand_above_a_title_and_below_the_text_are_in_no_list_of_titles() -> None:
    notice = (
        "关于依法打击偷捕行为的通告",
        "为保护鱼群，现就有关事项通告如下：",
        "一、禁渔期内任何单位和个人不得下网。",
        "二、6月底前各船主到县农业农村局登记。",
    )
    offices = ("青溪县农业农村局", "青溪县公安局")
    heads, aside = _read(" ".join(offices), *notice, *offices, "2025年5月12日", FIRST)
    assert "关于依法打击偷捕行为的通告" in heads[0]
    assert "".join(offices) not in "".join("".join(aside).split())


def test_one_line_that_stands_twice_makes_no_list() -> None:
    slogan = "强调以更实举措推进各项工作"
    heads, aside = _read("县长调研水厂", FIRST, "副县长主持召开会议", slogan, SECOND, slogan)
    assert slogan in heads[1]
    assert slogan not in aside
