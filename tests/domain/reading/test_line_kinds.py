"""What a short line is, judged by itself: a headline's line, or the piece of a sentence that asks for more."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.lines import LineKind, kind_of, page_lines


@pytest.mark.parametrize(
    "words",
    [
        "把防汛责任压得实实在在",
        "两本台账记得实实在在",
        "山里的日子过得自自在在",
        "老渡口的灯今何在",
        "甘苦与共风雨同在",
        "青山常在",
        "摸清底数不留潜在",
    ],
)
def test_a_line_whose_last_word_holds_zai_asks_for_nothing_more(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


@pytest.mark.parametrize(
    "words",
    [
        "县长方小满昨天下午在",
        "各乡镇要把力量集中在",
        "副县长柏舟来到正在",
        "县安委会检查组一行先后在",
        "石桥镇东岸村老支书方小满的",
        "县水利局局长温良和",
    ],
)
def test_a_line_that_ends_with_a_word_that_asks_for_more_is_a_piece_of_text(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.BODY


@pytest.mark.parametrize(
    "words", ["记者蹲点", "方小满讲话", "罗远航柏舟参加", "温良致辞", "税以宁主持"]
)
def test_a_column_and_what_people_do_are_no_names_of_writers(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.SHORT


@pytest.mark.parametrize("words", ["记者方小满", "方小满柏舟", "罗远航"])
def test_names_alone_are_writers(words: str):
    assert kind_of(words, load_lexicon()) is LineKind.BYLINE


ENDED = "会议要求，各镇要在月底前完成清淤。"
BELOW = "把难题摆上桌面"
REPORT = "11月6日，县长罗远航来到企业。"


def second_of(before: str, words: str, below: str) -> LineKind:
    return page_lines(f"{before}\n\n{words}\n\n{below}\n\n{REPORT}", load_lexicon())[1].kind


@pytest.mark.parametrize(
    "words", ["罗远航与茶企负责人座谈：", "县领导春节前走访慰问：", "柏舟在石桥镇调研时："]
)
def test_what_event_a_headline_is_of_stands_above_it_with_a_colon(words: str):
    assert second_of(ENDED, words, BELOW) is LineKind.SHORT


@pytest.mark.parametrize(
    ("before", "words", "below"),
    [
        (ENDED, "会议强调：", BELOW),
        (ENDED, "各镇、县直有关单位：", BELOW),
        (ENDED, "罗远航与茶企负责人座谈：", "要把难题一个个解开，谁的事谁来办。"),
        ("11月5日下午，县长罗远航在会上", "与茶企负责人座谈：", BELOW),
        (ENDED, "一、开展走访慰问：", BELOW),
    ],
)
def test_a_colon_of_speech_of_whom_is_told_or_above_text_is_text(
    before: str, words: str, below: str
):
    assert second_of(before, words, below) is LineKind.BODY
