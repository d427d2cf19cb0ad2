"""Whether words run on from one piece of text into another."""

import pytest

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.junctions import NO_WORD, head_parts, spanned, tail_parts

LEXICON = load_lexicon()


def won(before: str, after: str) -> float:
    """Return what joining two texts wins."""
    parts = tail_parts(before, LEXICON), head_parts(after, LEXICON)
    return spanned(before, after, parts, LEXICON)[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("新桥全长4", ".7公里"),
        ("开工率须达到60", "%，逾期约谈"),
        ("全县共修水", "渠三十里"),
    ],
)
def test_what_was_cut_within_a_figure_or_a_word_is_won_by_joining(before: str, after: str) -> None:
    assert won(before, after) > 5


@pytest.mark.parametrize(
    ("before", "after"),
    [("电话：0000-1234567", "县水利局"), ("全县共修渠12", "。会议要求"), ("看见", "放水")],
)
def test_where_nothing_was_cut_nothing_is_won(before: str, after: str) -> None:
    assert won(before, after) <= 0


def test_a_point_behind_a_figure_goes_on_only_into_figures() -> None:
    assert won("长4", ".7公里") > 0
    assert won("长4", ".县水利局") == NO_WORD
