import pytest
from tests.domain.reading.reading_of import told

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.directives.listed_units import unit_of_list


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("全县各级各部门一要站稳立场", "全县各级各部门"),
        ("县水利局一是要修好闸门", "县水利局"),
        ("当前工作一是要肯定成绩", None),
        ("一要站稳立场", None),
    ],
)
def test_a_unit_right_before_the_first_point_is_found(words: str, unit: str | None) -> None:
    named = unit_of_list(words, load_lexicon())
    assert (words[named.start : named.end] if named else None) == unit


def test_it_holds_for_all_points() -> None:
    said = told("罗远航强调，各乡镇一要站稳立场；二要坚持问题导向；三要依法办事。")
    assert [who for who, _ in said] == [["各乡镇"]] * 3
