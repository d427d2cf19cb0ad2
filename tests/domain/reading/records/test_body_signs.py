"""The signs of a body come in one order, and counts within patterns are counts."""

from guatu.adapters.lexicons import load_lexicon
from guatu.domain.reading.body_names import offices
from guatu.domain.reading.body_signs import signs_of
from guatu.domain.reading.own_names import opens_no_name

_WORDS = "县水利局、县财政局主要负责人参加会议，县水利局作了汇报。"


def test_signs_stand_in_one_order_whatever_order_sets_have() -> None:
    lexicon = load_lexicon()
    found = list(signs_of(_WORDS, (0, 4), "department", frozenset(("office", "acting")), lexicon))
    assert found[:2] == ["found: acting", "found: office"]
    shown = [one for one in found if f"{one}, acting" in found and not one.startswith("free")]
    assert len(shown) > 3
    assert shown == sorted(shown)


def test_who_stands_for_a_town_is_no_part_of_its_name() -> None:
    assert opens_no_name("代表南塘镇")
    assert not opens_no_name("南塘镇")


def test_a_centre_of_an_office_is_named_with_it() -> None:
    words = "县民政局救助中心、县医保局派员到场。"
    assert [words[a:b] for a, b in offices(words, load_lexicon())] == [
        "县民政局救助中心",
        "县医保局",
    ]
