"""Seams over the whole page: what is cut finds its rest, wherever that stands."""

import pytest
from tests.domain.reading.reading_of import read

FIRST = "县政府召开安全生产调度会\n\n本报讯 11月6日，县长罗远航主持召开安全生产调度会。"
SECOND = "方明调研冬小麦田间管理\n\n本报讯 11月5日，副县长方明调研冬小麦田间管理。"


def paragraphs(text: str) -> list[list[str]]:
    return [["".join(each.text.split()) for each in one.paragraphs] for one in read(text).articles]


def test_a_word_cut_in_two_is_joined_and_says_how_sure():
    article = read(f"{FIRST}\n\n会议强调，各级各部门要压实责\n\n任，加强排查。").articles[0]
    (doubt,) = [one for one in article.doubts if one.kind.value == "joined_across_break"]
    assert article.paragraphs[1].text == "会议强调，各级各部门要压实责任，加强排查。"
    assert doubt.confidence is not None
    assert doubt.confidence > 0.9
    assert dict(doubt.arguments)["percent"] == round(100 * doubt.confidence)
    assert dict(doubt.features)["unfinished"] == 1.0


def test_a_sentence_that_ends_is_joined_to_nothing():
    text = f"{FIRST}\n\n会议强调，要压实责任。\n\n会议指出，要加强排查。"
    assert paragraphs(text)[0][1:] == ["会议强调，要压实责任。", "会议指出，要加强排查。"]


CUTS = (
    # in the midst of a word, of a name, of a day, of a bracket
    ("会议强调，各乡镇要抓紧清淤，把沟渠疏", "浚作为冬修的头一件事。"),
    ("罗远航要求，粮库要在封仓前对温湿度做一次全面检", "测，数据当天录入台账。"),
    ("县领导方明、齐小", "雨参加会议并分组讨论。"),
    ("罗远航强调，要把《冬春水利建设实施方", "案》逐条分解到人。"),
    ("会议决定，由县财政局（县国", "资办）牵头清理闲置资产。"),
    # a post and its holder, an office and what it does, a verb and its object
    (
        "会议听取了冬修水利进展情况汇报，会议由县委常委、常务副县长",
        "齐小雨主持，各镇主要负责人列席。",
    ),
    ("罗远航要求，县水利局", "要对全县山塘逐座巡查。"),
    ("会议要求，各镇要认真落实", "河长制各项任务，一级抓一级。"),
    # after words that need more
    ("罗远航强调，要压实项目建设的", "主体责任，倒排工期。"),
    ("会议强调，县林业局、县应急管理局、", "县气象局要每日会商火险等级。"),
)


@pytest.mark.parametrize(("before", "after"), CUTS)
def test_a_sentence_cut_anywhere_is_one_again(before: str, after: str):
    text = f"{FIRST}\n\n{before}\n\n{after}\n\n会议还研究了其他事项。\n\n{SECOND}"
    assert before + after in paragraphs(text)[0]


WHOLE = (
    ("会议强调，各级各部门要压实责任。", "罗远航指出，当前正是冬修水利的黄金期。"),
    ("他给乡镇干部布置了三件事——", "县水利局要对全县山塘逐座巡查。"),
    ("会议对下一步工作提出要求：", "各镇要在月底前完成清淤。"),
    ("要把隐患消除在萌芽状态！", "县应急管理局局长石磊汇报了有关情况。"),
)


@pytest.mark.parametrize(("before", "after"), WHOLE)
def test_paragraphs_that_end_stay_apart(before: str, after: str):
    text = f"{FIRST}\n\n{before}\n\n{after}\n\n会议还研究了其他事项。\n\n{SECOND}"
    assert {before, after} <= set(paragraphs(text)[0])


def test_a_headline_between_two_halves_is_no_part_of_the_sentence():
    headline, second = SECOND.split("\n\n")
    first = f"{FIRST}\n\n会议强调，各级各部门要压实责任，对重点企业逐家排查，把隐患消除在萌"
    text = f"{first}\n\n{headline}\n\n芽状态，对查出的问题逐一销号。\n\n{second}"
    whole = "会议强调，各级各部门要压实责任，对重点企业逐家排查，把隐患消除在萌芽状态，对查出的问题逐一销号。"
    assert whole in paragraphs(text)[0]


def test_half_of_a_lead_is_no_byline():
    text = f"{FIRST}\n\n方明调研冬小麦田间管理\n\n本报讯（记者 钱小\n\n川）11月5日，副县长方明调研冬小麦田间管理。"
    second = read(text).articles[1]
    assert second.byline is None
    assert "".join(second.paragraphs[0].text.split()).startswith("本报讯（记者钱小川）11月5日")


def test_no_comma_stands_behind_a_comma_across_a_break():
    first, second = "会议强调，沿渠一道道土坝已经加固，", "，不得再拖到汛期。"
    text = f"{FIRST}\n\n{first}\n\n{second}\n\n会议还研究了其他事项。\n\n{SECOND}"
    assert first + second not in paragraphs(text)[0]


def test_the_title_of_a_point_is_not_joined_to_what_it_is_about():
    text = f"{FIRST}\n\n会议议定：\n\n一、关于清淤\n\n由县水利局月底前完成。\n\n二、关于资金\n\n由县财政局拨付。"
    assert "一、关于清淤由县水利局月底前完成。" not in paragraphs(text)[0]
