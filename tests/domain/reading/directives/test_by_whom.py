"""Who acts where the thing stands first and 由 behind it."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.by_whom import charged_behind

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("今后路灯统一由县路灯公司运维", "县路灯公司"),
        ("积存案卷由县档案局逐卷核对", "县档案局"),
        ("由县住房城乡建委起草", "县住房城乡建委"),
    ],
)
def test_a_thing_when_it_is_done_by_an_office_then_the_office_is_named(words: str, unit: str):
    named = charged_behind(words, LEXICON)

    assert named is not None
    assert words[named.start : named.end] == unit


@pytest.mark.parametrize(
    "words", ["这项工作由来已久", "对推诿的由组织处理到底", "县档案局逐卷核对"]
)
def test_a_clause_when_nobody_is_charged_in_it_then_nobody_is_named(words: str):
    assert charged_behind(words, LEXICON) is None
