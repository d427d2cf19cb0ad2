"""Articles, headlines, bylines, seams: how a damaged page is put together again."""

import pytest
from tests.domain.reading.reading_of import FIRST_PAGE, read

from guatu.domain.reading.values import DoubtKind

FIRST = "本报讯 11月6日，县长罗远航主持召开安全生产调度会。\n\n会议强调，各级各部门要压实责任，加强排查。"
SECOND = "本报讯 11月5日，副县长方明调研冬小麦田间管理。\n\n方明要求，县农业农村局要加强技术指导。"


def kinds(article) -> list[str]:
    return [one.kind.value for one in article.doubts]


def test_two_leads_make_two_articles_with_their_headlines():
    reading = read(f"县政府召开安全生产调度会\n\n{FIRST}\n\n方明调研冬小麦田间管理\n\n{SECOND}")
    assert [one.headline.text for one in reading.articles if one.headline] == [
        "县政府召开安全生产调度会",
        "方明调研冬小麦田间管理",
    ]


def test_a_headline_after_its_article_when_read_then_it_is_matched_and_doubted():
    reading = read(f"{FIRST}\n\n县政府召开安全生产调度会\n\n方明调研冬小麦田间管理\n\n{SECOND}")
    assert reading.articles[0].headline is not None
    assert reading.articles[0].headline.text == "县政府召开安全生产调度会"
    assert kinds(reading.articles[0]) == ["displaced_headline"]
    assert kinds(reading.articles[1]) == []


def test_a_headline_of_two_lines_is_joined():
    reading = read(f"冬小麦田间管理抓得紧\n方明调研冬小麦田间管理\n\n{SECOND}")
    assert reading.articles[0].headline is not None
    assert reading.articles[0].headline.text == "冬小麦田间管理抓得紧方明调研冬小麦田间管理"


def test_an_article_without_headline_when_read_then_it_is_told():
    assert kinds(read(FIRST).articles[0]) == [DoubtKind.MISSING_HEADLINE.value]


def test_a_sentence_cut_by_a_column_is_joined_without_a_character_more():
    torn = FIRST.replace("压实责任", "压实责\n\n\n任")
    paragraph = read(f"县政府召开安全生产调度会\n\n{torn}").articles[0].paragraphs[1]
    assert paragraph.text == "会议强调，各级各部门要压实责任，加强排查。"
    assert len(paragraph.spans) == 2


def test_a_short_piece_of_a_sentence_is_no_garble():
    text = (
        FIRST_PAGE
        + "\n\n各乡镇依次汇报了本单位任务和项\n\n目储备情况，分析了原因。\n\n罗远航强调，要抓好落实。"
    )
    (article,) = read(text).articles
    assert article.paragraphs[1].text == "各乡镇依次汇报了本单位任务和项目储备情况，分析了原因。"
    assert {one.kind for one in article.doubts} == {DoubtKind.JOINED_ACROSS_BREAK}


def test_the_rest_of_a_sentence_that_begins_like_a_page_label_is_text():
    text = FIRST_PAGE + "\n\n罗远航强调，要严格信息的\n\n审核把关和分级处置和\n\n逐件回访。"
    (article,) = read(text).articles
    assert article.paragraphs[1].text == "罗远航强调，要严格信息的审核把关和分级处置和逐件回访。"


def test_the_rest_of_a_sentence_standing_in_the_next_article_comes_home():
    text = f"县政府召开安全生产调度会\n\n{FIRST[:-10]}\n\n方明调研冬小麦田间管理\n\n{SECOND}\n\n压实责任，加强排查。"
    reading = read(text)
    assert reading.articles[0].paragraphs[1].text == "会议强调，各级各部门要压实责任，加强排查。"


@pytest.mark.parametrize(
    ("tail", "byline"),
    [
        ("钱小川", "钱小川"),
        ("\n\n钱小川", "钱小川"),
        ("\n\n（钱小川）", "（钱小川）"),
        ("\n\n记者 钱小川", "记者 钱小川"),
        ("（记者 钱小川）", "（记者 钱小川）"),
        ("\n\n钱小川 孙一凡", "钱小川 孙一凡"),
    ],
)
def test_a_byline_when_it_ends_an_article_then_it_is_no_text(tail: str, byline: str):
    article = read(f"县政府召开安全生产调度会\n\n{FIRST}{tail}").articles[0]
    assert article.byline is not None
    assert article.byline.text == byline
    assert article.paragraphs[-1].text.endswith("加强排查。")


