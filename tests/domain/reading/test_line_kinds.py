"""What a short line is, judged by itself: a headline's line, or the piece of a sentence that asks for more."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.lines import LineKind, kind_of


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
