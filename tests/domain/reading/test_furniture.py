"""What belongs to the page itself: a mark of it with a name, a figure or a place; never the name of a column."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.furniture import is_caption, is_furniture
from guatu.domain.reading.lines import LineKind, kind_of


@pytest.mark.parametrize(
    "words",
    [
        "审核方小满",
        "审核：方小满",
        "编辑程一校对林二",
        "值班欧阳青",
        "热线0000-1234567",
        "热线：12345",
        "地址人民路5号",
        "地址县委大院三楼",
        "主办某县委宣传部",
        "承印某县印刷厂",
        "投稿邮箱tougao@example.cn",
        "星期三",
        "时政要闻",
    ],
)
def test_a_mark_of_the_page_with_what_fills_it_is_furniture(words: str):
    assert is_furniture(words, load_lexicon())


@pytest.mark.parametrize(
    "words",
    [
        "热线追踪",
        "热线那头的人",
        "值班手记",
        "值班室的灯亮了一夜",
        "审核关口前移群众少跑两趟",
        "编辑部走访札记",
        "版面不大故事不小",
        "投稿箱前排起长队",
        "地址写错了一个字",
        "电话打进山里来",
        "校对了三遍的账本",
        "印刷间里的慢功夫",
    ],
)
def test_a_headline_that_opens_with_such_a_mark_is_none(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


@pytest.mark.parametrize(
    "words",
    [
        "县长方小满（中）在村里察看灾情",
        "县长方小满（左二）看望老人",
        "县长方小满（前排中）检查工地",
        "方小满（中）调研重点项目",
    ],
)
def test_who_stands_where_in_a_photo_makes_a_caption(words: str):
    assert is_caption(words, load_lexicon())


@pytest.mark.parametrize(
    "words",
    [
        "一条河的治理（上）",
        "山村十年（中）",
        "我县召开高（中）招工作协调会",
        "全县中（小）学校长会召开",
        "调研高（中）考准备工作",
    ],
)
def test_a_part_of_a_series_or_of_a_word_makes_none(words: str):
    assert not is_caption(words, load_lexicon())
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


@pytest.mark.parametrize(
    "words",
    [
        "“断头路”断了八年，今年能通吗？",
        "“夜经济”的灯，为何只亮一半？",
        "一条“网红街”，谁来管？",
    ],
)
def test_a_question_with_a_quoted_word_may_be_a_headline(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


def test_a_speaker_who_asks_in_a_quotation_is_text():
    assert kind_of("他指着水表问：“这块表走了几年？谁来换？”", load_lexicon()) is LineKind.BODY


def test_whose_telephone_is_rung_with_words_in_quotation_marks_is_text():
    assert not is_furniture("水利局的电话：“全镇9座泵站", load_lexicon())
