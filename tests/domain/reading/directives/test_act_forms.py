"""The forms in which an act begins behind who is told to do it."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.act_forms import act_forms


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("查一查还差多少", "twice"),
        ("列个清单出来", "some"),
        ("抽五个人守夜", "number"),
        ("一分钱也不能多收", "not_one"),
        ("各管各的门", "each"),
        ("谁家漏雨修谁家", "each"),
        ("今晚把灯修好", "time"),
        ("收麦前把路垫平", "time"),
        ("同邻乡把界址定下来", "relation"),
        ("也别站着看", "adverb"),
    ],
)
def test_an_act_shows_its_form(words: str, form: str) -> None:
    assert f"form:{form}" in act_forms(words, load_lexicon())


def test_the_nearest_verb_is_told_by_its_place() -> None:
    lexicon = load_lexicon()
    assert "verb_after:0" in act_forms("组织演练", lexicon)
    assert "verb_after:2" in act_forms("今晚组织演练", lexicon)
    assert act_forms("", lexicon) == ["verb_after:none"]
