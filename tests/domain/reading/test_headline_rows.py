"""Headlines set in two rows, numbers of papers below their titles, who sends a report in, who signs."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.headline_rows import rows_of_one
from guatu.domain.reading.lines import LineKind
from guatu.domain.reading.told_lines import told_lines

ENDED = "会议要求，各镇要在月底前完成清淤，逐条沟渠验收，验收结果报县水利局备案。"
REPORT = "11月6日，县长罗远航到柳林渠调研冬修水利。他要求施工单位抢抓进度，11月20日前完成清淤，沿渠各村要把毛渠清到地头。"
OTHER = "文旅项目推进会召开\n\n本报讯 11月5日，全县文旅项目推进会召开。副县长方明主持会议，要求文旅局倒排工期，12月底前交出古镇游客中心。"


def kinds(text: str) -> list[LineKind]:
    return [one.kind for one in told_lines(text, load_lexicon())]


def headlines(text: str) -> list[str]:
    return [
        "".join(one.headline.text.split()) if one.headline else "" for one in read(text).articles
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("三代人的水渠", "，今年通了水"),
        ("柳林镇清淤", "：一条沟一本账"),
        ("关于开展2", "026年冬修水利的通知"),
        ("县政府部署2026", "年度冬修水利"),
        ("罗远航调研冬修水利和", "秋粮收购"),
    ],
)
def test_a_mark_a_figure_or_a_word_torn_off_tells_two_rows_of_one_headline(above, below):
    assert rows_of_one(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("罗远航调研冬修水利", "秋粮收购工作会召开"),
        ("柳林渠清淤过半", "“把毛渠清到地头”"),
        ("县政府第9次常务会议", "研究冬修水利"),
    ],
)
def test_rows_that_are_whole_may_be_two_headlines(above, below):
    assert not rows_of_one(above, below)


@pytest.mark.parametrize(
    "rows",
    [
        ("三代人的水渠", "，今年通了水"),
        ("罗远航调研冬修水利和", "秋粮收购"),
        ("沟渠通了，", "县长来算水账"),
    ],
)
def test_rows_of_a_headline_are_short_lines_though_they_end_as_text_does(rows):
    text = "\n\n".join((ENDED, *rows, REPORT))
    assert kinds(text)[1:3] == [LineKind.SHORT, LineKind.SHORT]
    assert "".join(rows) in headlines(f"{OTHER}\n\n{text}")


@pytest.mark.parametrize(
    "rows",
    [
        ("罗远航就冬修水利要求，", "各镇连夜排查"),
        ("各镇要管好沟渠、", "水闸和泵站"),
        ("会议听取了县水利局、", "县农业农村局的汇报，研究冬修水利和"),
    ],
)
def test_pieces_of_sentences_stay_text(rows):
    assert kinds("\n\n".join((ENDED, *rows, REPORT)))[1] is LineKind.BODY


def test_what_goes_on_behind_a_line_that_ends_a_sentence_is_text():
    text = f"{ENDED}\n\n让柳林渠水长流！\n\n，以水滴石穿的作风、以\n\n{REPORT}"
    assert kinds(text)[2] is LineKind.BODY


def test_a_row_that_goes_on_below_is_text():
    text = f"{ENDED}\n\n推开泵站的铁门\n\n，一股潮气\n\n扑面而来。\n\n{REPORT}"
    assert kinds(text)[2] is LineKind.BODY


@pytest.mark.parametrize("number", ["青府专纪〔2025〕8号", "〔2025〕8号", "第8期"])
def test_the_number_of_a_paper_below_its_title_belongs_to_the_headline(number):
    minutes = "2025年11月6日上午，县长罗远航在县政府三楼会议室主持召开专题会议，研究柳林渠清淤有关问题。现将议定事项纪要如下："
    points = "一、关于资金。由县财政局11月底前拨付清淤资金200万元。\n\n二、关于工期。由县水利局牵头，12月底前完成。"
    title = "关于柳林渠清淤有关问题的专题会议纪要"
    text = f"{OTHER}\n\n{ENDED}\n\n{title}\n\n{number}\n\n{minutes}\n\n{points}"
    assert headlines(text)[1] == title + number


def test_a_number_above_a_title_is_the_letterheads():
    text = f"{ENDED}\n\n青府专纪〔2025〕8号\n\n关于柳林渠清淤有关问题的专题会议纪要\n\n{REPORT}"
    assert kinds(text)[1] is LineKind.FURNITURE


@pytest.mark.parametrize("words", ["县政府办 方小满", "青石镇 罗远航", "县自然资源局 温良"])
def test_an_office_and_one_of_its_people_below_a_report_wrote_it(words):
    text = f"{OTHER}\n\n{ENDED}\n\n{words}\n\n罗远航调研冬修水利\n\n{REPORT}"
    assert headlines(text)[1] == "罗远航调研冬修水利"
    assert [one.byline.text if one.byline else None for one in read(text).articles] == [words, None]


@pytest.mark.parametrize(
    "words", ["县政府办 严抓落实", "县水利局 开闸放水", "老手艺 新光景", "方小满 县政府办"]
)
def test_an_office_and_what_it_does_is_nobody(words):
    assert kinds(f"{ENDED}\n\n{words}\n\n{REPORT}")[1] is LineKind.SHORT


@pytest.mark.parametrize("words", ["石浦市海洋发展局", "方山县防汛抗旱指挥部"])
def test_an_office_is_no_names_though_surnames_open_it(words):
    assert kinds(f"{ENDED}\n\n{words}\n\n{REPORT}")[1] is LineKind.SHORT


def test_who_signs_with_the_day_on_the_same_line_is_no_headline():
    signed = "青石县公路养护站2025年8月28日"
    found = told_lines(f"{ENDED}\n\n{signed}\n\n罗远航调研冬修水利\n\n{REPORT}", load_lexicon())
    assert found[1].alone


def test_several_who_sign_above_one_day_all_sign():
    text = f"{ENDED}\n\n青石县水利局\n\n青石县公安局\n\n2025年8月28日\n\n{OTHER}"
    assert [one.alone for one in told_lines(text, load_lexicon())[1:4]] == [True, True, True]
