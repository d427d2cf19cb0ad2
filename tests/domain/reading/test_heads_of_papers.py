"""Who issues a paper stands above its title, a column above its story: both are lines of the headline."""

import pytest
from tests.domain.reading.reading_of import read

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.bylines import reads_as_words
from guatu.domain.reading.headline_bonds import issues
from guatu.domain.reading.labels import sets_apart
from guatu.domain.reading.lines import LineKind, kind_of

MEETING = (
    "罗远航主持召开县政府常务会议\n\n"
    "3月4日，县长罗远航主持召开县政府常务会议，研究春耕备耕和校车安全工作。\n\n"
    "会议强调，校车要逐台检修，不留一处隐患。\n\n"
)
MINUTES = (
    "2025年3月6日，副县长柏舟在石桥镇主持召开现场办公会议，研究青石渡口遗留问题。现纪要如下：\n\n"
    "一、会议同意由县交通运输局补办渡口用地手续，3月底前办结。\n\n"
    "二、会议要求，石桥镇要做好船工的安置。\n"
)
STORY = (
    "大雾刚刚散去，青石渡的水面亮得像一面镜子。老船工阿水把缆绳绕了三圈，招呼对岸的孩子上船。\n\n"
    "这条渡船他撑了四十年，船板换过七回，桨换过多少把，他说自己也记不清了。\n"
)


def headlines(text: str) -> list[str | None]:
    return [
        "".join(one.headline.text.split()) if one.headline else None for one in read(text).articles
    ]


def test_the_office_above_the_title_of_its_paper_is_of_the_headline():
    page = f"{MEETING}青石县人民政府\n\n青石渡口遗留问题现场办公会议纪要\n\n{MINUTES}"
    assert headlines(page)[1] == "青石县人民政府青石渡口遗留问题现场办公会议纪要"


def test_a_column_above_a_story_is_of_the_headline_and_no_byline():
    page = f"{MEETING}记者蹲点\n\n老船工和他的四十年\n\n{STORY}"
    reading = read(page)
    assert headlines(page)[1] == "记者蹲点老船工和他的四十年"
    assert all(one.byline is None for one in reading.articles)


@pytest.mark.parametrize(
    ("words", "below"),
    [
        ("青石县人民政府", "青石渡口遗留问题现场办公会议纪要"),
        ("青石县防汛抗旱指挥部", "关于做好入汛准备的紧急通知"),
        ("县教育局", "致全县家长的一封信"),
    ],
)
def test_an_office_issues_the_paper_whose_title_stands_below(words: str, below: str):
    assert issues(words, below)


@pytest.mark.parametrize(
    ("words", "below"),
    [
        ("青石县人民政府", "石桥镇麦田春管忙"),
        ("青石县人民政府", "县人民政府第四十次常务会议纪要"),
        ("罗远航调研春耕备耕", "关于做好入汛准备的紧急通知"),
        ("我县举行优秀校长座谈会", "青石县信访工作联席会议纪要"),
        ("罗远航检查县教育局", "关于做好入汛准备的紧急通知"),
        ("3月6日，青石县人民政府", "关于做好入汛准备的紧急通知"),
    ],
)
def test_no_office_and_an_office_above_a_report_or_anothers_paper_issue_nothing(
    words: str, below: str
):
    assert not issues(words, below)


def test_a_title_of_three_words_below_a_report_is_no_byline():
    page = f"{MEETING}塘上人\n\n3月6日，副县长柏舟踩着露水上了塘堤。{STORY}"
    assert headlines(page)[1] == "塘上人"
    assert all(one.byline is None for one in read(page).articles)


def test_a_name_spelled_by_sound_without_a_role_is_a_byline():
    page = f"{MEETING}其木格\n\n县供销社备足春耕物资\n\n3月7日，县供销社调运化肥两千吨。\n"
    reading = read(page)
    assert [one.byline.text if one.byline else None for one in reading.articles] == ["其木格", None]
    assert headlines(page)[1] == "县供销社备足春耕物资"


@pytest.mark.parametrize("words", ["塘上人", "水边的大嘴", "再出发", "我家门前"])
def test_a_short_line_with_what_no_name_holds_reads_as_words(words: str):
    assert reads_as_words(words, load_lexicon())


@pytest.mark.parametrize(
    "words", ["方小满", "上官云", "记者上官云", "（下马村供稿）", "那仁满都拉", "温良 柏舟"]
)
def test_names_of_any_form_do_not(words: str):
    assert not reads_as_words(words, load_lexicon())


@pytest.mark.parametrize("words", ["除钓具外", "除已办结的十二件外", "除石桥镇以外"])
def test_what_is_left_out_of_a_rule_is_a_piece_of_text(words: str):
    assert sets_apart(words)
    assert kind_of(words, load_lexicon()) is LineKind.BODY


@pytest.mark.parametrize("words", ["除夕夜，村外的灯", "窗外", "除钓具外，一律不得出海"])
def test_what_only_begins_or_ends_so_is_not(words: str):
    assert not sets_apart(words)


def test_no_article_opens_with_what_goes_on():
    page = (
        f"{MEETING}关于做好禁渔管理工作的通知\n\n各沿河镇人民政府：\n\n一、禁渔对象与时间\n\n"
        "除钓具外\n\n的所有作业类型，以及为渔船配套服务的\n\n辅助船，全部纳入禁渔范围。禁渔时间为3月1日至6月30日。\n"
    )
    assert headlines(page)[1:] == ["关于做好禁渔管理工作的通知"]
