import json

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from guatu.adapters.fonts import embedded_fonts
from guatu.domain.drawing.metrics import fit, text_width, wrap

words = st.text(st.sampled_from("县项目工程，。（）《》abcWMil 019-/…"), max_size=80)


def test_han_signs_are_an_em_wide_and_digits_share_one_width() -> None:
    assert text_width("岚川", 5) == 10
    assert {text_width(digit, 1) for digit in "0123456789"} == {0.555}


def test_words_that_fit_are_left_alone() -> None:
    assert fit("市民广场", 5, 20) == "市民广场"


def test_words_that_are_too_wide_end_with_an_ellipsis() -> None:
    assert fit("市民广场及地下停车场", 5, 25) == "市民广场…"
    assert fit("市民广场", 5, 5) == "…"
    assert fit("市民广场", 5, 4) == ""


def test_lines_break_at_the_width_and_the_last_is_shortened() -> None:
    assert wrap("年产二十万吨绿色建材生产基地", 5, 25, 2) == ("年产二十万", "吨绿色建…")


def test_no_line_begins_with_a_mark_or_ends_with_an_open_bracket() -> None:
    assert wrap("剩余征迁未签，影响场地", 5, 30, 2) == ("剩余征迁未", "签，影响场地")
    assert wrap("项目建设期（二期）", 5, 30, 2) == ("项目建设期", "（二期）")


def test_latin_words_stay_whole_where_they_can_and_hyphens_may_end_a_line() -> None:
    assert wrap("key projects", 5, 25, 2) == ("key", "projects")
    assert wrap("LC-2026-100", 5, 24, 2) == ("LC-2026-", "100")


@given(words=words, width=st.floats(5, 120), lines=st.integers(1, 4))
@settings(deadline=None)
def test_no_line_is_wider_than_its_room(words: str, width: float, lines: int) -> None:
    broken = wrap(words, 5, width, lines)
    assert len(broken) <= lines
    assert all(text_width(line, 5) <= width + 1e-6 for line in broken)


@given(words=words)
@settings(deadline=None)
def test_with_room_for_all_nothing_is_lost(words: str) -> None:
    squeezed = "".join(words.split())
    assert "".join("".join(wrap(words, 5, 100, 20)).split()) == squeezed


def test_the_table_agrees_with_the_font_that_is_embedded() -> None:
    markup = """
    #set text(font: "Noto Sans SC", size: 1000pt)
    #context [#metadata(range(33, 127).map(code => measure(str.from-unicode(code)).width.pt())) <widths>]
    """
    found = typst.query(
        markup.encode(),
        "<widths>",
        field="value",
        one=True,
        font_paths=embedded_fonts(),
        ignore_system_fonts=True,
    )
    measured = json.loads(found)
    assert measured == [pytest.approx(text_width(chr(code), 1000)) for code in range(33, 127)]
