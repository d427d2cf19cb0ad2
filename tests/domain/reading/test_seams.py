"""Seams over the whole page: what is cut finds its rest, wherever that stands."""

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
