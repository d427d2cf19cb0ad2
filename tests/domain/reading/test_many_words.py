"""Hundreds of words asked at either end of others answer as trying them one by one does."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.many_words import many_words, words_of

LEXICON = load_lexicon()
OTHERS = (
    "",
    "局",
    "县水利局",
    "加快推进项目建设",
    "副县长",
    "的工作",
    "各乡镇要把责任扛在肩上。",
    "要求各村",
)


@pytest.mark.parametrize("lists", [("unit_suffixes", "unit_words"), ("posts",), ("not_names",)])
def test_ends_and_fronts_are_those_of_the_words_tried_in_turn(lists: tuple[str, ...]) -> None:
    listed = tuple(one for name in lists for one in getattr(LEXICON, name))
    for words in (*OTHERS, *listed[::7], *(f"某{one}" for one in listed[::7])):
        for end in range(len(words) + 1):
            part = words[:end]
            assert words_of(LEXICON, *lists).begin(part) == part.startswith(listed), part
            assert words_of(LEXICON, *lists).end(part) == part.endswith(listed), part


def test_words_shorter_than_others_are_no_part_of_them() -> None:
    held = many_words(("水利局", "局"))
    assert held.end("局")
    assert held.begin("局长")
    assert not any((held.end("利"), held.begin(""), held.end("")))


def test_an_empty_word_would_stand_everywhere() -> None:
    with pytest.raises(ValueError, match="empty"):
        many_words(("", "局"))