@pytest.mark.parametrize("line", ["—— 四三田囗 ——", "※※※※※", "◆◇◆◇", "■囗冂口丨■"])
def test_an_ornament_or_what_it_was_misread_as_is_set_aside(line: str):
    article = read(f"县政府召开安全生产调度会\n\n{FIRST}\n\n{line}").articles[0]
    assert kinds(article) == ["garbled_line"]


@pytest.mark.parametrize(
    "line",
    [
        "第2版 要闻",
        "2024年11月7日 星期四",
        "责任编辑：李一 校对：王二",
        "—— 要闻 ——",
        "图为会议现场",
    ],
)
def test_what_belongs_to_the_page_belongs_to_no_article(line: str):
    reading = read(f"{line}\n\n县政府召开安全生产调度会\n\n{FIRST}")
    assert kinds(reading.articles[0]) == ["page_furniture"]


def test_a_lead_that_lost_its_mark_opens_an_article_after_a_headline():
    reading = read(f"县政府召开安全生产调度会\n\n{FIRST}\n\n方明调研冬小麦田间管理\n\n{SECOND[4:]}")
    assert len(reading.articles) == 2


def test_lines_broken_by_hand_at_one_width_run_on():
    body = (
        "本报讯 11月6日，县长罗远航主持召开安全生产调度会，分析形势，查找不足，安排部署下一阶段工作，要求有关方面加强协作。"
        * 4
    )
    wrapped = "\n".join(body[i : i + 20] for i in range(0, len(body), 20))
    reading = read(f"县政府召开安全生产调度会\n\n{wrapped}")
    assert len(reading.articles[0].paragraphs[0].spans) >= 4


def test_a_passage_printed_twice_is_given_to_the_article_it_fits():
    passage = "要加强冬小麦苗情监测，落实镇压划锄措施，做好病虫害防治和抗旱浇水工作，确保安全越冬"
    foreign = FIRST[:-1] + f"，{passage}。"
    own = SECOND + f"冬小麦管理正当时。各乡镇{passage}，冬小麦苗情要逐田查看。"
    reading = read(f"县政府召开安全生产调度会\n\n{foreign}\n\n方明调研冬小麦田间管理\n\n{own}")
    (doubt,) = (
        d for a in reading.articles for d in a.doubts if d.kind is DoubtKind.REPEATED_PASSAGE
    )
    assert doubt in reading.articles[0].doubts
    assert doubt.owner == "a2"
    repeated = [one for one in reading.directives if one.repeats]
    assert [one.repeats.owner for one in repeated if one.repeats] == ["a2"]


def test_a_list_of_names_in_two_articles_is_no_repeated_passage():
    names = "方明、齐小雨、石磊、孟凡星、郭长河、袁立新参加会议。"
    reading = read(f"{FIRST}县领导{names}\n\n{SECOND}县领导{names}")
    assert not any(d.kind is DoubtKind.REPEATED_PASSAGE for a in reading.articles for d in a.doubts)


def test_a_doubled_particle_is_told_and_kept():
    article = read(f"县政府召开安全生产调度会\n\n{FIRST[:-1]}，发挥牵头抓总的的作用。").articles[0]
    assert kinds(article) == ["misread_character"]
    assert "的的" in article.paragraphs[1].text


def test_a_copy_stands_where_no_speech_opens_it():
    told = "各分管领导要现场办公，能当场拍板的不要上会；县直各部门要密切配合、相互补台。"
    other = SECOND + "方明走访了企业。" + told
    first = f"{FIRST}\n\n罗远航强调，{told}"
    articles = read(f"县政府召开调度会\n\n{first}\n\n方明调研麦田\n\n{other}").articles
    (copied,) = [each for one in articles for each in one.doubts if each.owner is not None]
    assert copied.owner == "a1"


def test_the_last_headline_left_goes_to_the_article_without_one():
    text = f"县政府召开调度会\n\n{FIRST}\n\n{SECOND}\n\n察看冬小麦长势"
    assert [one.headline and one.headline.text for one in read(text).articles] == [
        "县政府召开调度会",
        "察看冬小麦长势",
    ]
