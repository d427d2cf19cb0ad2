"""The number of a point does not count in the grade of its directive, wherever the mark begins."""

import pytest
from tests.corpus.annotation import parse
from tests.corpus.grading import clean_page, grade

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading import read_page

_PAGE = """@county 云水县
@year 2024

=== meeting
<D0309:3月9日>，[县长|罗远航|l]主持召开春灌调度会。
罗远航要求：{point}。
"""


@pytest.mark.parametrize(
    ("point", "right"),
    [
        ("{-: 一是明确分工，合力清渠}；{-: 二是备足水泵，排好水期}", 2),
        ("一是{-: 明确分工，合力清渠}；二是{-: 备足水泵，排好水期}", 2),
        ("{-: 一是明确分工，合力清渠}；二是{-: 备足水泵}，排好水期", 1),
    ],
)
def test_a_number_counts_neither_inside_nor_outside_a_mark(point: str, right: int) -> None:
    (article,) = parse(_PAGE.replace("{point}", point), "x.articles")
    text, places = clean_page([article])
    reading = read_page(text, lexicon=load_lexicon(), year=2024)
    found = grade(text, reading, [article], places).measures["strict_true"]
    assert (found.right, found.true) == (right, 2)
